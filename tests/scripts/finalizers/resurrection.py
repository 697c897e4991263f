# An object may save itself in __del__; it is not finalized again (PEP 442).
import gc

saved = []


class Phoenix:
    def __init__(self):
        self.me = self

    def __del__(self):
        print('del')
        saved.append(self)


p = Phoenix()
p = None
gc.collect()
print(len(saved), saved[0].me is saved[0])
saved.clear()
gc.collect()
print(len(saved))
