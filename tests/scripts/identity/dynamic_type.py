# A class made by calling type() pickles by name only if the name really leads to it.
import pickle

Made = type('Made', (), {'x': 1})
print(Made, Made.__module__, pickle.loads(pickle.dumps(Made)) is Made)

Alias = type('Other', (), {})
try:
    pickle.dumps(Alias)
except pickle.PicklingError as error:
    print(error)

Other = Alias
print(pickle.dumps(Alias))

Alias.__module__ = 'nowhere'
try:
    pickle.dumps(Alias)
except pickle.PicklingError as error:
    print(error)

Alias.__module__ = '__main__'
Alias.__qualname__ = 'Made.Inner'
try:
    pickle.dumps(Alias)
except pickle.PicklingError as error:
    print(error)

Made.Inner = Alias
print(pickle.dumps(Alias))
print(pickle.loads(pickle.dumps(Alias)) is Alias)
print(pickle.dumps(Alias, 2))
