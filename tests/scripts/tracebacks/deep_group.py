# Groups are shown only so deep.
error = ValueError('core')
for i in range(14):
    error = ExceptionGroup(f'level {i}', [error, TypeError(i)])
raise error
