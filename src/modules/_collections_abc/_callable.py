"""Callable, and what it becomes in brackets."""

from _collections_abc._abilities import GenericAlias, _ability, _function

__name__ = 'collections.abc'


class _CallableGenericAlias(GenericAlias):
    """Callable[[int, str], float], whose __args__ are flat: (int, str, float)."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        parameters, result = args
        if isinstance(parameters, (tuple, list)):
            return super().__new__(cls, origin, (*parameters, result))
        if _is_param_expr(parameters):
            return super().__new__(cls, origin, args)
        raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}')

    def __repr__(self):
        parameters, result = _nested(self.__args__)
        if not isinstance(parameters, tuple):
            return super().__repr__()
        return f'collections.abc.Callable[[{", ".join(map(_type_repr, parameters))}], {_type_repr(result)}]'

    def __reduce__(self):
        parameters, result = _nested(self.__args__)
        if isinstance(parameters, tuple):
            parameters = list(parameters)
        return _CallableGenericAlias, (Callable, (parameters, result))

    def __getitem__(self, item):
        # Flat arguments are substituted, and then taken for parameters and result again.
        new = super().__getitem__(item).__args__
        if not isinstance(new[0], (tuple, list)):
            new = new[:-1], new[-1]
        return _CallableGenericAlias(Callable, new)


def _nested(args):
    """Parameters and result of flat arguments. The parameters are a tuple, unless one thing stands for all of them."""
    *parameters, result = args
    if len(parameters) == 1 and _is_param_expr(parameters[0]):
        return parameters[0], result
    return tuple(parameters), result


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


class Callable(metaclass=_ability):
    __class_getitem__ = classmethod(_CallableGenericAlias)

    def __call__(self, *args, **kwds):
        return False
