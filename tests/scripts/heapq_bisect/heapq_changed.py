# Comparisons that change the heap are noticed, and errors come through.
import heapq


class Emptying:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return False


h = []
h.extend(Emptying(h) for _ in range(4))
for call in (lambda: heapq.heapify(h), lambda: heapq.heappush(h, Emptying(h)) or heapq.heappush(h, Emptying(h))):
    try:
        call()
    except RuntimeError as error:
        print(error)
try:
    heapq.heapify([1, 'a', 2])
except TypeError as error:
    print(error)
