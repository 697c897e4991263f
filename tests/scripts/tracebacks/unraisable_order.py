# stdout is complete even when the program ends with a traceback.
import sys

print('to stdout')
print('to stderr', file=sys.stderr)
print('no newline', end='')
sys.stderr.write('written\n')
{}['missing']
