"""Tools of the shop."""


def shout(text):
    return text.upper() + '!'
