# reducer_override is held to the same rules as __reduce__.
import io
import pickle


class Thing:
    pass


def attempt(result):
    class Overriding(pickle.Pickler):
        def reducer_override(self, obj):
            return result

    out = io.BytesIO()
    try:
        Overriding(out).dump(Thing)
        print(out.getvalue())
    except Exception as error:
        print(type(error).__name__, error)


attempt(NotImplemented)
attempt(None)
attempt(5)
attempt('Thing')
attempt('Other')
attempt((type,))
attempt((list, 5))


class Raising(pickle.Pickler):
    def reducer_override(self, obj):
        raise LookupError('from the override')


try:
    Raising(io.BytesIO()).dump([Thing])
except LookupError as error:
    print(error)
Raising(io.BytesIO()).dump([1, 'no override needed', {}, None])


class NotCallable(pickle.Pickler):
    reducer_override = 5


try:
    NotCallable(io.BytesIO()).dump(Thing)
except TypeError as error:
    print(error)
