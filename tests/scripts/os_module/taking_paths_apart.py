# os.path on text alone.
import os
import os.path as p

paths = ['', '/', '//', '///', 'a', 'a/', '/a', '/a/b.c', 'a//b', './a/../b/.', '../..', '.hidden', 'a.tar.gz', '..x', 'a/.b', 'a.b/c', '//a', '///a//b/']
for path in paths:
    print(repr(path), p.split(path), p.splitext(path), p.basename(path), p.dirname(path), p.normpath(path), p.isabs(path))
    print('   ', p.splitroot(path), p.splitdrive(path), p.normcase(path))
print(p.join('a', 'b'), p.join('a/', 'b'), p.join('a', '/b', 'c'), p.join('a', ''), p.join('', 'a'), p.join('a'))
print(p.join(b'a', b'b'), p.split(b'a/b'), p.splitext(b'a.b'), p.normpath(b'a/../b'))
print(p.commonprefix(['abc', 'abd', 'ab']), p.commonprefix([]), p.commonprefix([['a', 'b'], ['a', 'c']]))
print(p.commonpath(['/a/b/c', '/a/b/d']), p.commonpath(['a/b', 'a']), p.commonpath(['/a', '/b']))
print(p.relpath('/a/b/c', '/a/d'), p.relpath('a/b', 'a/b'), p.relpath('a', 'b/c'), p.relpath('/a', '/'))
os.environ['HOME'] = '/home/me'
os.environ['WHO'] = 'world'
print(p.expanduser('~'), p.expanduser('~/x'), p.expanduser('a~'), p.expanduser('~nobody_of_this_name/x'))
print(p.expandvars('$WHO ${WHO}s $NOT_SET ${NOT_SET} $ ${open $WHO.'))
print(os.sep, os.curdir, os.pardir, os.extsep, os.pathsep, os.altsep, repr(os.linesep), os.devnull, os.name)
print(p is os.path, p.__name__)


def tried(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


tried(p.join, 3)
tried(p.join, 'a', 3)
tried(p.join, 'a', b'b')
tried(p.split, None)
tried(p.splitext, 3)
tried(p.relpath, '')
tried(p.relpath, 'a', b'a')
tried(p.commonpath, [])
tried(p.commonpath, ['/a', 'b'])
tried(p.commonpath, ['a', b'b'])
tried(p.normpath, 3.5)
