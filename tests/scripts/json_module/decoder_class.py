# JSONDecoder: raw_decode, subclasses.
import json

decoder = json.JSONDecoder()
print(decoder.decode(' [1] '), decoder.raw_decode('[1] rest'), decoder.raw_decode('xx{"a":1}', 2), decoder.raw_decode('"é"é'))
for args in [(' 1',), ('',), ('1', 1), ('1', -1), ('[1]', 1), (5,)]:
    try:
        print(decoder.raw_decode(*args))
    except Exception as e:
        print(type(e).__name__, e)

text = '1 [2] {"a": 3}   "x"'
index = 0
while index < len(text):
    value, index = decoder.raw_decode(text, index)
    print(value, index)
    while index < len(text) and text[index] == ' ':
        index += 1


class Point(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=self.hook, **kw)

    def hook(self, d):
        return (d['x'], d['y']) if d.keys() == {'x', 'y'} else d


print(json.loads('[{"x": 1, "y": 2}, {"z": {"x": 0, "y": 0}}]', cls=Point), json.loads('{}', cls=Point, parse_int=str))
try:
    json.loads('1', cls=Point, nothing=1)
except TypeError as e:
    print(str(e).replace('JSONDecoder.', ''))
