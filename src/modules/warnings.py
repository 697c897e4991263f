"""Warnings: which are shown, and how."""

import sys

from _warnings import _defaultaction, _filters_mutated, _onceregistry, _source_line, filters, warn, warn_explicit

__all__ = [
    'warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
    'catch_warnings', 'deprecated',
]

defaultaction = _defaultaction
onceregistry = _onceregistry

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')


class WarningMessage:
    """What there is to tell of one warning."""

    _WARNING_DETAILS = ('message', 'category', 'filename', 'lineno', 'file', 'line', 'source')

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno = filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
            f'lineno : {self.lineno}, line : {self.line!r}}}'
        )


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file. A program may put another function here."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning. A program may put another function here."""
    return _formatwarnmsg_impl(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _showwarnmsg(msg):
    """Shows a warning, through `showwarning` if a program replaced that."""
    show = showwarning
    if show is _showwarning_orig:
        _showwarnmsg_impl(msg)
    elif not callable(show):
        raise TypeError('warnings.showwarning() must be set to a function or method')
    else:
        show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _showwarnmsg_impl(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return  # There is nowhere to write to.
    shown = _formatwarnmsg(msg)
    try:
        file.write(shown)
    except OSError:
        return  # The warning gets lost.


def _formatwarnmsg(msg):
    """The text of a warning, through `formatwarning` if a program replaced that."""
    form = formatwarning
    if form is _formatwarning_orig:
        return _formatwarnmsg_impl(msg)
    return form(msg.message, msg.category, msg.filename, msg.lineno, msg.line)


def _formatwarnmsg_impl(msg):
    category = msg.category.__name__
    text = f'{msg.filename}:{msg.lineno}: {category}: {msg.message}\n'
    line = _source_line(msg.filename, msg.lineno) if msg.line is None else msg.line
    if line and line.strip():
        text += f'  {line.strip()}\n'
    if msg.source is not None:
        text += f'{category}: Enable tracemalloc to get the object allocation traceback\n'
    return text


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Put a filter before the others: what to do with warnings of a category whose message and module match, in this
    line - 0 for any. With append, put it behind them.
    """
    _check_action(action)
    _check_type('message', isinstance(message, str), 'a string')
    _check_type('category', isinstance(category, type) and issubclass(category, Warning), 'a Warning subclass')
    _check_type('module', isinstance(module, str), 'a string')
    _check_line(lineno)
    if message or module:
        import re

        message = re.compile(message, re.IGNORECASE) if message else None
        module = re.compile(module) if module else None
    _add_filter(action, message or None, category, module or None, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Put a filter for all warnings of a category before the others, or behind them."""
    _check_action(action)
    _check_line(lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _check_action(action):
    if action not in _ACTIONS:
        raise ValueError(f'invalid action: {action!r}')


def _check_type(argument, is_right, what):
    if not is_right:
        raise TypeError(f'{argument} must be {what}')


def _check_line(lineno):
    _check_type('lineno', isinstance(lineno, int), 'an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def _add_filter(*item, append):
    """Puts a filter at the front, from where it was before; at the back only if it is new."""
    is_there = item in filters
    if is_there and not append:
        filters.remove(item)
    if not (is_there and append):
        filters.insert(len(filters) if append else 0, item)
    _filters_mutated()


def resetwarnings():
    """Take all filters away."""
    filters.clear()
    _filters_mutated()


class _OptionError(Exception):
    """A `-W` option that can't be used."""


def _processoptions(options):
    """Adds the filters of `-W` options, and tells of those that can't be read."""
    for option in options:
        try:
            _setoption(option)
        except _OptionError as error:
            print('Invalid -W option ignored:', error, file=sys.stderr)


def _setoption(arg):
    """Adds the filter of one `-W action:message:category:module:lineno`."""
    parts = arg.split(':')
    if len(parts) > 5:
        raise _OptionError(f'too many fields (max 5): {arg!r}')
    action, message, category, module, lineno = (part.strip() for part in parts + [''] * (5 - len(parts)))
    action, category, line = _getaction(action), _getcategory(category), _line_of_option(lineno)
    if message or module:
        import re

        message = re.escape(message)
        module = re.escape(module) + r'\Z' if module else module
    filterwarnings(action, message, category, module, line)


def _line_of_option(text):
    """The line that an option is about, 0 if it names none."""
    try:
        line = int(text or 0)
    except ValueError:
        raise _OptionError(f'invalid lineno {text!r}') from None
    if line < 0:
        raise _OptionError(f'invalid lineno {line!r}')
    return line


def _getaction(action):
    """The action that the letters of an option begin."""
    if not action:
        return 'default'
    for known in ('default', 'always', 'ignore', 'module', 'once', 'error'):
        if known.startswith(action):
            return known
    if action == 'all':
        return 'always'
    raise _OptionError(f'invalid action: {action!r}')


def _getcategory(category):
    if not category:
        return Warning
    module, dot, name = category.rpartition('.')
    if not dot:
        import builtins as found
    else:
        try:
            found = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError(f'invalid module name: {module!r}') from None
    try:
        found = getattr(found, name)
    except AttributeError:
        raise _OptionError(f'unknown warning category: {category!r}') from None
    if not issubclass(found, Warning):
        raise _OptionError(f'invalid warning category: {category!r}')
    return found


class catch_warnings:
    """A context manager at whose end filters and hooks are what they were.

    With record=True warnings are not shown, but appended to the list that
    the context manager answers. With an action, a simple filter is added.
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        shown = ['record=True'] if self._record else []
        shown += [f'module={self._module!r}'] if self._module is not sys.modules['warnings'] else []
        return f'{type(self).__name__}({", ".join(shown)})'

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        log = None
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            # A replaced `showwarning` would keep the warnings from the list.
            module.showwarning = module._showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


class deprecated:
    """Decorator: a class, function or overload is not to be used any more.

    Calling what is decorated, or deriving from it, issues a warning of the
    category, unless that is None. The message is kept as __deprecated__.
    """

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self._decorate_class(arg)
        if callable(arg):
            return self._decorate_function(arg)
        raise TypeError(
            '@deprecated decorator with non-None category must be applied to '
            f'a class or callable, not {arg!r}'
        )

    def _decorate_class(self, arg):
        import functools

        message, category, level = self.message, self.category, self.stacklevel + 1
        original_new = arg.__new__

        @functools.wraps(original_new)
        def __new__(cls, /, *args, **kwargs):
            if cls is arg:
                warn(message, category=category, stacklevel=level)
            if original_new is not object.__new__:
                return original_new(cls, *args, **kwargs)
            if cls.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f'{cls.__name__}() takes no arguments')
            return original_new(cls)

        arg.__new__ = staticmethod(__new__)
        original = arg.__init_subclass__
        bound = hasattr(original, '__func__')  # a method of Python code, which must get the class derived

        @functools.wraps(original)
        def __init_subclass__(*args, **kwargs):
            warn(message, category=category, stacklevel=level)
            return (original.__func__ if bound else original)(*args, **kwargs)

        arg.__init_subclass__ = classmethod(__init_subclass__) if bound else __init_subclass__
        arg.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = message
        return arg

    def _decorate_function(self, arg):
        import functools

        message, category, level = self.message, self.category, self.stacklevel + 1

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


_DEPRECATED_MSG = '{name!r} is deprecated and slated for removal in Python {remove}'


def _deprecated(name, message=_DEPRECATED_MSG, *, remove, _version=sys.version_info):
    """Warns that something goes in a coming version; raises RuntimeError when it should be gone."""
    major, minor = remove
    remove_formatted = f'{major}.{minor}'
    if (_version[:2] > remove) or (_version[:2] == remove and _version[3] != 'alpha'):
        raise RuntimeError(f'{name!r} was slated for removal after Python {remove_formatted} alpha')
    warn(message.format(name=name, remove=remove_formatted), DeprecationWarning, stacklevel=3)


_processoptions(sys.warnoptions)
