# The names of actions: "all" stands for "always" only in options of the command line.
import sys
import warnings

warnings.resetwarnings()
for action in ('error', 'ignore', 'always', 'default', 'module', 'once', 'all', 'Error', ''):
    for add in (warnings.filterwarnings, warnings.simplefilter):
        try:
            add(action)
            print(add.__name__, warnings.filters[0])
        except ValueError as error:
            print(add.__name__, error)

sys.stderr = sys.stdout
warnings.resetwarnings()
warnings._processoptions(['all', 'error::::-1', 'error::::x', 'e', 'w', 'error::nowhere.Odd', 'error::os', 'i::::7'])
print(warnings.filters)
