@decorator
class C(Base, metaclass=M):
    """A class.

    With a docstring.
    """
    x: int = 1

    def __init__(self, v):
        super().__init__(v)
        self.v = self.__private = v

    @property
    def w(self):
        return __class__
