# Annotation scopes in a class body see the names of the class.
X = 'global'


class C:
    X = 'class'
    type Alias = X
    type Generic[T] = (X, T)

    def method[T: X](self, a: X): pass

    def nested[T](self) -> [X for _ in (1,)]: pass

    Y = 'only in class'

    def default[T = Y](self): pass


print(C.Alias.__value__, C.Generic.__value__, C.method.__annotations__, C.method.__type_params__[0].__bound__)
print(C.default.__type_params__[0].__default__)
C.X = 'changed later'
print(C.Generic.__value__)


def function(X):
    class D:
        type A = X
        def m[T](self, a: X): pass
    return D.A.__value__, D.m.__annotations__


print(function('enclosing'))


def shadowed(X):
    class D:
        type A = X
        X = 'class wins'
    return D.A.__value__


print(shadowed('enclosing'))


class G:
    global X
    type A = X


print(G.A.__value__)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return {'prepared': 1}


class Prepared(metaclass=Meta):
    type A = prepared


print(Prepared.A.__value__)
