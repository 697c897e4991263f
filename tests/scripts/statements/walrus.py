# := gives a value a name inside an expression.
data = [5, 3, 8]
if (n := len(data)) > 2:
    print(n)
while (item := data.pop()) != 5:
    print('popped', item)
print([y := 1, y**2], (a := 1, b := 2), a, b)
print([last := x for x in range(3)], last)
print(any((found := word).startswith('b') for word in ['apple', 'bean', 'corn']), found)


def f(x, y=0):
    return x, y


print(f(x := 3), x, f((p := 4), y=(q := 5)), p, q)
print((lambda: (z := 5) + z)(), 'z' in globals())
print(f'{(w := 7)} {w}', {(k := 'key'): (v := 'value')}, k, v, [1, 2, 3][(i := 1)], i)


def scope():
    if (inner := 5) and (other := inner + 1):
        pass
    return [outer := n for n in (inner, other)], outer


print(scope())


class C:
    x = (t := 5) + 1


print(C.x, C.t)
for source in (
    'x := 1',
    '(x.y := 1)',
    '(x[0] := 1)',
    'f(x=y:=1)',
    '[i := 0 for i in range(3)]',
    '[x for x in (y := [1])]',
    'lambda: x := 1',
    '((a, b) := (1, 2))',
    'x = y := 1',
    'class D: [z := 1 for _ in [0]]',
    '(x := 1) = 2',
    'del (x := 1)',
):
    try:
        exec(source)
        print('fine', source)
    except SyntaxError as error:
        print(source, '|', error.msg)
