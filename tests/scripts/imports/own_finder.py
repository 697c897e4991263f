# A finder of one's own on sys.meta_path, and its loader.
import importlib.machinery
import importlib.util
import sys

texts = {
    'poem': 'line = "roses are red"\nprint("running", __name__, __spec__.origin)',
    'book': 'from . import page\nfrom .page import number',
    'book.page': 'number = 7',
    'broken': '1 / 0',
}


class Finder:
    @classmethod
    def find_spec(cls, name, path, target=None):
        print('asked for', name, path)
        if name in texts:
            return importlib.machinery.ModuleSpec(name, cls(), origin='memory', is_package=name == 'book')

    def create_module(self, spec):
        print('create', spec.name)

    def exec_module(self, module):
        exec(texts[module.__name__], module.__dict__)


sys.meta_path.insert(0, Finder)
import poem

print(poem.line, poem.__spec__.origin, type(poem.__loader__).__name__, hasattr(poem, '__file__'))
import book

print(book.number, book.__path__, book.page.__package__, book.page.__spec__.parent)
try:
    import broken
except ZeroDivisionError:
    print('broken' in sys.modules)
try:
    import unheard_of
except ModuleNotFoundError as error:
    print(error)
import shop.stock

print(shop.stock.items)
spec = importlib.util.find_spec('poem')
print(spec is poem.__spec__)
sys.meta_path.remove(Finder)
del sys.modules['poem']
try:
    import poem
except ModuleNotFoundError as error:
    print(error)
