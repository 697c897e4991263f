# Random operations on str, bytes and bytearray, lone surrogates and broken encodings included: always the same ones.
seed=777
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
def pick(x): return x[rnd(len(x))]
alpha='ab cA\tB\n.é€\ud800\udc80😀Σσß12\r\x1c\u2028İ'
balpha=b'ab cA\tB\n.\xe9\xff12\r\x1c\x0b'
def word(n,a=alpha): return ''.join(pick(a) for _ in range(rnd(n)))
def bword(n): return bytes(pick(balpha) for _ in range(rnd(n)))
def attempt(f,*a):
    try: return ascii(f(*a))
    except Exception as e: return type(e).__name__+': '+ascii(str(e))
def idx(): return pick([None,0,1,2,3,5,-1,-2,-4,100,-100])
M0=['lower','upper','title','capitalize','swapcase','casefold','strip','lstrip','rstrip','split','rsplit','splitlines','isalpha','isdigit','isspace','islower','isupper','istitle','isalnum','isidentifier','isprintable','expandtabs','__len__','__repr__','isascii']
for i in range(30):
    s=word(14); t=word(3); u=word(4)
    m=pick(M0); print(m,ascii(s),attempt(getattr(s,m)))
    m=pick(['find','rfind','index','rindex','count','startswith','endswith']); a,b=idx(),idx()
    print(m,ascii(s),ascii(t),a,b,attempt(getattr(s,m),t,a,b))
    m=pick(['split','rsplit']); n=rnd(4)-1; print(m,ascii(s),ascii(t),n,attempt(getattr(s,m),t or None,n))
    m=pick(['partition','rpartition','strip','lstrip','rstrip','removeprefix','removesuffix','__contains__','join','__lt__','__eq__','__add__']); print(m,ascii(s),ascii(t),attempt(getattr(s,m),t))
    n=rnd(5)-1; print('replace',attempt(s.replace,t,u,n), attempt(s.center,rnd(20),'*'),attempt(s.zfill,rnd(20)),attempt(s.expandtabs,rnd(9)))
    a,b,c=idx(),idx(),pick([None,1,2,-1,-3]); print('slice',attempt(lambda: s[a:b:c]), attempt(lambda:s[a] if a is not None else 0), attempt(s.splitlines,True))
    e=pick(['utf-8','utf-16','utf-32','utf-16-le','utf-16-be','utf-32-be','latin-1','ascii','unicode_escape','raw_unicode_escape']); h=pick(['strict','ignore','replace','backslashreplace','xmlcharrefreplace','surrogateescape','surrogatepass','namereplace'])
    print('encode',ascii(s),e,h,attempt(s.encode,e,h))
    try: enc=s.encode(e,'surrogatepass')
    except Exception: enc=b''
    if enc and rnd(2): k=rnd(len(enc)); enc=enc[:k]+bytes([rnd(256)])+enc[k+1:]
    if enc and rnd(3)==0: enc=enc[:-1]
    if e!='unicode_escape': print('decode',enc,e,h,attempt(enc.decode,e,h))
    x=bytes(rnd(256) if rnd(3) else pick([0xe2,0x82,0xac,0xf0,0x9f,0x98,0x80,0xed,0xa0]) for _ in range(rnd(8)))
    print('decode8',x,h,attempt(x.decode,'utf-8',h))
for i in range(30):
    s=bword(14); t=bword(3); u=bword(4)
    if rnd(2): s=bytearray(s)
    m=pick(['lower','upper','title','capitalize','swapcase','strip','lstrip','rstrip','split','rsplit','splitlines','isalpha','isdigit','isspace','islower','isupper','istitle','isalnum','expandtabs','__len__','__repr__','hex']); print(m,s,attempt(getattr(s,m)))
    m=pick(['find','rfind','index','rindex','count','startswith','endswith']); a,b=idx(),idx()
    print(m,s,t,a,b,attempt(getattr(s,m),t,a,b))
    m=pick(['split','rsplit']); n=rnd(4)-1; print(m,s,t,n,attempt(getattr(s,m),t or None,n))
    m=pick(['partition','rpartition','strip','lstrip','rstrip','removeprefix','removesuffix','__contains__','__lt__','__eq__','__add__']); print(m,s,t,attempt(getattr(s,m),t))
    print('replace',attempt(s.replace,t,u,rnd(5)-1), attempt(s.center,rnd(20),b'*'),attempt(s.zfill,rnd(20)),attempt(s.hex,':',rnd(9)-4))
    a,b,c=idx(),idx(),pick([None,1,2,-1,-3]); print('slice',attempt(lambda: s[a:b:c]))
    if isinstance(s,bytearray):
        def setit(): s[a:b:c]=u; return s
        print('set',s[:],a,b,c,u,attempt(setit))
        def delit(): del s[a:b:c]; return s
        print('del',s[:],a,b,c,attempt(delit))
