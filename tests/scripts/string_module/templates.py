# string.Template: $-substitution, and what it refuses.
from string import Template

t = Template('$who likes ${what}s, $$5')
print(t.substitute(who='tim', what='pear'), t.safe_substitute(who='tim'), t.substitute({'who': 'a'}, what=1))
print(t.is_valid(), t.get_identifiers(), t.template, Template.delimiter, Template.pattern.groupindex)
for text in ['$', 'ab\ncd $', '${', '${a', '$1', '\n\n  $!', 'é$-']:
    t = Template(text)
    print(repr(text), t.is_valid(), repr(t.safe_substitute(a=1)))
    try:
        t.substitute(a=1)
    except ValueError as e:
        print(e)
for wrong in [lambda: Template('$x').substitute(), lambda: Template('$x').substitute(5), lambda: Template('$x').substitute({}, {})]:
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
