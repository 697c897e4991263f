# assertRaises, assertWarns and assertRegex when they fail.
import io
import unittest
import warnings


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
    def test_raises(self):
        with self.assertRaises(ValueError): pass

    def test_raises2(self):
        self.assertRaises(ValueError, int, "3")

    def test_raises3(self):
        self.assertRaises((ValueError, TypeError), int, "3")

    def test_raises4(self):
        with self.assertRaises(ValueError): {}['x']

    def test_raises6(self):
        with self.assertRaises(ValueError, msg="m"): pass

    def test_raisesregex(self):
        with self.assertRaisesRegex(ValueError, "abc"): raise ValueError("xyz")

    def test_warns(self):
        with self.assertWarns(UserWarning): pass

    def test_warns2(self):
        with self.assertWarnsRegex(UserWarning, "abc"): warnings.warn("xyz")

    def test_regex(self):
        self.assertRegex("abc", "x+")

    def test_notregex(self):
        self.assertNotRegex("abc", "b+")


run(T)
