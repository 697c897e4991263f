# Values and exceptions go into a generator too.
def echo():
    received = 'first'
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f'caught {error}'
        finally:
            print('finally')


g = echo()
print(g.send(None))
print(g.send('hello'))
print(g.throw(ValueError('thrown')))
g.close()
try:
    g.send(1)
except StopIteration as stop:
    print('exhausted', stop.value)


def fresh():
    yield 1


def attempt(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)


attempt(lambda: fresh().send(5))
attempt(lambda: fresh().throw(KeyError('before start')))
attempt(lambda: fresh().throw(KeyError))
attempt(lambda: fresh().throw(5))
attempt(lambda: fresh().close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
attempt(s.close)


def on_exit():
    try:
        yield 1
    except GeneratorExit:
        print('cleaning up')
        return 'value of close'


o = on_exit()
next(o)
attempt(o.close)


def itself():
    yield next(me)


me = itself()
attempt(lambda: next(me))


def raises_stop():
    yield 1
    raise StopIteration('inner')


r = raises_stop()
next(r)
attempt(lambda: next(r))
