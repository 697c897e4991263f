# A generator's state can be taken, restored, copied and pickled.
import copy
import pickle
import random

r = random.Random(1)
r.gauss()
state = r.getstate()
first = [r.random() for _ in range(4)] + [r.gauss()]
r.setstate(state)
print(first == [r.random() for _ in range(4)] + [r.gauss()], state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
for protocol in range(6):
    other = pickle.loads(pickle.dumps(r, protocol))
    print(other.random() == copy.deepcopy(r).random(), type(other))
copied = copy.copy(r)
print(copied.random() == r.random())
for wrong in [5, (4, (), None), (3, (), None), (3, 5, None), (3, (0,) * 624 + (700,), None), (3, ('x',) * 625, None), (3, (-1,) * 625, None), (3,), ()]:
    try:
        r.setstate(wrong)
        print('set')
    except Exception as e:
        print(type(e).__name__, e)
r.setstate((2, tuple(range(-5, 619)) + (624,), None))
print(r.random())
