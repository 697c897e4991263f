# The other half of the circle.
from early_module import early

late = 2
