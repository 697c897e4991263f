# The source of functions and classes.
import inspect


# A comment above.
# And another.
def first(a,
          b=(1,
             2)):
    """Doc with
    lines."""
    if a:
        return '''text
  at the left
'''

    # trailing comment inside
    return b
# not inside


class K:
    attribute = 1

    @staticmethod
    def method(): return 1

    @property
    def prop(self):
        def nested():
            return 2
        return nested


x = lambda q: q + 1


def one_line(): return 1
after = 2
for obj in (first, K, K.method, K.prop.fget, one_line, x):
    lines, number = inspect.getsourcelines(obj)
    print(number, len(lines))
    print(inspect.getsource(obj), end='')
    print('---')
print(inspect.getcomments(first))
print(inspect.getsourcefile(first) == __file__, inspect.getfile(K) == __file__)
print(inspect.getmodule(first).__name__, inspect.getmodulename('/a/b/mod.py'), inspect.getmodulename('x.txt'))
for wrong in (int, len, 5, inspect.__class__):
    try:
        inspect.getsource(wrong)
    except (TypeError, OSError) as e:
        print(type(e).__name__, e)
