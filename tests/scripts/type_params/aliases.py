# The type statement makes aliases whose value is evaluated lazily.
type Int = int
print(Int, type(Int), Int.__name__, Int.__value__, Int.__type_params__, Int.__parameters__, Int.__module__)

type Recursive = list[Recursive] | None
print(Recursive.__value__)

type Later = Undefined
try:
    Later.__value__
except NameError as e:
    print(e)
Undefined = 5
print(Later.__value__)

type Pair[A, B] = tuple[A, B]
print(Pair.__value__, Pair.__type_params__)
print(Pair[int, str], Pair[int, str].__origin__ is Pair, Pair[int, str].__args__)


class C:
    X = 'in class'
    type Alias = X
    type Generic[T] = (X, T)


print(C.Alias.__value__, C.Generic.__value__)
C.X = 'changed'
print(C.Generic.__value__)


def function(x):
    type Local = x
    x = 'rebound'
    return Local.__value__


print(function(1))
print(Int | str, str | Int, Int | None)
for wrong in (lambda: Int[int], lambda: Int(), lambda: isinstance(1, Int), lambda: type('S', (Int,), {})):
    try:
        wrong()
    except TypeError as e:
        print(e)
for name, value in (('__name__', 'x'), ('__value__', 1), ('other', 1)):
    try:
        setattr(Int, name, value)
    except AttributeError as e:
        print(e)
type = 'still a name'
print(type)
