"""The parameters and arguments of functions as they were asked for before there were signatures."""

from collections import namedtuple
from inspect import CO_VARARGS, CO_VARKEYWORDS, Signature, iscode, ismethod
from inspect._callables import _from_callable
from inspect._parameters import (_KEYWORD_ONLY, _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _empty)

__name__ = 'inspect'

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
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs='*{}'.format,
                    formatvarkw='**{}'.format, formatvalue='={!r}'.format):
    """What getargvalues answers, as text."""
    shown = [(name, formatarg) for name in args]
    shown += [(name, form) for name, form in ((varargs, formatvarargs), (varkw, formatvarkw)) if name]
    return f'({", ".join(form(name) + formatvalue(locals[name]) for name, form in shown)})'


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
