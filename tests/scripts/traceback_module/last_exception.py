# print_last shows what nobody caught; without that it is an error.
import sys
import traceback

try:
    traceback.print_last()
except ValueError as error:
    print(error)
try:
    1 / 0
except ZeroDivisionError as error:
    sys.last_exc = error
traceback.print_last()
del sys.last_exc
try:
    [][1]
except IndexError as error:
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, error.__traceback__
traceback.print_last(limit=0)
