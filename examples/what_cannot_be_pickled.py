"""By name means: a name that leads there. Lambdas and local classes have none."""
import pickle


def attempt(what, thing):
    try:
        print(f'{what}: {len(pickle.dumps(thing))} bytes')
    except Exception as error:
        message = str(error)
        if ' at 0x' in message:         # where a lambda lies is nobody's business
            start = message.index(' at 0x')
            message = message[:start] + message[message.index('>', start):]
        print(f'{what}: {type(error).__name__}: {message}')


def make():
    class Local:
        pass

    return Local


class Outer:
    class Inner:
        pass


double = lambda x: 2 * x

attempt('a class at top level', Outer)
attempt('a class inside a class', Outer.Inner)
attempt('a class inside a function', make())
attempt('an instance of one', make()())
attempt('a lambda', double)
attempt('a generator', (n for n in []))

# It is only about the name: a lambda that has one is fine.
double.__name__ = double.__qualname__ = 'double'
attempt('a lambda with a name', double)
