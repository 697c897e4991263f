# getattr, setattr, hasattr, delattr and vars.
class T:
    x = 1

    def method(self):
        return 'method'


t = T()
print(getattr(t, 'x'), getattr(t, 'nope', 'default'), hasattr(t, 'x'), hasattr(t, 'nope'))
setattr(t, 'y', 2)
setattr(t, 'not an identifier', 3)
print(vars(t), t.y, getattr(t, 'not an identifier'))
delattr(t, 'y')
print(vars(t), vars(t) is t.__dict__, getattr(t, 'method')())


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(getattr, t, 'nope')
attempt(getattr, T, 'nope')
attempt(getattr, 5, 'nope')
attempt(getattr, t, 5)
attempt(getattr, t)
attempt(getattr, t, 'a', 'b', 'c')
attempt(setattr, t, 5, 1)
attempt(delattr, t, 'nope')
attempt(hasattr, t, 5)
attempt(vars, 5)
attempt(getattr, None, 'x')
attempt(getattr, len, 'x')
attempt(getattr, 'text', 'uper')
attempt(getattr, [], 'push')
attempt(getattr, lambda: 0, 'x')
attempt(getattr, __builtins__, 'nope')


class Raising:
    @property
    def x(self):
        raise ValueError('not an AttributeError')


attempt(hasattr, Raising(), 'x')
attempt(getattr, Raising(), 'x', 'default')
