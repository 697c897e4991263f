# dis takes functions, methods, classes, generators, source and code. (What it prints is code of another machine.)
import dis
import io


class T:
    def method(self):
        return 1

    @classmethod
    def made(cls):
        return cls()


def generator():
    yield 1


for x in T.method, T().method, T.made, generator, generator(), lambda: 0, 'x = 1', 'x + 1', compile('1', 'f', 'eval'):
    out = io.StringIO()
    dis.dis(x, file=out)
    print(len(out.getvalue()) > 20)
out = io.StringIO()
dis.dis(T, file=out)
print([line for line in out.getvalue().splitlines() if line.startswith('Disassembly')])
for wrong in 3, object(), 1.5:
    try:
        dis.dis(wrong, file=io.StringIO())
    except TypeError as error:
        print(error)
try:
    dis.dis('x = = 1')
except SyntaxError as error:
    print(error)
