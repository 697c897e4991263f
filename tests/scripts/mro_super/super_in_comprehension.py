# super() inside comprehensions, generator expressions and nested classes.
class A:
    def value(self, n):
        return n * 10


class B(A):
    def value(self, n):
        return -1

    def comprehension(self):
        return [super(B, self).value(n) for n in range(3)]

    def inlined(self):
        return [super().value(n) for n in range(3)]

    def with_class(self):
        return [__class__.__name__ for _ in range(2)]

    def generator(self):
        try:
            return list(super().value(n) for n in range(3))
        except (TypeError, RuntimeError) as error:
            return type(error).__name__, str(error)

    def nested(outer):
        class Inner(A):
            def value(self, n):
                return 'inner', super().value(n), outer.value(n)

        return Inner().value(1)


b = B()
print(b.comprehension(), b.inlined(), b.with_class(), b.generator(), b.nested(), sep='\n')


class Alias(A):
    value = B.value
    inlined = B.inlined


try:
    Alias().inlined()
except TypeError as error:
    print(error)
