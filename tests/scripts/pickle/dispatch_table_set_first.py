# A dispatch table that is set before the initialisation stays.
import io
import pickle


class Early(pickle.Pickler):
    def __init__(self, *arguments):
        self.dispatch_table = {complex: lambda c: (str, (str(c),))}
        super().__init__(*arguments)


class Late(pickle.Pickler):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.dispatch_table = {complex: lambda c: (str, (str(c),))}


class Shared(pickle.Pickler):
    dispatch_table = {complex: lambda c: (str, (str(c),))}


for kind in Early, Late, Shared:
    file = io.BytesIO()
    pickler = kind(file)
    pickler.dump(1j)
    print(pickle.loads(file.getvalue()), list(pickler.dispatch_table))

pickler = Late(io.BytesIO())
pickler.__init__(io.BytesIO())
print(list(pickler.dispatch_table))
del pickler.dispatch_table
print(hasattr(pickler, 'dispatch_table'))
