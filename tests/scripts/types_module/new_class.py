# types.new_class, prepare_class, resolve_bases, DynamicClassAttribute, FunctionType.
import types


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print('making', name, sorted(keywords))
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, *args, **keywords):
        super().__init__(*args)


def body(namespace):
    namespace['x'] = 1
    namespace['method'] = lambda self: 'method'


C = types.new_class('C', (), {'metaclass': Meta, 'option': True}, body)
print(C, C.x, C().method(), type(C), C.__module__)
print(types.new_class('D', (C,)).__mro__[1] is C)
meta, namespace, keywords = types.prepare_class('E', (C,), {'k': 1})
print(meta, namespace, keywords)


class Stand:
    def __mro_entries__(self, bases):
        return (C,)


print(types.resolve_bases((Stand(), int)) == (C, int), types.get_original_bases(C))
print(types.new_class('F', (Stand(),)).__bases__)


def f(a, b=2):
    return a + b + offset


offset = 100
print(
    types.FunctionType(f.__code__, {'offset': 1})(1, 1),
    types.FunctionType(f.__code__, globals(), 'renamed', (5, 6))(),
)
g = types.FunctionType(f.__code__, globals(), name='g')
print(g.__name__, g(1, 1), g.__defaults__)
for wrong in (
    lambda: types.FunctionType(5, {}),
    lambda: types.FunctionType(f.__code__, 5),
    lambda: types.FunctionType(f.__code__),
    lambda: types.MethodType(f),
    lambda: types.MethodType(5, 1),
    lambda: types.MethodType(f, None),
    lambda: types.ModuleType(5),
    lambda: types.MappingProxyType(5),
    lambda: types.SimpleNamespace(5),
):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
