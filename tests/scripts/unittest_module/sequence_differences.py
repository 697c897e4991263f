# How lists and tuples differ.
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
    def test_list(self):
        self.assertEqual([1,2,3], [1,2,4])

    def test_list_len(self):
        self.assertEqual([1,2,3], [1,2])

    def test_list_len2(self):
        self.assertEqual([1], [1,2])

    def test_tuple(self):
        self.assertEqual((1,), (2,))

    def test_seq(self):
        self.assertSequenceEqual([1], (2,))

    def test_seq2(self):
        self.assertSequenceEqual([1], 3)

    def test_listnot(self):
        self.assertListEqual([1], (1,))


run(T)
