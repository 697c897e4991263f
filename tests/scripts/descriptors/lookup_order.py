# Data descriptor, then the instance, then non-data descriptor, then __getattr__.
class Data:
    def __get__(self, instance, owner):
        return 'data descriptor'

    def __set__(self, instance, value):
        raise AttributeError('read only')


class NonData:
    def __get__(self, instance, owner):
        return 'non-data descriptor'


class T:
    data = Data()
    non_data = NonData()
    plain = 'class attribute'

    def __getattr__(self, name):
        return f'__getattr__({name})'


t = T()
print(t.data, t.non_data, t.plain, t.missing, sep=', ')
for name in 'data', 'non_data', 'plain', 'missing':
    t.__dict__[name] = 'instance attribute'
print(t.data, t.non_data, t.plain, t.missing, sep=', ')
try:
    t.data = 1
except AttributeError as error:
    print(error)
t.non_data = 'assigned'
print(t.non_data, T.non_data, T.data)


class U(T):
    data = 'hides the descriptor of the base'


print(U().data)
u = U()
u.data = 'and can be set'
print(u.data)
# A descriptor on the instance is only a value.
u.other = NonData()
print(type(u.other).__name__)
