# Arrays from lists, strings, bytes, other arrays; what is refused.
import array as A
import warnings
from array import array

warnings.simplefilter("ignore")
a = array("i", [1, 2, 3])
u = array("u", "héy")
f = array("d", [1.5, 2.5])
e = array("b")

for call in r"""
array()
array('x')
array('ii')
array(5)
array('i','abc')
array('u','abc')
array('w','abc')
array('u',['a','b'])
array('u',b'abcd')
array('i',u)
array('i',array('u','a'))
array('d',a)
array('b',array('i',[1000]))
array('i',5)
array('i',b'\1\0\0\0')
array('i',b'\1\0\0')
array('i',bytearray(b'\1\0\0\0'))
array('i',range(3))
array('i',x=1)
array('i',[1],2)
array('i',(1,2))
array('i',iter([1]))
array('i',{3:4})
array(typecode='i')
a
u
f
array('u')
array('w','\n')
repr(array('f',[0.1]))
str(a)
array('d',[float('nan')])==array('d',[float('nan')])
array('u','a')<array('u','b')
array('i').__init__(1,2,3)
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
