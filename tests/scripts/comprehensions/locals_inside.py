# Inside a comprehension of a module or class body, `locals()` is a dict of the loop's variables alone.
l = [1, 2]
y = 0
print([locals()["x"] for x in l], [vars()["x"] for x in l], [("x" in dir()) for x in l])
print([eval("x + y") for x in l], [exec("y = x") for x in l], y)
print("x" in locals(), locals() is globals(), [locals() is globals() for x in l])


class C:
    z = 1
    print([sorted(k for k in locals() if k[0] != "_") for w in [1] for v in [2]])
    print([eval("w + y") for w in [1]])
    print("w" in locals())


def f():
    k = 1
    return [sorted(locals()) for j in [1]], [eval("j + k") for j in [2]], locals()


print(f())
