# linecache: lines of files, of what programs register, and what isn't there.
import linecache
import os
import traceback

print(repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 0)), repr(linecache.getline(__file__, 10000)))
print(linecache.getlines('no such file'), linecache.getline('', 1), linecache.getlines('<string>'), linecache.getlines('<nothing>'))
with open('written.txt', 'w') as file:
    file.write('one\ntwo')
print(linecache.getlines('written.txt'), 'written.txt' in linecache.cache, len(linecache.cache['written.txt']))
with open('written.txt', 'w') as file:
    file.write('three\nfour\nfive\n')
print(linecache.getlines('written.txt'))
linecache.checkcache('written.txt')
print(linecache.getlines('written.txt'))
os.remove('written.txt')
linecache.checkcache()
print(linecache.getlines('written.txt'))
with open('empty.txt', 'w') as file:
    pass
print(linecache.getlines('empty.txt'))
os.remove('empty.txt')
source = 'def made():\n    return 1 / 0\n'
linecache.cache['<made>'] = (len(source), None, source.splitlines(True), '<made>')
exec(compile(source, '<made>', 'exec'))
try:
    made()
except ZeroDivisionError as error:
    print(traceback.format_tb(error.__traceback__)[-1])


class Loader:
    def get_source(self, name):
        return f'# source of {name}\n'


print(linecache.lazycache('<x>', {}), linecache.lazycache('lazy', None), linecache.lazycache('lazy', {'__name__': 'n'}))
print(linecache.lazycache('lazy', {'__name__': 'n', '__loader__': Loader()}), linecache.lazycache('lazy', {}))
print(linecache.getlines('lazy'), linecache.lazycache('lazy', {'__name__': 'n', '__loader__': Loader()}))
linecache.clearcache()
print(linecache.cache, linecache.__all__)
