# What is kept as a read-only member of a built-in object has a member descriptor.
import inspect
import types

descriptors = (complex.real, complex.imag, float.real, slice.start, types.FunctionType.__closure__,
               types.FunctionType.__code__)
for d in descriptors:
    print(d, type(d).__name__, d.__qualname__, inspect.ismemberdescriptor(d), inspect.isgetsetdescriptor(d))
print(complex.real.__get__(2 + 1j), complex.real.__doc__, complex.real.__objclass__.__name__)
for change in (lambda: complex.real.__set__(1j, 2), lambda: setattr(1j, "imag", 2), lambda: delattr(slice(1), "stop")):
    try:
        change()
    except AttributeError as error:
        print(error)
