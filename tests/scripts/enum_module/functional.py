# Enumerations made by a call.
import pickle
from enum import Enum, Flag, IntEnum

Animal = Enum('Animal', 'ANT BEE CAT')
print(list(Animal), Animal.__module__, Animal.__qualname__, pickle.loads(pickle.dumps(Animal.BEE)) is Animal.BEE)
print(list(Enum('A', 'x, y', start=5)), list(Enum('B', [('a', 1), ('b', 'two')])), list(Enum('C', {'k': 9})))
print(list(IntEnum('D', ['p', 'q'])), list(Flag('E', 'r s t')), list(Enum('F', 'g h', type=str)), list(Enum('G', ())))
print(Enum('H', 'a', module='elsewhere', qualname='Outer.H').__qualname__, Enum('I', 'a', module='elsewhere').__module__)
print(Animal(2), Animal('x') if False else Animal['CAT'])
