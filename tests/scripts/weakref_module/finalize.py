# finalize calls a function when an object goes, or at the end.
import gc
import weakref


class A:
    pass


a = A()
f = weakref.finalize(a, print, 'gone', 1, sep='-')
print(f.alive, f.atexit, f.peek()[1] is print, f.peek()[2:])
del a
gc.collect()
print(f.alive, f(), f.peek(), f.detach())
b = A()
g = weakref.finalize(b, lambda: 'answer')
print(g(), g(), g.alive)
c = A()
h = weakref.finalize(c, print, 'never')
print(h.detach()[0] is c, h.alive)
weakref.finalize(c, print, 'at exit, second')
weakref.finalize(b, print, 'at exit, first')
quiet = weakref.finalize(b, print, 'not at exit')
quiet.atexit = False
