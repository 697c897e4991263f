# Suites, loaders, and tests by name.
import io
import unittest


def run(*cases, verbosity=1, **options):
    """Runs test cases and prints what the runner says, without the time taken."""
    suite = unittest.TestSuite()
    for case in cases:
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream, verbosity=verbosity, **options).run(suite)
    for line in stream.getvalue().splitlines():
        print(line.rpartition(' in ')[0] if line.startswith('Ran ') else line)
    return result


import sys

me = sys.modules['__main__']


class A(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        pass

    def other(self):
        pass


class B(unittest.TestCase):
    def runTest(self):
        """Runs."""


loader = unittest.TestLoader()
print(loader.getTestCaseNames(A), loader.loadTestsFromTestCase(B))
print(loader.loadTestsFromModule(me).countTestCases())
print(loader.loadTestsFromName('A.test_one', me))
print(loader.loadTestsFromNames(['A', 'B'], me))
loader.testMethodPrefix = 'oth'
print(loader.getTestCaseNames(A))
loader.testMethodPrefix = 'test'
loader.testNamePatterns = ['*two']
print(loader.getTestCaseNames(A))
suite = unittest.TestSuite([A('test_one'), B()])
suite.addTest(A('other'))
print(suite, suite.countTestCases(), [t.id() for t in suite], A('test_one') == A('test_one'), B().shortDescription())
print(str(A('other')), repr(A('other')), hash(A('other')) == hash(A('other')))


def tried(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


tried(A, 'nothing')
tried(suite.addTest, 3)
tried(suite.addTest, A)
tried(suite.addTests, 'text')
tried(loader.loadTestsFromTestCase, unittest.TestSuite)
tried(loader.loadTestsFromName, 'me', me)
print(loader.errors)
failed = unittest.TestLoader()
suite = failed.loadTestsFromNames(['nothing', 'A.nothing'], me)
print(suite.countTestCases(), [e.splitlines()[-1] for e in failed.errors])
case = unittest.FunctionTestCase(lambda: print('called'), description='a function')
print(case.shortDescription(), case.id())
print(case.run())
A('test_one').debug()
try:
    A().fail('direct')
except AssertionError as error:
    print(error)
