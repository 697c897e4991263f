# compile makes a code object that can be run many times.
code = compile('n + 1', '<expression>', 'eval')
print([eval(code, {'n': n}) for n in range(3)])
print(type(code).__name__, code.co_filename, code.co_name, code.co_names)

program = compile('result = []\nfor i in range(n):\n    result.append(i)', 'program.py', 'exec')
scope = {'n': 3}
exec(program, scope)
print(scope['result'])

single = compile('1 + 1', '<input>', 'single')
exec(single)
exec(compile('None', '<input>', 'single'))
exec(compile('x = "shown by repr"; x', '<input>', 'single'))


def attempt(*args):
    try:
        print(type(compile(*args)).__name__)
    except Exception as error:
        print(type(error).__name__, error)


attempt('x = 1', 'f', 'eval')
attempt('x', 'f', 'wrong')
attempt('x =', 'f', 'exec')
attempt('a = 1\nb = 2', 'f', 'single')
attempt('x', 'f')
attempt(5, 'f', 'exec')
attempt('', 'f', 'exec')
attempt('', 'f', 'eval')
attempt('if x:', 'f', 'exec')
try:
    exec(compile('\n\nboom()', 'named.py', 'exec'))
except NameError as error:
    print(
        error, error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_code.co_filename
    )
