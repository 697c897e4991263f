"""A module of this name with the one function that the tests of pickle refer to."""


def whichdb(filename):
    raise NotImplementedError("a stand-in that is there to be pickled")
