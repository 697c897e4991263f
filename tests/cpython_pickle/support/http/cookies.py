"""A module of this name with the classes of a cookie that Python 2 pickled."""


class Morsel(dict):
    pass


class SimpleCookie(dict):
    pass
