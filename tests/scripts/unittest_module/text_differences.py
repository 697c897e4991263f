# How texts differ.
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
    def test_str(self):
        self.assertEqual("abc", "abd")

    def test_multi(self):
        self.assertEqual("a\nb\nc", "a\nx\nc\n")

    def test_multi2(self):
        self.assertEqual("", "a\nb")


run(T)
