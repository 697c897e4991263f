# One Pickler, several dumps: the memo lives on until clear_memo().
import io
import pickle

out = io.BytesIO()
pickler = pickle.Pickler(out)
data = ['data']
pickler.dump(data)
first = out.tell()
pickler.dump(data)
print(out.getvalue()[:first], out.getvalue()[first:])

pickler.clear_memo()
pickler.dump(data)
print(out.getvalue()[first:])

out.seek(0)
unpickler = pickle.Unpickler(out)
a, b, c = unpickler.load(), unpickler.load(), unpickler.load()
print(a, a is b, a is c)
try:
    unpickler.load()
except EOFError as error:
    print(type(error).__name__, error)

out = io.BytesIO()
for item in 'one', 2, [3]:
    pickle.dump(item, out)
out.seek(0)
print(pickle.load(out), pickle.load(out), pickle.load(out))

pickler = pickle.Pickler(io.BytesIO(), 0)
print(pickler.bin, pickler.fast, pickle.Pickler(io.BytesIO(), 1).bin)
