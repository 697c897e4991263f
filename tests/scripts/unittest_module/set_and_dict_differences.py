# How sets and dicts differ.
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
    def test_dict(self):
        self.assertEqual({'a':1}, {'a':2, 'b':3})

    def test_set(self):
        self.assertEqual({1,2}, {2,3})

    def test_frozenset(self):
        self.assertEqual(frozenset({1}), frozenset({2}))

    def test_dictnot(self):
        self.assertDictEqual([1], {})

    def test_setnot(self):
        self.assertSetEqual([1], {1})

    def test_count(self):
        self.assertCountEqual([1,2,2], [2,1,3])

    def test_count2(self):
        self.assertCountEqual([[1],[2]], [[2],[3]])


run(T)
