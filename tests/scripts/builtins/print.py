# print: separators, ends, files.
import io
import sys

print()
print(1, 'two', 3.0, None, [4], sep=' | ')
print('no newline', end='')
print('', 'a', 'b', sep='\n', end='!\n')
print('x', sep=None, end=None)
out = io.StringIO()
print('to a file', 5, file=out)
print(repr(out.getvalue()))
print('flushed', flush=True)
print(*[1, 2, 3], *'ab', sep='')


class Writer:
    def write(self, text):
        sys.stdout.write(f'<{text!r}>')


print('a', 1, file=Writer())
print()
print('to stdout', file=None)
print(b'bytes', 'é', '日本', '🐍', True, ..., NotImplemented, int, len)
for wrong in {'sep': 1}, {'end': 1}, {'file': 5}, {'nope': 1}:
    try:
        print('x', **wrong)
    except (TypeError, AttributeError) as error:
        print(error)
print(print('nested'))
