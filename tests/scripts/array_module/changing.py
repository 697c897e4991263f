# Changing arrays in place. Their size is fixed as long as a view shows them.
import copy
import io
import pickle
import struct
import warnings
from array import array

warnings.simplefilter("ignore")
for statement in r"""
a[0]=9
a[-1]=9
a[9]=1
a['a']=1
a[0]='a'
a[0]=2**40
a[1:3]=array('i',[7])
a[1:3]=array('i',[7,8,9,10])
a[1:3]=array('d',[7])
a[1:3]=[1,2]
a[::2]=array('i',[7,8,9])
a[::2]=array('i',[7,8])
a[::-1]=a
a[1:1]=a
a[:]=array('i')
a[::2]=array('i')
del a[0]
del a[9]
del a[1:3]
del a[::2]
del a[::-2]
del a['a']
a+=array('i',[6])
a+=array('d',[6])
a+=[6]
a*=2
a*=0
a*=-1
a*='a'
a.append(6)
a.extend([6,7])
a.extend(array('i',[8]))
a.extend(a)
a.extend(x for x in (1,2))
a.extend([1,'a'])
a.fromlist([6,7])
a.fromlist([6,'a'])
a.frombytes(b'\1\0\0\0')
a.frombytes(bytearray(4))
a.insert(0,9)
a.insert(-1,9)
a.insert(100,9)
a.insert(-100,9)
a.pop()
a.pop(0)
a.remove(3)
a.reverse()
a.byteswap()
a.clear()
m = memoryview(a); a.append(1)
m = memoryview(a); a[0]=9
m = memoryview(a); a.pop()
m = memoryview(a); a.extend([])
m = memoryview(a); a.clear()
m = memoryview(a); m[1]=77
m = memoryview(a); m.release();a.append(1)
f=io.BytesIO();a.tofile(f);a.clear();f.seek(0);a.fromfile(f,5)
f=io.BytesIO(b'\1\0\0\0');a.fromfile(f,2)
f=io.BytesIO(b'\1\0\0\0');a.fromfile(f,-2)
struct.pack_into('i',a,4,99)
io.BytesIO(b'\5').readinto(a)
b=copy.copy(a);b.append(1)
b=copy.deepcopy(a);b.append(1);print(b)
print([pickle.loads(pickle.dumps(a,p))==a for p in range(6)])
print(pickle.dumps(a,2))
print(pickle.dumps(a,4))
print(pickle.loads(pickle.dumps(array('u','hé'),4)), pickle.dumps(array('d',[1.5]),5))
for i in a: a.append(1) if len(a)<8 else None
it=iter(a);next(it);print(it.__reduce__()[1:],it.__setstate__(0),list(it))
""".strip().splitlines():
    a = array("i", [1, 2, 3, 4, 5])
    try:
        exec(statement)
        print(statement, a)
    except Exception as error:
        print(statement, type(error).__name__, error, a)
    if "m" in globals():
        m.release()
