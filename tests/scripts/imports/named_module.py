"""Says what it is called."""

import sys

seen_name = __name__
main_name = sys.modules['__main__'].__name__
if __name__ == '__main__':
    print('never, unless run by itself')
