# A program may show and format warnings its own way.
import warnings

print(warnings.formatwarning('text', UserWarning, 'nowhere.py', 3), end='')
print(warnings.formatwarning('text', UserWarning, 'nowhere.py', 3, '   the line  '), end='')
warnings.showwarning('shown', UserWarning, 'nowhere.py', 3)


def show(message, category, filename, lineno, file=None, line=None):
    print('show', repr(message), category.__name__, lineno, file, line)


original, warnings.showwarning = warnings.showwarning, show
warnings.warn('mine')
warnings.showwarning = original


def form(message, category, filename, lineno, line=None):
    return f'<{category.__name__} {message} {line}>\n'


warnings.formatwarning = form
warnings.warn('formatted')


class Mine(UserWarning):
    def __str__(self):
        return 'mine: ' + super().__str__()


warnings.warn(Mine('x'))
warnings.warn('y', Mine)
