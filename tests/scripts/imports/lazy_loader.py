# LazyLoader runs a module's code when an attribute is first asked for.
import importlib.util
import sys

spec = importlib.util.find_spec('noisy_module')
spec.loader = importlib.util.LazyLoader(spec.loader)
module = importlib.util.module_from_spec(spec)
sys.modules['noisy_module'] = module
spec.loader.exec_module(module)
print('not yet')
print(module.value)
print(type(module).__name__)
