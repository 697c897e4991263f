"""Which changes of the language a program could ask for before they came, and when they came."""


class _Feature:
    def __init__(self, optional, mandatory, flag):
        self.optional, self.mandatory, self.compiler_flag = optional, mandatory, flag

    def getOptionalRelease(self):
        """The release in which the feature could be had by a future import."""
        return self.optional

    def getMandatoryRelease(self):
        """The release in which the feature is part of the language, or None if it was dropped."""
        return self.mandatory

    def __repr__(self):
        return f"_Feature{self.optional, self.mandatory, self.compiler_flag}"


def _features():
    """Each feature: its name, its flag's name and value, the releases as text (`a`lpha, `b`eta or final)."""
    table = """
        nested_scopes     NESTED                    0x10  2.1.0b1  2.2.0a0
        generators        GENERATOR_ALLOWED          0x0  2.2.0a1  2.3.0
        division          FUTURE_DIVISION        0x20000  2.2.0a2  3.0.0a0
        absolute_import   FUTURE_ABSOLUTE_IMPORT 0x40000  2.5.0a1  3.0.0a0
        with_statement    FUTURE_WITH_STATEMENT  0x80000  2.5.0a1  2.6.0a0
        print_function    FUTURE_PRINT_FUNCTION 0x100000  2.6.0a2  3.0.0a0
        unicode_literals  FUTURE_UNICODE_LITERALS 0x200000 2.6.0a2 3.0.0a0
        barry_as_FLUFL    FUTURE_BARRY_AS_BDFL  0x400000  3.1.0a2  4.0.0a0
        generator_stop    FUTURE_GENERATOR_STOP 0x800000  3.5.0b1  3.7.0a0
        annotations       FUTURE_ANNOTATIONS   0x1000000  3.7.0b1  -
    """
    for line in table.split("\n"):
        if line.strip():
            name, flag_name, flag, optional, mandatory = line.split()
            yield name, "CO_" + flag_name, int(flag, 16), _release(optional), _release(mandatory)


def _release(text):
    if text == "-":
        return None
    for letter, level in ("a", "alpha"), ("b", "beta"):
        number, found, serial = text.partition(letter)
        if found:
            break
    else:
        level, serial = "final", 0
    return *map(int, number.split(".")), level, int(serial)


all_feature_names = []
for _name, _flag_name, _flag, _optional, _mandatory in _features():
    all_feature_names.append(_name)
    globals()[_flag_name] = _flag
    globals()[_name] = _Feature(_optional, _mandatory, _flag)

__all__ = ["all_feature_names", *all_feature_names]
