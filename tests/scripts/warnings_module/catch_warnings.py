# catch_warnings restores the filters, and records.
import warnings

before = list(warnings.filters)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    for i in range(2):
        warnings.warn(f'number {i}')
    warnings.warn('old', DeprecationWarning)
print(len(log), warnings.filters == before)
for w in log:
    print(str(w.message), w.category, w.lineno, w.file, w.line, w.source, type(w).__name__)
print(str(log[0]).replace(__file__, 'FILE'))

with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('raised')
    except UserWarning as error:
        print(repr(error))
with warnings.catch_warnings(action='ignore'):
    warnings.warn('ignored')
with warnings.catch_warnings(action='error', category=FutureWarning):
    try:
        warnings.warn('raised', FutureWarning)
    except FutureWarning as error:
        print(repr(error))
print(warnings.filters == before)
print(warnings.catch_warnings(), warnings.catch_warnings(record=True))

# Nested: each has its own list.
with warnings.catch_warnings(record=True) as outer:
    warnings.simplefilter('always')
    warnings.warn('outer')
    with warnings.catch_warnings(record=True) as inner:
        warnings.warn('inner')
    warnings.warn('outer again')
print([str(w.message) for w in outer], [str(w.message) for w in inner])
