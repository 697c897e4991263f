# Cells compare as what they hold; an empty one comes first.
from types import CellType


print(CellType(2) < CellType(3), CellType(2) >= CellType(3), CellType(2) == CellType(2.0), CellType(1) != CellType(1))
print(CellType() == CellType(), CellType() < CellType("a"), CellType(1) > CellType(), CellType() <= CellType())
print(CellType(1) == 1, CellType(1).__lt__(1))
for f in (lambda: CellType(1) < 2, lambda: CellType(1) < CellType("a"), lambda: hash(CellType(1))):
    try:
        f()
    except TypeError as error:
        print(error)
