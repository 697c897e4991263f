# Modules are objects: attributes, missing ones, assignments.
import counter_module as m

m.new = 'set from outside'
print(m.new, 'new' in vars(m), vars(m) is m.__dict__)
del m.new


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: m.new)
attempt(lambda: m.incraese)
attempt(lambda: delattr(m, 'new'))
attempt(lambda: m())
attempt(lambda: m.__dict__.update(x=1))
print(m.x)
m.__name__ = 'renamed'
attempt(lambda: m.nope)

import lazy_module

print(lazy_module.anything, lazy_module.real)
attempt(lambda: lazy_module.refuse)
print(dir(lazy_module))

module = type(m)('made')
print(module.__name__, module.__doc__, sorted(vars(module)), module)
module.x = 1
print(module.x, type(m)('made', 'documented').__doc__)
attempt(lambda: type(m)())


class Sub(type(m)):
    @property
    def computed(self):
        return 'computed by ' + self.__name__


print(Sub('sub').computed)
