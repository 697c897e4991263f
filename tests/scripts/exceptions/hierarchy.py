# The tree of built-in exceptions.
import builtins


def show(cls, depth=0):
    print('  ' * depth + cls.__name__)
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if (
            sub.__module__ == 'builtins'
            and sub.__name__[0] != '_'
            and not issubclass(sub, (BaseExceptionGroup, Warning))
        ):
            show(sub, depth + 1)


show(BaseException)
print(EnvironmentError is OSError, IOError is OSError)
print([c.__name__ for c in UnicodeDecodeError.__mro__])
print([c.__name__ for c in ModuleNotFoundError.__mro__])
print(
    issubclass(KeyboardInterrupt, Exception),
    issubclass(GeneratorExit, Exception),
    issubclass(StopIteration, Exception),
)
print(sorted(name for name in dir(builtins) if name.endswith('Warning')))
