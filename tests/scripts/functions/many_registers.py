# Functions with more variables, parameters, arguments and nesting than registers.
N=150
src='def f(a):\n'+''.join(f' v{i}=a+{i}\n' for i in range(N))
src+=' s=0\n for q in range(3):\n'
src+=''.join(f'  s+=v{i}*q\n' for i in range(N))
src+=' del v149\n try:\n  v149\n except UnboundLocalError as e: print(e)\n v148+=5; v148,v147=v147,v148\n for v146 in range(2): pass\n'
src+=' [v0 for v0 in range(2)]\n g=lambda: v145+v0\n'
src+=' with C() as v140: print(v140)\n'
src+=' return s, v148, v147, v146, g(), (v139:=7), v139, sorted(locals())[:3]\n'
class C:
    def __enter__(s): return 'in'
    def __exit__(s,*a): print('out')
exec(src); print(f(3))
# many params
src='def g('+','.join(f'p{i}' for i in range(200))+'):\n x=p199+p150+p0\n p180=x\n return x,p180,p121,p120,p119,p118,sum(['+','.join(f'p{i}' for i in range(200))+'])\n'
exec(src); print(g(*range(200)))
src='def g2('+','.join(f'p{i}=0' for i in range(100))+',*args,'+','.join(f'k{i}={i}' for i in range(50))+',**kw):\n return p0,p99,args,k49,kw,k0\n'
exec(src); print(g2(1,k49='x',zz=3)); print(g2(*range(120)))
# deep right nesting
def mk(n,depth=0):
    if n==0: return 'a'
    return f'(a+({mk(n-1)}))'
a=1
e='a'
for i in range(90): e=f'(a-{e})'
print(eval(e))
e='a'
for i in range(60): e=f'h(a,a,a,{e})'
def h(*x): return sum(x)
print(eval(e))
e='a'
for i in range(45): e=f'[a,a,a,{{1:{e}}}]'
print(eval(e)==eval(e), str(eval(e))[:50])
src='def k(a):\n'+''.join(f' w{i}=a\n' for i in range(119))+' try:\n  for i in range(2):\n   try:\n    x='
e='a'
for i in range(50): e=f'h(a,w1,a,{e},(i if a else a))'
src+=e+'\n    y=[j for j in range(3) if '+e+']\n    z='+e.replace('w1','w1/0' )+'\n   except ZeroDivisionError as e: print("zde", i, x, y)\n finally: print("fin")\n'
exec(src); k(2)
# long calls
print(len(h.__name__), (lambda *a,**k:(len(a),len(k)))(*range(3),*range(100),**{f'x{i}':i for i in range(70)}))
src='print(h('+','.join(str(i) for i in range(300))+'))'; exec(src)
src='print((lambda **k: len(k))('+','.join(f'a{i}={i}' for i in range(300))+'))'; exec(src)
src='class K: pass\nk=K()\nk.m=h\nprint(k.m('+','.join('a' for i in range(300))+'), k.m(a,*[a]*3))'; exec(src)
# long displays
src='x=['+','.join('a+%d'%i for i in range(1000))+']; print(sum(x))'; exec(src)
src='x=('+','.join('a+%d'%i for i in range(1000))+'); print(sum(x))'; exec(src)
src='x={'+','.join('a+%d'%i for i in range(1000))+'}; print(sum(x))'; exec(src)
src='x={'+','.join('a+%d:a'%i for i in range(1000))+'}; print(sum(x))'; exec(src)
src="print(len(f'"+''.join('{a}x{a!r:>5}' for i in range(100))+"'))"; exec(src)
src=','.join(f'u{i}' for i in range(100))+'=range(100)\nprint(u99,u50)'; exec(src)
src='a,*b,'+','.join(f'u{i}' for i in range(100))+'=range(150)\nprint(u99,b)'; exec(src)
# chains
print(eval('+'.join(['1']*3000+['a'])), eval(' and '.join(['a']*3000)), eval(' < '.join(map(str,range(500)))))
s='x'; 
class Q:
    def __getattr__(s,n): return s
    def __call__(s,*a): return s
    def __getitem__(s,k): return s
x=Q()
print(eval('x'+'.a(1)[2].b[3](x)()'*300) is x)
src='if 0: pass\n'+''.join(f'elif a=={i}: print("elif",{i})\n' for i in range(-2000,3)); exec(src)
