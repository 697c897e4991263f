# The text of a SyntaxError in a source that is no file: what the tokenizer had read of it.
sources = [
    'x = (1,', 'x = (1,\n', 'x = (1,\n2', 'a\nx = (1,\n2\n\n', '(a,\n\n', 'b c\na', 'a\nb c', 'if x\n  y\n', 'if x:\n', 'f(a\nb)\n',
    "('a'= \n'b')\n", 'x = 1 \\\n + * 2\n', 'x = 1 \\\n + ( 2\n', "'''a\nb''' c\n", "f'''a\n{b\n}\nc''' d", 'f(a, c=\n, b)', 'for i, j f\n',
    'class A:\nx = 1\n', '  x\ny\n', 'if 1:\n  a\n b\n', 'x = )\ny\n', "x = 'abc\n", 'return 1\n', "'\u00e9' \u00e9\n",
    "x = f'''\n{a}\n  {b+ :\n}'''\n", 'print 1\n2', 'try:\n    pass\n', 'def f(:\n', 'x = 1a\n', 'a = 5 = b\n',
]
for source in sources:
    try:
        compile(source, 'no file', 'exec')
        print(repr(source), 'compiles')
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset, repr(error.text))
