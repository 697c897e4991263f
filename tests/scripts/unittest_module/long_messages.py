# longMessage and maxDiff.
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


class Short(unittest.TestCase):
    longMessage = False

    def test_a(self):
        self.assertEqual(1, 2, 'only this')

    def test_b(self):
        self.assertEqual(1, 2)


class Cut(unittest.TestCase):
    maxDiff = 10

    def test_a(self):
        self.assertEqual('a\n' * 9, 'b\n' * 9)


class Own(unittest.TestCase):
    def setUp(self):
        self.addTypeEqualityFunc(int, self.compare)

    def compare(self, first, second, msg=None):
        if first != second:
            raise self.failureException(f'own words about {first} and {second}: {msg}')

    def test_a(self):
        self.assertEqual(1, 2, 'hint')

    def test_b(self):
        self.assertEqual(1, 2.5)


run(Short, Cut, Own)
