# partial objects are copied and pickled with their attributes.
import copy
import functools
import pickle


class Sub(functools.partial):
    pass


p = functools.partial(print, 'a', sep='-')
p.x = [1]
q = copy.copy(p)
print(q.func, q.args, q.keywords, q.__dict__, q.x is p.x)
d = copy.deepcopy(p)
print(d.x, d.x is p.x)
r = pickle.loads(pickle.dumps(p))
print(r.func is print, r.args, r.keywords, r.x)
s = Sub(max, 3)
print(s(5), repr(s)[:14], type(pickle.loads(pickle.dumps(s))).__name__)
try:
    p.__setstate__(1)
except TypeError as error:
    print(error)
