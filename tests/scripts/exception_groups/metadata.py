# Parts of a group have its cause, context, traceback and a copy of its notes.
try:
    try:
        raise OSError('context')
    except OSError:
        raise ExceptionGroup('group', [ValueError(1), TypeError(2)]) from KeyError('cause')
except ExceptionGroup as error:
    group = error
group.add_note('a note')
match, rest = group.split(ValueError)
for part in [match, rest]:
    print(repr(part), part.__notes__, repr(part.__cause__), repr(part.__context__), part.__suppress_context__)
    print(part.__traceback__ is group.__traceback__)
match.add_note('another')
print(match.__notes__, rest.__notes__, group.__notes__)
plain = ExceptionGroup('plain', [ValueError(1), TypeError(2)])
part = plain.subgroup(ValueError)
print(part.__cause__, part.__context__, part.__traceback__, part.__suppress_context__, hasattr(part, '__notes__'))
for notes in ['text', ('a', 1), 5, None]:
    plain.__notes__ = notes
    part = plain.subgroup(ValueError)
    print(repr(notes), getattr(part, '__notes__', 'none'))
