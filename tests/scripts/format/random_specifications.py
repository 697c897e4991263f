# Random format specifications and % conversions, on numbers and strings: always the same ones.
seed=12345
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
def pick(x): return x[rnd(len(x))]
vals=[0,1,-1,5,255,-1234567,10**20,-10**30,0.0,-0.0,1.5,-2.5,1e100,1e-7,123456.789,-0.00001234,float('inf'),float('-inf'),float('nan'),1j,1+2j,-0.0+1.5j,complex(float('nan'),-1),True,False,'a','hello','é€',65,1e16,0.1,99999.5]
def attempt(f,*a):
    try: return repr(f(*a))
    except Exception as e: return type(e).__name__+': '+str(e)
for i in range(120):
    spec=pick(['','','x','*','é','0'])
    if spec: spec+=pick('<>^=')
    else: spec=pick(['','','<','>','^','='])
    spec+=pick(['','','','+','-',' '])+pick(['','','','','z'])+pick(['','','','#'])+pick(['','','0'])+pick(['','','5','12','20'])+pick(['','','',',','_'])+pick(['','','','.0','.1','.3','.10','.20'])+pick(['','','d','b','o','x','X','c','e','E','f','F','g','G','n','%','s','q'])
    v=pick(vals)
    print(repr(v),repr(spec),attempt(format,v,spec))
for i in range(120):
    spec='%'+pick(['','','-','+',' ','#','0','-0','+#','#0',' 0'])+pick(['','','3','8','15','*'])+pick(['','','.0','.2','.','.7','.*'])+pick('diouxXeEfFgGcrsa%rsdxz')
    v=pick(vals)
    args=(v,)
    if '*' in spec: args=(pick([3,-9,0,12]),)*spec.count('*')+(v,)
    print(repr(spec),repr(args),attempt(lambda:spec%args), attempt(lambda: spec.encode()%args))
for i in range(120):
    d=[pick('0123456789') for _ in range(rnd(20)+1)]
    f=float(pick(['','-'])+''.join(d)+'e'+str(rnd(60)-40))
    print(repr(f),'%.17g'%f,'%.3f'%f,'{:,.2f}'.format(f),'{:.0f} {:#.0f} {:g} {:.3g} {:.3} {:e} {:.0e} {:%}'.format(f,f,f,f,f,f,f,f))
