# A module that can't be imported.
LIMIT = int('not a number')
