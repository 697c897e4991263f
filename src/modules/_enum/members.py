"""Members: how they are made, found by their value, and put into their class."""

__name__ = 'enum'

from types import DynamicClassAttribute

from _enum.bits import is_single_bit
from _enum.names import is_descriptor

# The classes that are treated specially - Enum, ReprEnum, Flag - by name, from when each is there.
ROOTS = {}


def root(cls):
    """Class decorator: note a class among the special ones."""
    ROOTS[cls.__name__] = cls
    return cls


def derives(cls, name):
    """Whether the class is the special one of that name, or made from it."""
    return name in ROOTS and issubclass(cls, ROOTS[name])


class property(DynamicClassAttribute):
    """A property of members that leaves the name free: in the class it is the member of that name, if there is one."""

    # Of one that a member hides something with: the member; what is hidden - 'attr', 'desc' or an 'enum' property -
    # and the class that has it.
    member = _attr_type = _cls_type = None

    def __set_name__(self, owner, name):
        self.name, self.clsname = name, owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is None:
                raise self._missing(ownerclass)
            return self.member
        if self.fget is not None:
            return self.fget(instance)
        match self._attr_type:
            case 'attr':
                return getattr(self._cls_type, self.name)
            case 'desc':
                return getattr(instance._value_, self.name)
        found = ownerclass._member_map_.get(self.name)
        if found is None:
            raise self._missing(ownerclass)
        return found

    def _missing(self, owner):
        return AttributeError(f'{owner!r} has no attribute {self.name!r}')

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)


class MemberMaker:
    """Stands in a new class's namespace to make the members when the class is there: while it is being set up,
    before __init_subclass__ wants to see them.
    """

    def __init__(self, values):
        self.values = values

    def __set_name__(self, cls, key):
        delattr(cls, key)
        for name, value in self.values.items():
            define(cls, name, value)


def define(cls, name, value):
    """Make the member of this name and value; another name only, if there is one of that value."""
    new = make(cls, name, value)
    value = new._value_
    is_flag = derives(cls, 'Flag')
    is_bit = isinstance(value, int) and is_single_bit(value)
    if is_flag and isinstance(value, int):
        cls._flag_mask_ |= value
        if is_bit:
            cls._singles_mask_ |= value
        cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
    known = find(cls, value)
    if known is not None:
        new = known
    elif is_bit or not is_flag:
        # Of flags, combinations don't count.
        cls._member_names_.append(name)
    add_name(cls, name, new)
    add_value(cls, value, new, name)


def make(cls, name, value):
    """A new member; it isn't in the class yet."""
    args = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
    new = cls._new_member_(cls, *(args if cls._use_args_ else ()))
    if not hasattr(new, '_value_'):
        new._value_ = value if cls._member_type_ is object else _data_value(cls, args)
    new._name_ = name
    new.__objclass__ = cls
    new.__init__(*args)
    new._sort_order_ = len(cls._member_names_)
    return new


def _data_value(cls, args):
    try:
        return cls._member_type_(*args)
    except Exception as error:
        raise TypeError('_value_ not set in __new__, unable to create it') from error


def find(cls, value):
    """The member of this value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        pass
    # It can't be hashed.
    for name, values in cls._unhashable_values_map_.items():
        if value in values:
            return cls._member_map_[name]
    return next((known for known in cls._member_map_.values() if known._value_ == value), None)


def add_value(cls, value, new, name):
    """Let the member be found by this value."""
    try:
        cls._value2member_map_.setdefault(value, new)
    except TypeError:
        cls._unhashable_values_.append(value)
        cls._unhashable_values_map_.setdefault(name, []).append(value)


def add_name(cls, name, new):
    """Make the member an attribute of its class."""
    known = cls._member_map_.get(name)
    if known is None:
        setattr(cls, name, _attribute(cls, name, new))
        cls._member_map_[name] = new
    elif known is not new:
        raise NameError(f'{name!r} is already bound: {known!r}')


def _attribute(cls, name, new):
    """What to set as the class's attribute: the member, unless its name means something to members."""
    hidden, kind, owner = _hidden(cls, name)
    if hidden is None:
        return new
    both = property()
    both.member, both._attr_type, both._cls_type = new, kind, owner
    if kind != 'attr':
        for accessor in ('fget', 'fset', 'fdel'):
            setattr(both, accessor, getattr(hidden, accessor, None))
    both.__set_name__(cls, name)
    return both


def _hidden(cls, name):
    """The descriptor that a member of this name hides, what it is to the property, and the class that has it."""
    hidden = kind = owner = None
    for base in cls.__mro__[1:]:
        attribute = vars(base).get(name)
        if isinstance(attribute, (property, DynamicClassAttribute)):
            return attribute, 'enum', base
        if attribute is not None:
            if not is_descriptor(attribute):
                kind, owner = 'attr', base
                continue
            hidden, kind, owner = attribute, kind or 'desc', owner or base
    return hidden, kind, owner
