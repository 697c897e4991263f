# No message, no colon.
class Silent(Exception):
    pass


def fail():
    raise Silent


try:
    fail()
except Silent:
    assert False
