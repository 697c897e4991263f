# dump and load: anything with write or read.
import io
import json

out = io.StringIO()
json.dump({'a': [1, 2], 'é': None}, out)
json.dump([1], out, indent=1)
print(out.getvalue())
print(json.load(io.StringIO('{"x": [1, 2.5]}')), json.load(io.BytesIO(b'[true]')))


class Log:
    def write(self, text):
        print('write', repr(text))


json.dump({'a': [1, {'b': 'c'}]}, Log())
json.dump([1, [2]], Log(), indent=2)
try:
    json.dump([1, object()], Log())
except TypeError as e:
    print(e)
try:
    json.dump(1, 5)
except AttributeError as e:
    print(e)
