# Writing through a view into a bytearray: items, slices, other types; sizes are fixed as long as it is viewed.
for statement in """
m[0]=1
m[0]=256
m[0]=-1
m[0]='a'
m[0]=b'a'
m[0]=1.5
m[100]=1
m['a']=1
r[0]=1
m[0:2]=b'xy'
m[0:2]=b'xyz'
m[0:2]='xy'
m[0:2]=5
m[0:2]=[1,2]
m[::2]=b'1234'
m[::-1]=b'87654321'
m[1:5]=m[0:4]
m[0:4]=m[1:5]
m[...]=1
m[()]=1
del m[0]
del m[0:1]
m.cast('i')[0]=2**31-1
m.cast('i')[0]=2**31
m.cast('h')[1:3]=memoryview(b'abcd').cast('h')
m.cast('h')[1:3]=b'abcd'
m.cast('d')[0]=1.5
m.cast('d')[0]=1
m.cast('d')[0]='x'
m.cast('?')[0]=[1]
m.cast('c')[0]=b'x'
m.cast('c')[0]=b'xx'
m.cast('c')[0]=1
m.cast('f')[0]=1e300
m.cast('e')[0]=1e300
m.cast('e')[0]=1.5
m.cast('P')[0]=-1
m.cast('n')[0]=-5
m.cast('N')[0]=-5
m.cast('B',[2,4])[0,1]=9
m.cast('B',[2,4])[0]=9
m.cast('B',[2,4])[0:1]=b'a'
m.format='x'
m.toreadonly()[0]=1
m[1:3]=b[5:7]
b.append(1)
b.extend(b'')
b.extend(b'a')
b.pop()
b.clear()
b[0:1]=b'zz'
b[0:1]=b'z'
del b[0]
b+=b'x'
b*=2
b*=1
b.insert(0,1)
b.remove(b[0])
b.__init__(b'')
b.reverse()
b[0]=5
""".strip().splitlines():
    b = bytearray(b"abcdefgh")
    m = memoryview(b)
    r = memoryview(b"hello world!")
    try:
        exec(statement)
        print(statement, b)
    except Exception as error:
        print(statement, type(error).__name__, error)
    m.release()
