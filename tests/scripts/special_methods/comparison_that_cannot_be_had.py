# A comparison method whose lookup fails counts as none; what it raises when called does not.
class Broken:
    @property
    def __eq__(self):
        raise AttributeError("no __eq__")

    @property
    def __lt__(self):
        raise ValueError("no __lt__")


a, b = Broken(), Broken()
print(a == b, a == a, a != b, a == 1)
try:
    a < b
except TypeError as error:
    print(error)


class Made:
    @property
    def __eq__(self):
        return lambda other: "made"

    @property
    def __gt__(self):
        def fail(other):
            raise ValueError("called")

        return fail


print(Made() == 1, 1 == Made())
try:
    Made() > 1
except ValueError as error:
    print(error)
