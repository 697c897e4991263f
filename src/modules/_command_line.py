"""The command lines of modules that can be run: options, then files.

They are read as `argparse` reads them: long options may be shortened and
given with `=`, flags of one letter may be run together, `--` ends the
options, and all the files stand in one place.
"""

import re
import sys

_NUMBER = re.compile(r'-(\d+|\d*\.\d+)')


class Option:
    """One option. Without `value` it is a flag; `kind` makes something of the text that is given."""

    def __init__(self, key, *names, value=False, kind=str, default=None):
        self.key = key
        self.names = names
        self.value = value
        self.kind = kind
        self.default = default if value else False

    def made(self, command, text):
        """What the text stands for."""
        try:
            return self.kind(text)
        except ValueError:
            command.complain(self, f'invalid {self.kind.__name__} value: {text!r}')


class Command:
    """A command: its usage and the rest of its help, and the options it takes beside `--help`."""

    def __init__(self, program, usage, help, options):
        self.program = program
        self.usage = usage
        self.help = help
        self.asking = Option('help', '-h', '--help')
        self.options = [self.asking, *options]
        self.by_name = {name: option for option in self.options for name in option.names}

    def print_help(self):
        """Prints all there is to say."""
        print(f'{self.usage}\n\n{self.help}')

    def fail(self, message):
        """Ends the program: it was called wrongly."""
        print(f'{self.usage}\n{self.program}: error: {message}', file=sys.stderr)
        sys.exit(2)

    def complain(self, option, message):
        self.fail(f'argument {"/".join(option.names)}: {message}')

    def read(self, arguments):
        """The values of the options by their keys, and the files."""
        values = {option.key: option.default for option in self.options}
        files, unknown = None, []
        tokens = self._tokens(arguments)
        while tokens:
            if tokens[0][0] is None:
                together = self._take_plain(tokens)
                if files is None:
                    files = together
                else:
                    unknown += together
            else:
                self._take_option(tokens, values, unknown)
        if unknown:
            self.fail(f'unrecognized arguments: {" ".join(unknown)}')
        return values, files or []

    def _tokens(self, arguments):
        """A list of (name of the option or None, text behind it or None, the argument)."""
        tokens = []
        for at, argument in enumerate(arguments):
            if argument == '--':
                tokens.append((None, None, None))
                tokens += [(None, None, rest) for rest in arguments[at + 1:]]
                break
            tokens.append((*self._split(argument), argument))
        return tokens

    def _split(self, argument):
        """What option an argument names, and the text that is given with it."""
        if argument[:1] != '-' or argument == '-':
            return None, None
        if argument in self.by_name:
            return argument, None
        name, equals, text = argument.partition('=')
        text = text if equals else None
        if name in self.by_name:
            return name, text
        if name.startswith('--'):
            longer = [known for known in self.by_name if known.startswith(name)]
            if len(longer) > 1:
                self.fail(f'ambiguous option: {argument} could match {", ".join(longer)}')
            if longer:
                return longer[0], text
        elif argument[:2] in self.by_name:
            return argument[:2], argument
        if _NUMBER.fullmatch(argument) or ' ' in argument:
            return None, None
        return argument, None

    def _take_plain(self, tokens):
        """The arguments at the front that are no options."""
        taken = []
        while tokens and tokens[0][0] is None:
            argument = tokens.pop(0)[2]
            if argument is not None:
                taken.append(argument)
        return taken

    def _take_option(self, tokens, values, unknown):
        """Reads the option at the front, or several flags run together."""
        name, text, argument = tokens.pop(0)
        option = self.by_name.get(name)
        if option is None:
            unknown.append(argument)
            return
        found = []
        if text is argument and text is not None:
            text = self._run_together(argument, found, unknown)
            option = found.pop()
        if option.value:
            if text is None:
                if not tokens or tokens[0][0] is not None or tokens[0][2] is None:
                    self.complain(option, 'expected one argument')
                text = tokens.pop(0)[2]
        elif text is not None:
            self.complain(option, f'ignored explicit argument {text!r}')
        for flag in found:
            self._set(values, flag, True)
        self._set(values, option, option.made(self, text) if option.value else True)

    def _run_together(self, argument, found, unknown):
        """Splits `-abc`: the options go into `found`; the text behind the last one is returned."""
        rest = argument[1:]
        while rest:
            option = self.by_name.get('-' + rest[0])
            if option is None:
                unknown.append('-' + rest)
                return None
            found.append(option)
            rest = rest[1:]
            if rest and (option.value or rest[0] == '='):
                return rest.removeprefix('=')
        return None

    def _set(self, values, option, value):
        if option is self.asking:
            self.print_help()
            sys.exit()
        values[option.key] = value
