# What may be subclassed and what may not.
def attempt(base):
    try:
        made = type('Made', (base,), {})
        print(base.__name__, 'may be subclassed:', made.__mro__[1].__name__)
    except TypeError as error:
        print(error)


def generate():
    yield


for base in (
    object,
    type,
    int,
    float,
    str,
    bytes,
    bytearray,
    list,
    tuple,
    dict,
    set,
    frozenset,
    property,
    classmethod,
    staticmethod,
    super,
    enumerate,
    zip,
    map,
    filter,
    reversed,
    BaseException,
    bool,
    range,
    slice,
    type(None),
    type(...),
    type(NotImplemented),
    type(len),
    type(generate),
    type(generate()),
    type(generate.__code__),
    type([].append),
    type({}.keys()),
):
    attempt(base)


class Tracing(property):
    def __get__(self, instance, owner=None):
        print('getting', end=' ')
        return super().__get__(instance, owner)


class T:
    @Tracing
    def x(self):
        return 'x'


print(T().x)


class Numbered(enumerate):
    pass


print(list(Numbered('ab', 1)), type(Numbered([])).__name__)
