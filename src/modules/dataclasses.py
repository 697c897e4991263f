"""Data classes: methods made of the annotated attributes of a class (PEP 557)."""

from _dataclasses.classes import dataclass, make_dataclass
from _dataclasses.fields import ATTRIBUTE as _FIELD, CLASS_VARIABLE as _FIELD_CLASSVAR, INIT_ONLY as _FIELD_INITVAR
from _dataclasses.fields import FIELDS as _FIELDS, FROM_FACTORY as _HAS_DEFAULT_FACTORY, PARAMS as _PARAMS
from _dataclasses.fields import _HAS_DEFAULT_FACTORY_CLASS, _KW_ONLY_TYPE, _MISSING_TYPE
from _dataclasses.fields import KW_ONLY, MISSING, Field, InitVar, field
from _dataclasses.instances import asdict, astuple, fields, is_dataclass, replace
from _dataclasses.instances import get_state as _dataclass_getstate, is_instance as _is_dataclass_instance
from _dataclasses.instances import set_state as _dataclass_setstate
from _dataclasses.methods import FrozenInstanceError

__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
    'astuple', 'make_dataclass', 'replace', 'is_dataclass',
]
