# Making exception groups: what they take, which class comes out.
def attempt(cls, *args, **kwargs):
    try:
        print(repr(cls(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Mine(ExceptionGroup):
    pass


class MineBase(BaseExceptionGroup):
    pass


class Both(BaseExceptionGroup, ValueError):
    pass


class Items:
    def __getitem__(self, i):
        return [ValueError(1), TypeError(2)][i]


for cls in [ExceptionGroup, BaseExceptionGroup, Mine, MineBase, Both]:
    print(cls.__name__)
    attempt(cls, 'ordinary', [ValueError(1), TypeError(2)])
    attempt(cls, 'others', (KeyboardInterrupt(), ValueError()))
attempt(ExceptionGroup)
attempt(ExceptionGroup, 'a')
attempt(ExceptionGroup, 'a', [ValueError()], 3)
attempt(ExceptionGroup, 1, [ValueError()])
attempt(ExceptionGroup, None, [ValueError()])
attempt(ExceptionGroup, 'a', 5)
attempt(ExceptionGroup, 'a', [])
attempt(ExceptionGroup, 'a', [ValueError(), 1])
attempt(ExceptionGroup, 'a', [ValueError])
attempt(ExceptionGroup, 'a', {ValueError()})
attempt(ExceptionGroup, 'a', {1: 2})
attempt(ExceptionGroup, 'a', 'abc')
attempt(ExceptionGroup, 'a', iter([ValueError()]))
attempt(ExceptionGroup, 'a', [ValueError()], key=1)
attempt(ExceptionGroup, message='a', exceptions=[ValueError()])
group = ExceptionGroup('items', Items())
print(group.exceptions)

members = [ValueError(3)]
group = ExceptionGroup('text', members)
members.append(TypeError())
print(repr(group), str(group), group.exceptions, group.message, group.args == ('text', members))
print(str(ExceptionGroup('', [group, group])), repr(ExceptionGroup('outer', [group])))
for name in ['message', 'exceptions']:
    try:
        setattr(group, name, 'x')
    except AttributeError as error:
        print(error)
    try:
        delattr(group, name)
    except AttributeError as error:
        print(error)
print(ExceptionGroup[int], BaseExceptionGroup[ValueError])
print([c.__name__ for c in ExceptionGroup.__mro__], ExceptionGroup.__bases__)
