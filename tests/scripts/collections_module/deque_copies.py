# Deques are copied and pickled with their bound.
import copy
import pickle
from collections import deque


class Sub(deque):
    pass


d = deque([[1], 2], maxlen=5)
for c in (copy.copy(d), copy.deepcopy(d), pickle.loads(pickle.dumps(d)), d.copy()):
    print(c, c.maxlen, c[0] is d[0])
s = Sub('ab')
s.note = 'n'
t = pickle.loads(pickle.dumps(s))
print(t, type(t).__name__, t.note, type(s.copy()).__name__, repr(s))
d.append(d)
print(d)
