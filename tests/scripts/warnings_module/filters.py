# The first filter that fits decides; the actions.
import warnings

for f in warnings.filters:
    print(f)
warnings.resetwarnings()
print(warnings.filters)
warnings.simplefilter('ignore', UserWarning)
warnings.simplefilter('error', RuntimeWarning)
warnings.simplefilter('ignore', UserWarning)
warnings.simplefilter('always', append=True)
warnings.simplefilter('always', append=True)
for f in warnings.filters:
    print(f)

for action in 'default', 'always', 'module', 'once', 'ignore', 'error':
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for i in range(2):
            for text in 'a', 'b':
                try:
                    warnings.warn(text)
                except UserWarning as error:
                    print('raised', error)
            try:
                warnings.warn('a')
            except UserWarning as error:
                print('raised', error)
        print(action, [str(w.message) for w in log])

warnings.filters.insert(0, ('unheard of', None, Warning, None, 0))
warnings._filters_mutated()
try:
    warnings.warn('x')
except RuntimeError as error:
    print(error)
warnings.filters[0] = 3
try:
    warnings.warn('x')
except ValueError as error:
    print(error)
