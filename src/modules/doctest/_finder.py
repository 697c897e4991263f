"""Finding the tests of modules, classes and functions."""

import re
import sys
from doctest._examples import DocTestParser

__name__ = 'doctest'


def _source_lines(module, filename):
    """The lines of a module's file, or None."""
    if not filename:
        return None
    try:
        with open(filename) as file:
            return file.read().splitlines(keepends=True)
    except (OSError, UnicodeError):
        return None


class DocTestFinder:
    """Finds the DocTests of an object: in its docstring, and in those of what a module or class holds."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._recurse, self._exclude_empty = verbose, recurse, exclude_empty
        self._parser = parser

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The DocTests of an object, sorted. They have the globals given, or the module's, with extraglobs added."""
        name = getattr(obj, '__name__', None) if name is None else name
        if name is None:
            raise ValueError(
                f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}"
            )
        if module is False:
            module = None
        elif module is None:
            module = obj if _is_module(obj) else sys.modules.get(getattr(obj, '__module__', None))
        self._filename = getattr(module, '__file__', None) or getattr(module, '__name__', None)
        self._lines = _source_lines(module, getattr(module, '__file__', None))
        globs = ({} if module is None else module.__dict__.copy()) if globs is None else globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, module, globs, set())
        return sorted(tests)

    def _find(self, tests, obj, name, module, globs, seen):
        if self._verbose:
            print(f'Finding tests in {name}')
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if _is_module(obj):
            for key, value in obj.__dict__.items():
                value = _unwrapped(value)
                if (_is_routine(value) or isinstance(value, type)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)
            self._find_in_test_dict(tests, obj, name, module, globs, seen)
        if isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (
                    _is_routine(value) or isinstance(value, (type, property))
                ) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, globs, seen)

    def _find_in_test_dict(self, tests, obj, name, module, globs, seen):
        """A module's `__test__` names more: objects with docstrings, or texts."""
        for key, value in getattr(obj, '__test__', {}).items():
            if not isinstance(key, str):
                raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(key)!r}')
            if not (_is_routine(value) or isinstance(value, (type, str)) or _is_module(value)):
                raise ValueError(
                    'DocTestFinder.find: __test__ values must be strings, functions, methods, '
                    f'classes, or modules: {type(value)!r}'
                )
            self._find(tests, value, f'{name}.__test__.{key}', module, globs, seen)

    def _from_module(self, module, obj):
        """The object was defined in the module."""
        if module is None:
            return True
        if hasattr(obj, '__globals__'):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, property):
            return True
        return getattr(obj, '__module__', None) == module.__name__

    def _get_test(self, obj, name, globs):
        """The test of an object's own docstring; None if there is none and empty ones don't count."""
        docstring = obj if isinstance(obj, str) else getattr(obj, '__doc__', None)
        docstring = '' if docstring is None else str(docstring)
        if self._exclude_empty and not docstring:
            return None
        lineno = self._find_lineno(obj)
        return self._parser.get_doctest(docstring, globs, name, self._filename, lineno)

    def _find_lineno(self, obj):
        """The line an object's docstring begins at, from 0; None if that can't be known."""
        lineno = None
        docstring = getattr(obj, '__doc__', None)
        if _is_module(obj) and docstring is not None:
            lineno = 0
        lines = self._lines
        if isinstance(obj, type) and docstring is not None and lines is not None:
            pattern = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            lineno = next((i for i, line in enumerate(lines) if pattern.match(line)), None)
        if isinstance(obj, property):
            obj = obj.fget
        obj = getattr(_unwrapped(obj), '__func__', _unwrapped(obj))
        code = getattr(obj, '__code__', None)
        if code is not None and getattr(obj, '__doc__', None):
            lineno = code.co_firstlineno - 1
        if lineno is None or lines is None:
            return lineno
        beginning = re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((i for i in range(lineno, len(lines)) if beginning.match(lines[i])), None)


def _is_module(obj):
    return isinstance(obj, type(sys))


def _is_routine(obj):
    kinds = type(_is_module), type(len), type(str.join), type(''.join), type(object.__init__)
    return isinstance(obj, kinds)


def _unwrapped(obj):
    """The function under decorators that say what they wrap."""
    seen = set()
    while hasattr(obj, '__wrapped__') and id(obj) not in seen:
        seen.add(id(obj))
        obj = obj.__wrapped__
    return obj
