# An uncaught AttributeError suggests a similar name.
class Person:
    def __init__(self):
        self.surname = 'Doe'


def show(person):
    return person.surnane


show(Person())
