# The functions of the module, called wrongly.
import io
import pickle


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


attempt(pickle.dumps)
attempt(pickle.dumps, 1, 2, 3)
attempt(pickle.dumps, 1, 6)
attempt(pickle.dumps, 1, 'two')
attempt(pickle.dumps, 1, protocol=1)
attempt(pickle.dumps, obj=1)
attempt(pickle.dumps, 1, unknown=2)
attempt(pickle.loads)
attempt(pickle.loads, 'text')
attempt(pickle.loads, None)
attempt(pickle.loads, bytearray(b'N.'))
attempt(pickle.loads, b'N.', b'N.')
attempt(pickle.loads, b'N.', encoding=5)
attempt(pickle.dump, 1)
attempt(pickle.dump, 1, None)
attempt(pickle.dump, 1, io.StringIO())
attempt(pickle.load)
attempt(pickle.load, io.StringIO('N.'))
attempt(pickle.load, io.BytesIO(b''))
attempt(pickle.Pickler)
attempt(pickle.Unpickler, 5)
attempt(pickle.Pickler, io.BytesIO(), 99)
