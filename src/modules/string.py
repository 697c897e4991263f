"""Constants of ASCII characters by kind, templates with $-names, and formatting that can be customised."""

import _string
import re as _re
from collections import ChainMap as _ChainMap

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords",
           "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
octdigits = digits[:8]
hexdigits = digits + 'abcdefABCDEF'
# All others that are seen.
punctuation = ''.join(mark for mark in map(chr, range(33, 127)) if not mark.isalnum())
printable = ''.join((digits, ascii_letters, punctuation, whitespace))


def capwords(s, sep=None):
    """The words of a text capitalized, with single blanks - or the separator that they are split at - between them."""
    words = s.split(sep)
    return (sep or ' ').join(word.capitalize() for word in words)


# What `substitute` gets when it is called without a mapping.
_no_mapping = {}


class Template:
    """A text in which $name and ${name} stand for values, and $$ for a dollar sign."""

    flags = _re.IGNORECASE
    delimiter = '$'
    # What a name is like, and within braces if it differs there.
    # ASCII letters only: while case is ignored, `[a-z]` alone would match others too.
    idpattern, braceidpattern = r'(?a:[_a-z][_a-z0-9]*)', None

    def __init_subclass__(cls):
        super().__init_subclass__()
        pattern = cls.__dict__.get('pattern')
        if pattern is None:
            delimiter = _re.escape(cls.delimiter)
            pattern = '%s(?:(?P<escaped>%s)|(?P<named>%s)|{(?P<braced>%s)}|(?P<invalid>))' % (
                delimiter, delimiter, cls.idpattern, cls.braceidpattern or cls.idpattern)
        cls.pattern = _re.compile(pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _name(self, placeholder):
        """The identifier of a placeholder; None for an escape or an invalid one."""
        name = placeholder.group('named') or placeholder.group('braced')
        if name is None and placeholder.group('escaped') is None and placeholder.group('invalid') is None:
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return name

    def _refuse(self, placeholder):
        place = placeholder.start('invalid')
        before = self.template[:place].splitlines(keepends=True) or ['']
        column = place - sum(map(len, before[:-1]))
        if place == 0:
            column = 1
        raise ValueError(f'Invalid placeholder in string: line {len(before)}, col {column}')

    def substitute(self, mapping=_no_mapping, /, **kws):
        return self._fill(mapping, kws, lambda mapping, name, placeholder: str(mapping[name]), self._refuse)

    def safe_substitute(self, mapping=_no_mapping, /, **kws):
        def value(mapping, name, placeholder):
            try:
                return str(mapping[name])
            except KeyError:
                return placeholder.group()

        return self._fill(mapping, kws, value, _re.Match.group)

    def _fill(self, mapping, named, value, invalid):
        if mapping is _no_mapping:
            mapping = named
        elif named:
            mapping = _ChainMap(named, mapping)

        def replacement(placeholder):
            name = self._name(placeholder)
            if name is not None:
                return value(mapping, name, placeholder)
            if placeholder.group('escaped') is not None:
                return self.delimiter
            return invalid(placeholder)

        return self.pattern.sub(replacement, self.template)

    def is_valid(self):
        for placeholder in self.pattern.finditer(self.template):
            if placeholder.group('invalid') is not None:
                return False
            self._name(placeholder)
        return True

    def get_identifiers(self):
        names = map(self._name, self.pattern.finditer(self.template))
        return list(dict.fromkeys(name for name in names if name is not None))


Template.__init_subclass__()


class Formatter:
    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        # The index of the next `{}`; False once a field was numbered.
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                auto_arg_index = False
            value, key = self.get_field(name, args, kwargs)
            used_args.add(key)
            value = self.convert_field(value, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            parts.append(self.format_field(value, spec))
        return ''.join(parts), auto_arg_index

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        match conversion:
            case None:
                return value
            case 's':
                return str(value)
            case 'r':
                return repr(value)
            case 'a':
                return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def parse(self, format_string):
        """Yield (literal, field name, specification, conversion); a name of None means no field follows."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """The object a name such as '0.attribute[item]' stands for, and the argument it starts from."""
        first, rest = _string.formatter_field_name_split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
