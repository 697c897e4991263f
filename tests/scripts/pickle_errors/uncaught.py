# No frames of pickle show in a traceback.
import pickle


class Raising:
    def __getstate__(self):
        return self.compute() / 0

    def compute(self):
        return 1


def save(obj):
    return pickle.dumps([obj])


save(Raising())
