# sys.exit raises SystemExit, which can be caught.
import sys

for code in (None, 0, 3, 'message', True, 2.5, (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code)
try:
    sys.exit()
except BaseException as error:
    print(type(error).__name__, error.args, error.code)
try:
    exit(5)
except SystemExit as error:
    print(error.code)


def main():
    try:
        sys.exit(7)
    finally:
        print('finally runs')


main()
