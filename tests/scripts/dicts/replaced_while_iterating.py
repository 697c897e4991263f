# Deleting a key and adding another while iterating leaves the size, but the iterator meets what was added.
def attempt(f):
    try:
        print(f())
    except RuntimeError as error:
        print(error)


def same_key(view):
    d = {0: 0}
    for _ in getattr(d, view)():
        del d[0]
        d[0] = 0
    return d


def last_of_three():
    d = dict.fromkeys(range(3))
    for k in d:
        if k == 2:
            del d[2]
            d[3] = None
    return d


def popitem():
    d = dict.fromkeys(range(3))
    seen = []
    for k in d:
        seen.append(k)
        if k == 0:
            d.popitem()
            d["new"] = 1
    return seen


def added_and_deleted():
    d = {1: 1, 2: 2}
    for k in d:
        d["temporary"] = 1
        del d["temporary"]
    return d


for view in ("keys", "values", "items"):
    attempt(lambda: same_key(view))
for f in (last_of_three, popitem, added_and_deleted):
    attempt(f)

# After an iteration the places fill and empty as before.
d = {}
list(d)
for i in range(200):
    d[i] = i
    list(d)
    if i % 3:
        assert d.popitem() == (i, i)
    elif i % 2:
        del d[i]
print(len(d), list(d)[:5], d.popitem(), list(reversed(d))[:3])
while d:
    del d[next(iter(d))]
d["x"] = 1
print(d)
