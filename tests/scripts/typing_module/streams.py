# IO, TextIO and BinaryIO: abstract methods and attributes, each with its types.
import inspect
import pickle
import typing


def show(cls):
    print(cls, cls.__bases__, cls.__parameters__, cls.__slots__)
    for name, member in sorted(vars(cls).items()):
        if isinstance(member, property):
            print('   ', name, member.fget.__annotations__, member.fget.__qualname__, member.__isabstractmethod__)
        elif inspect.isfunction(member):
            print('   ', name, inspect.signature(member), member.__qualname__, member.__isabstractmethod__)


for cls in typing.IO, typing.BinaryIO, typing.TextIO:
    show(cls)
    print(pickle.loads(pickle.dumps(cls)) is cls, hasattr(cls, '__abstractmethods__'))

print(typing.get_type_hints(typing.IO.__enter__), typing.IO.seek.__defaults__, typing.IO.read.__code__.co_name)
print(typing.IO.__exit__(None, None, None, None))
try:
    typing.IO.write(None)
except TypeError as error:
    print(error)

# Their metaclass is type: nothing keeps a program from making one.
print(typing.TextIO().newlines, typing.BinaryIO().fileno())

# The protocols of one method are made alike.
for name in 'SupportsInt SupportsIndex SupportsFloat SupportsComplex SupportsBytes SupportsAbs SupportsRound'.split():
    cls = getattr(typing, name)
    member, = typing.get_protocol_members(cls)
    method = getattr(cls, member)
    print(cls, cls.__parameters__, cls.__type_params__, member, inspect.signature(method), method.__qualname__,
          method.__module__, cls.__abstractmethods__ == {member}, isinstance(3, cls), pickle.loads(pickle.dumps(cls)) is cls)
