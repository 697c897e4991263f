# Errors, chained and nested, and subtests.
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
    def test_error(self):
        1/0

    def test_chain(self):
        try: 1/0
        except ZeroDivisionError as e: raise KeyError("k") from e

    def test_nested(self):
        def helper(x): self.assertEqual(x, 3)
        helper(4)

    def test_sub(self):
        for i in range(4):
            with self.subTest("m", i=i):
                self.assertEqual(i % 2, 0)

    def test_sub2(self):
        with self.subTest(a=1):
            with self.subTest(b=2):
                1/0
        with self.subTest(): self.fail("x")
        with self.subTest(x=1): self.skipTest("sub skip")


run(T)
