"""Signatures: the parameters of callables, and binding arguments to them (PEP 362)."""

import enum
import functools
import types
from collections import namedtuple
from inspect import (CO_VARARGS, CO_VARKEYWORDS, get_annotations, isclass, iscode, isframe, isfunction, ismethod,
                     unwrap)
from keyword import iskeyword

__name__ = 'inspect'


class _empty:
    """Stands for an annotation or a default that isn't there."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        member = int.__new__(cls, len(cls.__members__))
        member._value_ = len(cls.__members__)
        member.description = description
        return member

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as it is shown in a signature."""
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    """A function that formats annotations as in the module of the object."""
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


class Parameter:
    """One parameter of a signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if name[:1] == '.' and name[1:].isdigit():
            # The iterable of a generator expression.
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f'implicit arguments must be passed as positional or keyword arguments, not '
                                 f'{self._kind.description}')
            self._kind = _POSITIONAL_ONLY
            name = f'implicit{name[1:]}'
        is_keyword = iskeyword(name) and self._kind is not _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default = state['_default']
        self._annotation = state['_annotation']

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=enum, kind=enum, annotation=enum, default=enum):
        """A copy with changes."""
        # The module stands for "not given", which no argument is.
        return type(self)(self._name if name is enum else name, self._kind if kind is enum else kind,
                          default=self._default if default is enum else default,
                          annotation=self._annotation if annotation is enum else annotation)

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            shown = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text = f'{text}: {shown}'
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)


class BoundArguments:
    """Arguments bound to the parameters of a signature."""

    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                break
            if name not in self.arguments:
                # What comes behind can only be given by name.
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        by_name = False
        for name, param in self._signature.parameters.items():
            if not by_name:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Adds the defaults of parameters without arguments."""
        arguments = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif param.default is not _empty:
                arguments[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif param.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state['_signature']
        self.arguments = state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in self.arguments.items())
        return f'<{type(self).__name__} ({shown})>'


