# super() and __class__ in methods find their class through a cell that type.__new__ fills.
class T:
    def which(self):
        return __class__

    @staticmethod
    def also():
        return __class__


class U(T):
    pass


print(U().which(), U.also())


class Swallow(type):
    def __new__(meta, name, bases, namespace):
        namespace = {k: v for k, v in namespace.items() if k != '__classcell__'}
        return super().__new__(meta, name, bases, namespace)


try:

    class V(metaclass=Swallow):
        def method(self):
            return __class__
except RuntimeError as error:
    print(error)


class Keep(type):
    def __new__(meta, name, bases, namespace):
        print('__classcell__' in namespace)
        cls = super().__new__(meta, name, bases, namespace)
        print('__classcell__' in cls.__dict__)
        return cls


class W(metaclass=Keep):
    def method(self):
        return super().__repr__()


class X(metaclass=Keep):
    pass


print(W.method.__code__.co_freevars, W.method.__closure__[0].cell_contents)
