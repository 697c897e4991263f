# A worked example: fields that check their values.
class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(
                f'{type(instance).__name__}.{self.name} must be {self.kind.__name__}, not {type(value).__name__}'
            )
        instance.__dict__[self.name] = value


class Positive(Typed):
    def __set__(self, instance, value):
        super().__set__(instance, value)
        if value <= 0:
            raise ValueError(f'{self.name} must be positive')


class Product:
    name = Typed(str, 'unnamed')
    price = Positive(int)

    def __init__(self, **values):
        for key, value in values.items():
            setattr(self, key, value)


p = Product(name='tea', price=3)
print(p.name, p.price, p.__dict__)
print(Product().name, Product().price, type(Product.price).__name__)
for values in {'price': 'free'}, {'price': 0}, {'name': 5}, {'colour': 'green'}:
    try:
        print(Product(**values).__dict__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
