# The collector: cycles go when nothing leads to them.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name


def make_cycle():
    a, b = Node('a'), Node('b')
    a.b, b.a = b, a
    return weakref.ref(a)


r = make_cycle()
gc.collect()
print(r())

loop = []
loop.append(loop)
node = Node('in a list')
loop.append(node)
r = weakref.ref(node)
del loop, node
gc.collect()
print(r())


def closure():
    node = Node('captured')

    def use():
        return node, use

    return weakref.ref(node), use


r, use = closure()
gc.collect()
print(r() is use()[0])
del use
gc.collect()
print(r())
print(
    gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(), isinstance(gc.collect(), int)
)


def suspended():
    node = Node('in a generator')
    yield weakref.ref(node)
    yield node.name


g = suspended()
r = next(g)
gc.collect()
print(r().name, next(g))
del g
gc.collect()
print(r())


class Local:
    pass


cls = type('Temporary', (Local,), {})
r = weakref.ref(cls)
print(Local.__subclasses__())
del cls
gc.collect()
print(r(), Local.__subclasses__())
