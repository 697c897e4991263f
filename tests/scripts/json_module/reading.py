# loads: values, blanks, hooks, bytes in any UTF.
import json

for text in ['null', 'true', ' false ', '0', '-0', '12', '-1.5', '1e3', '1E-2', '1.25e+2', '-0.0', '"a"', '[]', '[ ]', '{}', '{ }', '[1, "a", null, [true]]',
             '{"a": 1, "b": {"c": [1, 2]}}', '\n\t\r [1 , 2 ]\n', 'NaN', 'Infinity', '-Infinity', '123456789012345678901234567890', '1e999', '{"a":1,"a":2}']:
    print(repr(text), json.loads(text))
for text in [r'"\"\\\/\b\f\n\r\t"', r'"\u00e9\u20AC"', r'"\ud83d\ude00"', r'"\ud83d"', r'"\ude00\ud83d"', r'"\ud83d\ud83d\ude00"', '"é😀"', '"\x7f\u2028"']:
    print(ascii(json.loads(text)))
print(json.loads('[1.5, 2, NaN]', parse_float=str, parse_int=lambda s: s + '!', parse_constant=lambda s: 'const ' + s))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": {}, "b": 2}', object_pairs_hook=list))
print(json.loads('{"a": 1}', object_pairs_hook=tuple, object_hook=list), json.loads('"a\nb"', strict=False) == 'a\nb')
for encoding in ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be']:
    print(encoding, json.detect_encoding('["é"]'.encode(encoding)), json.loads('["é"]'.encode(encoding)), json.loads('1'.encode(encoding)))
print(json.loads(bytearray(b'[1]')), json.loads(b'""'))
for wrong in [None, 5, ['[]'], object]:
    try:
        json.loads(wrong)
    except TypeError as e:
        print(e)
keys = json.loads('[{"key": 1}, {"key": 2}]')
print(list(keys[0])[0] is list(keys[1])[0])
