# Fast mode finds a cycle by the lists, dicts and frozensets in it, from the fiftieth level on.
import io
import pickle


class C:
    pass


def cycles():
    items = []
    items.append(items)
    yield items
    mapping = {}
    mapping[1] = mapping
    yield mapping
    for make in (lambda one: one, lambda one: {one}, lambda one: frozenset([one]), lambda one: (one,)):
        one = C()
        one.held = make(one)
        yield one
    one, items = C(), []
    items.append((frozenset([one]), {1: items}))
    one.items = items
    yield one


for protocol in 0, 2, 4:
    for cycle in cycles():
        pickler = pickle.Pickler(io.BytesIO(), protocol)
        pickler.fast = True
        try:
            pickler.dump(cycle)
        except ValueError as error:
            print(str(error).partition(" at ")[0])
