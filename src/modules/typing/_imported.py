"""Aliases of classes whose modules are imported when one of these is asked for."""

import contextlib
import re
from typing._aliases import _SpecialGenericAlias

__name__ = 'typing'

Pattern = _SpecialGenericAlias(re.Pattern, 1)
Match = _SpecialGenericAlias(re.Match, 1)
ContextManager = _SpecialGenericAlias(
    contextlib.AbstractContextManager, 2, name='ContextManager', defaults=(bool | None,))
AsyncContextManager = _SpecialGenericAlias(
    contextlib.AbstractAsyncContextManager, 2, name='AsyncContextManager', defaults=(bool | None,))
