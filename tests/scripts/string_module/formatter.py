# string.Formatter does what str.format does, in steps that subclasses can change.
import string

f = string.Formatter()
print(f.format('{0} {1!r:>5} {name.real} {0}', 'a', 'b', name=3), f.format('{} {}', 1, 2), f.format('{:{}}', 'x', '^5'))
print(f.format('{0[1]}{0[k]}{{}}', {1: 'one', 'k': 'key'}), f.vformat('{x}', (), {'x': 1}), f.format('plain'))
for text in ['a{b!r:c}{{d', '{}', '', '{a.b[c]:{d}}', 'x}}y']:
    print(list(f.parse(text)))
for text in ['{', '}', '{a', '{a!}', '{a!r', '{a!rx}', '{:{}']:
    try:
        print(list(f.parse(text)))
    except ValueError as e:
        print(text, e)
for text in ['{0} {}', '{} {0}', '{2}', '{x}', '{0!z}', '{:{:{:{}}}}', '{0.nothing}', '{0.}', '{0[}']:
    try:
        print(f.format(text, 1, 2, 3) if text == '{:{:{:{}}}}' else f.format(text, 1))
    except Exception as e:
        print(text, type(e).__name__, e)


class Named(string.Formatter):
    def get_value(self, key, args, kwargs):
        return f'<{key}>' if isinstance(key, str) and key not in kwargs else super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)), args, kwargs)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == 'u' else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return '|' + super().format_field(value, spec) + '|'


print(Named().format('{x!u} {0} {missing}', 'first', 'second', x='y'))
