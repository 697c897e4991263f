# globals() is the module's dictionary, locals() a snapshot of the function's variables.
def f(a, b=2):
    c = 3
    before = sorted(locals())
    locals()['d'] = 4
    return before, 'd' in locals()


print(f(1))
globals()['made'] = 'through globals()'
print(made)
print(globals() is locals(), globals()['__name__'], f.__globals__ is globals())


def g():
    def h():
        return x, sorted(locals())

    x = 'captured'
    return h()


print(g())


class C:
    here = 1
    names = [n for n in locals() if not n.startswith('__')]
    locals()['added'] = 'in a class body it works'


print(C.names, C.added)
del globals()['made']
try:
    made
except NameError as error:
    print(error)


def snapshot():
    x = 1
    first = locals()
    x = 2
    second = locals()
    return first['x'], second['x'], first is second


print(snapshot())
print(sorted(k for k in vars() if k in ('f', 'g', 'C')), vars() is globals())
