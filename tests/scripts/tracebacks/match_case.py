# Errors in patterns and guards show their part of the case.
class Point:
    __match_args__ = ('x',)


def attempt(value):
    match value:
        case {'key': [first, 'and', second]} if first.missing:
            return first
        case [Point(a, b), *_]:
            return a
        case unknown.thing | 5:
            return 5


for value in [{'key': [1, 'and', 2]}, [Point()]]:
    try:
        attempt(value)
    except Exception:
        import traceback
        traceback.print_exc()
attempt(6)
