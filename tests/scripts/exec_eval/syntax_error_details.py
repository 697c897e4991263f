# What a SyntaxError knows about its place.
def show(source):
    try:
        compile(source, 'source.py', 'exec')
        print('compiled', repr(source))
    except SyntaxError as error:
        print(
            type(error).__name__,
            '|',
            error.msg,
            '|',
            error.lineno,
            error.offset,
            error.end_lineno,
            error.end_offset,
            repr(error.text),
        )


show('x = (1, 2')
show('x = 1 +')
show('x = 1 + + * 2')
show('if True\n    pass')
show('def f(:\n    pass')
show('class 1:\n    pass')
show('for x in :\n    pass')
show('a = b c')
show('a = 1 if 2')
show('print("a" "b" 5)')
show('f(1, 2')
show('x = [1, 2\ny = 3')
show('x = {1: 2, 3}')
show('while True print(1)')
show('import')
show('from x import')
show('from . import *\nfrom x')
show('return = 5')
show('True = 1')
show('x.1 = 2')
show('def f():\npass')
show('  indented')
show('if 1:\n    a\n  b')
show('a = """never\nclosed')
show("a = 'never closed")
show('a = 5 @@ 6')
show('a = b = ')
show('(a = 1)')
show('f(a.b=1)')
show('f(1=2)')
show('{**a for a in b}')
show('[*a for a in b]')
show('a, b += 1')
show('not = 1')
show('x = yield = 1')
show('async = 1')
show('if x == 1:\npass\nelse:\n  pass')
show('try:\n    pass\nexcept:\n    pass\nexcept ValueError:\n    pass')
show('a ! b')
show('a <> b')
show('x = 1;;')
show('\\ x')
show('x = 12abc')
show('"abc" = 1')
show('lambda x: = 1')
show('del x + 1')
show('assert (1, 2) = 3')
show('global')
show('elif x: pass')
show('x ? y')
show('“quoted”')
show('a\u00a0= 1')
