# types names the kinds of objects the interpreter itself uses.
import types


def f():
    yield


class C:
    def m(self):
        pass


print(
    type(f) is types.FunctionType is types.LambdaType,
    type(f()) is types.GeneratorType,
    type(C().m) is types.MethodType,
)
print(
    type(len) is types.BuiltinFunctionType is types.BuiltinMethodType,
    type(types) is types.ModuleType,
    type(f.__code__) is types.CodeType,
)
print(
    type(C.__dict__) is types.MappingProxyType,
    type(None) is types.NoneType,
    type(...) is types.EllipsisType,
    type(NotImplemented) is types.NotImplementedType,
)
print(
    type(list[int]) is types.GenericAlias,
    type(int | str) is types.UnionType,
    type(str.upper) is types.MethodDescriptorType,
    type(int.__add__) is types.WrapperDescriptorType,
)
print(
    type(object().__str__) is types.MethodWrapperType,
    type(dict.__dict__['fromkeys']) is types.ClassMethodDescriptorType,
)


def g():
    x = 1
    return lambda: x


print(
    type(g().__closure__[0]) is types.CellType,
    types.CellType(5).cell_contents,
    types.FunctionType.__name__,
    types.GeneratorType,
    types.SimpleNamespace,
)
try:
    1 / 0
except ZeroDivisionError as error:
    print(
        type(error.__traceback__) is types.TracebackType,
        type(error.__traceback__.tb_frame) is types.FrameType,
    )
ns = types.SimpleNamespace(a=1, b='two')
ns.c = [3]
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b='two', c=[3]), vars(ns))
proxy = types.MappingProxyType({'k': 'v'})
print(proxy, proxy['k'], len(proxy), list(proxy), proxy.get('x'), 'k' in proxy, proxy | {'z': 1})
try:
    proxy['k'] = 1
except TypeError as error:
    print(error)
module = types.ModuleType('made', 'documented')
module.x = 1
print(module.__name__, module.__doc__, module.x, module)
method = types.MethodType(lambda self, y: (self, y), 'bound to this')
print(method(5), method.__self__)
