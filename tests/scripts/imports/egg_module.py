# Needs chicken_module, but only later.
import chicken_module


class Egg:
    def hatch(self):
        return chicken_module.Chicken()
