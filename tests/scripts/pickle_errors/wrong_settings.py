# What a pickler and an unpickler may be told, and what not.
import copyreg
import io
import pickle


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for options in (
    dict(encoding=1), dict(encoding=None), dict(encoding='a\0b'), dict(errors=None), dict(errors='a\0'), dict(buffers=5),
    dict(buffers=None), dict(unknown=1),
):
    attempt(lambda: pickle.loads(b'N.', **options))
for arguments in (), (io.BytesIO(), 1), (io.BytesIO(), 1, 2, 3), (5,):
    attempt(lambda: type(pickle.Unpickler(*arguments)))
    attempt(lambda: type(pickle.Pickler(*arguments)))
attempt(lambda: type(pickle.Unpickler(file=io.BytesIO())))
attempt(lambda: pickle.Pickler(protocol=1))

pickler = pickle.Pickler(io.BytesIO())
unpickler = pickle.Unpickler(io.BytesIO())
for memo in 5, None, {1: 2}, {1: ('x', 2)}, {1: (None, 2)}, {1: (1, 2, 3)}, {}:
    attempt(lambda: setattr(pickler, 'memo', memo))
for memo in 5, None, {'k': 2}, {-1: 2}, {2**70: 1}, {1.0: 2}, {}, unpickler.memo:
    attempt(lambda: setattr(unpickler, 'memo', memo))
for arguments in ('builtins', 'len'), ('builtins', 5), (5, 'len'), ('', 'len'):
    attempt(lambda: unpickler.find_class(*arguments))

for code in 'x', 1.5, '7', 0, -1, 2**31, 2**100, None:
    attempt(lambda: copyreg.add_extension('module', f'name of {code}', code))
print(copyreg._extension_registry)
