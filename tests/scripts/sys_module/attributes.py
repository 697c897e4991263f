# What sys tells.
import sys

print(
    sys.argv,
    sys.maxsize,
    sys.byteorder,
    sys.maxunicode,
    sys.getdefaultencoding(),
    sys.implementation.name != '',
)
print(
    sys.version_info[:2],
    sys.version_info >= (3, 13),
    sys.version_info.major,
    sys.version_info.minor,
    sys.version.startswith('3.13'),
    sys.hexversion >> 16 == 0x030D,
)
print(
    'sys' in sys.modules,
    sys.modules['sys'] is sys,
    sys.modules['__main__'].__name__,
    'builtins' in sys.builtin_module_names,
)
print(sys.stdout.write('written') == 7, sys.stdin.read(), sys.stdout.encoding, sys.stderr is sys.__stderr__)
print(
    sys.getrecursionlimit(),
    sys.intern('abc') == 'abc',
    sys.getsizeof([]) > 0,
)
print(
    sys.float_info.max,
    sys.float_info.epsilon,
    sys.int_info.bits_per_digit > 0,
    sys.hash_info.width,
    sys.hash_info.modulus,
)
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    kind, value, traceback = sys.exc_info()
    print(kind, value, traceback.tb_lineno, sys.exception() is value)
print(sys.exc_info(), sys.exception())


def caller():
    return callee()


def callee():
    frame = sys._getframe()
    return (
        frame.f_code.co_name,
        frame.f_back.f_code.co_name,
        frame.f_back.f_lineno,
        sys._getframe(1).f_code.co_name,
    )


print(
    caller(),
    type(sys.path).__name__,
    type(sys.modules).__name__,
    sys.flags.interactive,
    sys.dont_write_bytecode in (True, False),
)
for action in (
    lambda: sys.setrecursionlimit(0),
    lambda: sys.setrecursionlimit('a'),
    lambda: sys.intern(5),
    lambda: sys._getframe(1000),
    lambda: sys.nope,
    lambda: sys.exit(1, 2),
    lambda: sys.getsizeof(),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
