# Context managers as decorators.
import contextlib


@contextlib.contextmanager
def tag(name):
    print(f'<{name}>')
    yield
    print(f'</{name}>')


@tag('p')
def paragraph(text):
    """prints"""
    print(text)


paragraph('one')
paragraph('two')
print(paragraph.__name__, paragraph.__doc__)


class Own(contextlib.ContextDecorator):
    def __enter__(self):
        print('in')
        return self

    def __exit__(self, *exc):
        print('out', exc[0])
        return True


@Own()
def fails():
    raise ValueError


print(fails())
