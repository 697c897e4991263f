# Subscripts, sums, products, comparisons.
import array as A
import warnings
from array import array

warnings.simplefilter("ignore")
a = array("i", [1, 2, 3])
u = array("u", "héy")
f = array("d", [1.5, 2.5])
e = array("b")

for call in r"""
len(a)
a[0],a[-1]
a[3]
a[-4]
a['a']
a[1.5]
a[10**30]
a[0:2]
a[::-1]
a[::2]
a[5:]
a+a
a+[1]
a+f
a*2
2*a
a*-1
a*'a'
a*10**30
a==array('i',[1,2,3])
a==array('d',[1,2,3])
a==array('i',[1,2])
a!=a
a<array('i',[1,2,4])
a<array('d',[1,3])
a<[1]
a==[1,2,3]
2 in a
'a' in a
5 in a
hash(a)
sum(a),min(a),max(a),sorted(a)
tuple(reversed(a))
eval(repr(a))==a
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
