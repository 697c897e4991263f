"""TestSuite"""

import sys

from . import case, util

__unittest = True


class BaseTestSuite:
    """A simple test suite that doesn't provide class or module shared fixtures."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{repr(test)} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        """Lets a test go that was run, with all it holds."""
        try:
            test = self._tests[index]
        except TypeError:
            return  # a subclass keeps its tests some other way
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A test suite is a composite test consisting of a number of TestCases.

    For use, create an instance of TestSuite, then add test case instances.
    When all tests have been added, the suite can be passed to a test
    runner, such as TextTestRunner. It will run the individual test cases
    in the order in which they were added, aggregating the results. When
    subclassing, do not forget to call the base class constructor.
    """

    def run(self, result, debug=False):
        outermost = getattr(result, '_testRunEntered', False) is False
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._tearDownPreviousClass(test, result)
                self._handleModuleFixture(test, result)
                self._handleClassSetUp(test, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tearDownPreviousClass(None, result)
            self._handleModuleTearDown(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        self.run(_DebugResult(), True)

    # Fixtures that a class or a module shares.

    def _handleClassSetUp(self, test, result):
        current = test.__class__
        if current == getattr(result, '_previousTestClass', None) or getattr(result, '_moduleSetUpFailed', False):
            return
        if getattr(current, '__unittest_skip__', False):
            return
        try:
            current._classSetupFailed = False
        except TypeError:
            pass  # a test may be of a class without a namespace of its own
        if getattr(current, 'setUpClass', None) is None:
            return
        _call_if_exists(result, '_setupStdout')
        try:
            self._run_fixture(result, current, 'setUpClass', lambda: setattr(current, '_classSetupFailed', True))
            if getattr(current, '_classSetupFailed', False):
                self._class_cleanups(result, current, 'setUpClass')
        finally:
            _call_if_exists(result, '_restoreStdout')

    def _run_fixture(self, result, cls, name, failed=lambda: None):
        """Calls a method of a class; what it raises is an error of the class."""
        method = getattr(cls, name, None)
        if method is None:
            return
        try:
            method()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            failed()
            self._add_fixture_error(result, error, name, util.strclass(cls))

    def _class_cleanups(self, result, cls, name):
        cleanups = getattr(cls, 'doClassCleanups', None)
        if cleanups is None:
            return
        cleanups()
        for exc_info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise exc_info[1]
            self._add_fixture_error(result, exc_info[1], name, util.strclass(cls), exc_info)

    def _get_previous_module(self, result):
        previous = getattr(result, '_previousTestClass', None)
        return None if previous is None else previous.__module__

    def _handleModuleFixture(self, test, result):
        current = test.__class__.__module__
        if current == self._get_previous_module(result):
            return
        self._handleModuleTearDown(result)
        result._moduleSetUpFailed = False
        module = sys.modules.get(current)
        setup = getattr(module, 'setUpModule', None)
        if setup is None:
            return
        _call_if_exists(result, '_setupStdout')
        try:
            try:
                setup()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._add_fixture_error(result, error, 'setUpModule', current)
            if result._moduleSetUpFailed:
                self._module_cleanups(result, 'setUpModule', current)
        finally:
            _call_if_exists(result, '_restoreStdout')

    def _module_cleanups(self, result, name, module):
        try:
            case.doModuleCleanups()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._add_fixture_error(result, error, name, module)

    def _handleModuleTearDown(self, result):
        previous = self._get_previous_module(result)
        if previous is None or getattr(result, '_moduleSetUpFailed', False):
            return
        module = sys.modules.get(previous)
        if module is None:
            return
        _call_if_exists(result, '_setupStdout')
        try:
            teardown = getattr(module, 'tearDownModule', None)
            if teardown is not None:
                try:
                    teardown()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._add_fixture_error(result, error, 'tearDownModule', previous)
            self._module_cleanups(result, 'tearDownModule', previous)
        finally:
            _call_if_exists(result, '_restoreStdout')

    def _tearDownPreviousClass(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        if previous is None or previous == test.__class__ or getattr(previous, '_classSetupFailed', False):
            return
        if getattr(result, '_moduleSetUpFailed', False) or getattr(previous, '__unittest_skip__', False):
            return
        _call_if_exists(result, '_setupStdout')
        try:
            self._run_fixture(result, previous, 'tearDownClass')
            self._class_cleanups(result, previous, 'tearDownClass')
        finally:
            _call_if_exists(result, '_restoreStdout')

    def _add_fixture_error(self, result, error, method, parent, exc_info=None):
        """Adds the error, or the skip, of a fixture as that of a test named after it."""
        holder = _ErrorHolder(f'{method} ({parent})')
        add_skip = getattr(result, 'addSkip', None)
        if add_skip is not None and isinstance(error, case.SkipTest):
            add_skip(holder, str(error))
        else:
            result.addError(holder, exc_info or (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Stands for a fixture among the tests that failed: neither a test, nor run."""

    failureException = AssertionError


    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0





def _call_if_exists(parent, name):
    getattr(parent, name, lambda: None)()


class _DebugResult:
    """A result that lets what is raised through."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
