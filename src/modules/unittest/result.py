"""Test result object"""

import io
import sys
import traceback
from functools import wraps

__unittest = True

STDOUT_LINE = '\nStdout:\n%s'
STDERR_LINE = '\nStderr:\n%s'


def failfast(method):
    """Makes the recording of a failure stop the run, if that is wanted."""

    @wraps(method)
    def inner(self, *args, **kw):
        if getattr(self, 'failfast', False):
            self.stop()
        return method(self, *args, **kw)

    return inner


class TestResult:
    """Holder for test result information.

    Test results are automatically managed by the TestCase and TestSuite
    classes, and do not need to be explicitly manipulated by writers of tests.

    Each instance holds the total number of tests run, and collections of
    failures and errors that occurred among those test runs. The collections
    contain tuples of (testcase, exceptioninfo), where exceptioninfo is the
    formatted traceback of the error that occurred.
    """

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._stdout_buffer = None
        self._stderr_buffer = None
        self._original_stdout = sys.stdout
        self._original_stderr = sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Called by TestRunner after test run"""

    def startTest(self, test):
        """Called when the given test is about to be run"""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        if self.buffer:
            if self._stderr_buffer is None:
                self._stderr_buffer = io.StringIO()
                self._stdout_buffer = io.StringIO()
            sys.stdout = self._stdout_buffer
            sys.stderr = self._stderr_buffer

    def startTestRun(self):
        """Called once before any tests are executed."""

    def stopTest(self, test):
        """Called when the given test has been run"""
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for buffer, original, form in (
                (sys.stdout, self._original_stdout, STDOUT_LINE),
                (sys.stderr, self._original_stderr, STDERR_LINE),
            ):
                output = buffer.getvalue()
                if output:
                    original.write(form % (output if output.endswith('\n') else output + '\n'))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for buffer in self._stdout_buffer, self._stderr_buffer:
            buffer.seek(0)
            buffer.truncate()

    def stopTestRun(self):
        """Called once after all tests are executed."""

    @failfast
    def addError(self, test, err):
        """Called when an error has occurred. 'err' is a tuple of values as
        returned by sys.exc_info().
        """
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """Called when an error has occurred. 'err' is a tuple of values as
        returned by sys.exc_info()."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """Called at the end of a subtest.
        'err' is None if the subtest ended successfully, otherwise it's a
        tuple of values as returned by sys.exc_info().
        """
        if err is None:
            return
        if getattr(self, 'failfast', False):
            self.stop()
        failed = issubclass(err[0], test.failureException)
        (self.failures if failed else self.errors).append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        """Called when a test has completed successfully"""

    def addSkip(self, test, reason):
        """Called when a test is skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """Called when an expected failure/error occurred."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """Called when a test was expected to fail, but succeed."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """Called when a test finished to run, regardless of its outcome.
        *test* is the test case corresponding to the test method.
        *elapsed* is the time represented in seconds, and it includes the
        execution of cleanup functions.
        """
        if hasattr(self, 'collectedDurations'):  # a subclass may have an __init__ of before there were durations
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Tells whether or not this result was a success."""
        unexpected = getattr(self, 'unexpectedSuccesses', ())
        return len(self.failures) == len(self.errors) == len(unexpected) == 0

    def stop(self):
        """Indicates that the tests should be aborted."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """Converts a sys.exc_info()-style tuple of values into a string."""
        exctype, value, tb = err
        tb = _clean_tracebacks(value, tb, test)
        exception = traceback.TracebackException(exctype, value, tb, capture_locals=self.tb_locals, compact=True)
        lines = list(exception.format())
        if self.buffer:
            for stream, form in (sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE):
                output = stream.getvalue()
                if output:
                    lines.append(form % (output if output.endswith('\n') else output + '\n'))
        return ''.join(lines)

    def __repr__(self):
        cls = type(self)
        return (
            f'<{cls.__module__}.{cls.__qualname__} run={self.testsRun} '
            f'errors={len(self.errors)} failures={len(self.failures)}>'
        )


def _is_own(tb):
    """A level of a traceback in this framework."""
    return '__unittest' in tb.tb_frame.f_globals


def _clean_tracebacks(exc, tb, test):
    """Takes this framework's levels out of the tracebacks of an exception and of those it came from.

    Answers what is left of the exception's own.
    """
    if exc is None:
        return tb
    todo = [(exc, tb)]
    seen = {id(exc)}
    while todo:
        value, tb = todo.pop()
        while tb and _is_own(tb):
            tb = tb.tb_next
        if type(value) is test.failureException:
            _cut_assertions(tb)
        value.__traceback__ = tb
        for cause in value.__cause__, value.__context__:
            if cause is not None and id(cause) not in seen:
                seen.add(id(cause))
                todo.append((cause, cause.__traceback__))
    return exc.__traceback__


def _cut_assertions(tb):
    """Ends a traceback before the method of this framework that raised."""
    last = None
    while tb and not _is_own(tb):
        last = tb
        tb = tb.tb_next
    if last is not None:
        last.tb_next = None
