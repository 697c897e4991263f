# walk and scandir.
import os

for path in 'tree/a/b', 'tree/c', 'tree/a/d':
    os.makedirs(path)
for path in 'tree/one', 'tree/a/two', 'tree/a/b/three', 'tree/c/four':
    with open(path, 'w') as file:
        file.write(path)
os.symlink('a', 'tree/link')

for top, dirs, files in sorted(os.walk('tree')):
    print(top, sorted(dirs), sorted(files))
for top, dirs, files in os.walk('tree'):
    dirs.sort()
    dirs[:] = [name for name in dirs if name != 'c']
    print(top, dirs, files)
below = [top for top, dirs, files in os.walk('tree', topdown=False)]
print(below[-1], below.index('tree/a') > below.index('tree/a/b'), sorted(below))
print(sorted(top for top, _, _ in os.walk('tree', followlinks=True)))
errors = []
print(list(os.walk('nothing', onerror=errors.append)), errors)

with os.scandir('tree') as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry, entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False))
        print('   ', os.fspath(entry), entry.inode() == os.lstat(entry.path).st_ino, entry.is_dir() or entry.stat().st_size)
print([type(e.name) for e in os.scandir(b'tree/c')], next(os.scandir()).path.startswith('./'))
iterator = os.scandir('tree/c')
iterator.close()
print(list(iterator))
