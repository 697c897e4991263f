# exec runs statements, eval gives the value of an expression.
print(eval('1 + 2'), eval('  [x * 2 for x in range(3)]'), eval('(lambda: 5)()'))
exec('x = 10\ny = x * 2')
print(x, y)
namespace = {'a': 5}
exec('b = a + 1\ndef f(): return a * b', namespace)
print(namespace['b'], namespace['f'](), '__builtins__' in namespace)
print(eval('a * b', namespace), eval('a + c', {'a': 1}, {'c': 2}), eval('a', {'a': 'global'}, {'a': 'local'}))
local = {}
exec('z = 1\nglobal g\ng = 2', {}, local)
print(local)


def inside():
    v = 'local variable'
    exec('w = v + "!"')
    return eval('v'), 'w' in locals()


print(inside())
print(exec('1'), eval('None'))


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(eval, 'x = 1')
attempt(eval, '')
attempt(eval, '1 +')
attempt(exec, 'raise KeyError("k")')
attempt(eval, 'undefined')
attempt(eval, 5)
attempt(exec, None)
attempt(eval, 'x', 5)
attempt(eval, 'x', {}, 5)
attempt(eval, 'len([])', {'__builtins__': {}})
attempt(eval, '1\0')
print(eval(b'1 + 1'), eval('\n\n7\n'))
exec('class Made:\n    value = 1')
print(Made, Made.value)
exec("for i in range(2):\n\tprint('tab', i)")
