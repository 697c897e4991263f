"""UserDict, UserList and UserString: built-in containers' behaviour around an ordinary attribute `data`."""

import sys
from _collections_abc import MutableMapping, MutableSequence, Sequence

# The classes are found, and pickled, under the name of the package.
__name__ = 'collections'


def _bare(value, kind):
    """The data of a UserDict, UserList or UserString, as `kind` says; anything else as it is."""
    return value.data if isinstance(value, kind) else value


def _twin(self):
    """copy.copy() of a UserDict or UserList: all attributes, with data of its own."""
    made = self.__class__.__new__(self.__class__)
    made.__dict__.update(self.__dict__, data=self.__dict__['data'].copy())
    return made


class UserDict(MutableMapping):
    """A dict that calls the methods of a subclass for everything it does."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for items in (dict, kwargs or None):
            if items is not None:
                self.update(items)

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    # Not the mixins: `in` and get() must not ask __missing__.

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        # As of dict, it counts only on the class.
        if not hasattr(type(self), '__missing__'):
            raise KeyError(key)
        return type(self).__missing__(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __or__(self, other):
        other = _bare(other, UserDict)
        return self.__class__(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        other = _bare(other, UserDict)
        return self.__class__(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= _bare(other, UserDict)
        return self

    __copy__ = _twin

    def copy(self):
        if type(self) is UserDict:
            return UserDict(self.data.copy())
        # What a subclass keeps beside the data comes along, and the items by its own __setitem__.
        from copy import copy

        data, self.data = self.data, {}
        try:
            made = copy(self)
        finally:
            self.data = data
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


class UserList(MutableSequence):
    """A list that subclasses can change in every respect: all it does, it does with the list `data`."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else [*_bare(initlist, UserList)]

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return self.__class__(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __eq__(self, other):
        return self.data == _bare(other, UserList)

    def __lt__(self, other):
        return self.data < _bare(other, UserList)

    def __le__(self, other):
        return self.data <= _bare(other, UserList)

    def __gt__(self, other):
        return self.data > _bare(other, UserList)

    def __ge__(self, other):
        return self.data >= _bare(other, UserList)

    def _listed(self, other):
        """What `+` adds: something that can be added to data."""
        other = _bare(other, UserList)
        return other if isinstance(other, type(self.data)) else list(other)

    def __add__(self, other):
        return self.__class__(self.data + self._listed(other))

    def __radd__(self, other):
        return self.__class__(self._listed(other) + self.data)

    def __iadd__(self, other):
        self.data += self._listed(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    __copy__ = _twin

    def copy(self):
        return self.__class__(self)

    # The methods of list

    def append(self, item):
        self.data.append(item)

    def extend(self, other):
        self.data.extend(_bare(other, UserList))

    def insert(self, i, item):
        self.data.insert(i, item)

    def remove(self, item):
        self.data.remove(item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def clear(self):
        self.data.clear()

    def index(self, item, *args):
        return self.data.index(item, *args)

    def count(self, item):
        return self.data.count(item)

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def reverse(self):
        self.data.reverse()


_END = sys.maxsize


class UserString(Sequence):
    """A str that can be subclassed with attributes and methods of one's own; it makes others of its class."""

    def __init__(self, seq):
        self.data = _as_text(seq)

    def __getnewargs__(self):
        return (self.data[:],)

    def __len__(self):
        return len(self.data)

    def __contains__(self, char):
        return _bare(char, UserString) in self.data

    def __getitem__(self, index):
        return self._made(self.data[index])

    def __eq__(self, string):
        return self.data == _bare(string, UserString)

    def __lt__(self, string):
        return self.data < _bare(string, UserString)

    def __le__(self, string):
        return self.data <= _bare(string, UserString)

    def __gt__(self, string):
        return self.data > _bare(string, UserString)

    def __ge__(self, string):
        return self.data >= _bare(string, UserString)

    def _made(self, text):
        """Another one of the same class."""
        return self.__class__(text)

    def __add__(self, other):
        return self._made(self.data + _as_text(other))

    def __radd__(self, other):
        return self._made(_as_text(other) + self.data)

    def __mul__(self, n):
        return self._made(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self._made(self.data % args)

    def __rmod__(self, template):
        return self._made(str(template) % self)

    # The methods of str that take arguments; the others, and conversions, are added below.

    def find(self, sub, start=0, end=_END):
        return self.data.find(_bare(sub, UserString), start, end)

    def rfind(self, sub, start=0, end=_END):
        return self.data.rfind(_bare(sub, UserString), start, end)

    def index(self, sub, start=0, end=_END):
        return self.data.index(sub, start, end)

    def rindex(self, sub, start=0, end=_END):
        return self.data.rindex(sub, start, end)

    def count(self, sub, start=0, end=_END):
        return self.data.count(_bare(sub, UserString), start, end)

    def startswith(self, prefix, start=0, end=_END):
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=_END):
        return self.data.endswith(suffix, start, end)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)

    def partition(self, sep):
        return self.data.partition(sep)

    def rpartition(self, sep):
        return self.data.rpartition(sep)

    def join(self, seq):
        return self.data.join(seq)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(
            'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors,
        )

    def strip(self, chars=None):
        return self._made(self.data.strip(_bare(chars, UserString)))

    def lstrip(self, chars=None):
        return self._made(self.data.lstrip(_bare(chars, UserString)))

    def rstrip(self, chars=None):
        return self._made(self.data.rstrip(_bare(chars, UserString)))

    def removeprefix(self, prefix, /):
        return self._made(self.data.removeprefix(_bare(prefix, UserString)))

    def removesuffix(self, suffix, /):
        return self._made(self.data.removesuffix(_bare(suffix, UserString)))

    def ljust(self, width, *args):
        return self._made(self.data.ljust(width, *args))

    def rjust(self, width, *args):
        return self._made(self.data.rjust(width, *args))

    def center(self, width, *args):
        return self._made(self.data.center(width, *args))

    def zfill(self, width):
        return self._made(self.data.zfill(width))

    def expandtabs(self, tabsize=8):
        return self._made(self.data.expandtabs(tabsize))

    def replace(self, old, new, maxsplit=-1):
        return self._made(self.data.replace(_bare(old, UserString), _bare(new, UserString), maxsplit))

    def translate(self, *args):
        return self._made(self.data.translate(*args))

    maketrans = str.maketrans


def _as_text(value):
    """What `+` adds to a UserString."""
    value = _bare(value, UserString)
    return value if isinstance(value, str) else str(value)


def _add_method(name, method):
    method.__name__, method.__qualname__ = name, f'UserString.{name}'
    setattr(UserString, name, method)


def _asking(name):
    """The method of UserString that answers what the str's method of this name does."""
    def method(self):
        return getattr(self.data, name)()

    return method


def _through(builtin):
    """The special method that does what the built-in function does with the str."""
    def method(self):
        return builtin(self.data)

    return method


def _converting(name):
    """The same for a method whose answer is text: it is made a UserString again."""
    def method(self):
        return self._made(getattr(self.data, name)())

    return method


for _builtin in str, repr, hash, int, float, complex:
    _add_method(f'__{_builtin.__name__}__', _through(_builtin))
for _kind, _names in (
    (_asking, 'isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace'),
    (_asking, 'istitle isupper'),
    (_converting, 'capitalize casefold lower swapcase title upper'),
):
    for _name in _names.split():
        _add_method(_name, _kind(_name))
del _builtin, _kind, _names, _name
