"""Containers for special purposes, beside the built-in dict, list, set and tuple.

* namedtuple   makes tuple subclasses whose elements have names
* deque        a list that grows and shrinks fast at both ends
* ChainMap     several mappings that look like one
* Counter      a dict that counts
* OrderedDict  a dict whose order can be changed
* defaultdict  a dict that makes missing values
* UserDict, UserList, UserString   wrappers around dict, list and str, meant to be subclassed

"""

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple',
]

import _collections_abc
from _collections import OrderedDict, _count_elements, _deque_iterator, _tuplegetter, defaultdict, deque

from ._chainmap import ChainMap
from ._counter import Counter
from ._namedtuple import namedtuple
from ._user import UserDict, UserList, UserString

_collections_abc.MutableSequence.register(deque)
_collections_abc.Iterator.register(_deque_iterator)
