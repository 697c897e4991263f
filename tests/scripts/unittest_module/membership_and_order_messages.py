# What the assertions about membership, identity, type and order say.
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
    def test_in(self):
        self.assertIn(1, [2])

    def test_notin(self):
        self.assertNotIn(1, [1])

    def test_is(self):
        self.assertIs(1, None)

    def test_isnot(self):
        self.assertIsNot(None, None)

    def test_none(self):
        self.assertIsNone(3)

    def test_notnone(self):
        self.assertIsNotNone(None)

    def test_isinstance(self):
        self.assertIsInstance(3, str)

    def test_notisinstance(self):
        self.assertNotIsInstance(3, int)

    def test_isinstance2(self):
        self.assertIsInstance(3, (str, bytes))

    def test_less(self):
        self.assertLess(2, 1)

    def test_le(self):
        self.assertLessEqual(2, 1)

    def test_gt(self):
        self.assertGreater(1, 2)

    def test_ge(self):
        self.assertGreaterEqual(1, 2)

    def test_fail(self):
        self.fail()

    def test_fail2(self):
        self.fail("with")


run(T)
