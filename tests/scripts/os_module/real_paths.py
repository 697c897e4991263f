# os.path.realpath follows links before it takes '..' back, and keeps what isn't there.
import os

here = os.getcwd()
os.makedirs('real/a/b/c')
os.chdir('real')
open('a/f', 'w').close()
for link, target in [
    ('lb', 'a/b'), ('a/lc', '../lb/c'), ('self', 'self'), ('p1', 'p2'), ('p2', 'p1/x'), ('dead', 'nowhere/z'),
    ('up', 'lb/..'), ('deep', 'a/lc/../../f'),
]:
    os.symlink(target, link)
os.symlink(os.path.realpath('a'), 'absolute')

base = os.path.realpath('.')
for path in [
    '', '.', 'lb', 'lb/..', 'lb/../f', 'a/lc/..', 'self', 'self/x', 'self/../a', 'p1', 'p1/y', 'p2', 'dead',
    'dead/q/..', 'absolute/b', 'up/f', 'nope/../a', 'a/f/..', 'a/f/x/../y', 'deep', 'a//b/./c/', 'lb/lb',
]:
    for strict in (False, True):
        try:
            print(repr(path), strict, os.path.realpath(path, strict=strict).removeprefix(base))
        except OSError as error:
            print(repr(path), strict, type(error).__name__, error.filename.removeprefix(base))
print(os.path.realpath(b'dead') == os.fsencode(base + '/nowhere/z'), os.path.realpath('//'), os.path.realpath('/..'))
try:
    os.path.realpath('a\0b')
except ValueError as error:
    print(error)

os.chdir(here)
for folder, folders, files in os.walk('real', topdown=False):
    for name in files + [name for name in folders if os.path.islink(os.path.join(folder, name))]:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
