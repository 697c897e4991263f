# filterwarnings matches the beginning of messages, and modules, with patterns.
import warnings

warnings.resetwarnings()
warnings.filterwarnings('ignore', 'boo+', UserWarning)
warnings.filterwarnings('error', module='__main__$', category=FutureWarning)
for f in warnings.filters:
    print(f)
with warnings.catch_warnings(record=True) as log:
    for text in 'boo', 'BOOO!', 'a boo', 'bo':
        warnings.warn(text)
    try:
        warnings.warn('raised', FutureWarning)
    except FutureWarning as error:
        print(repr(error))
    warnings.warn_explicit('not raised', FutureWarning, 'f.py', 1, 'main')
print([str(w.message) for w in log])
