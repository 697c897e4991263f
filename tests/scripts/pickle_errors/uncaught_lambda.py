# The error of a lambda that can't be pickled, as the user sees it.
import pickle

make = lambda: None
make.__qualname__ = 'make'
print(len(pickle.dumps(make)))


class Local:
    pass


Local.__qualname__ = 'function.<locals>.Local'
pickle.dumps({'the class': Local})
