# Set-up, tear-down and cleanups, in order and when they fail.
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


def setUpModule():
    print('setUpModule')
    unittest.addModuleCleanup(print, 'module cleanup')


def tearDownModule():
    print('tearDownModule')


class Order(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('setUpClass')
        cls.addClassCleanup(print, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        print('tearDownClass')

    def setUp(self):
        print('setUp', self.id())
        self.addCleanup(print, 'cleanup 1')
        self.addCleanup(print, 'cleanup 2')

    def tearDown(self):
        print('tearDown')

    def test_a(self):
        print('a')

    def test_b(self):
        print('b')


class SetUp(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, 'cleanup all the same')
        raise RuntimeError('in setUp')

    def tearDown(self):
        print('not run')

    def test_a(self):
        print('not run')


class TearDown(unittest.TestCase):
    def tearDown(self):
        raise RuntimeError('in tearDown')

    def test_a(self):
        self.fail('first')


class ClassSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('in setUpClass')

    def test_a(self):
        print('not run')


class ClassTearDown(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise RuntimeError('in tearDownClass')

    def test_a(self):
        pass


class ClassSkip(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest('class skip')

    def test_a(self):
        print('not run')


class Context:
    def __enter__(self):
        print('enter')
        return 'entered'

    def __exit__(self, *exc_info):
        print('exit', exc_info)


class Contexts(unittest.TestCase):
    def test_a(self):
        print(self.enterContext(Context()))


run(Order)
run(SetUp, TearDown, ClassSetUp, ClassTearDown, ClassSkip, Contexts)
