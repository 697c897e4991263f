# The second founding program: a pickler that takes one class by value, on purpose.
import io
import pickle


class MyClass:
    my_attribute = 1


class MyPickler(pickle.Pickler):
    def reducer_override(self, obj):
        """Custom reducer for MyClass."""
        if getattr(obj, "__name__", None) == "MyClass":
            return type, (obj.__name__, obj.__bases__, {'my_attribute': obj.my_attribute})
        else:
            # For any other object, fallback to usual reduction
            return NotImplemented


f = io.BytesIO()
p = MyPickler(f)
p.dump(MyClass)
print(f.getvalue())

original = MyClass
del MyClass

unpickled_class = pickle.loads(f.getvalue())

assert isinstance(unpickled_class, type)
assert unpickled_class.__name__ == "MyClass"
assert unpickled_class.my_attribute == 1
print(unpickled_class is original)
print(unpickled_class.__bases__, unpickled_class.__module__)
