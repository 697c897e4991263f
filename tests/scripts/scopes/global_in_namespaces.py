# A name that any function declares global is a global of the module too, whatever namespace that runs in.
source = '''
x = 7
def f():
    x = 1
    def g():
        global x
        def h():
            return x
        return h()
    return g()
result = f()
class C:
    global y
    y = 5
z = y
'''
globals_, locals_ = {}, {}
exec(source, globals_, locals_)
print(sorted(locals_), sorted(set(globals_) - {'__builtins__'}), locals_['result'], locals_['z'])