class Signature:
    """The parameters of a callable, and what it is annotated to return."""

    __slots__ = ('_return_annotation', '_parameters')

    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        parameters = list(parameters or ())
        if __validate_parameters__:
            _check_order(parameters)
        self._parameters = types.MappingProxyType({param.name: param for param in parameters})
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _from_callable(obj, cls, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                              eval_str=eval_str)

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=enum, return_annotation=enum):
        """A copy with changes."""
        return type(self)(self.parameters.values() if parameters is enum else parameters,
                          return_annotation=self._return_annotation if return_annotation is enum else return_annotation)

    __replace__ = replace

    def _hash_basis(self):
        params = tuple(param for param in self.parameters.values() if param.kind != _KEYWORD_ONLY)
        by_name = {param.name: param for param in self.parameters.values() if param.kind == _KEYWORD_ONLY}
        return params, by_name, self.return_annotation

    def __hash__(self):
        params, by_name, returns = self._hash_basis()
        return hash((params, frozenset(by_name.values()), returns))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._hash_basis() == other._hash_basis()

    def _bind(self, args, kwargs, *, partial=False):
        arguments = {}
        parameters = iter(self.parameters.values())
        rest = []
        args = iter(args)
        only_positional = []
        while True:
            try:
                value = next(args)
            except StopIteration:
                rest = self._after_positional(parameters, kwargs, partial, only_positional)
                break
            try:
                param = next(parameters)
            except StopIteration:
                raise TypeError('too many positional arguments') from None
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError('too many positional arguments') from None
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = (value, *args)
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f'multiple values for argument {param.name!r}') from None
            arguments[param.name] = value
        takes_names = None
        for param in (*rest, *parameters):
            if param.kind == _VAR_KEYWORD:
                takes_names = param
                continue
            if param.kind == _VAR_POSITIONAL:
                continue
            try:
                value = kwargs.pop(param.name) if param.kind != _POSITIONAL_ONLY else _missing_key(param.name)
            except KeyError:
                if not partial and param.default is _empty:
                    raise TypeError(f'missing a required argument: {param.name!r}') from None
            else:
                arguments[param.name] = value
        if kwargs:
            if takes_names is not None:
                arguments[takes_names.name] = kwargs
            elif only_positional:
                names = ', '.join(param.name for param in only_positional)
                raise TypeError(f'got some positional-only arguments passed as keyword arguments: {names!r}')
            else:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return self._bound_arguments_cls(self, arguments)

    def _after_positional(self, parameters, kwargs, partial, only_positional):
        """The parameters still to be filled by name, from the first that positional arguments did not reach."""
        for param in parameters:
            if param.kind == _VAR_POSITIONAL:
                return []
            if param.name in kwargs:
                if param.kind == _POSITIONAL_ONLY:
                    only_positional.append(param)
                    continue
                return [param]
            if param.kind == _VAR_KEYWORD or param.default is not _empty or partial:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    return [param]
                if param.default is not _empty or partial:
                    continue
                return [param]
            what = ' keyword-only' if param.kind == _KEYWORD_ONLY else ''
            raise TypeError(f'missing a required{what} argument: {param.name!r}')
        return []

    def bind(self, /, *args, **kwargs):
        """Binds arguments as a call does."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Binds arguments; there may be too few."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

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


def _missing_key(name):
    raise KeyError(name)


def _check_order(parameters):
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
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


# ---- where signatures come from


def _from_callable(obj, sigcls, *, follow_wrapped=True, skip_bound=True, **how):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    again = functools.partial(_from_callable, sigcls=sigcls, follow_wrapped=follow_wrapped, skip_bound=skip_bound, **how)
    if isinstance(obj, types.MethodType):
        sig = again(obj.__func__)
        return _without_first(sig) if skip_bound else sig
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return again(obj)
    try:
        sig = obj.__signature__
    except AttributeError:
        pass
    else:
        if sig is not None:
            if not isinstance(sig, (Signature, str)) and callable(sig):
                sig = sig()
            if isinstance(sig, str):
                return _signature_fromstr(sigcls, obj, sig, skip_bound)
            if not isinstance(sig, Signature):
                raise TypeError(f'unexpected object {sig!r} in __signature__ attribute')
            return sig
    method = getattr(obj, '__partialmethod__', None)
    if isinstance(method, functools.partialmethod):
        return _of_partialmethod(again, method)
    if isfunction(obj) or _is_function_like(obj):
        return _from_function(sigcls, obj, **how)
    if _is_builtin(obj):
        return _from_builtin(sigcls, obj, skip_bound)
    if isinstance(obj, functools.partial):
        return _of_partial(again(obj.func), obj)
    if isinstance(obj, type):
        return _of_class(obj, sigcls, again)
    if type(obj).__call__ is not type.__call__:
        call = _user_method(type(obj), '__call__')
        if call is not None:
            sig = again(call)
            return _without_first(sig) if skip_bound else sig
        text = getattr(obj, '__text_signature__', None)
        if text:
            return _signature_fromstr(sigcls, obj, text, skip_bound)
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _is_builtin(obj):
    return isinstance(obj, (types.BuiltinFunctionType, types.WrapperDescriptorType, types.MethodWrapperType,
                            types.MethodDescriptorType, types.ClassMethodDescriptorType))


def _is_function_like(obj):
    """Something that has all that a function has."""
    if not callable(obj) or isclass(obj):
        return False
    return (isinstance(getattr(obj, '__name__', None), str)
            and isinstance(getattr(obj, '__code__', None), types.CodeType)
            and isinstance(getattr(obj, '__defaults__', _empty), (tuple, type(None)))
            and isinstance(getattr(obj, '__kwdefaults__', _empty), (dict, type(None)))
            and isinstance(getattr(obj, '__annotations__', None), (dict, type(None))))


def _user_method(cls, name):
    """A special method that is written in Python, or None."""
    method = getattr(cls, name, None)
    if isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
                           types.BuiltinFunctionType)) or method is None:
        return None
    if name == '__call__':
        for base in cls.__mro__:
            if name in base.__dict__:
                found = base.__dict__[name]
                return method if isinstance(found, (staticmethod, classmethod)) else found
    return method


def _of_class(obj, sigcls, again):
    call = _user_method(type(obj), '__call__')
    if call is not None:
        return _without_first(again(call))
    new, init = _user_method(obj, '__new__'), _user_method(obj, '__init__')
    for base in obj.__mro__:
        if new is not None and '__new__' in base.__dict__:
            sig = again(new)
            return _without_first(sig)
        if init is not None and '__init__' in base.__dict__:
            return _without_first(again(init))
    for base in obj.__mro__[:-1]:
        text = getattr(base, '__text_signature__', None)
        if text:
            return _signature_fromstr(sigcls, base, text)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return sigcls(())
        raise ValueError(f'no signature found for builtin type {obj!r}')
    raise ValueError(f'no signature found for builtin {obj!r}')


def _without_first(sig):
    """The signature of something bound."""
    params = tuple(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind in (_POSITIONAL_OR_KEYWORD, _POSITIONAL_ONLY):
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partialmethod(again, method):
    wrapped = _of_partial(again(method.func), method, skip=1)
    first = next(iter(wrapped.parameters.values()), None)
    if first is not None and first.kind is _VAR_POSITIONAL:
        return wrapped
    original = tuple(again(method.func).parameters.values())
    params = (original[0], *(p for p in wrapped.parameters.values() if p.name != original[0].name))
    return wrapped.replace(parameters=params)


def _of_partial(sig, partial, skip=0):
    """The signature of what a partial object calls, without what it gives already."""
    given = (None,) * skip + tuple(partial.args)
    names = partial.keywords or {}
    try:
        bound = sig.bind_partial(*given, **names)
    except TypeError as e:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from e
    made = []
    by_name = False
    for name, param in sig.parameters.items():
        if name not in bound.arguments:
            if by_name and param.kind is _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            elif by_name and param.kind is _VAR_POSITIONAL:
                continue
            made.append(param)
            continue
        if param.kind is _POSITIONAL_ONLY:
            continue
        if param.kind is _POSITIONAL_OR_KEYWORD:
            if name in names:
                by_name = True
                made.append(param.replace(default=bound.arguments[name], kind=_KEYWORD_ONLY))
            continue
        if param.kind is _KEYWORD_ONLY:
            param = param.replace(default=bound.arguments[name])
        made.append(param)
    return sig.replace(parameters=made)


def _from_builtin(cls, func, skip_bound=True):
    text = getattr(func, '__text_signature__', None)
    if not text:
        raise ValueError(f'no signature found for builtin {func!r}')
    return _signature_fromstr(cls, func, text, skip_bound)


def _signature_fromstr(cls, obj, s, skip_bound_arg=True):
    """The signature that a text such as ($self, a, /, b=1) describes."""
    import sys
    bound = None
    names = s.replace('$', '')
    if '$' in s:
        bound = s[s.index('$') + 1:].split(',')[0].split(')')[0].strip()
        # The first parameter of a bound function can't be given by name, although the text does not say so.
        if '/' not in s:
            head = f'({bound}'
            rest = names[len(head):].lstrip(', ')
            names = f'{head}, /, {rest}' if rest != ')' else f'{head}, /)'
    namespace = {'sys': sys}
    module = sys.modules.get(getattr(obj, '__module__', None) or '')
    if module is not None:
        namespace = {**module.__dict__, **namespace}
    try:
        exec(f'def described{names}: pass', namespace)
        described = namespace['described']
    except (SyntaxError, NameError, AttributeError):
        raise ValueError(f'{obj!r} builtin has invalid signature') from None
    params = list(_from_function(cls, described).parameters.values())
    if bound is not None and params and params[0].name == bound:
        self = getattr(obj, '__self__', None)
        if self is not None and skip_bound_arg or bound == 'module':
            params.pop(0)
        elif bound == 'type' and isinstance(obj, type):
            params.pop(0)
        elif isinstance(obj, type):
            params.pop(0)
    return cls(params)


def _from_function(cls, func, globals=None, locals=None, eval_str=False):
    code = func.__code__
    names = code.co_varnames
    positional = code.co_argcount
    only_positional = code.co_posonlyargcount
    by_name = names[positional:positional + code.co_kwonlyargcount]
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    make = cls._parameter_cls
    params = []
    first_default = positional - len(defaults)
    for i, name in enumerate(names[:positional]):
        kind = _POSITIONAL_ONLY if i < only_positional else _POSITIONAL_OR_KEYWORD
        default = defaults[i - first_default] if i >= first_default else _empty
        params.append(make(name, kind, default=default, annotation=annotations.get(name, _empty)))
    at = positional + len(by_name)
    if code.co_flags & CO_VARARGS:
        name = names[at]
        params.append(make(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
        at += 1
    for name in by_name:
        params.append(make(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                           annotation=annotations.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        name = names[at]
        params.append(make(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return cls(params, return_annotation=annotations.get('return', _empty))


# ---- the older ways to ask

FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')
ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = namedtuple('Arguments', 'args varargs varkw')


def getfullargspec(func):
    """The parameters of a callable, its first one included."""
    try:
        sig = _from_callable(func, Signature, follow_wrapped=False, skip_bound=False)
    except Exception as e:
        raise TypeError('unsupported callable') from e
    args, kwonly, defaults = [], [], ()
    only_positional = []
    varargs = varkw = None
    kwdefaults, annotations = {}, {}
    if sig.return_annotation is not _empty:
        annotations['return'] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind is _POSITIONAL_ONLY:
            only_positional.append(param.name)
        elif param.kind is _POSITIONAL_OR_KEYWORD:
            args.append(param.name)
        elif param.kind is _VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is _KEYWORD_ONLY:
            kwonly.append(param.name)
            if param.default is not _empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.default is not _empty and param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            defaults += (param.default,)
        if param.annotation is not _empty:
            annotations[param.name] = param.annotation
    return FullArgSpec(only_positional + args, varargs, varkw, defaults or None, kwonly, kwdefaults or None,
                       annotations)


def getargs(co):
    """The parameters of a code object."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    n = co.co_argcount + co.co_kwonlyargcount
    args = list(names[:n])
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs = names[n]
        n += 1
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[n]
    return Arguments(args, varargs, varkw)


