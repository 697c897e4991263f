"""Ctrl-C during a test run: without signals there is nothing to install."""

__unittest = True

_results = []


def registerResult(result):
    """Remembers a result that is to be stopped."""
    _results.append(result)


def removeResult(result):
    """Forgets a result; whether it was there."""
    if result in _results:
        _results.remove(result)
        return True
    return False


def installHandler():
    """Signals can't be handled here: a KeyboardInterrupt ends the run at once."""


def removeHandler(method=None):
    """Takes back what installHandler() did; decorates a method to run without it."""
    return method
