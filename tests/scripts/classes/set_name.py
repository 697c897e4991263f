# __set_name__ tells a descriptor its owner and its name.
class Field:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name, 'unset')


class Form:
    first = Field()
    second = Field()
    alias = first


form = Form()
print(form.first, Form.first.name, Form.second.name)
form.__dict__['second'] = 2
print(form.second)

Form.late = Field()
try:
    form.late
except AttributeError as error:
    print(error)


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError('refused')


try:

    class Broken:
        bad = Bad()
except ValueError as error:
    print(type(error).__name__, error, error.__notes__)

print(type('Made', (), {'field': Field()}).field.name)
