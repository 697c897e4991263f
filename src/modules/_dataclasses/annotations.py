"""From the annotations of a class to its fields."""

__name__ = 'dataclasses'

import sys
from types import MemberDescriptorType

from _dataclasses.fields import ATTRIBUTE, CLASS_VARIABLE, INIT_ONLY, KW_ONLY, MISSING, Field, InitVar, field


class _Marker:
    """An object of a module that means something as an annotation, or as the text of one."""

    def __init__(self, module, name, means_it):
        self.module, self.name, self.means_it = module, name, means_it

    def __call__(self, annotation, cls):
        """Whether the annotation, in this class, is the marker."""
        module = sys.modules.get(self.module)
        if module is None:
            return False  # Who never imported it can't have meant it.
        if self.means_it(annotation, module):
            return True
        return isinstance(annotation, str) and self.means_it(self._named_by(annotation, cls, module), module)

    def _named_by(self, text, cls, module):
        """What the text stands for: it isn't evaluated, but the name it begins with is looked up.

        That is a name in the class's module, or behind a dot one of what the marker's module was imported as.
        """
        text = text.strip()
        path = text[:next((i for i, c in enumerate(text) if not (c.isalnum() or c in '_.')), len(text))]
        owner, dot, name = path.rpartition('.')
        here = sys.modules.get(cls.__module__)
        if not dot or not owner:
            return here.__dict__.get(name)
        if '.' in owner or not here or vars(here).get(owner) is not module:
            return None
        home = getattr(module, self.name).__module__
        return vars(sys.modules[home]).get(name)


def _means_classvar(annotation, typing):
    if annotation is typing.ClassVar:
        return True
    return type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar


def _means_initvar(annotation, dataclasses):
    return annotation is InitVar or type(annotation) is InitVar


_is_classvar = _Marker('typing', 'ClassVar', _means_classvar)
_is_initvar = _Marker('dataclasses', 'InitVar', _means_initvar)
_is_kw_only = _Marker('dataclasses', 'KW_ONLY', lambda annotation, _: annotation is KW_ONLY)


def own_fields(cls, kw_only):
    """The fields that the class's own annotations say, in their order."""
    found = []
    marker_seen = False
    for name, annotation in vars(cls).get('__annotations__', {}).items():
        if not _is_kw_only(annotation, cls):
            found.append(_field_of(cls, name, annotation, kw_only or marker_seen))
        elif marker_seen:
            raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
        else:
            marker_seen = True
    return found


def _field_of(cls, name, annotation, kw_only):
    """The field for an annotated attribute of the class."""
    made = getattr(cls, name, MISSING)
    if not isinstance(made, Field):
        # A name in __slots__ is no default.
        made = field(default=MISSING if isinstance(made, MemberDescriptorType) else made)
    made.name, made.type = name, annotation
    if _is_classvar(annotation, cls):
        kind = CLASS_VARIABLE
    else:
        kind = INIT_ONLY if _is_initvar(annotation, cls) else ATTRIBUTE
    made._field_type = kind

    if kind is not ATTRIBUTE and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made.kw_only is MISSING:
        if kind is not CLASS_VARIABLE:
            made.kw_only = kw_only
    elif kind is CLASS_VARIABLE:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    # Shared by all instances, a mutable default would be a trap. What can't be hashed is taken for mutable.
    if kind is ATTRIBUTE and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: use default_factory')
    return made
