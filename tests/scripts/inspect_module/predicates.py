# What kind of object is it?
import inspect
import functools
import types


class C:
    __slots__ = ('slot',)
    def method(self): pass
    @property
    def prop(self): pass
    @staticmethod
    def sm(): pass
    @classmethod
    def cm(cls): pass


def gen(): yield
async def coro(): pass
async def agen(): yield
@types.coroutine
def marked(): yield


c = coro()
objects = {
    'module': inspect, 'class': C, 'function': gen, 'method': C().method, 'builtin': len, 'bound builtin': [].append,
    'descriptor': str.join, 'wrapper': int.__add__, 'method wrapper': (1).__add__, 'property': C.prop, 'slot': C.slot,
    'getset': type.__dict__['__dict__'], 'generator': gen(), 'coroutine': c, 'asyncgen': agen(), 'code': gen.__code__,
    'marked': marked(), 'partial': functools.partial(coro), 'frame': inspect.currentframe(), 'int': 5, 'lambda': lambda: 0,
    'coroutine function': coro, 'asyncgen function': agen,
}
predicates = [name for name in dir(inspect) if name.startswith('is') and name != 'iskeyword']
for name, obj in objects.items():
    print(name, [p[2:] for p in predicates if getattr(inspect, p)(obj)])
c.close()
