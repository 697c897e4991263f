"""Main entry point"""

import sys

__unittest = True

# What is shown as the program's name, as one would type it.
if sys.argv[0].endswith('__main__.py') or sys.argv[0].startswith('<'):
    sys.argv[0] = 'python -m unittest'

from .main import main

main(module=None)
