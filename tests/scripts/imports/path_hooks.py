# An entry of sys.path that is no folder, taken by a hook of one's own.
import importlib.util
import sys


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = 42


class Finder:
    def __init__(self, path):
        if not path.startswith('memory:'):
            raise ImportError
        self.path = path

    def find_spec(self, name, target=None):
        if name == 'answers':
            return importlib.util.spec_from_loader(name, Loader(), origin=self.path)


sys.path_hooks.append(Finder)
sys.path.append('memory:1')
import answers

print(answers.answer, answers.__spec__.origin)
print(type(sys.path_importer_cache['memory:1']).__name__)
import shop

print(shop.__name__)
try:
    import not_there
except ImportError as error:
    print(error)
