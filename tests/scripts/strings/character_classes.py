# What the character classes and case mappings say of some characters, as a sum.
names=['isalpha','isalnum','isdecimal','isdigit','isnumeric','isspace','isprintable','isidentifier','islower','isupper','istitle']
for n in names:
    h=0;cnt=0
    for i in range(0, 0x20000, 389):
        if getattr(chr(i),n)(): h=(h*31+i)%1000000007;cnt+=1
    print(n,cnt,h)
for n in ['lower','upper','title','casefold','swapcase','capitalize']:
    h=0
    for i in range(0, 0x20000, 389):
        for c in getattr(chr(i),n)(): h=(h*31+ord(c))%1000000007
    print(n,h)
