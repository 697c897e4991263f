"""`python -m pickle`: shows what is in pickle files."""

import sys
from _command_line import Command, Option

command = Command(
    'pickle.py',
    'usage: pickle.py [-h] [-t] [-v] [pickle_file ...]',
    '''\
display contents of the pickle files

positional arguments:
  pickle_file  the pickle file

options:
  -h, --help   show this help message and exit
  -t, --test   run self-test suite
  -v           run verbosely; only affects self-test run''',
    [Option('test', '-t', '--test'), Option('verbose', '-v')],
)


def main():
    import pickle

    options, files = command.read(sys.argv[1:])
    if options['test']:
        import doctest

        doctest.testmod(pickle, verbose=options['verbose'])
    elif not files:
        command.print_help()
    else:
        import pprint

        for name in files:
            if name == '-':
                content = pickle.load(sys.stdin.buffer)
            else:
                with open(name, 'rb') as file:
                    content = pickle.load(file)
            pprint.pprint(content)


if __name__ == '__main__':
    main()
