# What getters reduce to: plain names interned, dotted ones put together anew, the tuple of several items as it is.
import operator
import pickle
import sys

plain, dotted = "".join(["re", "al"]), "".join(["a", ".b.c"])
getter = operator.attrgetter(plain, dotted)
names = getter.__reduce__()[1]
print(names, names[0] is sys.intern("real"), names[1] is dotted, names[1] is getter.__reduce__()[1][1])
getter_of_items = operator.itemgetter(1, 2)
print(getter_of_items.__reduce__()[1] is getter_of_items.__reduce__()[1])
print(pickle.dumps([plain, "real", dotted, getter, getter]))
