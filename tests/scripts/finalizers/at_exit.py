# What is left when the program ends is finalized then.
import sys


class Last:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


first = Last('first')
second = Last('second')
kept = [Last('in a list')]
print('end')
sys.exit(0)
