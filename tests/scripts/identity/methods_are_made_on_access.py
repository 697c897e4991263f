# A bound method is made anew at every access, from one function and one instance.
class T:
    def method(self):
        return self

    @classmethod
    def make(cls):
        return cls

    @staticmethod
    def plain():
        return 'plain'


t = T()
print(t.method is t.method, t.method == t.method, t.method == T().method)
print(t.method.__func__ is T.method, t.method.__self__ is t)
print(T.method is T.__dict__['method'], T.method is T.method)
print(T.make.__self__ is T, T.make == T.make, t.make.__func__ is T.make.__func__)
print(T.plain is T.plain, t.plain is T.plain)

keep = t.method
print(keep() is t)
t.method = lambda: 'instance attribute'
print(t.method(), keep() is t)
print(hash(keep) == hash(T.method.__get__(t)))
