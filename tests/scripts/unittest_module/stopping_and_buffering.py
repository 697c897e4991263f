# failfast and buffer.
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


class T(unittest.TestCase):
    def test_a(self):
        print('hidden')

    def test_b(self):
        print('shown with the failure')
        self.fail('b')

    def test_c(self):
        self.fail('c')


run(T, failfast=True)
run(T, buffer=True)
