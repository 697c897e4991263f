"""Looking at live objects: what they are, their members, their documentation.

All but the tests for kinds of objects is in the parts that are loaded when something of theirs is asked for.
"""

import types

_PARTS = {
    '_parameters': ['Parameter', '_ParameterKind', '_empty', 'formatannotation', 'formatannotationrelativeto'],
    '_signature': ['BoundArguments', 'Signature', 'signature'],
    '_callables': ['_signature_fromstr'],
    '_arguments': [
        'ArgInfo', 'Arguments', 'FullArgSpec', 'formatargvalues', 'getargs', 'getargvalues', 'getcallargs',
        'getfullargspec',
    ],
    '_source': [
        'findsource', 'getabsfile', 'getcomments', 'getfile', 'getmodule', 'getmodulename', 'getsource',
        'getsourcefile', 'getsourcelines',
    ],
    '_blocks': ['BlockFinder', 'ClassFoundException', 'EndOfBlock', 'getblock', 'indentsize'],
    '_frames': [
        'FrameInfo', 'Traceback', 'currentframe', 'getframeinfo', 'getinnerframes', 'getlineno', 'getouterframes',
        'stack', 'trace',
    ],
    '_classes': [
        'Attribute', 'ClosureVars', 'classify_class_attrs', 'getclasstree', 'getclosurevars', 'getmembers',
        'getmembers_static', 'getmro', 'walktree',
    ],
    '_static': ['getattr_static'],
    '_documentation': ['getdoc'],
}
_PLACES = {name: part for part, names in _PARTS.items() for name in names}

TPFLAGS_IS_ABSTRACT = 1 << 20
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE, CO_COROUTINE = 16, 32, 64, 128
CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 256, 512

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING = 'AGEN_CREATED', 'AGEN_RUNNING'
AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def __getattr__(name):
    if name not in _PLACES:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import importlib
    module = importlib.import_module('inspect.' + _PLACES[name])
    return globals().setdefault(name, getattr(module, name))


def __dir__():
    return sorted({*globals(), *_PLACES})


# ---- what kind of object it is


def _kind_test(name, kind, what):
    """The function of this name that tells whether an object is of a kind."""

    def test(object):
        return isinstance(object, kind)

    test.__name__ = test.__qualname__ = name
    test.__doc__ = f'Whether it is {what}.'
    return test


isclass = _kind_test('isclass', type, 'a class')
ismodule = _kind_test('ismodule', types.ModuleType, 'a module')
isfunction = _kind_test('isfunction', types.FunctionType, 'a function written in Python')
ismethod = _kind_test('ismethod', types.MethodType, 'a bound method of a function written in Python')
isbuiltin = _kind_test('isbuiltin', types.BuiltinFunctionType, 'a built-in function or a bound built-in method')
ismethodwrapper = _kind_test('ismethodwrapper', types.MethodWrapperType, 'a bound special method of a built-in class')
ismemberdescriptor = _kind_test('ismemberdescriptor', types.MemberDescriptorType, 'the descriptor of a slot')
isgetsetdescriptor = _kind_test('isgetsetdescriptor', types.GetSetDescriptorType,
                                'a computed attribute of a built-in class')
isgenerator = _kind_test('isgenerator', types.GeneratorType, 'a generator')
iscoroutine = _kind_test('iscoroutine', types.CoroutineType, 'a coroutine')
isasyncgen = _kind_test('isasyncgen', types.AsyncGeneratorType, 'an asynchronous generator')
iscode = _kind_test('iscode', types.CodeType, 'code')
isframe = _kind_test('isframe', types.FrameType, 'a frame')
istraceback = _kind_test('istraceback', types.TracebackType, 'a traceback')


def _descriptor_methods(object):
    """The methods that make a descriptor of an object; none for a kind that has a test of its own."""
    if isinstance(object, (type, types.FunctionType, types.MethodType)):
        return frozenset()
    return {name for name in ('__get__', '__set__', '__delete__') if hasattr(type(object), name)}


def ismethoddescriptor(object):
    """Whether it is a descriptor with __get__ and nothing else, and none of the kinds with a name of their own."""
    return _descriptor_methods(object) == {'__get__'}


def isdatadescriptor(object):
    """Whether it is a descriptor that takes part in setting or deleting."""
    return not _descriptor_methods(object) <= {'__get__'}


_CALLED_BY_NAME = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.MethodWrapperType)


def isroutine(object):
    """Whether it is a function or method of any kind."""
    return isinstance(object, _CALLED_BY_NAME) or ismethoddescriptor(object)


