# A small database on pickles: identity within it, versions of its classes.
import io
import pickle


class Store:
    """Keeps each object under a key; references between kept objects stay references."""

    def __init__(self):
        self.records, self.cache = {}, {}

    def save(self, key, obj):
        self.cache[key] = obj
        self.records[key] = None
        store = self

        class Pickler(pickle.Pickler):
            def persistent_id(self, other):
                for name, known in store.cache.items():
                    if known is other and other is not obj:
                        return name

        out = io.BytesIO()
        Pickler(out).dump(obj)
        self.records[key] = out.getvalue()

    def load(self, key):
        if key not in self.cache:
            store = self

            class Unpickler(pickle.Unpickler):
                def persistent_load(self, name):
                    return store.load(name)

            self.cache[key] = Unpickler(io.BytesIO(self.records[key])).load()
        return self.cache[key]

    def forget(self):
        self.cache.clear()


class Person:
    def __init__(self, name, city):
        self.name, self.city = name, city

    def __repr__(self):
        return f'{self.name} of {self.city}'


class City:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name


store = Store()
paris = City('Paris')
store.save('paris', paris)
store.save('ada', Person('Ada', paris))
store.save('bob', Person('Bob', paris))
print({key: len(data) for key, data in store.records.items()})
print(store.records['ada'])
store.forget()
ada, bob = store.load('ada'), store.load('bob')
print(ada, bob, ada.city is bob.city, ada.city is paris, ada.city is store.load('paris'))
ada.city.name = 'London'
print(bob)


# The class has moved on since: old records meet the new class.
class Person:
    def __setstate__(self, state):
        self.__dict__.update(state, email=state['name'].lower() + '@example.org')

    def __repr__(self):
        return f'{self.name} <{self.email}>'


store.forget()
print(store.load('ada'), store.load('bob'), type(store.load('ada')) is Person, type(ada) is Person)
