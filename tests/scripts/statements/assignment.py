# Assignment in all its forms.
a = b = c = [1]
print(a is b is c)
(x, y), [z, *rest], w = (1, 2), [3, 4, 5], 6
print(x, y, z, rest, w)
x, y, *_ = range(5)
*_, last = 'abc'
first, *_, end = [1, 2]
(only,) = [7]
[one] = (8,)
() = []
print(x, y, last, first, end, only, one, _)
i, arr = 0, [0, 0, 0]
i, arr[i] = 2, 'x'
print(i, arr)
arr[0], arr[-1] = arr[-1], arr[0]
print(arr)


class Obj:
    pass


o = Obj()
o.a, o.b = 1, 2
o.c = o.d = {}
o.c['k'], o.e = 'v', 'w'
print(vars(o), o.c is o.d)
n: int = 5
m: 'not evaluated as a type'
print(n, __annotations__)
o.f: int = 3
arr[0]: int = 4
(p): int = 6
print(o.f, arr[0], p, list(__annotations__))
try:
    m
except NameError as error:
    print(error)


def annotated():
    q: undefined_here = 1
    r: int
    try:
        return r
    except UnboundLocalError as error:
        return q, str(error)


print(annotated(), annotated.__annotations__)


class Ann:
    s: int = 1
    t: str
    __u: float = 2.5


print(Ann.__annotations__, hasattr(Ann, 't'))
print((v := 10) + v, [k := 1, k + 1], v, k)
if match := 'soft keyword':
    print(match)
type = 'type is a soft keyword too'
case = _ = 1
print(type, case)
