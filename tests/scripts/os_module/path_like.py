# Objects that are paths.
import os


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(os.fspath(Path('a')), os.fspath('b'), os.fspath(b'c'))
print(isinstance(Path('a'), os.PathLike), issubclass(str, os.PathLike), isinstance(3, os.PathLike))
print(os.path.join(Path('a'), 'b'), os.path.exists(Path('nothing')), os.fsencode(Path('é')), os.fsdecode(b'\xc3\xa9'))
with open(Path('written'), 'w') as file:
    file.write('x')
print(os.listdir(Path('.')).count('written'), os.path.getsize(Path('written')))
os.remove(Path('written'))
for wrong in Path(3), 3, None, object:
    try:
        os.fspath(wrong)
    except TypeError as error:
        print(error)
try:
    os.stat(Path('nothing'))
except FileNotFoundError as error:
    print(error)
