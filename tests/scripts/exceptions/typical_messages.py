# The messages of the errors people make every day.
items, text, pair, nothing = [1], 'abc', (1, 2), None


def attempt(*sources):
    for source in sources:
        try:
            print(source, '->', eval(source))
        except Exception as error:
            print(source, '->', type(error).__name__, error)


attempt('1 / 0', '1 // 0', '1 % 0', '1.0 / 0', '1.0 // 0', '5.0 % 0', '0 ** -1', 'divmod(1, 0)', '1 << -1')
attempt(
    '"a" + 1',
    '1 + "a"',
    '[] + ()',
    '"a" * "b"',
    '"a" - "b"',
    '[1] * 1.5',
    '-"a"',
    'None + 1',
    '~1.5',
    '{} + {}',
)
attempt(
    '[1, 2][5]',
    '(1,)[1]',
    '"abc"[10]',
    '{}[1]',
    '{"a": 1}["b"]',
    'items["a"]',
    'text["a"]',
    'pair[nothing]',
    'b""[0]',
)
attempt(
    'int("x")',
    'int("")',
    'int("1.5")',
    'float("x")',
    'float("")',
    'int([])',
    'float(None)',
    'int("12", 1)',
    'int("9", 8)',
    'chr(-1)',
    'ord("")',
)
attempt(
    'len(None)',
    'undefined',
    '"x".nope',
    'None.nope',
    'int.nope',
    '(1).nope',
    'nothing()',
    'nothing[0]',
    '1 in 1',
    '[*1]',
    '{**1}',
)
attempt(
    '[].pop()',
    '[].remove(1)',
    '[].index(1)',
    '{}.pop(1)',
    '{}.popitem()',
    'set().pop()',
    'set().remove(1)',
    '().index(1)',
    '"a".index("b")',
    'max([])',
    'min()',
    'next(iter([]))',
)
attempt(
    '1 < "a"',
    '[] < 1',
    'sorted([1, "a"])',
    'sum("ab")',
    '"%d" % "x"',
    '"%s %s" % 1',
    '"%s" % (1, 2)',
    '"{}".format()',
    '"{a}".format()',
    '"%z" % 1',
    '"{!x}".format(1)',
)
attempt(
    'abs("x")',
    'round("x")',
    'range(1.5)',
    'range(0, 1, 0)',
    'slice()',
    '[][::0]',
    'list(5)',
    'tuple(5)',
    'dict(a=1, **{"a": 2})',
    'bytes(-1)',
    'bytes([256])',
    'b"a" + "a"',
    '"a" + b"a"',
    'b"a".decode("nope")',
)
attempt(
    '(lambda x: x)()',
    'print(sep=1)',
    'isinstance(1, 1)',
    'issubclass(1, int)',
    'open("no/such/file")',
    'type("x")()',
    'object.x',
    'super()',
    '__import__("no_such")',
    'getattr(1, "x")',
    'hash([])',
    'iter(1)',
)
