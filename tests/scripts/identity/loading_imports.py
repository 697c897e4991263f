# Loading imports the module a class lives in; the module is the same one every time.
import pickle
import sys

data = b'\x80\x04\x95\x19\x00\x00\x00\x00\x00\x00\x00\x8c\rgarage_module\x94\x8c\x03Car\x94\x93\x94.'
print('garage_module' in sys.modules)
Car = pickle.loads(data)
print('garage_module' in sys.modules)

import garage_module

print(Car is garage_module.Car, Car)
print(pickle.dumps(Car))

car = Car(4)
data = pickle.dumps(car)
print(data)
print(pickle.loads(data).wheels, type(pickle.loads(data)) is Car)

# Forgotten and imported again, the module makes a new class of the same name.
del sys.modules['garage_module']
Again = type(pickle.loads(data))
print(Again is Car, Again.__name__ == Car.__name__)
try:
    pickle.dumps(car)
except pickle.PicklingError as error:
    print(error)
