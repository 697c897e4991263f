# PrettyPrinter and the other functions; classes of collections; subclasses.
import collections
import io
import pprint
import types

loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1]), pprint.isreadable(object()), pprint.saferepr({'b': 1, 'a': [2]}))
print(pprint.pformat(loop).replace(str(id(loop)), 'ID'), pprint.saferepr(loop).replace(str(id(loop)), 'ID'))
words = ['word%d' % i for i in range(12)]
for value in [collections.OrderedDict(zip(words, words)), collections.Counter(words * 2), collections.deque(words, maxlen=15), collections.ChainMap({'a': words}, {'b': words}), collections.UserList(words),
              collections.defaultdict(list, {w: [w] for w in words}), types.SimpleNamespace(words=words, more=words), types.MappingProxyType({w: w for w in words}), frozenset(words[:1]), collections.UserDict(zip(words, words))]:
    pprint.pprint(value, width=60)


class Items(list):
    pass


class Named(list):
    def __repr__(self):
        return '<named>'


pprint.pprint([Items(words), Named(words)], width=50)


class Upper(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return super().format(object, context, maxlevels, level)


Upper(width=30).pprint({'key': ['some', 'words', 'here', 'and', 'there']})
out = io.StringIO()
printer = pprint.PrettyPrinter(indent=2, width=20, stream=out)
printer.pprint([words[:3]])
print(out.getvalue(), printer.isrecursive(loop), printer.isreadable([1]), printer.pformat('x'))
for wrong in [{'indent': -1}, {'depth': 0}, {'depth': -1}, {'width': 0}, {'indent': 'x'}]:
    try:
        pprint.PrettyPrinter(**wrong)
    except ValueError as e:
        print(e)
pprint.pprint({'a': 1, 2: 'b', None: 0, (1,): 3} and sorted(['b', 'a']))
