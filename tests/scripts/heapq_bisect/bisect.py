# Places in sorted lists.
import bisect

a = [1, 2, 2, 2, 3]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 0), bisect.bisect(a, 9))
print(bisect.bisect(a, 2, 0, 2), bisect.bisect_left(a, 2, lo=2), bisect.bisect([], 1), bisect.bisect(a, 2, hi=None))
bisect.insort(a, 2.5)
bisect.insort_left(a, 1)
print(a, bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right)
words = ['fig', 'pear', 'apples']
print(bisect.bisect(words, 4, key=len), bisect.bisect_left(words, 4, key=len))
bisect.insort(words, 'kiwi', key=len)
print(words)


class Noting(list):
    def insert(self, i, x):
        print('insert', i, x)
        super().insert(i, x)


bisect.insort(Noting([1, 3]), 2)
for call in (
    lambda: bisect.bisect(a, 1, -1),
    lambda: bisect.bisect(1, 1),
    lambda: bisect.bisect(a, 1, 0, 99),
    lambda: bisect.bisect(a, 'x'),
    lambda: bisect.insort((1,), 1),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
