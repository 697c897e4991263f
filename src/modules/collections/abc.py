"""What containers, and other objects, can do: abstract base classes (PEP 3119)."""

from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
