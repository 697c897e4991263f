# Very deep structures raise RecursionError, in both directions memory stays safe.
import pickle


def nested(depth):
    return pickle.loads(b']' * (depth + 1) + b'a' * depth + b'.')


data = pickle.dumps(nested(200))
print(len(data))

try:
    pickle.dumps(nested(100000))
except RecursionError as error:
    print(type(error).__name__)

value = pickle.loads(b']' * 1000 + b'a' * 999 + b'.')
depth = 0
while value:
    value, depth = value[0], depth + 1
print(depth)


class Endless:
    def __reduce__(self):
        return Endless, (Endless(),)


try:
    pickle.dumps(Endless())
except RecursionError as error:
    print(type(error).__name__)
