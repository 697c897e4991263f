# try with except, else and finally.
def run(action):
    log = []
    try:
        log.append('try')
        action()
    except (KeyError, IndexError) as error:
        log.append(f'lookup {error!r}')
    except ValueError:
        log.append('value')
    except Exception as error:
        log.append(f'other {type(error).__name__}')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log


print(run(lambda: None))
print(run(lambda: {}['k']))
print(run(lambda: [][1]))
print(run(lambda: int('x')))
print(run(lambda: 1 / 0))

try:
    try:
        raise ValueError('inner')
    finally:
        print('passing through')
except ValueError as error:
    print('outer', error)

try:
    print(error)
except NameError as e:
    print(e)

try:
    try:
        1 / 0
    except TypeError:
        print('not this')
except ZeroDivisionError:
    print('but this')


def choose():
    return ValueError


try:
    raise ValueError
except choose():
    print('the classes are computed when an exception comes')

try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error)
try:
    pass
except undefined_because_never_evaluated:
    pass
for bad in (lambda: (_ for _ in ()).throw('text'),):
    try:
        bad()
    except TypeError as error:
        print(error)
