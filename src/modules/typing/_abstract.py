"""Abstract methods of which there is no more to say than name, parameters and types: made in the body of a class."""

from abc import abstractmethod

__name__ = 'typing'


def _method(namespace, name, parameters, *types):
    """An abstract method for the class whose namespace it is: parameters are those of a function that becomes it."""
    qualname = f'{namespace["__qualname__"]}.{name}'
    code = parameters.__code__
    annotated = (*code.co_varnames[1:len(types)], 'return')
    parameters.__code__ = code.replace(co_name=name, co_qualname=qualname)
    parameters.__name__, parameters.__qualname__ = name, qualname
    parameters.__annotations__ = dict(zip(annotated, types, strict=True))
    return abstractmethod(parameters)


def _declare(namespace, attributes=(), methods=()):
    """Puts what implementations have to define there: attributes with their types, methods as _method wants them."""
    for name, of in attributes:
        namespace[name] = property(_method(namespace, name, lambda self: None, of))
    for name, parameters, *types in methods:
        namespace[name] = _method(namespace, name, parameters, *types)
