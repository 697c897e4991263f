# The last lines of a traceback, for all kinds of exceptions.
import traceback


class Custom(Exception):
    class Inner(Exception):
        pass


class Silent(Exception):
    def __str__(self):
        return ''


class Broken(Exception):
    def __str__(self):
        raise ValueError('no text')


class Elsewhere(Exception):
    __module__ = 'some.module'


class Nowhere(Exception):
    __module__ = 5


noted = KeyError('k')
noted.add_note('one')
noted.add_note('two\nlines\n')
odd = ValueError('odd notes')
odd.__notes__ = 5
mixed = ValueError('mixed notes')
mixed.__notes__ = ['a', 5, Broken()]
texted = ValueError('text notes')
texted.__notes__ = 'abc'
tupled = ValueError('tuple notes')
tupled.__notes__ = ('x', 'y')
nothing = ValueError('none')
nothing.__notes__ = None
for e in [ValueError(), ValueError(''), ValueError('a\nb'), Custom.Inner('q', 1), Silent('x'), Broken(), Elsewhere('e'), Nowhere('n'),
          OSError(2, 'No such file', 'name'), KeyError('k'), SystemExit(3), noted, odd, mixed, texted, tupled, nothing,
          StopIteration(), ExceptionGroup('g', [ValueError(1)])]:
    print(traceback.format_exception_only(e))
group = ExceptionGroup('outer', [ValueError('a\nb'), ExceptionGroup('inner', [noted, SyntaxError('bad', ('f', 1, 2, 'abc', 1, 3))])])
print(''.join(traceback.format_exception_only(group, show_group=True)))
print(''.join(traceback.format_exception_only(group)))
