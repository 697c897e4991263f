# Callbacks, bound methods as values, and a registry through decorators.
class Event:
    def __init__(self, name):
        self.name, self.handlers = name, []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __isub__(self, handler):
        self.handlers.remove(handler)
        return self

    def __call__(self, *args, **keywords):
        return [handler(*args, **keywords) for handler in list(self.handlers)]


class Button:
    def __init__(self, label):
        self.label = label
        self.clicked = Event('clicked')

    def click(self, times=1):
        for n in range(times):
            self.clicked(self, n=n)


class Log:
    def __init__(self, prefix):
        self.prefix, self.lines = prefix, []

    def note(self, source, **details):
        self.lines.append(f'{self.prefix}: {source.label} {details}')


first, second = Log('first'), Log('second')
button = Button('OK')
button.clicked += first.note
button.clicked += second.note
button.click(2)
button.clicked -= first.note  # another bound method, but an equal one
button.click()
print(*first.lines, *second.lines, sep='\n')
try:
    button.clicked -= first.note
except ValueError as error:
    print(error)

commands = {}


def command(name=None, /, *aliases):
    def register(function):
        for key in (name or function.__name__, *aliases):
            commands[key] = function
        return function

    return register


@command()
def help(*args):
    """Shows this text."""
    return '; '.join(f'{key}: {f.__doc__}' for key, f in sorted(commands.items()))


@command('add', '+', 'plus')
def addition(*numbers):
    """Adds up."""
    return sum(map(int, numbers))


def run(line):
    name, *args = line.split()
    try:
        return commands[name](*args)
    except KeyError as error:
        return f'no command {error}'
    except (TypeError, ValueError) as error:
        return f'{name}: {error}'


for line in 'add 1 2 3', '+ 4 5', 'plus x', 'nope', 'help me':
    print(line, '->', run(line))
