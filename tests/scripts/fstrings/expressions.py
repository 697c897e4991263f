# f-strings: any expression, nested, with conversions and formats.
name, n, pi, items = 'Ada', 42, 3.14159, [1, 2]
print(f'{name} {n + 1} {pi:.2f} {items[0]} {len(items)} {n!r} {name!r:>8} {{literal}} {n:05d}|{name:^9}|{name:<5}|')
print(f'{n=} {name=} {n + 1 = } {pi=:.1f} {name=!s} { n = }')
width, spec = 8, '>6'
print(f'{pi:{width}.{2}f}|{name:{spec}}|{n:{"x"}}|{f"{name}!":{width}}|')
print(f'{"nested " + f"{name + f'{n}'}"}', f"{'quotes'}", f'{"same"}', f'{items!r:>{width}}')
print(f'{(lambda x: x * 2)(5)} {[x for x in range(3)]} { {"a": 1}["a"] } {n if n > 5 else "small"} {"yes" if items else "no"}')
print(f'''multi
{n
 + 1}
line''', f'{name
}', f"a{'b'}c" 'd' f'{1}', F'{1}', rf'\n{n}', fR'\{n}')
print(f'{n:,} {n:#x} {n:b} {1e6:e} {0.25:%} {n:+} {True} {None} {name[0]}{name[-1]}', f'', f'{""}', f'{n!s:0>6}')
print(f'{items=}', f'{name.upper()}', f'{n:{width}}', f'{3 .real}', f'{-n}', f'{not n}', f'{n == 42}', f'{n != 1}', f'{n:=^10}', f'{(x := 5)}', x)
print(f'{'\n'.join(['new', 'line'])}', f'tab\tend {"tab\tinside"}')


class Fmt:
    def __format__(self, spec):
        return f'<{spec}>'


print(f'{Fmt()} {Fmt():abc} {Fmt():{n}{name}} {Fmt():%H:%M} {Fmt()!r:.4}')
for source in "f'{undefined}'", "f'{1:d}{1.5:d}'", "f'{[]:5}'", "f'{None:5}'", "f'{n!x}'", "f'{}'", "f'{1'", "f'}'", "f'{a b}'", "f'{lambda x: 1}'", "f'{n:{}}'", "f'{*a}'", "f'{n!}'", "f'{1:{2:{3:{4}}}}'":
    try:
        print(eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)
