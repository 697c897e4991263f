# Pickles of random object graphs, and of their copies: a checksum of each, in every protocol.
import copy
import pickle


class P:
    pass


class Q:
    def __init__(self, *a): self.a = a
    def __reduce__(self): return Q, self.a
class S:
    __slots__ = ('x', 'y')
class L(list): pass
class D(dict): pass
class I(int): pass
class Str(str): pass
class G:
    def __getstate__(self): return self.__dict__.get('st')
    def __setstate__(self, s): self.st = s
class N(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __getnewargs__(self): return tuple(self)
class Out:
    class In: pass
state = 12345
def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % (1 << 31)
    return (state >> 8) % n
names = ['x', 'y', 'z', 'attr', 'long name with spaces', 'é']
def make(depth, pool):
    if pool and rnd(5) == 0: return pool[rnd(len(pool))]
    k = rnd(28) if depth else rnd(11)
    if k == 0: return None
    if k == 1: return rnd(2) == 0
    if k == 2: return rnd(300) - 20
    if k == 3: return (rnd(1 << 22) - (1 << 21)) ** (1 + rnd(4))
    if k == 4: return rnd(1000) / 7
    if k == 5: return names[rnd(6)]
    if k == 6: return 'v' * rnd(4) + str(rnd(20))
    if k == 7: return bytes([rnd(256) for i in range(rnd(4))])
    if k == 8: return [P, Q, Out.In, Out, int, len, str, getattr, ValueError, print, dict, rnd][rnd(12)]
    if k == 9: return bytearray(b'ab' * rnd(3))
    if k == 10: return complex(rnd(3), 1)
    if k in (11, 12, 13):
        r = []; pool.append(r)
        for i in range(rnd(5)): r.append(make(depth - 1, pool))
        return r
    if k in (14, 15):
        r = {}; pool.append(r)
        for i in range(rnd(5)): r[names[rnd(6)] if rnd(2) else rnd(50)] = make(depth - 1, pool)
        return r
    if k in (16, 17):
        r = tuple([make(depth - 1, pool) for i in range(rnd(5))]); pool.append(r); return r
    if k in (18, 19):
        r = P(); pool.append(r)
        for i in range(rnd(5)): setattr(r, names[rnd(4)], make(depth - 1, pool))
        return r
    if k == 20: r = Q(*[make(depth - 1, pool) for i in range(rnd(3))]); pool.append(r); return r
    if k == 21:
        r = S(); pool.append(r)
        if rnd(2): r.x = make(depth - 1, pool)
        if rnd(2): r.y = make(depth - 1, pool)
        return r
    if k == 22:
        r = L(); pool.append(r)
        for i in range(rnd(4)): r.append(make(depth - 1, pool))
        if rnd(2): r.attr = make(depth - 1, pool)
        return r
    if k == 23:
        r = D(); pool.append(r)
        for i in range(rnd(4)): r[rnd(9)] = make(depth - 1, pool)
        return r
    if k == 24: r = I(rnd(99)); pool.append(r); return r
    if k == 25: r = Str('s' + str(rnd(9))); pool.append(r); return r
    if k == 26: r = G(); pool.append(r); r.st = make(depth - 1, pool); return r
    return N(*[make(depth - 1, pool) for i in range(rnd(3))])
def checksum(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return f'{len(data)}:{b:04x}{a:04x}'

def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__.encode()


for number in range(250):
    graph = make(4, [])
    sums = []
    for protocol in range(6):
        data = attempt(pickle.dumps, graph, protocol)
        again = attempt(lambda: pickle.dumps(pickle.loads(data), protocol))
        sums += [checksum(data), checksum(again)]
    for copier in copy.copy, copy.deepcopy:
        sums.append(checksum(attempt(lambda: pickle.dumps(copier(graph)))))
    print(number, *sums)
