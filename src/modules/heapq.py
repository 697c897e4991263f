"""Heap queue algorithm (a.k.a. priority queue).

Heaps are arrays for which a[k] <= a[2*k+1] and a[k] <= a[2*k+2] for
all k, counting elements from 0.  For the sake of comparison,
non-existing elements are considered to be infinite.  The interesting
property of a heap is that a[0] is always its smallest element.

Usage:

heap = []            # creates an empty heap
heappush(heap, item) # pushes a new item on the heap
item = heappop(heap) # pops the smallest item from the heap
item = heap[0]       # smallest item on the heap without popping it
heapify(x)           # transforms list into a heap, in-place, in linear time
item = heappushpop(heap, item) # pushes a new item and then returns
                               # the smallest item; the heap size is unchanged
item = heapreplace(heap, item) # pops and returns smallest item, and adds
                               # new item; the heap size is unchanged
"""

from _heapq import (
    _heapify_max,
    _heappop_max,
    _heapreplace_max,
    heapify,
    heappop,
    heappush,
    heappushpop,
    heapreplace,
)

__all__ = [
    'heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop',
]


def merge(*iterables, key=None, reverse=False):
    '''Merge multiple sorted inputs into a single sorted output.

    Similar to sorted(itertools.chain(*iterables)) but returns a generator,
    does not pull the data into memory all at once, and assumes that each of
    the input streams is already sorted (smallest to largest).

    >>> list(merge([1,3,5,7], [0,2,4,8], [5,10,15,20], [], [25]))
    [0, 1, 2, 3, 4, 5, 5, 7, 8, 10, 15, 20, 25]

    If *key* is not None, applies a key function to each element to determine
    its sort order.

    >>> list(merge(['dog', 'horse'], ['cat', 'fish', 'kangaroo'], key=len))
    ['dog', 'cat', 'fish', 'horse', 'kangaroo']

    '''
    if reverse:
        make_heap, pop, replace, step = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        make_heap, pop, replace, step = heapify, heappop, heapreplace, 1

    # The next of each input: its key, the input's number, which decides between equal ones, its value, and how to
    # go on.
    heap = []
    for order, it in enumerate(map(iter, iterables)):
        advance = it.__next__
        for value in it:
            heap.append([value if key is None else key(value), order * step, value, advance])
            break
    make_heap(heap)
    while len(heap) > 1:
        try:
            while True:
                _, _, value, advance = entry = heap[0]
                yield value
                value = advance()
                entry[0] = value if key is None else key(value)
                entry[2] = value
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        _, _, value, advance = heap[0]
        yield value
        yield from advance.__self__


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key)[:n]
    """
    if n == 1:
        return _first_by(min, iterable, key)
    ranked = _all_in_order(n, iterable, key, False)
    if ranked is not None:
        return ranked
    # A heap of the best so far, the worst of them on top. Of equal ones the earlier is better.
    it = iter(iterable)
    heap = [(elem if key is None else key(elem), i, elem) for i, elem in zip(range(n), it)]
    if not heap:
        return []
    _heapify_max(heap)
    top = heap[0][0]
    for order, elem in enumerate(it, n):
        k = elem if key is None else key(elem)
        if k < top:
            _heapreplace_max(heap, (k, order, elem))
            top = heap[0][0]
    heap.sort()
    return [elem for _, _, elem in heap]


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset.

    Equivalent to:  sorted(iterable, key=key, reverse=True)[:n]
    """
    if n == 1:
        return _first_by(max, iterable, key)
    ranked = _all_in_order(n, iterable, key, True)
    if ranked is not None:
        return ranked
    it = iter(iterable)
    heap = [(elem if key is None else key(elem), -i, elem) for i, elem in zip(range(n), it)]
    if not heap:
        return []
    heapify(heap)
    top = heap[0][0]
    for order, elem in enumerate(it, n):
        k = elem if key is None else key(elem)
        if top < k:
            heapreplace(heap, (k, -order, elem))
            top = heap[0][0]
    heap.sort(reverse=True)
    return [elem for _, _, elem in heap]


def _first_by(choose, iterable, key):
    """What nsmallest(1) and nlargest(1) are: a list of the one, or of nothing."""
    nothing = object()
    result = choose(iterable, default=nothing, key=key)
    return [] if result is nothing else [result]


def _all_in_order(n, iterable, key, reverse):
    """All elements in order, if n are no fewer and their number is known."""
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        return None
    return sorted(iterable, key=key, reverse=reverse)[:n] if n >= size else None
