# An attrgetter keeps plain names interned and puts dotted ones together anew; pickles show which strings are the same.
import operator
import pickle
import sys

plain, dotted = "".join(["re", "al"]), "".join(["a", ".b.c"])
getter = operator.attrgetter(plain, dotted)
names = getter.__reduce__()[1]
print(names, names[0] is sys.intern("real"), names[1] is dotted, names[1] is getter.__reduce__()[1][1])
print(pickle.dumps([plain, "real", dotted, getter, getter]))
