# An exception class inside a class, in a module of its own name.
import pickle


class Shop:
    class SoldOut(Exception):
        pass


try:
    raise Shop.SoldOut('tea')
except Shop.SoldOut:
    raise pickle.UnpicklingError('multi\nline message')
