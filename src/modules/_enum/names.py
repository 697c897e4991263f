"""What a name in the body of an enumeration means: the namespace that tells members from the rest."""

__name__ = 'enum'

import builtins


class _NoValue:
    def __repr__(self):
        return '_auto_null'


# auto() without a value of its own.
NO_VALUE = _NoValue()


class nonmember:
    """Wraps a value in an enumeration's body that is to be no member."""

    def __init__(self, value):
        self.value = value


class member:
    """Wraps a value in an enumeration's body that is to be a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for a value that _generate_next_value_ gives."""

    def __init__(self, value=NO_VALUE):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


def is_descriptor(obj):
    """Whether reading, setting or deleting the object as an attribute is its own affair."""
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def is_wrapped(name, underscores):
    """Whether the name begins and ends with just so many underscores, and has something between."""
    bare = name[underscores:-underscores]
    return bool(bare) and name == f'{"_" * underscores}{bare}{"_" * underscores}' and '_' not in (bare[0], bare[-1])


def is_dunder(name):
    """Whether the name is like __name__."""
    return is_wrapped(name, 2)


def is_sunder(name):
    """Whether the name is like _name_."""
    return is_wrapped(name, 1)


def is_private(class_name, name):
    """Whether the name is what __name becomes within the class, and not __name__."""
    prefix = f'_{class_name}__'
    return name.startswith(prefix) and name != prefix and not name.endswith('__')


def is_inner_class(class_name, obj):
    """Whether the object is a class that was defined in the body of the class of that name."""
    if not isinstance(obj, type):
        return False
    return getattr(obj, '__qualname__', '').endswith(f'{class_name}.{getattr(obj, "__name__", "")}')


class EnumDict(dict):
    """The namespace of an enumeration's body. It notes which names are members, and gives auto() its values."""

    # The names with one underscore that mean something; beside these, those beginning with _repr_.
    _KNOWN_SUNDERS = frozenset({
        '_add_alias_', '_add_value_alias_', '_generate_next_value_', '_ignore_', '_iter_member_',
        '_iter_member_by_def_', '_iter_member_by_value_', '_missing_', '_numeric_repr_', '_order_',
    })

    def __init__(self):
        super().__init__()
        self._member_names = {}  # A dict, for the order and for quick lookup.
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def __setitem__(self, key, value):
        """Set a name. A member's may be set once only, and not to what something else had."""
        if not is_private(self._cls_name, key):
            if is_sunder(key):
                value = self._setting(key, value)
            elif not is_dunder(key):
                value = self._plain(key, value)
            elif key == '__order__':
                key = '_order_'
        super().__setitem__(key, value)

    def _setting(self, key, value):
        """What to keep under a name with one underscore, after acting upon it."""
        if key not in self._KNOWN_SUNDERS and not key.startswith('_repr_'):
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            self._ignore = value = split_names(value) if isinstance(value, str) else list(value)
            if late := self._member_names.keys() & set(value):
                raise ValueError(f'_ignore_ cannot specify already set names: {late!r}')
        return value

    def _plain(self, key, value):
        """What to keep under a name without underscores, which is a member's if nothing says otherwise."""
        if key in self._member_names:
            raise self._defined_twice(key)
        if key in self._ignore:
            return value
        if isinstance(value, nonmember):
            return value.value
        if is_descriptor(value) or is_inner_class(self._cls_name, value):
            return value
        if key in self:
            raise self._defined_twice(key)
        value = self._with_autos(key, value.value if isinstance(value, member) else value)
        self._member_names[key] = None
        return value

    def _defined_twice(self, key):
        return TypeError(f'{key!r} already defined as {self[key]!r}')

    def _with_autos(self, key, value):
        """A member's value, with auto() - the whole or a part of a tuple - replaced."""
        if isinstance(value, auto):
            return self._generated(key, value)
        if not isinstance(value, tuple) or not any(isinstance(part, auto) for part in value):
            self._last_values.append(value)
            return value
        parts = [self._generated(key, part) if isinstance(part, auto) else part for part in value]
        cls = type(value)
        try:
            return cls(parts)
        except TypeError:
            return cls(*parts)  # A named tuple takes them one by one.

    def _generated(self, key, placeholder):
        if placeholder.value is NO_VALUE:
            self._auto_called, earlier = True, self._last_values[:]
            placeholder.value = self._generate_next_value(key, 1, len(self._member_names), earlier)
        self._last_values.append(placeholder.value)
        return placeholder.value

    @builtins.property
    def member_names(self):
        """The members' names, in order."""
        return [*self._member_names]

    def update(self, members, **more_members):
        """Set each name of a mapping, or of pairs, and then those given by keyword, as the body would."""
        pairs = ((name, members[name]) for name in members.keys()) if hasattr(members, 'keys') else members
        for source in pairs, more_members.items():
            for name, value in source:
                self[name] = value


def split_names(text):
    """The names in a text, between which there are blanks or commas."""
    return text.replace(',', ' ').split()
