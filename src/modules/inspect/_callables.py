"""Where the signatures of callables come from."""

import functools
import types
from inspect import CO_VARARGS, CO_VARKEYWORDS, get_annotations, isclass, isfunction, unwrap
from inspect._parameters import (_KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD, _VAR_POSITIONAL,
                                 _empty)

__name__ = 'inspect'


def _from_callable(obj, sigcls, *, follow_wrapped=True, skip_bound=True, **how):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    again = functools.partial(_from_callable, sigcls=sigcls, follow_wrapped=follow_wrapped, skip_bound=skip_bound,
                              **how)
    if isinstance(obj, types.MethodType):
        sig = again(obj.__func__)
        return _without_first(sig) if skip_bound else sig
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return again(obj)
    declared = _declared(sigcls, obj, skip_bound)
    if declared is not None:
        return declared
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


def _declared(sigcls, obj, skip_bound):
    """The signature an object says it has in __signature__, or None."""
    from inspect import Signature
    declared = getattr(obj, '__signature__', None)
    if callable(declared) and not isinstance(declared, (Signature, str)):
        declared = declared()
    if isinstance(declared, str):
        return _signature_fromstr(sigcls, obj, declared, skip_bound)
    if declared is None or isinstance(declared, Signature):
        return declared
    raise TypeError(f'unexpected object {declared!r} in __signature__ attribute')


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
    first, *others = sig.parameters.values() or (None,)
    if first is None or first.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError('invalid method signature')
    return sig if first.kind is _VAR_POSITIONAL else sig.replace(parameters=others)


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
        is_bound = getattr(obj, '__self__', None) is not None and skip_bound_arg
        if is_bound or bound == 'module' or isinstance(obj, type):
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
