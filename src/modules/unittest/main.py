"""Unittest main program"""

import os
import sys

from . import loader, runner

__unittest = True

MAIN_EXAMPLES = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""

MODULE_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""

OPTIONS = """\
  -h, --help           show this help message and exit
  -v, --verbose        Verbose output
  -q, --quiet          Quiet output
  --locals             Show local variables in tracebacks
  --durations N        Show the N slowest test cases (N=0 for all)
  -f, --failfast       Stop on first fail or error
  -c, --catch          Catch Ctrl-C and display results so far
  -b, --buffer         Buffer stdout and stderr during tests
  -k TESTNAMEPATTERNS  Only run tests which match the given substring
"""

_NO_TESTS_EXITCODE = 5


def _module_name(name):
    """A file given as a test, as the name of a module."""
    if os.path.isfile(name) and name.lower().endswith('.py'):
        if os.path.isabs(name):
            relative = os.path.relpath(name, os.getcwd())
            if os.path.isabs(relative) or relative.startswith(os.pardir):
                return name
            name = relative
        return os.path.normpath(name)[:-3].replace('\\', '.').replace('/', '.')
    return name


def _as_pattern(pattern):
    return pattern if '*' in pattern else f'*{pattern}*'


class TestProgram:
    """A command-line program that runs a set of tests; this is primarily
    for making test modules conveniently executable.
    """

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(
        self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader,
        exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
        durations=None,
    ):
        if isinstance(module, str):
            __import__(module)
            self.module = sys.modules[module]
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        if warnings is None and not sys.warnoptions:
            # Deprecation warnings are of interest to whoever runs tests.
            self.warnings = 'default'
        else:
            self.warnings = warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        """Reads the command line and makes the tests it asks for."""
        arguments = list(argv[1:])
        if self.module is None and (not arguments or arguments[0].lower() == 'discover'):
            self._do_discovery(arguments[1:])
            return
        tests = self._read_options(arguments, {})
        if self.module is None and not tests:
            self._do_discovery([])
            return
        if tests:
            self.testNames = [_module_name(test) for test in tests]
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def _read_options(self, arguments, more):
        """Takes the options out of a command line; what is left are names. `more`: options with a value."""
        flags = {
            '-v': ('verbosity', 2), '--verbose': ('verbosity', 2), '-q': ('verbosity', 0), '--quiet': ('verbosity', 0),
            '-f': ('failfast', True), '--failfast': ('failfast', True), '-c': ('catchbreak', True),
            '--catch': ('catchbreak', True), '-b': ('buffer', True), '--buffer': ('buffer', True),
            '--locals': ('tb_locals', True),
        }
        names = []
        patterns = []
        todo = list(arguments)
        while todo:
            argument = todo.pop(0)
            if argument in ('-h', '--help'):
                self._print_help()
                sys.exit(0)
            if argument == '--':
                names += todo
                break
            if argument in flags:
                setattr(self, *flags[argument])
            elif argument.startswith('-') and argument != '-':
                option, value = self._split_option(argument, todo, more)
                if option == '-k':
                    patterns.append(_as_pattern(value))
                elif option == '--durations':
                    self.durations = self._number(option, value)
                elif option is not None:
                    setattr(self, more[option], value)
            else:
                names.append(argument)
        if patterns:
            self.testNamePatterns = patterns
        return names

    def _split_option(self, argument, todo, more):
        """The option and its value, joined or apart; joined flags go back to what is to be read."""
        valued = {'-k', '--durations', *more}
        if argument in valued:
            if not todo:
                names = {'-k': '-k', '--durations': '--durations'}
                self._usage_error(f'argument {names.get(argument, argument)}: expected one argument')
            return argument, todo.pop(0)
        if argument.startswith('--') and '=' in argument:
            option, _, value = argument.partition('=')
            if option in valued:
                return option, value
        elif argument[:2] in valued:
            return argument[:2], argument[2:]
        elif not argument.startswith('--') and len(argument) > 2 and all(letter in 'vqfcb' for letter in argument[1:]):
            todo[:0] = ['-' + letter for letter in argument[1:]]
            return None, None
        self._usage_error(f'unrecognized arguments: {argument}')

    def _number(self, option, value):
        try:
            return int(value)
        except ValueError:
            self._usage_error(f'argument {option}: invalid int value: {value!r}')

    def _usage(self):
        return (
            f'usage: {self.progName} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b]\n'
            f'{" " * len("usage: " + self.progName)} [-k TESTNAMEPATTERNS]\n'
            f'{" " * len("usage: " + self.progName)} [tests ...]\n'
        )

    def _usage_error(self, message):
        sys.stderr.write(f'{self._usage()}{self.progName}: error: {message}\n')
        sys.exit(2)

    def _print_help(self):
        examples = MAIN_EXAMPLES if self.module is None else MODULE_EXAMPLES
        print(self._usage())
        print('positional arguments:\n  tests                a list of any number of test modules, classes and test\n'
              '                       methods.\n')
        print('options:\n' + OPTIONS)
        print(examples % {'prog': self.progName})

    def createTests(self, from_discovery=False, Loader=None):
        """Makes the tests of the names given, or of the module."""
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            made = self.testLoader if Loader is None else Loader()
            self.test = made.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _do_discovery(self, argv, Loader=None):
        self.start = '.'
        self.pattern = 'test*.py'
        self.top = None
        options = {
            '-s': 'start', '--start-directory': 'start', '-p': 'pattern', '--pattern': 'pattern', '-t': 'top',
            '--top-level-directory': 'top',
        }
        for name, attribute in zip(self._read_options(argv, options), ('start', 'pattern', 'top')):
            setattr(self, attribute, name)
        self.createTests(from_discovery=True, Loader=Loader)

    def runTests(self):
        """Runs the tests; ends the program, unless told not to."""
        if self.testRunner is None:
            self.testRunner = runner.TextTestRunner
        test_runner = self.testRunner
        if isinstance(test_runner, type):
            settings = {
                'verbosity': self.verbosity, 'failfast': self.failfast, 'buffer': self.buffer,
                'warnings': self.warnings, 'tb_locals': self.tb_locals, 'durations': self.durations,
            }
            while True:
                try:
                    test_runner = test_runner(**settings)
                    break
                except TypeError:
                    # A runner of one's own may know fewer settings.
                    if not settings:
                        raise
                    settings.popitem()
        self.result = test_runner.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(_NO_TESTS_EXITCODE)
            sys.exit(0)


main = TestProgram
