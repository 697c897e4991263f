# reload runs the code again in the same module; classes are new, old pickles find them.
import importlib
import pickle

import counter_module as m

first = m.Thing if hasattr(m, 'Thing') else None
before = dict(vars(m))
m.extra = 'stays'
again = importlib.reload(m)
print(again is m, m.extra)
print(sorted(k for k in vars(m) if not k.startswith('__')) == sorted([*(k for k in before if not k.startswith('__')), 'extra']))

import reloaded_module

old = reloaded_module.T
data = pickle.dumps(old)
instance = old()
importlib.reload(reloaded_module)
new = reloaded_module.T
print(old is new, id(old) == id(new), pickle.loads(data) is new, type(instance) is old)
try:
    pickle.dumps(old)
except pickle.PicklingError as error:
    print(error)
print(reloaded_module.loads)

for wrong in 'text', None, type(m)('unknown'):
    try:
        importlib.reload(wrong)
    except Exception as error:
        print(type(error).__name__, error)
