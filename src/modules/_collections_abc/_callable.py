"""Callable, and what it becomes in brackets."""

from abc import ABCMeta, abstractmethod

from _collections_abc._abilities import GenericAlias, _recognized_by

__name__ = 'collections.abc'


class _CallableGenericAlias(GenericAlias):
    """Callable[[int, str], float], whose __args__ are flat: (int, str, float)."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        parameters, result = args
        if isinstance(parameters, (tuple, list)):
            args = (*parameters, result)
        elif not _is_param_expr(parameters):
            raise TypeError(
                f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}'
            )
        return super().__new__(cls, origin, args)

    def __repr__(self):
        if len(self.__args__) == 2 and _is_param_expr(self.__args__[0]):
            return super().__repr__()
        *parameters, result = map(_type_repr, self.__args__)
        return f'collections.abc.Callable[[{", ".join(parameters)}], {result}]'

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return _CallableGenericAlias, (Callable, args)

    def __getitem__(self, item):
        # Flat arguments are substituted, and then taken for parameters and result again.
        if not isinstance(item, tuple):
            item = (item,)
        new = super().__getitem__(item).__args__
        if not isinstance(new[0], (tuple, list)):
            new = list(new[:-1]), new[-1]
        return _CallableGenericAlias(Callable, tuple(new))


def _is_param_expr(obj):
    """Whether obj may stand for all parameters: ..., a list of types, a ParamSpec or Concatenate."""
    if obj is Ellipsis or isinstance(obj, list):
        return True
    cls = type(obj)
    return cls.__module__ == 'typing' and cls.__name__ in ('ParamSpec', '_ConcatenateGenericAlias')


def _type_repr(obj):
    """How obj shows among the arguments of a generic alias: a class by its name."""
    if isinstance(obj, type):
        return obj.__qualname__ if obj.__module__ == 'builtins' else f'{obj.__module__}.{obj.__qualname__}'
    return '...' if obj is Ellipsis else obj.__name__ if isinstance(obj, _function) else repr(obj)


_function = type(_type_repr)


@_recognized_by('__call__')
class Callable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __class_getitem__ = classmethod(_CallableGenericAlias)
