# What goes wrong names the file, or both.
import os

open('file', 'w').close()
os.mkdir('full')
open('full/x', 'w').close()


def tried(name, *args):
    try:
        print(getattr(os, name)(*args))
    except Exception as error:
        print(name, type(error).__name__, error, getattr(error, 'filename', ''), getattr(error, 'filename2', ''))


tried('listdir', 'none')
tried('listdir', 'file')
tried('listdir', 3.5)
tried('mkdir', 'full')
tried('mkdir', 'none/x')
tried('rmdir', 'full')
tried('rmdir', 'file')
tried('remove', 'none')
tried('remove', 'full')
tried('unlink', 3.5)
tried('rename', 'none', 'x')
tried('rename', 3.5, 'x')
tried('replace', 'file', 'full')
tried('link', 'none', 'x')
tried('symlink', 'x', 'file')
tried('readlink', 'file')
tried('stat', 'none')
tried('lstat', 'none')
tried('stat', 3.5)
tried('stat', 'a\0b')
tried('mkdir', 'a\0b')
tried('chdir', 'none')
tried('chdir', 'file')
tried('scandir', 'none')
tried('chmod', 'none', 0o600)
tried('utime', 'none')
tried('truncate', 'none', 3)
tried('makedirs', 'file')
tried('makedirs', 'file/x')
tried('removedirs', 'none')
tried('fspath', 3)
tried('fsencode', 3)
tried('urandom', -1)
tried('urandom', 'x')
tried('getenv', 3)
print(list(os.walk('none')))
