"""Loading unittests."""

import functools
import os
import re
import sys
import traceback
import types

from . import case, suite, util

__unittest = True

VALID_MODULE_NAME = re.compile(r'[_a-z]\w*\.py$', re.IGNORECASE)


class _FailedTest(case.TestCase):
    """Stands for what could not be loaded: running it raises what went wrong."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattribute__(name)

        def fail():
            raise self._exception

        return fail


def _failed_import(name, suite_class):
    message = f'Failed to import test module: {name}\n{traceback.format_exc()}'
    return suite_class([_FailedTest(name, ImportError(message))]), message


def _failed_load_tests(name, exception, suite_class):
    message = f'Failed to call load_tests:\n{traceback.format_exc()}'
    return suite_class([_FailedTest(name, exception)]), message


def _skipped_module(name, exception, suite_class):
    def test_skipped(self):
        pass

    method = case.skip(str(exception))(test_skipped)
    return suite_class([type('ModuleSkipped', (case.TestCase,), {name: method})(name)])


def _pattern_fits(name, pattern):
    """Shell-style matching: `*`, `?` and sets in brackets."""
    parts = re.split(r'(\*|\?|\[!?\]?[^]]*\])', pattern)
    known = {'*': '.*', '?': '.'}

    def translated(part):
        if part in known:
            return known[part]
        if part.startswith('[') and part.endswith(']') and len(part) > 2:
            inner = part[1:-1].replace('\\', r'\\')
            return f'[^{inner[1:]}]' if inner.startswith('!') else f'[{inner}]'
        return re.escape(part)

    return re.fullmatch(''.join(map(translated, parts)), name, re.DOTALL) is not None


class TestLoader:
    """This class is responsible for loading tests according to various criteria
    and returning them wrapped in a TestSuite
    """

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda x, y: (x > y) - (x < y))
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        """Return a suite of all test cases contained in testCaseClass"""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError(
                'Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?'
            )
        names = () if testCaseClass in (case.TestCase, case.FunctionTestCase) else self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest') and testCaseClass is not case.FunctionTestCase:
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """Return a suite of all test cases contained in the given module"""
        tests = [
            self.loadTestsFromTestCase(obj)
            for obj in (getattr(module, name) for name in dir(module))
            if isinstance(obj, type)
            and issubclass(obj, case.TestCase)
            and obj not in (case.TestCase, case.FunctionTestCase)
        ]
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as error:
                failed, message = _failed_load_tests(module.__name__, error, self.suiteClass)
                self.errors.append(message)
                return failed
        return tests

    def loadTestsFromName(self, name, module=None):
        """Return a suite of all test cases given a string specifier.

        The name may resolve either to a module, a test case class, a
        test method within a test case class, or a callable object which
        returns a TestCase or TestSuite instance.

        The method optionally resolves the names relative to a given module.
        """
        parts = name.split('.')
        failed = None
        if module is None:
            module, parts, failed = self._import_front(parts)
            if module is None:
                self.errors.append(failed[1])
                return failed[0]
        obj = module
        parent = None
        for part in parts:
            parent, obj = obj, getattr(obj, part, None)
            if obj is None and not hasattr(parent, part):
                return self._without_attribute(parent, part, failed)
        return self._tests_of(obj, parent, parts)

    def _import_front(self, parts):
        """The module that the first parts name, the parts behind it, and how importing more failed."""
        failed = None
        front = parts[:]
        while front:
            name = '.'.join(front)
            try:
                module = __import__(name)
                return module, parts[1:], failed
            except ImportError:
                last = front.pop()
                failed = _failed_import(last, self.suiteClass)
        return None, parts, failed

    def _without_attribute(self, parent, part, failed):
        """A test that fails because a name leads nowhere."""
        if getattr(parent, '__path__', None) is not None and failed is not None:
            self.errors.append(failed[1])
            return failed[0]
        try:
            getattr(parent, part)
        except AttributeError as error:
            message = f'Failed to access attribute:\n{traceback.format_exc()}'
            self.errors.append(message)
            return self.suiteClass([_FailedTest(part, error)])

    def _tests_of(self, obj, parent, parts):
        """What a name led to, as a test."""
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            instance = parent(parts[-1])
            # A static method is no test.
            if not isinstance(getattr(instance, parts[-1]), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {obj} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        """Return a suite of all tests cases found using the given sequence
        of string specifiers. See 'loadTestsFromName()'.
        """
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """Return a sorted sequence of method names found within testCaseClass"""

        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            patterns = self.testNamePatterns
            return patterns is None or any(_pattern_fits(full, pattern) for pattern in patterns)

        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """Find and return all test modules from the specified start
        directory, recursing into subdirectories to find them and return all
        tests found within them. Only test files that match the pattern will
        be loaded. (Using shell style pattern matching.)

        All test modules must be importable from the top level of the project.
        If the start directory is not the top level directory then the top
        level directory must be specified separately.
        """
        original_top = self._top_level_dir
        given_top = top_level_dir is not None
        if top_level_dir is None:
            top_level_dir = self._top_level_dir or start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            importable = start_dir == top_level_dir or os.path.isfile(os.path.join(start_dir, '__init__.py'))
        else:
            importable, start_dir = self._folder_of_module(start_dir, given_top)
        if not importable:
            raise ImportError(f'Start directory is not importable: {start_dir!r}')
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = original_top
        return self.suiteClass(tests)

    def _folder_of_module(self, name, given_top):
        """The folder to look in for the tests of a package named instead of a folder."""
        try:
            __import__(name)
        except ImportError:
            return False, name
        module = sys.modules[name]
        if getattr(module, '__file__', None) is None:
            if getattr(module, '__path__', None):
                return True, os.path.abspath(list(module.__path__)[0])
            raise TypeError("Can not use builtin modules as dotted module names")
        folder = os.path.abspath(os.path.dirname(module.__file__))
        if not given_top:
            first = sys.modules[name.partition('.')[0]]
            self._top_level_dir = os.path.dirname(os.path.abspath(os.path.dirname(first.__file__)))
            sys.path.remove(sys.path[0])
        return True, folder

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return '.'
        path = os.path.splitext(os.path.normpath(path))[0]
        return os.path.relpath(path, self._top_level_dir).replace(os.path.sep, '.')

    def _find_tests(self, start_dir, pattern):
        """The suites of a folder and of those within it."""
        name = self._get_name_from_path(start_dir)
        if name != '.' and name not in self._loading_packages:
            # The package's own load_tests may take care of what is within.
            tests, recurse = self._find_test_path(start_dir, pattern)
            if tests is not None:
                yield tests
            if not recurse:
                return
        for entry in sorted(os.listdir(start_dir)):
            full = os.path.join(start_dir, entry)
            tests, recurse = self._find_test_path(full, pattern)
            if tests is not None:
                yield tests
            if recurse:
                inner = self._get_name_from_path(full)
                self._loading_packages.add(inner)
                try:
                    yield from self._find_tests(full, pattern)
                finally:
                    self._loading_packages.discard(inner)

    def _find_test_path(self, full, pattern):
        """The tests of a file or package, and whether to look within."""
        base = os.path.basename(full)
        if os.path.isfile(full):
            if not VALID_MODULE_NAME.match(base) or not _pattern_fits(base, pattern):
                return None, False
            return self._tests_of_file(full, pattern), False
        if os.path.isdir(full) and os.path.isfile(os.path.join(full, '__init__.py')):
            return self._tests_of_package(full, pattern)
        return None, False

    def _tests_of_file(self, full, pattern):
        name = self._get_name_from_path(full)
        try:
            module = _import(name)
        except case.SkipTest as error:
            return _skipped_module(name, error, self.suiteClass)
        except:
            failed, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return failed
        found = os.path.splitext(os.path.realpath(os.path.abspath(getattr(module, '__file__', full))))[0]
        wanted = os.path.splitext(os.path.realpath(full))[0]
        if found.lower() != wanted.lower():
            there, here = os.path.dirname(found), os.path.dirname(full)
            base = os.path.splitext(os.path.basename(full))[0]
            raise ImportError(
                f'{base!r} module incorrectly imported from {there!r}. Expected {here!r}. '
                'Is this module globally installed?'
            )
        return self.loadTestsFromModule(module, pattern=pattern)

    def _tests_of_package(self, full, pattern):
        name = self._get_name_from_path(full)
        tests = None
        load_tests = None
        try:
            package = _import(name)
        except case.SkipTest as error:
            return _skipped_module(name, error, self.suiteClass), False
        except:
            failed, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return failed, False
        load_tests = getattr(package, 'load_tests', None)
        self._loading_packages.add(name)
        try:
            if _pattern_fits(os.path.basename(full), pattern) or load_tests is not None:
                tests = self.loadTestsFromModule(package, pattern=pattern)
            return tests, load_tests is None
        finally:
            self._loading_packages.discard(name)


def _import(name):
    __import__(name)
    return sys.modules[name]


defaultTestLoader = TestLoader()
