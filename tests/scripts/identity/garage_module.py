# A module that another script pickles from.
print('importing', __name__)


class Car:
    def __init__(self, wheels):
        self.wheels = wheels
