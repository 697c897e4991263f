# Lambdas, and classes and functions that aren't at top level, have no name to be pickled by.
import pickle


def refused(obj, *protocol):
    try:
        pickle.dumps(obj, *protocol)
    except Exception as error:
        text = str(error)
        print(
            type(error).__name__,
            text[: text.find(' at 0x')] + ' ...' + text[text.find('>:') :] if ' at 0x' in text else text,
        )


def outer():
    class Local:
        pass

    def inner():
        pass

    return Local, inner


Local, inner = outer()
for protocol in 0, 2, 4:
    refused(lambda: None, protocol)
    refused(Local, protocol)
    refused(inner, protocol)
    refused(Local(), protocol)

named = lambda: None
refused(named)
named.__qualname__ = 'named'
print(pickle.dumps(named))
named.__name__ = 'other'
print(pickle.dumps(named))


class Holder:
    attribute = lambda self: None


refused(Holder.attribute)
refused([lambda x: x])
refused({'key': outer()[0]})
