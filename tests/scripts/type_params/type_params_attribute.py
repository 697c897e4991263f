# __type_params__ of classes; unions and generic aliases as they hash, copy and pickle.
import types, collections.abc, copy, pickle, typing
class A[T]: pass
class B(A[int]): pass
print(A.__type_params__, B.__type_params__, type.__type_params__, int.__type_params__)
class C: __type_params__ = 5
print(C.__type_params__)
try: int.__type_params__ = ()
except TypeError as e: print(e)
u = int | str
print(hash(u) == hash(str | int), hash(u) == hash(frozenset((int, str))), copy.copy(u), pickle.loads(pickle.dumps(u)))
print(int | collections.abc.Callable[[int], str])
a = list[int]
print(copy.copy(next(iter(a))), pickle.loads(pickle.dumps(iter(tuple[int, str]))).__next__(), pickle.loads(pickle.dumps(next(iter(a)))))
def f[T](): pass
class S:
    pass
S.__type_params__ = (1,)
print(S.__type_params__, S.__dict__['__type_params__'])
