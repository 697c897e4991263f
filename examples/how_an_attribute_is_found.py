"""Where obj.name comes from: data descriptors, the instance, the classes, __getattr__."""


class Data:
    def __get__(self, instance, owner):
        return 'a data descriptor'

    def __set__(self, instance, value):
        print('  (set is intercepted)')


class NonData:
    def __get__(self, instance, owner):
        return 'a non-data descriptor'


class Base:
    inherited = 'the base class'


class T(Base):
    data = Data()
    non_data = NonData()
    plain = 'the class'

    def __getattr__(self, name):
        return '__getattr__, the last resort'


NAMES = 'data', 'non_data', 'plain', 'inherited', 'missing'
t = T()
for name in NAMES:
    print(f't.{name:10} comes from', getattr(t, name))

print('Now the instance has them all:')
for name in NAMES:
    t.__dict__[name] = 'the instance'
for name in NAMES:
    print(f't.{name:10} comes from', getattr(t, name))
t.data = 'anything'
