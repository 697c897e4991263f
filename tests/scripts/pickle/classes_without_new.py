# Protocols 0 and 1 take a class of an extension module that has no __new__ for one made in Python.
import functools
import io
import pickle
import re

for value in re.match("a", "a"), functools.cmp_to_key(len), re.compile("a").scanner("a"), {}.keys(), memoryview(b""):
    for protocol in 0, 1, 2, 4:
        try:
            print(pickle.dumps(value, protocol))
        except Exception as error:
            print(type(error).__name__, error)

file = io.BytesIO()
pickler = pickle.Pickler(file, 1)
pickler.dispatch_table = {}
pickler.dump(re.compile("a"))
print(file.getvalue())
try:
    pickle.loads(file.getvalue())
except TypeError as error:
    print(error)

union = int | str
print(pickle.dumps(union), pickle.loads(pickle.dumps(union)))
try:
    union.__reduce_ex__(4)
except TypeError as error:
    print(error)
