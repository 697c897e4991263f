# TypeVar, ParamSpec and TypeVarTuple made by calls.
import copy
import pickle
from typing import *


def show(*fs):
    for f in fs:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)


T = TypeVar('T')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
show(lambda: T, lambda: TypeVar('T', covariant=True), lambda: TypeVar('T', contravariant=True),
     lambda: TypeVar('T', infer_variance=True), lambda: P, lambda: Ts)
show(lambda: TypeVar('T', int), lambda: TypeVar('T', int, str).__constraints__, lambda: TypeVar('T', int, str, bound=int),
     lambda: TypeVar('T', bound=int).__bound__, lambda: TypeVar('T', bound='X').__bound__,
     lambda: TypeVar('T', bound=None).__bound__, lambda: TypeVar('T', covariant=True, contravariant=True),
     lambda: TypeVar('T', covariant=True, infer_variance=True), lambda: TypeVar(1))
show(lambda: TypeVar('T', default=int).__default__, lambda: T.__default__, lambda: T.has_default(),
     lambda: TypeVar('T', default=None).has_default(), lambda: TypeVar('T', default=NoDefault).has_default())
show(lambda: T.__name__, lambda: T.__module__, lambda: T.__covariant__, lambda: T(), lambda: setattr(T, '__name__', 1),
     lambda: setattr(T, 'extra', 1), lambda: T.extra, lambda: isinstance(1, T))
show(lambda: T | int, lambda: int | T, lambda: P | None, lambda: Ts | int, lambda: list(Ts))
show(lambda: P.args, lambda: P.kwargs, lambda: P.args.__origin__, lambda: P.args == P.args, lambda: hash(P.args),
     lambda: P.args == P.kwargs)
show(lambda: copy.copy(T) is T, lambda: copy.deepcopy(P) is P, lambda: pickle.loads(pickle.dumps(T)) is T,
     lambda: type('S', (TypeVar,), {}))
show(lambda: T.__typing_subst__(int), lambda: Ts.__typing_subst__(int), lambda: P.__typing_subst__(int))
