"""A weak reference sees an object and doesn't keep it: it tells when an identity ends."""
import gc
import weakref


class Thing:
    pass


thing = Thing()
witness = weakref.ref(thing)
print('alive:', witness() is thing)

also = thing
del thing
gc.collect()
print('one name less, still alive:', witness() is also)

also = None
gc.collect()
print('no name left:', witness())

# Two objects that hold each other are still reached by nobody.
a, b = Thing(), Thing()
a.friend, b.friend = b, a
witness = weakref.ref(a)
del a, b
gc.collect()
print('a ring nobody holds:', witness())

# A class can go too.
Temporary = type('Temporary', (Thing,), {})
witness = weakref.ref(Temporary)
print(Thing.__subclasses__())
del Temporary
gc.collect()
print('the class:', witness(), Thing.__subclasses__())
