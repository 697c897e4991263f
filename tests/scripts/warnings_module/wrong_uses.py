# What warn, the filters and catch_warnings refuse.
import warnings


def tried(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


tried(warnings.warn)
tried(warnings.warn, 'text', 3)
tried(warnings.warn, 'text', int)
tried(warnings.warn, 'text', 'UserWarning')
tried(warnings.warn, 'text', stacklevel='one')
tried(warnings.warn, 'text', skip_file_prefixes='prefix')
tried(warnings.warn, 'text', skip_file_prefixes=(1,))
tried(warnings.warn_explicit, 'text', UserWarning, 'file.py', 'x')
tried(warnings.warn_explicit, 'text', UserWarning, 3, 1)
tried(warnings.warn_explicit, 'text', UserWarning, 'file.py', 1, registry=[])
tried(warnings.warn_explicit, 'text', UserWarning, 'file.py', 1, module_globals=[])
tried(warnings.simplefilter, 'never')
tried(warnings.simplefilter, 'error', lineno='x')
tried(warnings.simplefilter, 'error', lineno=-1)
tried(warnings.filterwarnings, 'never')
tried(warnings.filterwarnings, 'error', message=3)
tried(warnings.filterwarnings, 'error', category=3)
tried(warnings.filterwarnings, 'error', category=int)
tried(warnings.filterwarnings, 'error', module=3)
tried(warnings.filterwarnings, 'error', lineno='x')
tried(warnings.filterwarnings, 'error', lineno=-2)
tried(warnings.deprecated, 3)
tried(warnings.deprecated('x'), 3)
manager = warnings.catch_warnings()
tried(manager.__exit__, None, None, None)
tried(manager.__enter__)
tried(manager.__enter__)
manager.__exit__()
warnings.showwarning = 3
tried(warnings.warn, 'text')
