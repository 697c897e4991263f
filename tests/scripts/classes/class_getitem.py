# Subscripting a class: __class_getitem__.
class Box:
    def __class_getitem__(cls, item):
        return f'{cls.__name__} of {item}'


class Sub(Box):
    pass


print(Box[1], Sub['x', 'y'], Box[1:2])


class Meta(type):
    def __getitem__(cls, item):
        return 'the metaclass is asked first'


class Both(metaclass=Meta):
    def __class_getitem__(cls, item):
        return 'never'


print(Both[0])
for cls in int, object:
    try:
        cls[int]
    except TypeError as error:
        print(error)
try:
    Box()[0]
except TypeError as error:
    print(error)

print(list[int], dict[str, int], tuple[int, ...], type[int])
print(list[int].__origin__, dict[str, int].__args__, list[int]([1, 2]), list[int] == list[int])
