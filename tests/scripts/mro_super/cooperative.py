# super() goes to the next class in the MRO of the instance, not to "the" base class.
class Base:
    def visit(self):
        return ['Base']


class Left(Base):
    def visit(self):
        return ['Left'] + super().visit()


class Right(Base):
    def visit(self):
        return ['Right'] + super().visit()


class Both(Left, Right):
    def visit(self):
        return ['Both'] + super().visit()


print(Left().visit())
print(Both().visit())
print([c.__name__ for c in Both.__mro__])


class Init:
    def __init__(self, **rest):
        print('Init', rest)


class Named(Init):
    def __init__(self, name, **rest):
        self.name = name
        super().__init__(**rest)


class Sized(Init):
    def __init__(self, size, **rest):
        self.size = size
        super().__init__(**rest)


class Thing(Named, Sized):
    pass


thing = Thing(name='n', size=3, other=None)
print(vars(thing))
