# A module whose function fails.
def fail(argument):
    return argument.no_such_method()
