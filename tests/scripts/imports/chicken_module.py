# Needs egg_module, which needs this one.
import egg_module


class Chicken:
    pass


def lay():
    return egg_module.Egg()
