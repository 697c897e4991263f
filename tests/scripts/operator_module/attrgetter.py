# attrgetter makes functions that get attributes, dotted ones too.
import operator
import pickle


class Point:
    def __init__(self, x, inner=None):
        self.x = x
        self.inner = inner


p = Point(1, Point(2))
print(operator.attrgetter('x')(p), operator.attrgetter('inner.x')(p), operator.attrgetter('x', 'inner.x')(p))
print(operator.attrgetter('a.b'), operator.attrgetter('a', 'b'))
print(pickle.loads(pickle.dumps(operator.attrgetter('inner.x')))(p))
for call in (
    lambda: operator.attrgetter(),
    lambda: operator.attrgetter(1),
    lambda: operator.attrgetter('y')(p),
    lambda: operator.attrgetter('inner.inner.x')(p),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
