# with: several managers, targets, and what __exit__ decides.
class Log:
    def __init__(self, name, suppress=(), fail_enter=False, fail_exit=False):
        self.name, self.suppress, self.fail_enter, self.fail_exit = name, suppress, fail_enter, fail_exit

    def __enter__(self):
        print('enter', self.name)
        if self.fail_enter:
            raise RuntimeError(f'enter {self.name}')
        return [self.name, self.name * 2]

    def __exit__(self, kind, value, tb):
        print('exit', self.name, repr(value))
        if self.fail_exit:
            raise RuntimeError(f'exit {self.name}')
        return kind is not None and issubclass(kind, self.suppress)


def attempt(function):
    try:
        print('->', function())
    except Exception as error:
        print('->', repr(error), 'context', repr(error.__context__))


def plain():
    with Log('a') as (x, y), Log('b') as z:
        return x, y, z


def enter_fails():
    with Log('a'), Log('b', fail_enter=True), Log('c'):
        pass


def exit_fails():
    with Log('a', suppress=RuntimeError):
        with Log('b', fail_exit=True):
            raise ValueError('body')
    return 'suppressed'


def target_fails():
    with Log('a') as (only,):
        pass


def attribute_target():
    class T:
        pass

    t, d = T(), {}
    with Log('a') as t.x, Log('b') as d['k']:
        pass
    return t.x, d


def in_loop():
    for i in range(3):
        with Log(i, suppress=KeyError):
            if i == 0:
                raise KeyError(i)
            if i == 1:
                break
    return i


for function in plain, enter_fails, exit_fails, target_fails, attribute_target, in_loop:
    attempt(function)
