# What is wrong with a document, and where.
import json

for text in ['', ' ', '[', '[1', '[1,', '[1,]', '[1 2]', '[,1]', '{', '{"a"', '{"a"}', '{"a":', '{"a":}', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1 "b":2}', '{a:1}',
             "{'a':1}", '{1:2}', '{,}', '"abc', '"a\nb"', '"a\tb"', '"\\', '"\\x"', '"\\u12"', '"\\u12G4"', '"\\ud800\\u12"', '"\\ud800\\uzzzz"x', 'nul', 'True', 'None', '-', '+1',
             '01', '1.', '.5', '1e', '0x1', '1 2', '[] []', '\n\n [1,\n2,\n x]', '\ufeff[]', 'é', '["é", ]', '-Inf', 'undefined', "'a'", '//c\n1', '[1}', '{"a":1]']:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), '|', e, '|', e.msg, e.pos, e.lineno, e.colno, e.doc == text)
for text in ['[' * 50000, '{"a":' * 50000]:
    try:
        json.loads(text)
    except RecursionError as e:
        print(e)
try:
    json.loads('1' * 5000)
except ValueError as e:
    print(type(e).__name__, e)
error = json.JSONDecodeError('message', 'a\nbc', 3)
print(error, error.args, error.lineno, error.colno, isinstance(error, ValueError), type(error).__module__)
try:
    json.loads('x')
except json.JSONDecodeError as e:
    print(type(e.__context__), e.__suppress_context__)
