# warn_explicit says where; its registry remembers.
import warnings

warnings.warn_explicit('no registry', UserWarning, 'somewhere.py', 7)
warnings.warn_explicit('no registry', UserWarning, 'somewhere.py', 7)
registry = {}
for _ in range(2):
    warnings.warn_explicit('with registry', UserWarning, 'somewhere.py', 8, 'module', registry)
print({k: v for k, v in registry.items() if k != 'version'})
warnings.simplefilter('once')
for line in 1, 2:
    warnings.warn_explicit('once', UserWarning, 'somewhere.py', line)
print(warnings.onceregistry)
warnings.warn_explicit(FutureWarning('instance'), None, 'somewhere.py', 9)
warnings.warn_explicit('of no module', UserWarning, 'somewhere.py', 10, None)
