# What each method answers, and refuses.
import array as A
import warnings
from array import array

warnings.simplefilter("ignore")
a = array("i", [1, 2, 3])
u = array("u", "héy")
f = array("d", [1.5, 2.5])
e = array("b")

for call in r"""
e
a.typecode,a.itemsize,u.itemsize,f.itemsize
[array(c).itemsize for c in 'bBuwhHiIlLqQfd']
list(a)
list(u)
a.tolist()
u.tolist()
a.tobytes()
u.tobytes()
u.tounicode()
a.tounicode()
a.count(2)
a.count('a')
a.index(3)
a.index(9)
a.index(2,2)
a.index(1,-3)
a.index(2,0,1)
a.buffer_info()[1]
a.__sizeof__()
a.__reduce_ex__(2)
a.__reduce_ex__(4)
a.__reduce_ex__(3)[1]
a.__reduce_ex__('a')
a.__copy__()
a.__deepcopy__({})
memoryview(a).tolist()
memoryview(a).format, memoryview(a).itemsize
memoryview(u).format
memoryview(array('w','ab')).format
bytes(a)
bytearray(a)
b''+a
memoryview(a)==a
memoryview(f).tolist()
A.typecodes
A.ArrayType is A.array
A.array.__name__, A.array.__module__
array[int]
a.foo
a.append()
a.append(1,2)
a.append('a')
a.append(2**40)
a.extend(5)
a.extend(['a'])
a.extend(f)
a.extend(u)
a.fromlist(5)
a.fromlist(['a'])
a.frombytes(b'abc')
a.frombytes('abc')
a.fromunicode('a')
a.insert(1)
a.insert('a',1)
a.pop('a')
a.pop(10)
e.pop()
a.remove(9)
a.fromfile(5,1)
a.tofile(5)
a.__class__
a.byteswap(1)
a.reverse(1)
isinstance(a,A.array)
a.__contains__(1)
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
