# A module with __getattr__ and __dir__.
real = 'real'


def __getattr__(name):
    if name == 'refuse':
        raise AttributeError(f'{name} is refused')
    return f'{name} made up by the module'


def __dir__():
    return ['z', 'a']
