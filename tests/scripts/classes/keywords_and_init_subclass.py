# Keywords of a class statement go to __init_subclass__.
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **rest):
        print('init_subclass', cls.__name__, name, rest)
        super().__init_subclass__(**rest)
        Plugin.registry[name or cls.__name__] = cls


class First(Plugin):
    pass


class Second(Plugin, name='second'):
    pass


print(Plugin.registry)
print(Plugin.__dict__['__init_subclass__'].__class__.__name__)

try:

    class Third(Plugin, unknown=1):
        pass
except TypeError as error:
    print(error)

try:

    class Fourth(keyword=1):
        pass
except TypeError as error:
    print(error)

options = {'name': 'from a dictionary'}


class Fifth(*(Plugin,), **options):
    pass


print(sorted(Plugin.registry))
try:

    class Sixth(Plugin, name='a', **options):
        pass
except TypeError as error:
    print(error)
