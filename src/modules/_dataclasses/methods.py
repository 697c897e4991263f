"""The methods of a data class: written as source text, compiled together - that is quicker than one by one."""

__name__ = 'dataclasses'

from reprlib import recursive_repr

from _dataclasses.fields import FROM_FACTORY, INIT_ONLY, MISSING

POST_INIT = '__post_init__'


class FrozenInstanceError(AttributeError):
    """A field of a frozen data class was to be set or deleted."""


class Methods:
    """The methods to come of a class, and the objects their text refers to, by names no field has."""

    def __init__(self, cls):
        self.cls = cls
        self.lines = []
        self.clashes = {}  # For each method, what to say if the class has it already: None for nothing.
        self.constants = {}

    def constant(self, value):
        """A name for the value in the text."""
        name = f'__dataclass_constant_{len(self.constants)}__'
        self.constants[name] = value
        return name

    def define(self, name, params, *body, prefix=(), returns='', clash=None):
        """Write a method: its parameters, and its lines."""
        self.lines += [*prefix, f'def {name}({",".join(params)}){returns}:', *(f' {line}' for line in body)]
        self.clashes[name] = clash

    def install(self, namespace):
        """Compile the text, in the namespace of the class's module, and put the methods into the class."""
        if not self.clashes:
            return
        indented = ''.join(f' {line}\n' for line in self.lines)
        exec(
            f'def __create_fn__({", ".join(self.constants)}):\n{indented} return {",".join(self.clashes)},',
            namespace,
            made := {},
        )
        for function in made['__create_fn__'](**self.constants):
            name = function.__name__
            function.__qualname__ = f'{self.cls.__qualname__}.{name}'
            clash = self.clashes[name]
            if not set_if_new(self.cls, name, function) and clash is not None:
                raise TypeError(f'Cannot overwrite attribute {name} in class {self.cls.__name__}{clash}')

    # What each of them looks like.

    def define_init(self, fields, positional, keyword_only, frozen, slots):
        """__init__: it takes and sets the fields."""
        optional = None
        for field in positional:
            if field._has_default:
                optional = field
            elif optional:
                raise TypeError(f'non-default argument {field.name!r} follows default argument {optional.name!r}')
        this = '__dataclass_self__' if any(field.name == 'self' for field in fields) else 'self'
        setter = f'{self.constant(object)}.__setattr__' if frozen else None
        from_factory = self.constant(FROM_FACTORY)
        params, body = {}, []
        for field in fields:
            params[field.name], value = self._parameter(field, from_factory, slots)
            if value is None or field._field_type is INIT_ONLY:
                continue
            # Where attributes can't be set, that is the class's doing and not object's.
            body.append(f'{setter}({this},{field.name!r},{value})' if frozen else f'{this}.{field.name}={value}')
        if hasattr(self.cls, POST_INIT):
            passed_on = [field.name for field in fields if field._field_type is INIT_ONLY]
            body.append(f'{this}.{POST_INIT}({",".join(passed_on)})')
        taken = [this, *(params[field.name] for field in positional)]
        if keyword_only:
            taken += ['*', *(params[field.name] for field in keyword_only)]
        self.define('__init__', taken, *(body or ['pass']), returns=f'->{self.constant(None)}')

    def _parameter(self, field, from_factory, slots):
        """The text of a field's parameter, and of the value to set; None if there is nothing to set."""
        param = f'{field.name}:{self.constant(field.type)}'
        if field.default_factory is not MISSING:
            made = f'{self.constant(field.default_factory)}()'
            if not field.init:
                return param, made
            return f'{param}={from_factory}', f'{made} if {field.name} is {from_factory} else {field.name}'
        if field.default is MISSING:
            return param, field.name if field.init else None
        if not field.init and not slots:
            return param, None  # The class has it.
        default = self.constant(field.default)
        return f'{param}={default}', field.name if field.init else default

    def define_repr(self, fields):
        """__repr__: the class and what it is made of."""
        shown = ', '.join(f'{field.name}={{self.{field.name}!r}}' for field in fields if field.repr)
        self.define(
            '__repr__', ['self'], f'return f"{{self.__class__.__qualname__}}({shown})"',
            prefix=[f'@{self.constant(recursive_repr)}()'],
        )

    def define_eq(self, fields):
        """__eq__: by all fields, among instances of just the same class."""
        equal = [f'self.{field.name}==other.{field.name}' for field in fields if field.compare]
        self.define(
            '__eq__', ['self', 'other'],
            'if self is other:',
            ' return True',
            'if other.__class__ is self.__class__:',
            f' return {" and ".join(equal) or True}',
            'return NotImplemented',
        )

    def define_order(self, fields):
        """The four comparisons: as of tuples of the fields."""
        compared = [field for field in fields if field.compare]
        for name, sign in {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}.items():
            self.define(
                name, ['self', 'other'],
                'if other.__class__ is self.__class__:',
                f' return {_values("self", compared)}{sign}{_values("other", compared)}',
                'return NotImplemented',
                clash=' Consider using functools.total_ordering',
            )

    def define_frozen(self, fields):
        """__setattr__ and __delattr__ that refuse the fields - and in just this class anything."""
        cls, error = self.constant(self.cls), self.constant(FrozenInstanceError)
        condition = f'type(self) is {cls}'
        if fields:
            condition += f' or name in {{{", ".join(repr(field.name) for field in fields)}}}'
        for name, params, refused in [
            ('__setattr__', ['name', 'value'], 'assign to'), ('__delattr__', ['name'], 'delete'),
        ]:
            self.define(
                name, ['self', *params],
                f'if {condition}:',
                f' raise {error}(f"cannot {refused} field {{name!r}}")',
                f'super({cls}, self).{name}({", ".join(params)})',
                clash='',
            )

    def define_hash(self, fields):
        """__hash__: by the fields that count, which are those compared if nothing else is said."""
        counting = [field for field in fields if (field.compare if field.hash is None else field.hash)]
        self.define('__hash__', ['self'], f'return hash({_values("self", counting)})')


def _values(owner, fields):
    """The text of a tuple of the fields' values."""
    return f'({"".join(f"{owner}.{field.name}," for field in fields)})'


def set_if_new(cls, name, value):
    """Set an attribute that the class itself doesn't have yet; whether that was so."""
    is_new = name not in vars(cls)
    if is_new:
        setattr(cls, name, value)
    return is_new
