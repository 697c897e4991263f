# An uncaught NameError suggests one too.
counter = 1


def count():
    return countr


count()