def getargvalues(frame):
    """The arguments a frame was called with."""
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value)):
    """What getargvalues answers, as text."""
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(specs) + ')'


def _missing_arguments(name, missing, positional):
    names = [repr(n) for n in missing]
    if len(names) == 1:
        listed = names[0]
    elif len(names) == 2:
        listed = '{} and {}'.format(*names)
    else:
        listed = ', '.join(names[:-2]) + ', {} and {}'.format(*names[-2:])
    kind = 'positional' if positional else 'keyword-only'
    plural = '' if len(names) == 1 else 's'
    raise TypeError(f'{name}() missing {len(names)} required {kind} argument{plural}: {listed}')


def _too_many(name, args, kwonly, varargs, default_count, given, values):
    least = len(args) - default_count
    kwonly_given = len([arg for arg in kwonly if arg in values])
    if varargs:
        plural = least != 1
        sig = f'at least {least}'
    elif default_count:
        plural = True
        sig = f'from {least} to {len(args)}'
    else:
        plural = len(args) != 1
        sig = str(len(args))
    extra = ''
    if kwonly_given:
        extra = f" positional argument{'s' if given != 1 else ''} (and {kwonly_given} keyword-only " \
                f"argument{'s' if kwonly_given != 1 else ''})"
    verb = 'was' if given == 1 and not kwonly_given else 'were'
    raise TypeError(f"{name}() takes {sig} positional argument{'s' if plural else ''} but {given}{extra} {verb} given")


