# A warning goes to stderr with its place and line, once for each place.
import warnings


def old(n):
    warnings.warn(f'old({n}) goes away', stacklevel=2)


for i in range(2):
    warnings.warn('twice at the same place: shown once')
old(1)
old(1)
warnings.warn('of a category', RuntimeWarning)
warnings.warn(FutureWarning('as an instance'))
warnings.warn('hidden by default', PendingDeprecationWarning)
warnings.warn('shown in __main__', DeprecationWarning)
print(sorted((k, v) for k, v in __warningregistry__.items() if k != 'version' and 'old' in k[0]))
