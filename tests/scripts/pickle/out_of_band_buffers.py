# Protocol 5 can leave large buffers out of the stream.
import pickle

payload = bytearray(b'some large payload')
buffers = []
data = pickle.dumps(pickle.PickleBuffer(payload), 5, buffer_callback=buffers.append)
print(data, len(buffers), type(buffers[0]).__name__)
print(pickle.loads(data, buffers=[payload]) is payload)

print(pickle.dumps(pickle.PickleBuffer(b'read only'), 5))
print(pickle.dumps(pickle.PickleBuffer(payload), 5))
print(pickle.loads(pickle.dumps(pickle.PickleBuffer(b'read only'), 5)))


def refused(*args, **keywords):
    try:
        pickle.dumps(*args, **keywords)
    except Exception as error:
        print(type(error).__name__, error)


refused(pickle.PickleBuffer(b'x'), 4)
refused(1, 4, buffer_callback=print)
try:
    pickle.loads(data)
except pickle.UnpicklingError as error:
    print(error)
try:
    pickle.loads(data, buffers=[])
except pickle.UnpicklingError as error:
    print(error)
