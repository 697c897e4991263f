# Fields, models and queries: metaclass, descriptors and operators together.
class Condition:
    def __init__(self, test, text):
        self.test, self.text = test, text

    def __and__(self, other):
        return Condition(lambda row: self.test(row) and other.test(row), f'({self.text} and {other.text})')

    def __or__(self, other):
        return Condition(lambda row: self.test(row) or other.test(row), f'({self.text} or {other.text})')

    def __invert__(self):
        return Condition(lambda row: not self.test(row), f'not {self.text}')


class Field:
    count = 0

    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default
        Field.count += 1
        self.order = Field.count

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, row, owner):
        return self if row is None else row.values.get(self.name, self.default)

    def __set__(self, row, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} is to be {self.kind.__name__}, not {type(value).__name__}')
        row.values[self.name] = value

    def compare(symbol, function):
        return lambda self, other: Condition(
            lambda row: function(getattr(row, self.name), other), f'{self.name} {symbol} {other!r}'
        )

    __eq__ = compare('==', lambda a, b: a == b)
    __lt__ = compare('<', lambda a, b: a < b)
    __gt__ = compare('>', lambda a, b: a > b)
    __hash__ = object.__hash__


class ModelMeta(type):
    def __new__(meta, name, bases, namespace):
        cls = super().__new__(meta, name, bases, namespace)
        fields = {}
        for base in reversed(cls.__mro__):
            fields.update({k: v for k, v in vars(base).items() if isinstance(v, Field)})
        cls.fields = sorted(fields.values(), key=lambda field: field.order)
        cls.rows = []
        return cls

    def __iter__(cls):
        return iter(cls.rows)

    def __len__(cls):
        return len(cls.rows)


class Model(metaclass=ModelMeta):
    def __init__(self, **values):
        self.values = {}
        for name, value in values.items():
            if name not in {field.name for field in self.fields}:
                raise AttributeError(f'{type(self).__name__} has no field {name!r}')
            setattr(self, name, value)
        type(self).rows.append(self)

    @classmethod
    def where(cls, condition):
        print('where', condition.text)
        return [row for row in cls if condition.test(row)]

    def __repr__(self):
        return (
            f"{type(self).__name__}({', '.join(f'{f.name}={getattr(self, f.name)!r}' for f in self.fields)})"
        )


class Named(Model):
    name = Field(str, '?')


class Pet(Named):
    age = Field(int, 0)
    kind = Field(str, 'dog')


for values in {'name': 'Rex', 'age': 7}, {'name': 'Tom', 'age': 3, 'kind': 'cat'}, {'age': 9}:
    Pet(**values)
print(len(Pet), len(Named), [field.name for field in Pet.fields])
print(Pet.where((Pet.age > 5) & ~(Pet.name == 'Rex')))
print(Pet.where((Pet.kind == 'cat') | (Pet.age < 4)))
for values in {'age': 'old'}, {'colour': 'red'}:
    try:
        Pet(**values)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
