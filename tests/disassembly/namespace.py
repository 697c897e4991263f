"""A module."""
x: int = 1
global_name = x
class A:
    y = x
    z = [y for y in [x]]
    del y
