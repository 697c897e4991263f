# A pickle cut off anywhere is refused.
import pickle


class Point:
    def __init__(self):
        self.x = [1, 2.5, 'text', b'bytes', None]


for protocol in 0, 2, 4:
    data = pickle.dumps([Point(), Point], protocol)
    messages = {}
    for length in range(len(data)):
        try:
            pickle.loads(data[:length])
            print('loaded', data[:length])
        except Exception as error:
            kind = type(error).__name__, str(error)
            messages[kind] = messages.get(kind, 0) + 1
    for kind, count in sorted(messages.items()):
        print(protocol, *kind, count)
    print(type(pickle.loads(data + b'anything after the stop')).__name__)
