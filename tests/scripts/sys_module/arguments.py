# sys.argv holds the script's name and its arguments.
import sys

print(len(sys.argv), sys.argv[1:])
print(sys.argv[0] == 'arguments.py')
sys.argv.append('changed')
print(sys.argv[-1])
sys.exit(len(sys.argv))
