# Unpacking in subscripts and annotations (PEP 646).
class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


s = Shows()
a = [1, 2]
print(s[*a], s[*a,], s[0, *a, 3], s[*a, *a], s[*()])
s[*a] = 5
s[0, *a] = 6
del s[*a]
print(tuple[*tuple[int, ...]], tuple[int, *tuple[str, bytes]], *tuple[int])


def f(*args: *tuple[int, str]): pass


print(f.__annotations__)
for wrong in ('s[*a:1]', 's[1:*a]', 's[*]', 'def g(**kw: *a): pass', 'def g(x: *a): pass', 's[a for a in a]'):
    try:
        compile(wrong, '<test>', 'exec')
    except SyntaxError as e:
        print(e.msg)
