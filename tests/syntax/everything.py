# Some of everything the grammar has, for the tests that take sources apart.
f'{a = !r:>{w}}'
f'{a=:>{w}}' f"{b}" 'c' "d" rf'\d{x}\{{'
f'{ x # c
 = }'
f'''{ '#' # c
 + "a" = 
 !r}'''
f'{a:=^20}{b!r:{c}x{d}}{{}}{e}}}{{'
f'{x:{y:{z}}}'
f'{lambda_}{(lambda x:1)}{x if y else z}{*a,}{yield_}'
f'\N{DIGIT ONE}\x41{a}\
b'
f'''a
{b
}
c'''
x = 'a' 'b' f'' f'{x}' '' 'c'
f''
f'' ''
'\ud800' 'x'
f'\ud800{x}'
b'a' b'\xff\n\101'
rb'\x' Rb'\
'
u'a'
0xFFFFFFFFFFFFFFFFFF,0o17,0b1_0,1_0.0_1e1_0,1e400,.5,1.,0_0,00,1j,0.0j,9999999999999999999,9223372036854775807,9223372036854775808,08.5,09j,1E5J
x: int
(x): int = 5
x.y: int
a[b]: c
a[*b]
a[*b,c]
a[b,]
a[1:2,::3,...]
a[x:=1]
a[:]
a[::]
a[b:=1,c]
with (a, b): pass
with (a): pass
with (a,): pass
with (a as b, c): pass
with (a, b as c,): pass
with (a, (b, c)) as d: pass
with (a, *b): pass
with (a, (b:=c)): pass
with (a:=b, c): pass
with (yield): pass
with (), a: pass
with (): pass
with (a, b) as c, d: pass
with (a).b as c: pass
with (a, b as (c, d), e as [f, *g]): pass
with a as b.c, d as e[f]: pass
async def f():
  async with a as b: pass
  async for x in y: pass
  await x ** -y
  return [x async for x in y if await z if w]
@a.b[c]
@d
async def f(a,/,b=1,*c:int,d,e=2,**k)->x: pass
def f[T:int=3,*U=*a,**P=[b]](x:T,*a:*U): pass
class A[T](b,*c,d=e,**f): x=1;y=2;
class A(): pass
type X[T]=int;type=1
type.x
type(x)
type
type: int = 5
match x:
 case 1|-1|1+2j|-1-2j|'a' 'b'|b'c'|None|True: pass
 case a.b.c|A()|A(1,b=c)|{1:x,**r}|{}|[]|()|(a,)|[a,*_]|(a,*b,c): pass
 case x,*y: pass
 case *_,: pass
 case (x): pass
 case x as y if z: pass
 case {'a':b,-1:c,a.b:d}: pass
 case _: pass
 case (a|b) as c: pass
match x,y:
 case _: pass
match *a,b:
 case _: pass
match (x):
 case case: pass
match[x]
match=1
match.x=2
match(x)
case=3
match -x
match * a
_=5
match = {}
match[a]:b
match (yield_):
 case A(B(c=d),e=F()): pass
try:
 a
except* b as c:
 d
else:
 e
finally:
 f
try: a
finally: b
try: a
except (b,c): d
except: e
for x, in y: pass
else: z
for (x),[y,*z] in *a,b: pass
for x.y in z:pass
for x[a in b] in c: pass
while a:b;c;
else: d
if a:
 b;
elif c: d
elif e:
 f
else:
 if g: h
if a: b
else:
 if c: d

lambda: (yield)
lambda *a,b=1,**c: a
lambda a,/,b: a
lambda *,a: 1
x = yield
x = yield a,b
x = y = yield from z
x += yield
return_ = *a,b
print(*a,**b)
f(a,*b,c,d=1,*e,**g,h=2)
f(x for x in y)
f((x for x in y),1)
f(a:=1,b)
[x for x in y for z in w if a if b]
{x:y for x,y in z}
{x for x in y}
{**a,'b':c,**d}
{*a,b}
not a in b
a not in b is not c
a<b<c!=d
a or b or c and d and e
a if b else c if d else e
-a**-b
~+-a
await_(a)
(a)(b)
(a,b)[c]
((a)).b
a = (b) = [c,*d] = e,*f = g
del a,b.c,d[e],(f,g),[h]
del (a),
del (a,b)
del a
del (a)
global a,b
nonlocal_=1
from . import a
from .... import a as b,c
from ...a.b import (c,d as e,)
from a import *
import a.b.c as d,e
import a . b
raise
raise a from b
assert a,b
assert (a,b)
x=1;
\
x
x = 1 \
 + 2
if x:
  a

  # c
b
x=1
if x:
	a
	b
é=1;ﬁ=2;x.ﬁ
async def f(): await a; return await b
...
x = ...
(yield)
a@=b@c
a: b = yield
a: b = *c,d
x if y else lambda: z
[*a,b]
a,
(a,)
()
(a)
((a),)
*a,
*a
a = *b
return_
print(a, b , sep='x' )
'''a
b'''.c
a\
.b
class A: x:int=1
x[a, b:c, *d]
x[a:=b]
(a:=b)
f(**a)
f(a)(b)[c].d
1 .real
1..real
1if a else 2
0x1for x in y
'%s' % a, b
a<b>c
async def f():
 return (i async for i in x)
f'{a!r}' 'b' f'{c}'
f'a' 'b'
x = f'''
{a}
  {b:
}'''

def f():
  '''doc'''
  x

@a
class B: pass
f'{a!r:}'
f'{a:}'
f'{a=:}'
f'{a=!s}'
f"{'a' 'b'}"
f'{a}{b}'
f'{f"{x}"}'
f'{"'"}'
'a' 'b'
'c'
('a'
'b')
1
f'{x!r:a{b}c}'
rf'{x:\d{y}}'
f'\{6*7}'
f'\\{x}'
rf'\{x}'
f'{{x}}'
f'{{{x}}}'
f'{x}}}'
f'a\nb{x}c\td'
if x:pass
#c

if x:
  pass
#c
  #d
else:
  pass
x=1 #c
#c



  

pass
  
pass
  #c
pass\

lambda x=1: x
lambda x, y=lambda: 1: x
