"""Reloading a module makes its classes anew, and an old pickle leads to the new one: it only ever was a name.

Before you run it: will the unpickled class be the one that was pickled?
"""
import importlib
import os
import pickle
import sys

source = os.path.join(os.getcwd(), 'zoo_for_reloading.py')


def write(sound):
    with open(source, 'w') as file:
        file.write(f'class Cat:\n    sound = {sound!r}\n')


sys.path.insert(0, os.getcwd())
sys.dont_write_bytecode = True
write('meow')
import zoo_for_reloading as zoo

first, tom = zoo.Cat, zoo.Cat()
pickled, pickled_tom = pickle.dumps(first), pickle.dumps(tom)
print('before:', first.sound, '  the pickle leads back to it:', pickle.loads(pickled) is first)

write('miaow')
zoo = importlib.reload(zoo)

print('after: ', zoo.Cat.sound, ' a new object:', zoo.Cat is not first)
print('the old pickle leads to the new class:', pickle.loads(pickled) is zoo.Cat)
print('an old cat is still of the old class: ', type(tom) is first, tom.sound)
print('its old pickle makes a cat of the new:', type(pickle.loads(pickled_tom)) is zoo.Cat)
try:
    pickle.dumps(first)
except pickle.PicklingError as error:
    print('the old class has no name any more:', type(error).__name__)
os.remove(source)

# The module object stayed the same and its code ran once more, in the same namespace. The class statement
# bound the name Cat to a new slot; the old slot lives on for those who hold it, but no name leads there.
