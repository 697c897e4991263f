# dumps: what each type becomes.
import json

for value in [None, True, False, 0, -5, 10 ** 30, 1.0, -0.5, 1e100, 1e-7, float('inf'), float('-inf'), float('nan'), '', 'text',
              [], [1, [2, []]], (), (1, 'a'), {}, {'a': {'b': []}}, {1: 2, None: 3, False: 4, 2.5: 5}, ['"\\/\b\f\n\r\t\x00\x1f\x7f'],
              'é€😀\ud800', {'é': 1}]:
    print(json.dumps(value))
print(json.dumps('é€\n😀\u2028\x7f', ensure_ascii=False), ascii(json.dumps('\ud800', ensure_ascii=False)))


class Text(str):
    def __str__(self):
        return 'never'


class Number(int):
    def __repr__(self):
        return 'never'


class Real(float):
    def __repr__(self):
        return 'never'


class Items(list):
    pass


class Mapping(dict):
    def items(self):
        return [('own', 1)]


print(json.dumps([Text('t'), Number(1), Real(1.5), Items([1]), {Text('k'): 1, Number(2): 1, Real(2.5): 1}, Mapping(a=1), Mapping()]))
for wrong in [object, {1}, b'x', 1j, [1, {'a': range(3)}], {(1, 2): 3}, {b'k': 1}, {object: 1}]:
    try:
        print(json.dumps(wrong))
    except TypeError as e:
        print(type(e).__name__, e)
