"""Signatures, and arguments bound to their parameters (PEP 362)."""

import enum
import types
from inspect._callables import _from_callable
from inspect._parameters import (_KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL,
                                 Parameter, _empty, formatannotation)
from operator import attrgetter

__name__ = 'inspect'


class BoundArguments:
    """Arguments bound to the parameters of a signature."""

    __slots__ = '_signature', 'arguments', '__weakref__'

    signature = property(attrgetter('_signature'))

    def __init__(self, signature, arguments):
        self.__setstate__({'_signature': signature, 'arguments': arguments})

    def __getstate__(self):
        return {name: getattr(self, name) for name in ('_signature', 'arguments')}

    def __setstate__(self, state):
        for name in '_signature', 'arguments':
            setattr(self, name, state[name])

    def _split(self):
        """The parameters that are given by position, and the others, which can only be given by name."""
        params = list(self._signature.parameters.values())
        for count, param in enumerate(params):
            if param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or param.name not in self.arguments:
                return params[:count], params[count:]
        return params, []

    @property
    def args(self):
        by_position, _ = self._split()
        given = []
        for param in by_position:
            value = self.arguments[param.name]
            given += value if param.kind is _VAR_POSITIONAL else (value,)
        return tuple(given)

    @property
    def kwargs(self):
        _, by_name = self._split()
        given = {}
        for param in by_name:
            if param.name in self.arguments:
                value = self.arguments[param.name]
                given.update(value if param.kind is _VAR_KEYWORD else {param.name: value})
        return given

    def apply_defaults(self):
        """Adds the defaults of parameters without arguments."""
        complete = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif param.default is not _empty:
                complete[name] = param.default
            elif param.kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
                complete[name] = () if param.kind is _VAR_POSITIONAL else {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self is other or (self._signature == other._signature and self.arguments == other.arguments)

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    """The parameters of a callable, and what it is annotated to return."""

    __slots__ = '_parameters', '_return_annotation'

    empty = _empty
    _bound_arguments_cls = BoundArguments
    _parameter_cls = Parameter

    parameters = property(attrgetter('_parameters'))
    return_annotation = property(attrgetter('_return_annotation'))

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = list(parameters or ())
        if __validate_parameters__:
            _check_order(parameters)
        self._parameters = types.MappingProxyType({param.name: param for param in parameters})
        self.__setstate__({'_return_annotation': return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __reduce__(self):
        state = {'_return_annotation': self._return_annotation}
        return type(self), (tuple(self._parameters.values()),), state

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        namespaces = {'globals': globals, 'locals': locals}
        return _from_callable(obj, cls, follow_wrapped=follow_wrapped, eval_str=eval_str, **namespaces)

    def replace(self, *, parameters=enum, return_annotation=enum):
        """A copy with changes."""
        return type(self)(self.parameters.values() if parameters is enum else parameters,
                          return_annotation=self._return_annotation if return_annotation is enum else return_annotation)

    __replace__ = replace

    def _in_order(self):
        """The parameters that come one after another."""
        return tuple(param for param in self._parameters.values() if param.kind is not _KEYWORD_ONLY)

    def _in_any_order(self):
        """The parameters that are only told apart by name."""
        return {name: param for name, param in self._parameters.items() if param.kind is _KEYWORD_ONLY}

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or (self._in_order() == other._in_order()
                                 and self._in_any_order() == other._in_any_order()
                                 and self._return_annotation == other._return_annotation)

    def __hash__(self):
        return hash((self._in_order(), frozenset(self._in_any_order().values()), self._return_annotation))

    # Binding goes over the parameters once: as far as the positional arguments reach, and on by name.

    def bind(self, /, *args, **kwargs):
        """Binds arguments as a call does."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """Binds arguments; there may be too few."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, rest = self._bind_positional(args, kwargs)
        misnamed = _positional_only_named(rest, kwargs)
        gathers = None
        for position, param in enumerate(rest[len(misnamed):]):
            if param.kind is _VAR_KEYWORD:
                gathers = param.name
            elif param.kind is _VAR_POSITIONAL:
                continue
            elif param.name in kwargs:
                arguments[param.name] = kwargs.pop(param.name)
            elif param.default is _empty and not partial:
                what = 'keyword-only ' if position == 0 and param.kind is _KEYWORD_ONLY else ''
                raise TypeError(f'missing a required {what}argument: {param.name!r}')
        if kwargs and gathers is not None:
            arguments[gathers] = kwargs
        elif kwargs and misnamed:
            raise TypeError('got some positional-only arguments passed as keyword arguments: '
                            + repr(', '.join(param.name for param in misnamed)))
        elif kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return self._bound_arguments_cls(self, arguments)

    def _bind_positional(self, args, kwargs):
        """What positional arguments are bound to, and the parameters from the first they don't fill."""
        params = tuple(self._parameters.values())
        arguments = {}
        for position, value in enumerate(args):
            kind = params[position].kind if position < len(params) else _VAR_KEYWORD
            if kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                raise TypeError('too many positional arguments')
            name = params[position].name
            if kind is _VAR_POSITIONAL:
                arguments[name] = args[position:]
                return arguments, params[position:]
            if name in kwargs and kind is not _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {name!r}')
            arguments[name] = value
        return arguments, params[len(args):]

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """The signature as text; one parameter a line if it is longer than the width."""
        result = []
        pending_slash = False
        star_needed = True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                pending_slash = True
            elif pending_slash:
                result.append('/')
                pending_slash = False
            if kind == _VAR_POSITIONAL:
                star_needed = False
            elif kind == _KEYWORD_ONLY and star_needed:
                result.append('*')
                star_needed = False
            result.append(param._format(quote_annotation_strings=quote_annotation_strings))
        if pending_slash:
            result.append('/')
        text = f'({", ".join(result)})'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(result) + '\n)'
        if self.return_annotation is not _empty:
            shown = formatannotation(self.return_annotation, quote_annotation_strings=quote_annotation_strings)
            text += f' -> {shown}'
        return text


def _positional_only_named(params, kwargs):
    """Those parameters at the beginning that are given by name but only go by position."""
    for count, param in enumerate(params):
        if param.kind is not _POSITIONAL_ONLY or param.name not in kwargs:
            return params[:count]
    return params


def _check_order(parameters):
    """Raises if parameters can't stand in this order, or a name is there twice."""
    seen = set()
    top = _POSITIONAL_ONLY
    defaults = False
    for param in parameters:
        if param.kind < top:
            raise ValueError(f'wrong parameter order: {top.description} parameter before {param.kind.description} '
                             'parameter')
        if param.kind > top:
            top = param.kind
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if param.default is not _empty:
                defaults = True
            elif defaults:
                raise ValueError('non-default argument follows default argument')
        if param.name in seen:
            raise ValueError(f'duplicate parameter name: {param.name!r}')
        seen.add(param.name)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, eval_str=eval_str, globals=globals,
                                   locals=locals)
