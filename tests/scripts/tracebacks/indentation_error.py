# A block that isn't there.
def f():
return 1
