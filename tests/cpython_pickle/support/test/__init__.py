"""CPython's test modules from where CPython is installed, over stand-ins for what they lean on."""

import os

__path__.append(os.environ["CPYTHON_TESTS"])
