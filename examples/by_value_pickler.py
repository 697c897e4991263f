"""By value, on purpose: a pickler that writes one class down instead of its name."""
import io
import pickle


class MyClass:
    my_attribute = 1


class MyPickler(pickle.Pickler):
    def reducer_override(self, obj):
        """Custom reducer for MyClass."""
        if getattr(obj, "__name__", None) == "MyClass":
            return type, (obj.__name__, obj.__bases__,
                          {'my_attribute': obj.my_attribute})
        else:
            # For any other object, fallback to usual reduction
            return NotImplemented


f = io.BytesIO()
p = MyPickler(f)
p.dump(MyClass)
print('by name: ', len(pickle.dumps(MyClass)), 'bytes')
print('by value:', len(f.getvalue()), 'bytes')

# No name to find it by any more, but the pickle doesn't need one.
del MyClass

unpickled_class = pickle.loads(f.getvalue())

assert isinstance(unpickled_class, type)
assert unpickled_class.__name__ == "MyClass"
assert unpickled_class.my_attribute == 1
print('loaded:  ', unpickled_class, 'with my_attribute', unpickled_class.my_attribute)

# Every load calls type() again: another class each time, of the same name.
print('the same class twice?', pickle.loads(f.getvalue()) is unpickled_class)
