# The frames of a traceback have their locals, of what was left as of what still runs, and their callers.
import sys
def f(a, b=2):
    x = 3
    def g(): return x
    try:
        h(a)
    finally:
        y = 5
def h(q):
    z = [q]
    del q
    raise ValueError(1)
def top():
    try:
        f(1)
    except ValueError as e:
        after = 1
        tb = e.__traceback__
        while tb:
            print(tb.tb_frame.f_code.co_name, tb.tb_lineno, sorted(k for k in tb.tb_frame.f_locals if k != 'g'), tb.tb_frame.f_back and tb.tb_frame.f_back.f_code.co_name)
            tb = tb.tb_next
        return e
e = top()
def gen():
    i = 1
    yield i
    j = 2
    yield j
g = gen(); next(g); print(g.gi_frame.f_locals); next(g); print(g.gi_frame.f_locals)
def cur():
    f = sys._getframe()
    a = 1
    print(f.f_locals['a'], f.f_lineno, f.f_back.f_code.co_name)
    try: f.clear()
    except RuntimeError as er: print(er)
cur()
def inner():
    try:
        h(1)
    except ValueError as e1:
        k = 7
        raise TypeError from e1
try:
    inner()
except TypeError as t:
    print(t.__traceback__.tb_next.tb_frame.f_locals['k'], t.__cause__.__traceback__.tb_frame.f_locals['k'])
class A:
    zz = 1
    try:
        1/0
    except ZeroDivisionError as e2:
        print(sorted(k for k in e2.__traceback__.tb_frame.f_locals if not k.startswith('__')))
