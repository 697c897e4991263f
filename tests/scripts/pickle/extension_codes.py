# What stands in the registry of extensions is checked when it is used.
import copyreg
import pickle


class Listed(list):
    pass


class Three:
    def __index__(self):
        return 3


key = __name__, 'Listed'
for code in (
    None, 'one', 1.5, True, False, Three(), -1, 0, 1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, 2**63, 2**100, -2**100
):
    copyreg._extension_registry[key] = code
    for protocol in 1, 2, 4:
        try:
            print(protocol, pickle.dumps(Listed, protocol))
        except (TypeError, RuntimeError, OverflowError) as error:
            print(protocol, type(error).__name__, error)
del copyreg._extension_registry[key]
