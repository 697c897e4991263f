# Members are copied and pickled as themselves.
import copy
import pickle
from enum import Enum, Flag, IntFlag, auto


class C(Enum):
    A = [1, 2]
    B = 'b'


class F(Flag):
    X = auto()
    Y = auto()


class I(IntFlag):
    P = 1


for protocol in range(6):
    print(pickle.loads(pickle.dumps(C.B, protocol)) is C.B, pickle.loads(pickle.dumps(F.X | F.Y, protocol)) is F(3), pickle.loads(pickle.dumps(I(9), protocol)) == 9)
print(copy.copy(C.A) is C.A, copy.deepcopy(C.A) is C.A, copy.deepcopy([F.X])[0] is F.X, pickle.loads(pickle.dumps(C)) is C)
print(C([1, 2]), [1, 2] in C, [3] in C, C.B.__reduce_ex__(2) == (C, ('b',)))
match C.B:
    case C.A:
        print('a')
    case C.B:
        print('b')
