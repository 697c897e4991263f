# get_annotations
import inspect


class C:
    x: int
    y: 'str' = 1


def f(a: 'int', b: str) -> None: pass
def g(): pass


print(inspect.get_annotations(C), inspect.get_annotations(C, eval_str=True))
print(inspect.get_annotations(f), inspect.get_annotations(f, eval_str=True), inspect.get_annotations(g))
print(inspect.get_annotations(inspect) == {})


class Sub(C): pass


print(inspect.get_annotations(Sub))
def generic[T](x: 'T', y: 'list[T]'): pass
print(inspect.get_annotations(generic, eval_str=True))
try:
    inspect.get_annotations(5)
except TypeError as e:
    print(e)
