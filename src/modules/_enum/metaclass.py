"""EnumType, the class of enumerations."""

__name__ = 'enum'

import builtins
import sys
from types import MappingProxyType

from _enum.bases import data_repr, maker, mixed_in
from _enum.members import ROOTS, MemberMaker, derives
from _enum.names import EnumDict, split_names

# Marks an argument that wasn't given; in signatures it shows as this.
class _NotGiven:
    def __repr__(self):
        return '<not given>'


_NOT_GIVEN = _NotGiven()


class EnumType(type):
    """The class of enumerations: makes their members from the names that the body sets, and holds them."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType) and ancestor._member_names_:
                    raise TypeError(f'<enum {cls!r}> cannot extend {ancestor!r}')
        body = EnumDict()
        body._cls_name = cls
        _, first_enum = mixed_in(cls, bases, EnumType)
        if first_enum is not None:
            body['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        for ignored in (*classdict.get('_ignore_', ()), '_ignore_'):
            classdict.pop(ignored, None)
        order = classdict.pop('_order_', None)
        values = {name: classdict[name] for name in classdict._member_names}
        if unusable := {'mro', ''} & values.keys():
            raise ValueError(f'invalid enum member name(s) {",".join(map(repr, unusable))}')

        member_type, first_enum = mixed_in(cls, bases, EnumType)
        new, with_values = maker(classdict, member_type, first_enum)
        namespace = {name: value for name, value in classdict.items() if name not in values}
        generate = namespace.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            namespace['_generate_next_value_'] = staticmethod(generate)
        namespace |= {
            '_member_names_': [],
            '_member_map_': {},
            '_value2member_map_': {},
            '_unhashable_values_': [],
            '_unhashable_values_map_': {},
            '_member_type_': member_type,
            '_new_member_': new,
            '_use_args_': with_values,
            '_value_repr_': data_repr(bases, EnumType),
        }
        # All have the state of flags, but only flags have one of their own.
        if 'Enum' not in ROOTS or boundary is not None or any(derives(base, 'Flag') for base in bases):
            namespace |= {
                '_boundary_': boundary or getattr(first_enum, '_boundary_', None),
                '_flag_mask_': 0,
                '_singles_mask_': 0,
                '_all_bits_': 0,
                '_inverted_': None,
            }
        # A key that is no name, and not there for long.
        namespace['members of enum'] = MemberMaker(values)
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except Exception as error:
            # Nobody is to be told that it was a __set_name__ which failed.
            if hasattr(error, '__notes__'):
                del error.__notes__
            raise
        _settle_methods(made, bases, classdict, member_type, first_enum)
        if order is not None:
            _check_order(made, order)
        return made

    def __bool__(cls):
        return True  # However many members there are.

    def __call__(cls, value, names=_NOT_GIVEN, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        """The member of a value; of an enumeration without members, a new one of this name with the names as members.

        names: a text or a list of names, whose values begin with start, or a mapping or pairs of names and values.
        module and qualname: where the enumeration will be found, for pickling; the module is the caller's by default.
        type: a data type to mix in. boundary: what flags do with a value out of range.
        """
        if cls._member_map_:
            return cls.__new__(cls, value if names is _NOT_GIVEN else (value, names, *values))
        if names is _NOT_GIVEN:
            if type is None:
                raise TypeError(f'{cls} has no members; specify `names=()` if you meant to create a new, empty, enum')
            names = None
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """A new enumeration, as calls make it."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = split_names(names)
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for name in names:
                values.append(cls._generate_next_value_(name, start, len(values), values[:]))
            names = zip(names, values)
        for item in () if names is None else names:
            if isinstance(item, str):
                item = item, names[item]
            name, body_value = item
            body[name] = body_value
        if module is None:
            module = sys._getframemodulename(2)
        if module is None:
            make_unpicklable(body)
        else:
            body['__module__'] = module
        if qualname is not None:
            body['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """A new enumeration of the constants of a module, or of source, whose names the filter likes."""
        from _enum.tools import KEEP, global_enum

        constants = vars(sys.modules[module])
        members = [item for item in vars(source or sys.modules[module]).items() if filter(item[0])]
        # By value, so that the same name is an alias on every machine.
        try:
            members.sort(key=lambda item: item[::-1])
        except TypeError:
            members.sort(key=lambda item: item[0])
        made = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            vars(sys.modules[made.__module__]).update(made.__members__)
        constants[name] = made
        return made

    # The members, as a container of them.

    @builtins.property
    def __members__(cls):
        """The members by name, aliases included; it can't be changed."""
        return MappingProxyType(cls._member_map_)

    def __len__(cls):
        """The number of members, aliases not counted."""
        return len(cls._member_names_)

    def __iter__(cls):
        """The members in the order of their definition."""
        return map(cls._member_map_.__getitem__, cls._member_names_)

    def __reversed__(cls):
        """The members in the opposite order."""
        return map(cls._member_map_.__getitem__, cls._member_names_[::-1])

    def __getitem__(cls, name):
        """The member of this name."""
        return cls._member_map_[name]

    def __contains__(cls, value):
        """Whether it is a member, or the value of one."""
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    # The members, as attributes that can't be changed.

    def __setattr__(cls, name, value):
        """Set an attribute that is no member."""
        if name in vars(cls).get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        """Delete an attribute that is no member."""
        if name in vars(cls).get('_member_map_', ()):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        names = {
            '__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__',
            '__name__', '__qualname__', *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __repr__(cls):
        return f'<{"flag" if derives(cls, "Flag") else "enum"} {cls.__name__!r}>'


def make_unpicklable(target):
    """Let a class, or the namespace of one to be, refuse to be pickled."""
    def __reduce_ex__(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')

    refusal = {'__reduce_ex__': __reduce_ex__, '__module__': '<unknown>'}
    if isinstance(target, dict):
        target.update(refusal)
    else:
        for name, value in refusal.items():
            setattr(target, name, value)


def _settle_methods(made, bases, body, member_type, first_enum):
    """Choose where several bases have a method: what the body defines stays as it is."""
    defined = set(body)
    if ROOTS.get('ReprEnum') in bases:
        if member_type is object:
            raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        texts = {'__format__': member_type.__format__, '__str__': member_type.__str__}
        if texts['__str__'] is object.__str__:
            texts['__str__'] = member_type.__repr__
        for name in texts.keys() - defined:
            setattr(made, name, texts[name])
        defined |= texts.keys()
    for name in {'__repr__', '__str__', '__format__', '__reduce_ex__'} - defined:
        # Not those of data, which comes first among the bases.
        if getattr(made, name) in (getattr(member_type, name), getattr(object, name)):
            setattr(made, name, getattr(first_enum, name))
    if derives(made, 'Flag'):
        for name in {'__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'} - defined:
            setattr(made, name, getattr(ROOTS['Flag'], name))
        values = [member._value_ for member in made]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
    if 'Enum' in ROOTS:
        # A call looks members up from now on. How to make them is kept for subclasses.
        if '__new__' in body and first_enum is not None:
            made.__new_member__ = made._new_member_
        made.__new__ = ROOTS['Enum'].__new__


def _check_order(made, order):
    """Raise TypeError unless the members come in this order, in which aliases may be named anywhere."""
    if isinstance(order, str):
        order = split_names(order)
    names, known = made._member_names_, made._member_map_
    order = [name for name in order if name in names or name not in known]
    if order != names:
        raise TypeError(f'member order does not match _order_:\n  {names!r}\n  {order!r}')
