# A class with a metaclass of its own still pickles as a name.
import copyreg
import pickle


class Meta(type):
    pass


class Made(metaclass=Meta):
    pass


for protocol in 0, 2, 4:
    print(pickle.dumps(Made, protocol))
print(pickle.loads(pickle.dumps(Made)) is Made, pickle.dumps(Made()))


class Customised(type):
    def __reduce__(cls):
        return 'never asked'


class Using(metaclass=Customised):
    pass


print(pickle.loads(pickle.dumps(Using)) is Using)


# Only a registration by exact metaclass is asked.
def reduce_class(cls):
    return getattr, (cls.owner, cls.__name__)


class Owner:
    pass


copyreg.pickle(Meta, reduce_class)
Owner.Hidden = Meta('Hidden', (), {'owner': Owner})
print(pickle.dumps(Owner.Hidden))
print(pickle.loads(pickle.dumps(Owner.Hidden)) is Owner.Hidden)
