# Builtin types can't be changed, user classes can.
def attempt(action):
    try:
        action()
        print('done')
    except Exception as error:
        print(type(error).__name__, error)


class T:
    pass


attempt(lambda: setattr(int, 'x', 1))
attempt(lambda: delattr(str, 'upper'))
attempt(lambda: setattr(object, '__init__', None))
attempt(lambda: setattr(list, 'append', None))
attempt(lambda: setattr(5, 'x', 1))
attempt(lambda: setattr('text', 'upper', 1))
attempt(lambda: setattr(object(), 'x', 1))
attempt(lambda: setattr(len, 'x', 1))
attempt(lambda: setattr(None, 'x', 1))
attempt(lambda: setattr([], 'x', 1))
attempt(lambda: delattr(5, 'real'))
attempt(lambda: setattr(5, 'real', 1))
attempt(lambda: setattr(T, 'x', 1))
attempt(lambda: setattr(T, '__name__', 5))
attempt(lambda: delattr(T, '__name__'))
attempt(lambda: setattr(T, '__mro__', ()))
attempt(lambda: setattr(T, '__dict__', {}))
attempt(lambda: setattr(T, '__doc__', 'new'))
attempt(lambda: delattr(T, '__doc__'))
attempt(lambda: T.__dict__.update(x=1))
attempt(lambda: T.__dict__.__setitem__('x', 1))
print(type(T.__dict__), T.x)
