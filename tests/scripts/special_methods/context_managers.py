# __enter__ and __exit__, in every order of success and failure.
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Manager('a') as name:
    print('body', name)

with Manager('b') as b, Manager('c', swallow=True) as c:
    raise ValueError(b + c)

try:
    with Manager('d'):
        raise KeyError('d')
except KeyError as error:
    print('caught', error)

with Manager('e') as (first, *rest), Manager('f'):
    print(first, rest)


def leave_early():
    for i in range(2):
        with Manager(f'g{i}'):
            if i == 0:
                continue
            return 'returned'


print(leave_early())


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *args):
        pass


for obj in 5, NoExit(), NoEnter():
    try:
        with obj:
            pass
    except TypeError as error:
        print(error)
