# Truth: __bool__, else __len__, else true.
class Bool:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Len:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        return self.value


class Both(Len):
    def __bool__(self):
        return True


print(bool(Bool(True)), bool(Bool(False)), bool(Len(3)), bool(Len(0)), bool(Both(0)), bool(object()))
print([bool(x) for x in (0, 0.0, '', b'', [], (), {}, set(), None, range(0))])
print([bool(x) for x in (1, -0.1, ' ', b'0', [0], (0,), {0: 0}, {0}, ..., range(1), len)])


def attempt(function, obj):
    try:
        print(function(obj))
    except Exception as error:
        print(type(error).__name__, error)


attempt(bool, Bool(1))
attempt(bool, Bool('yes'))
attempt(len, Len(-1))
attempt(len, Len('3'))
attempt(len, Len(2.0))
attempt(len, Len(2**70))
attempt(bool, Len(-1))
attempt(len, Len(True))
print('and' if Bool(True) and Len(1) else 'no', (Bool(False) or 'or'), not Len(0))
if Len(0):
    print('never')
while Bool(False):
    print('never')
