"""Abstract Base Classes (ABCs) for collections, according to PEP 3119."""

from _collections_abc import *
from _collections_abc import __all__, _CallableGenericAlias
