# What assertEqual and its relatives say.
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
    def test_equal(self):
        self.assertEqual(1, 2)

    def test_equal_msg(self):
        self.assertEqual(1, 2, "msg")

    def test_long(self):
        self.assertEqual(10**99, 10**99 + 1)

    def test_ne(self):
        self.assertNotEqual(1, 1)

    def test_almost(self):
        self.assertAlmostEqual(1, 1.1)

    def test_almost2(self):
        self.assertAlmostEqual(1, 1.1, delta=0.01)

    def test_almost3(self):
        self.assertAlmostEqual(1, 1.1, places=3, msg="hey")

    def test_notalmost(self):
        self.assertNotAlmostEqual(1, 1)

    def test_notalmost2(self):
        self.assertNotAlmostEqual(1, 1.01, delta=1)

    def test_true(self):
        self.assertTrue(0)

    def test_false(self):
        self.assertFalse([1])


run(T)
