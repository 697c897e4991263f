# Where no level of nesting is left, a reduction in Python can't be called.
import pickle


class Reduced:
    def __reduce__(self):
        return Reduced, (self.held,)


def nested(depth, make):
    value = 1
    for _ in range(depth):
        value = make(value)
    return value


def reduced(value):
    made = Reduced()
    made.held = value
    return made


for make, limit in (reduced, 4998), (lambda value: (value,), 9999), (lambda value: [value], 4999):
    for depth in limit - 1, limit, limit + 1:
        try:
            print(depth, len(pickle.dumps(nested(depth, make))) > 0)
        except RecursionError as error:
            print(depth, error)
