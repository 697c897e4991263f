import os.path
import os.path as p
from . import x
from a.b import c as d, e
del x
