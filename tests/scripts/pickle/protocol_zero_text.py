# Protocol 0 is text that can be read and written by hand.
import pickle


class Point:
    pass


p = Point()
p.x, p.name = 1, 'n'
print(pickle.dumps({'list': [1, 2.5, None, True], 'p': p, 'b': b'\x00'}, 0).decode('ascii'))

print(pickle.loads(b'(lp0\nI1\naI2\na.'))
print(pickle.loads(b"(dp0\nS'key'\np1\nI5\ns."))
print(pickle.loads(b'(I1\nI2\nI3\nt.'))
print(pickle.loads(b'(I1\nI2\nl.'), pickle.loads(b'(I1\nI2\nd.'))
print(pickle.loads(b'(I1\n(I2\n1I3\nt.'), pickle.loads(b'I1\nI2\n0.'), pickle.loads(b'I1\n2\x86.'))
print(pickle.loads(b'c__main__\nPoint\n.') is Point)
print(pickle.loads(b'(i__main__\nPoint\n.').__class__ is Point)
print(pickle.loads(b'(c__main__\nPoint\no(dS"x"\nI7\nsb.').x)
print(pickle.loads(b'VC:\\u005cfile \\u00e9\n.'))
