# Things that have no reduction: generators, modules, files, frames.
import pickle
import sys


def refused(obj, *protocol):
    try:
        print(pickle.dumps(obj, *protocol))
    except Exception as error:
        print(type(error).__name__, error)


def generate():
    yield 1


refused(generate())
refused(x for x in [])
refused(sys)
refused(sys.stdout)
refused(generate.__code__)
refused({}.keys())
refused({}.values())
refused({}.items())
refused(type('x', (), {}).__dict__)
refused(sys._getframe())
refused(classmethod(generate))
refused(staticmethod(generate))
refused(property())
refused(generate(), 0)
refused([sys], 2)
