# Looking an attribute up on a class: metaclass data descriptors, the MRO, then the metaclass.
class Meta(type):
    @property
    def shout(cls):
        return cls.__name__.upper()

    plain = 'from the metaclass'
    hidden = 'metaclass, hidden by the class'

    def __getattr__(cls, name):
        return f'{name} made up by {cls.__name__}'


class T(metaclass=Meta):
    hidden = 'from the class'


print(T.shout, T.plain, T.hidden, T.nowhere)
t = T()
for name in 'shout', 'plain', 'nowhere':
    try:
        getattr(t, name)
    except AttributeError as error:
        print(error)
try:
    T.shout = 1
except AttributeError as error:
    print(error)


class Guard(type):
    def __setattr__(cls, name, value):
        print('set', name, value)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print('del', name)
        super().__delattr__(name)

    def __getattribute__(cls, name):
        if name == 'magic':
            return 'magic'
        return super().__getattribute__(name)


class G(metaclass=Guard):
    x = 1


G.y = 2
print(G.y, G.magic)
del G.x
G().z = 'instances are not guarded'
