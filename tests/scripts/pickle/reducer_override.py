# reducer_override is asked about everything that has no opcode of its own.
import io
import pickle


class Thing:
    pass


def function():
    pass


class Watching(pickle.Pickler):
    def reducer_override(self, obj):
        print('asked about', getattr(obj, '__name__', type(obj).__name__))
        return NotImplemented


out = io.BytesIO()
Watching(out).dump([1, 'text', None, (2.5, b'x'), {'k': Thing}, Thing(), function, int, len])
print(out.getvalue())
again = pickle.loads(out.getvalue())
print(again[-2:], again[-3] is function)


class Replacing(pickle.Pickler):
    def reducer_override(self, obj):
        if isinstance(obj, Thing):
            return Thing, (), {'replaced': True}
        if obj is function:
            return 'print'
        return NotImplemented


function.__module__ = 'builtins'
try:
    Replacing(io.BytesIO()).dump(function)
except pickle.PicklingError as error:
    print(error.args[0].replace(repr(function), '<function>'))
out = io.BytesIO()
Replacing(out, 2).dump(Thing())
print(out.getvalue(), pickle.loads(out.getvalue()).replaced)
