# A copy is made by the class's own `__new__`, without arguments unless something says which.
import copy
import copyreg


class Wanting:
    def __new__(cls, foo):
        made = object.__new__(cls)
        made.foo = foo
        return made


class Counting:
    made = 0

    def __new__(cls):
        cls.made += 1
        return object.__new__(cls)


wanting = Wanting(42)
for copier in copy.copy, copy.deepcopy:
    try:
        copier(wanting)
    except TypeError as error:
        print(error)

copyreg.pickle(Wanting, lambda w: (Wanting, (w.foo,)))
for copier in copy.copy, copy.deepcopy:
    print(copier(wanting).foo, type(copier(wanting)) is Wanting)

counting = Counting()
counting.text = 'here'
print([copier(counting).text for copier in (copy.copy, copy.deepcopy)], Counting.made)
