# What dir(sys) lists is there, whenever it is made.
import sys

wanted = (
    'argv version_info flags float_info int_info hash_info thread_info implementation modules path meta_path '
    'path_hooks path_importer_cache stdin stdout stderr __stdout__ exc_info exception exit executable platform '
    'maxsize maxunicode byteorder getrecursionlimit setrecursionlimit getsizeof intern displayhook excepthook '
    '__displayhook__ __excepthook__ __unraisablehook__ unraisablehook warnoptions _xoptions orig_argv '
    'stdlib_module_names builtin_module_names copyright version hexversion api_version float_repr_style prefix '
    'setswitchinterval getswitchinterval _getframe _is_interned getdefaultencoding'
).split()
names = dir(sys)
print([name for name in wanted if name not in names])
print(all(hasattr(sys, name) for name in names), len(names) == len(set(names)))
print(sys._is_interned(sys.intern('abc')), sys._xoptions, sys.flags.optimize, __debug__)
for wrong in 0, 'x', -1:
    try:
        sys.setswitchinterval(wrong)
    except Exception as error:
        print(type(error).__name__, error)
sys.setswitchinterval(0.01)
