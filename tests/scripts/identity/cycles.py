# Objects that contain themselves, printed and pickled.
import pickle

loop = []
loop.append(loop)
print(loop, loop[0][0][0] is loop)
again = pickle.loads(pickle.dumps(loop))
print(again, again[0] is again)
print(pickle.dumps(loop))

d = {}
d['me'] = d
print(d)
again = pickle.loads(pickle.dumps(d))
print(again['me'] is again)

inside = []
t = (inside,)
inside.append(t)
print(t)
again = pickle.loads(pickle.dumps(t))
print(again[0][0] is again)
print(pickle.dumps(t))


class Node:
    pass


n = Node()
n.me = n
again = pickle.loads(pickle.dumps(n))
print(again.me is again, again is n)

n.pair = [n, (n, {'n': n})]
again = pickle.loads(pickle.dumps(n, 2))
print(again.pair[0] is again, again.pair[1][1]['n'] is again)
