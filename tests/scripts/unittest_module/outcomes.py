# Every way a test may go, in three verbosities.
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
    def test_ok(self):
        self.assertEqual(1, 1)

    def test_documented(self):
        """First line.

        More."""

    @unittest.skip('reason')
    def test_skipped(self):
        pass

    @unittest.skipIf(True, 'condition')
    def test_skipped_if(self):
        pass

    @unittest.skipUnless(True, 'not skipped')
    def test_not_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail('x')

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_skips_itself(self):
        self.skipTest('inside')


@unittest.skip('whole class')
class Skipped(unittest.TestCase):
    def test_a(self):
        pass


class Good(unittest.TestCase):
    def test_a(self):
        pass


for verbosity in 1, 2:
    result = run(T, Skipped, verbosity=verbosity)
print(result, result.wasSuccessful(), len(result.skipped))
print(run(Good), run(Good, verbosity=2).wasSuccessful())
print(run())
print(run(Skipped))
