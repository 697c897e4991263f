# raise with a class, an instance, a cause, nothing.
def attempt(action):
    try:
        action()
    except BaseException as error:
        print(
            type(error).__name__,
            error.args,
            repr(error.__cause__),
            repr(error.__context__),
            error.__suppress_context__,
        )


def with_class():
    raise KeyError


def with_instance():
    raise KeyError('k', 1)


def from_class():
    raise ValueError('v') from KeyError


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('v') from None


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError('v')


def from_error():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError('v') from error


def again():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


def nothing():
    raise


def wrong():
    raise 5


def wrong_class():
    raise int


def wrong_cause():
    raise ValueError from 5


class NeedsArgument(Exception):
    def __init__(self, a):
        pass


def class_needs_argument():
    raise NeedsArgument


class NotAnException(Exception):
    def __new__(cls):
        return 5


def new_returns_other():
    raise NotAnException


for action in (
    with_class,
    with_instance,
    from_class,
    from_none,
    in_handler,
    from_error,
    again,
    nothing,
    wrong,
    wrong_class,
    wrong_cause,
    class_needs_argument,
    new_returns_other,
):
    print(action.__name__, end=': ')
    attempt(action)
