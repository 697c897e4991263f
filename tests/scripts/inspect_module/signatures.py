# inspect.signature of functions, methods and classes.
import inspect
import functools
from inspect import signature


def show(*fs):
    for f in fs:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


def plain(a, /, b, c=1, *args, d, e=2, **kw) -> int: pass
def annotated(x: int, y: 'str' = 'z', *, z: list[int] = None) -> None: pass
async def coroutine(x): pass


class C:
    def __init__(self, x, y=1): pass
    def method(self, a, *, b=2): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a, b): pass
    def __call__(self, q): pass


class New:
    def __new__(cls, n): return super().__new__(cls)


class Empty: pass


class Meta(type):
    def __call__(cls, m): pass


class WithMeta(metaclass=Meta): pass


@functools.wraps(plain)
def wrapper(*args, **kwargs): pass


show(lambda: signature(plain), lambda: signature(annotated), lambda: signature(coroutine), lambda: signature(lambda x, y=1: 0))
show(lambda: signature(C), lambda: signature(C.method), lambda: signature(C(1).method), lambda: signature(C.cm),
     lambda: signature(C.sm), lambda: signature(C(1)), lambda: signature(New), lambda: signature(Empty),
     lambda: signature(WithMeta))
show(lambda: signature(wrapper), lambda: signature(wrapper, follow_wrapped=False),
     lambda: signature(functools.partial(plain, 1, d=3)), lambda: signature(functools.partial(plain, 1, b=2)))
show(lambda: signature(len), lambda: signature(print), lambda: signature(str.join), lambda: signature([].append),
     lambda: signature(5), lambda: signature(type), lambda: signature(int.__add__))
show(lambda: repr(signature(plain)), lambda: list(signature(plain).parameters), lambda: signature(plain).return_annotation,
     lambda: signature(annotated, eval_str=True), lambda: signature(plain) == signature(wrapper),
     lambda: signature(annotated).format(max_width=10))
