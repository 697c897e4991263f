# A heap in a list: the smallest is at the front.
import heapq

h = []
for n in (5, 3, 8, 1, 9, 2):
    heapq.heappush(h, n)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 7), heapq.heapreplace(h, 0), h)
items = list('heapify me')
heapq.heapify(items)
print(items, [heapq.heappop(items) for _ in range(len(items))])
for call in (
    lambda: heapq.heappop([]),
    lambda: heapq.heapreplace([], 1),
    lambda: heapq.heappush((), 1),
    lambda: heapq.heapify(3),
    lambda: heapq.heappush([1], 'a'),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(heapq.heappushpop([], 4))
