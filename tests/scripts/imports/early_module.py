# Takes a name from a module that takes one from here.
from late_module import late

early = 1