def getcallargs(func, /, *positional, **named):
    """The parameters and the arguments they would get in a call."""
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
    given, wanted = len(positional), len(args)
    default_count = len(defaults) if defaults else 0
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = tuple(positional[min(given, wanted):])
    possible = {*args, *kwonly}
    if varkw:
        values[varkw] = {}
    for key, value in named.items():
        if key not in possible:
            if not varkw:
                raise TypeError(f'{name}() got an unexpected keyword argument {key!r}')
            values[varkw][key] = value
            continue
        if key in values:
            raise TypeError(f'{name}() got multiple values for argument {key!r}')
        values[key] = value
    if given > wanted and not varargs:
        _too_many(name, args, kwonly, varargs, default_count, given, values)
    if given < wanted:
        needed = args[:wanted - default_count]
        missing = [arg for arg in needed if arg not in values]
        if missing:
            _missing_arguments(name, missing, True)
        for i, arg in enumerate(args[wanted - default_count:]):
            if arg not in values:
                values[arg] = defaults[i]
    missing = []
    for arg in kwonly:
        if arg not in values:
            if kwdefaults and arg in kwdefaults:
                values[arg] = kwdefaults[arg]
            else:
                missing.append(arg)
    if missing:
        _missing_arguments(name, missing, False)
    return values
