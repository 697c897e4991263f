"""Runs cases of one of CPython's test modules, or lists them.

    run_cases.py MODULE                 prints every CLASS.METHOD, one a line
    run_cases.py MODULE CASE...         runs these cases

A case that runs answers two lines: `start CASE`, then its end as `ok`, `skip` or `fail`, the case, and why. So
whoever reads along knows which case ended the process.
"""

import doctest
import importlib
import json
import os
import pickle
import sys
import unittest

# CPython has these in Python beside those in C. The test modules name them on the way to the classes that test the
# latter; the driver leaves out the cases that are about them.
for name in ("_Pickler", "_Unpickler", "_dump", "_dumps", "_load", "_loads"):
    if not hasattr(pickle, name):
        setattr(pickle, name, type(name, (), {}))


def examples(module_name):
    """The examples in CPython's docstrings of a module, to be tried on ours."""
    with open(os.environ["CPYTHON_DOCSTRINGS"]) as file:
        docstrings = json.load(file)
    ours = vars(importlib.import_module(module_name))
    for name, text in docstrings.items():
        yield name, Examples(doctest.DocTestParser().get_doctest(text, dict(ours), name, None, None))


class Examples(unittest.TestCase):
    """The examples of one docstring."""

    def __init__(self, examples):
        super().__init__("try_them")
        self.examples = examples

    def try_them(self):
        complaints = []
        doctest.DocTestRunner(verbose=False).run(self.examples, out=complaints.append)
        self.assertEqual(complaints, [])


def cases(module):
    """Every case by its name."""
    loader = unittest.TestLoader()
    found = {}
    for name, value in sorted(vars(module).items()):
        if isinstance(value, type) and issubclass(value, unittest.TestCase):
            for method in loader.getTestCaseNames(value):
                found[f"{name}.{method}"] = value(method)
    if module.__name__ == "test.test_pickletools":
        for name, case in examples("pickletools"):
            found[f"DocTestCase.{name}"] = case
    return found


class Report(unittest.TestResult):
    """Says how a case ends as soon as it does."""

    def run(self, name, case):
        self.complaints = []
        self.reason = None
        say("start", name)
        case.run(self)
        if self.complaints:
            say("fail", name, "; ".join(dict.fromkeys(self.complaints)))
        elif self.reason is not None:
            say("skip", name, self.reason)
        else:
            say("ok", name)

    def addError(self, test, error):
        kind, value, _ = error
        self.complaints.append(f"{kind.__name__}: {value}")

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.addError(subtest, error)

    def addSkip(self, test, reason):
        self.reason = reason


def say(verdict, name, why=""):
    why = " ".join(why.split())[:300]
    print(verdict, name, why, flush=True)


def main():
    module_name, *wanted = sys.argv[1:]
    found = cases(importlib.import_module("test." + module_name))
    if not wanted:
        print(*found, sep="\n")
        return
    report = Report()
    for name in wanted:
        report.run(name, found[name])


main()
