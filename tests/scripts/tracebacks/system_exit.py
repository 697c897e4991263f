# SystemExit ends the program with its code, after the finally clauses.
import sys

try:
    sys.exit(3)
finally:
    print('cleaning up')
