# sys.stdout can be replaced: print follows.
import io
import sys

original = sys.stdout
sys.stdout = captured = io.StringIO()
print('captured', 1)
sys.stdout.write('too')
sys.stdout = original
print(repr(captured.getvalue()))


class Upper:
    def write(self, text):
        original.write(text.upper())

    def flush(self):
        original.write('(flushed)')


sys.stdout = Upper()
print('shouted')
print('and flushed', flush=True)
sys.stdout = sys.__stdout__
print()
sys.stdout = None
print('into nothing')
sys.stdout = original
del sys.stdout
try:
    print('x')
except RuntimeError as error:
    sys.stdout = original
    print(error)
sys.stdin = io.StringIO('from memory\nsecond\n')
print(input(), sys.stdin.readline())
sys.stdin = sys.__stdin__
for line in sys.stdin:
    print('line', repr(line))
sys.displayhook(5)
sys.displayhook(None)
import builtins

print(builtins._)
