# Modules that import each other.
import chicken_module

print(chicken_module.lay().hatch().__class__.__name__)
try:
    import early_module
except ImportError as error:
    text = str(error)
    print(type(error).__name__, text[: text.index(' (')])
