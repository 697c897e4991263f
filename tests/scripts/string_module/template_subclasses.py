# Template subclasses change the delimiter, the identifiers, or the whole pattern.
from string import Template


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%under_score %notunder %% %{a_b}').safe_substitute(under_score=1, a_b=2))


class Braces(Template):
    idpattern = 'x'
    braceidpattern = r'[a-z]+\.[a-z]+'


print(Braces('$x ${a.b}').substitute({'x': 1, 'a.b': 2}))


class Own(Template):
    pattern = r'''
        (?P<escaped>@{2}) | @(?P<named>[a-z]+) | @\[(?P<braced>[a-z]+)\] | (?P<invalid>@)
    '''


print(Own('@a @@ @[b]').substitute(a=1, b=2), Own('@').is_valid())


class Odd(Template):
    pattern = r'(?P<named>$^)|(?P<escaped>$^)|(?P<braced>$^)|(?P<invalid>$^)|(?P<other>!)'


try:
    Odd('!').substitute()
except ValueError as e:
    print(e.args[0])
