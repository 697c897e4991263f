# list[int] and int | str.
a = list[int]
print(
    a,
    a.__origin__,
    a.__args__,
    a(),
    a('ab'),
    a == list[int],
    a != list[str],
    hash(a) == hash(list[int]),
    type(a([1])),
)
print(
    dict[str, list[int]],
    tuple[int, ...],
    tuple[()],
    set['Forward'],
    type[int],
    list[None],
    list[int | None],
    frozenset[int],
    list[list],
)
print(
    a.append is list.append,
    a.__class__,
    isinstance([], a.__origin__),
    repr(list[1]),
    list[int, str].__args__,
    callable(a),
)
u = int | str | None
print(
    u,
    u.__args__,
    isinstance(5, u),
    isinstance(None, u),
    isinstance(2.5, u),
    issubclass(bool, u),
    u == (None | str | int),
    int | int,
    int | str | int,
)
print(
    hash(int | str) == hash(str | int),
    (int | list[str]),
    type(u).__name__,
    u | float,
    (int | str) | (str | bytes),
)


class C:
    pass


print(C | None, isinstance(C(), C | int), list[C], dict[str, C])
for action in (
    lambda: isinstance([], list[int]),
    lambda: issubclass(list, list[int]),
    lambda: int[str],
    lambda: int | 5,
    lambda: 5 | int,
    lambda: (int | str)(),
    lambda: isinstance(1, int | list[str]),
    lambda: 'a' | int,
    lambda: int | str < 5,
    lambda: list[int][str],
    lambda: a.nope,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
