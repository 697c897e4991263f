# Notes are printed below the message.
try:
    raise ValueError('with notes')
except ValueError as error:
    error.add_note('a first note')
    error.add_note('a second one\nof two lines')
    raise
