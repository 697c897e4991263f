# A pickler's own dispatch_table, and the one of copyreg.
import copyreg
import io
import pickle


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees


def reduce_celsius(obj):
    return Celsius, (obj.degrees,)


copyreg.pickle(Celsius, reduce_celsius)
print(pickle.dumps(Celsius(20)))
print(copyreg.dispatch_table[Celsius] is reduce_celsius)


class Private(pickle.Pickler):
    dispatch_table = {Celsius: lambda obj: (Celsius, (-273,))}


out = io.BytesIO()
Private(out).dump(Celsius(20))
print(pickle.loads(out.getvalue()).degrees)

out = io.BytesIO()
pickler = pickle.Pickler(out)
pickler.dispatch_table = {}
pickler.dump(Celsius(20))
print(out.getvalue())


class Sub(Celsius):
    pass


print(pickle.dumps(Sub(1)))
del copyreg.dispatch_table[Celsius]
print(pickle.dumps(Celsius(20)))

for wrong in ((Celsius, 'not callable'),):
    try:
        copyreg.pickle(*wrong)
    except TypeError as error:
        print(error)
