"""Prints the docstrings of a CPython module that have examples in them, as JSON by their names."""

import doctest
import importlib
import json
import sys

module = importlib.import_module(sys.argv[1])
found = doctest.DocTestFinder().find(module)
json.dump({test.name: test.docstring for test in found if test.examples}, sys.stdout)
