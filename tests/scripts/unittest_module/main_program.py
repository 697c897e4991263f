# unittest.main in a script.
import unittest


class T(unittest.TestCase):
    def test_a(self):
        self.assertEqual(sum([1, 2]), 3)

    def test_b(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        self.assertIn('division', str(caught.exception))


program = unittest.main(exit=False, argv=['name', '-q'], testRunner=unittest.TextTestRunner(stream=open('out', 'w')))
print(program.result.testsRun, program.result.wasSuccessful())
for argv in ['name', 'T.test_a'], ['name', '-k', 'b'], ['name', '-f', 'T']:
    runner = unittest.TextTestRunner(stream=open('out', 'w'))
    print(unittest.main(exit=False, argv=argv, testRunner=runner).result)
try:
    unittest.main(argv=['name'], testRunner=unittest.TextTestRunner(stream=open('out', 'w')))
except SystemExit as error:
    print('exit', error.code)
