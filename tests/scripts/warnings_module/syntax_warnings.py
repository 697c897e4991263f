# What the compiler warns of goes through the same filters.
import warnings

sources = ['1 is 1', r'"\d"', '[1](2)', '"a"["b"]', '0x1for x in y', '1 == 1']
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    for source in sources:
        compile(source, 'text.py', 'exec')
for w in log:
    print(w.category.__name__, w.message, w.filename, w.lineno)
compile('x is ()', 'shown.py', 'exec')
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    compile('x is ()', 'hidden.py', 'exec')
    warnings.simplefilter('error')
    for source in ['1 is 1', '\n\n[1](2)']:
        try:
            compile(source, 'raised.py', 'exec')
        except SyntaxError as error:
            print(type(error).__name__, error, error.lineno, error.filename)