def isabstract(object):
    """Whether it is a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, '__abstractmethods__', False))


def isawaitable(object):
    """Whether await takes it."""
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(object, types.CoroutineType) or hasattr(type(object), '__await__')


# ---- functions that make generators and the like


def _plain_function(obj):
    """The function under methods and partial objects."""
    import functools
    while not isinstance(obj, types.FunctionType):
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        elif isinstance(obj, (functools.partial, functools.partialmethod)):
            obj = obj.func
        else:
            break
    return obj


def _makes(obj, flag):
    """Whether the code of the function under an object has this flag."""
    function = _plain_function(obj)
    return isinstance(function, types.FunctionType) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether calling it makes a generator."""
    return _makes(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    """Whether calling it makes an asynchronous generator."""
    return _makes(obj, CO_ASYNC_GENERATOR)


def iscoroutinefunction(obj):
    """Whether calling it makes a coroutine."""
    return _makes(obj, CO_COROUTINE) or getattr(_plain_function(obj), '_is_coroutine_marker', None) is _MARK


_MARK = object()


def markcoroutinefunction(func):
    """Says that calling it makes a coroutine."""
    function = getattr(func, '__func__', func)
    function._is_coroutine_marker = _MARK
    return function


# ---- the state of generators


def _state(running, suspended, frame, prefix):
    if running:
        return prefix + '_RUNNING'
    if suspended:
        return prefix + '_SUSPENDED'
    return prefix + ('_CLOSED' if frame is None else '_CREATED')


def _locals_of(frame):
    """The local variables of what may have ended."""
    return {} if frame is None else frame.f_locals


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, 'GEN')


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    return _locals_of(generator.gi_frame)


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, 'CORO')


def getcoroutinelocals(coroutine):
    """The local variables of a coroutine."""
    return _locals_of(getattr(coroutine, 'cr_frame', None))


def getasyncgenstate(agen):
    """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, 'AGEN')


def getasyncgenlocals(agen):
    """The local variables of an asynchronous generator."""
    if isasyncgen(agen):
        return _locals_of(agen.ag_frame)
    raise TypeError(f'{agen!r} is not a Python async generator')


# ---- small tools


def unwrap(func, *, stop=None):
    """What a chain of __wrapped__ leads to."""
    import sys
    # The functions themselves are kept, too: an id may be used again.
    passed = {id(func): func}
    inner = func
    while hasattr(inner, '__wrapped__') and not isinstance(inner, type) and not (stop and stop(inner)):
        inner = inner.__wrapped__
        if id(inner) in passed or len(passed) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        passed[id(inner)] = inner
    return inner


def cleandoc(doc):
    """Documentation without the indentation of the code it stands in."""
    first, *others = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in others if line.strip(' ')), default=0)
    lines = [first.lstrip(' '), *(line[margin:] for line in others)]
    filled = [number for number, line in enumerate(lines) if line]
    return '\n'.join(lines[filled[0]:filled[-1] + 1]) if filled else ''


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module, as a new dict; strings evaluated if asked for."""
    obj_globals = obj_locals = wrapped = None
    if isinstance(obj, type):
        annotations = obj.__dict__.get('__annotations__', None)
        if isinstance(annotations, types.GetSetDescriptorType):
            annotations = None
        import sys
        module = sys.modules.get(obj.__module__, None) if getattr(obj, '__module__', None) else None
        if module:
            obj_globals = getattr(module, '__dict__', None)
        obj_locals = dict(vars(obj))
        wrapped = obj
    elif isinstance(obj, types.ModuleType):
        annotations = getattr(obj, '__annotations__', None)
        obj_globals = obj.__dict__
    elif callable(obj):
        annotations = getattr(obj, '__annotations__', None)
        obj_globals = getattr(obj, '__globals__', None)
        wrapped = obj
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if annotations is None:
        return {}
    if not isinstance(annotations, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not annotations or not eval_str:
        return dict(annotations)
    if wrapped is not None:
        import functools
        while True:
            if hasattr(wrapped, '__wrapped__'):
                wrapped = wrapped.__wrapped__
            elif isinstance(wrapped, functools.partial):
                wrapped = wrapped.func
            else:
                break
        if hasattr(wrapped, '__globals__'):
            obj_globals = wrapped.__globals__
    globals = obj_globals if globals is None else globals
    locals = (obj_locals or {}) if locals is None else locals
    # Type parameters are in scope, but for what hides them.
    if params := getattr(obj, '__type_params__', ()):
        locals = {param.__name__: param for param in params} | locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value
            for name, value in annotations.items()}
