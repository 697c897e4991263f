"""The operators as functions: operator.add(x, y) is x + y.

Every function that stands for a special method has its name, too: operator.__add__.
"""

import _operator
from _operator import *

# All functions are of the native module; what isn't a special method has no second name.
__all__ = sorted(name for name in vars(_operator) if name[0] != '_')
globals().update(
    (f'__{name.strip("_")}__', vars(_operator)[name])
    for name in set(__all__) - {
        'attrgetter', 'countOf', 'indexOf', 'is_', 'is_not', 'itemgetter', 'length_hint', 'methodcaller', 'truth',
    }
)
del _operator
