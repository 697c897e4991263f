# Registered functions are called at the end, the last first.
import atexit


@atexit.register
def last(*args, **kwargs):
    print('last', args, kwargs)


atexit.register(last, 1, k=2)


def dropped():
    print('never')


print(atexit.register(dropped) is dropped)
atexit.unregister(dropped)


def nested():
    print('nested')
    atexit.register(print, 'registered while leaving')


atexit.register(nested)
for call in (lambda: atexit.register(), lambda: atexit.register(3)):
    try:
        call()
    except TypeError as error:
        print(error)
print('end of the program')
