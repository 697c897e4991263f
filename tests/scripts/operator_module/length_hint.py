# operator.length_hint asks __len__, then __length_hint__, then takes the default.
import operator


class Hint:
    def __init__(self, answer):
        self.answer = answer

    def __length_hint__(self):
        return self.answer


print(operator.length_hint([1, 2]), operator.length_hint(iter([1, 2, 3])), operator.length_hint(object(), 7))
print(operator.length_hint(Hint(5)), operator.length_hint(Hint(NotImplemented), 4), operator.length_hint(iter(range(9))))
for call in (
    lambda: operator.length_hint(Hint('a')),
    lambda: operator.length_hint(Hint(-1)),
    lambda: operator.length_hint([], 'a'),
    lambda: operator.length_hint(),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
