# assert raises AssertionError with what follows the comma.
assert True
assert 1, 'never shown'


def attempt(source):
    try:
        exec(source)
    except AssertionError as error:
        print(repr(error), error.args, str(error))


attempt('assert False')
attempt('assert 0, "message"')
attempt('assert [], ("a", "tuple")')
attempt('assert None, None')
attempt('assert 1 == 2, f"{1 + 1}"')
attempt('assert not True, ValueError("x")')


def lazily():
    print('the message is computed only on failure')
    return 'm'


assert True, lazily()
try:
    assert False, lazily()
except AssertionError as error:
    print(error)
print(__debug__)
AssertionError = KeyError
try:
    assert False, 'the builtin, whatever the name now means'
except BaseException as error:
    print(type(error).__name__)
