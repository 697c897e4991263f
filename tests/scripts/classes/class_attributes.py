# Instance attributes hide class attributes until they are deleted.
class T:
    count = 0

    def bump(self):
        self.count += 1
        return self.count


a, b = T(), T()
print(a.bump(), a.bump(), b.count, T.count)
print(a.__dict__, b.__dict__)
T.count = 100
print(a.count, b.count, b.bump(), T.count)
del a.count
print(a.count)
try:
    del a.count
except AttributeError as error:
    print(error)

T.new = 'added later'
print(a.new, b.new)
del T.new
try:
    a.new
except AttributeError as error:
    print(error)
try:
    T.new
except AttributeError as error:
    print(error)
try:
    del T.new
except AttributeError as error:
    print(error)


class U(T):
    pass


U.count += 1
print(U.count, T.count, 'count' in U.__dict__)
del U.count
print(U.count)
