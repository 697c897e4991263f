# __getattr__ is asked only when the normal lookup fails.
class T:
    here = 'found normally'

    def __getattr__(self, name):
        print('asked for', name)
        if name.startswith('dyn_'):
            return name[4:]
        raise AttributeError(f'no {name}')


t = T()
print(t.here)
print(t.dyn_one)
try:
    t.other
except AttributeError as error:
    print(error)
print(hasattr(t, 'dyn_x'), hasattr(t, 'x'), getattr(t, 'y', 'default'))
# Special methods are looked up on the class: the hook isn't asked.
try:
    len(t)
except TypeError as error:
    print(error)


class Lazy:
    def __getattr__(self, name):
        value = f'computed {name}'
        setattr(self, name, value)
        return value


lazy = Lazy()
print(lazy.a, lazy.__dict__, lazy.a)


class Failing:
    @property
    def prop(self):
        return self.missing

    def __getattr__(self, name):
        return f'hook for {name}'


print(Failing().prop)


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        return getattr(self._target, name)


print(Proxy('text').upper(), Proxy([1, 2]).index(2))
