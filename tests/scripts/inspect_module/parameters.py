# Parameter and Signature objects made by hand.
import inspect
from inspect import Parameter, Signature


def show(*fs):
    for f in fs:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


P = Parameter
a = P('a', P.POSITIONAL_ONLY)
b = P('b', P.POSITIONAL_OR_KEYWORD, default=1, annotation=int)
c = P('c', P.VAR_POSITIONAL, annotation='text')
d = P('d', P.KEYWORD_ONLY, default=None)
e = P('e', P.VAR_KEYWORD)
for p in (a, b, c, d, e):
    print(repr(p), p.name, p.kind, repr(p.kind), p.kind.description, p.default is P.empty, p.annotation is P.empty)
print(Signature([a, b, c, d, e], return_annotation=str))
print(b.replace(name='z'), b.replace(default=P.empty), b == b.replace(), b == a, hash(b) == hash(b.replace()))
show(lambda: P('1', P.POSITIONAL_ONLY), lambda: P(1, P.POSITIONAL_ONLY), lambda: P('for', P.KEYWORD_ONLY),
     lambda: P('x', 9), lambda: P('x', P.VAR_KEYWORD, default=1), lambda: P('.0', P.POSITIONAL_OR_KEYWORD))
show(lambda: Signature([d, a]), lambda: Signature([b, P('x', P.POSITIONAL_OR_KEYWORD)]), lambda: Signature([a, a]),
     lambda: Signature(), lambda: Signature([a]).replace(parameters=[b]), lambda: Signature([a]).empty)
