# Exceptions pickle with their arguments and attributes.
import pickle


class Refused(Exception):
    def __init__(self, reason, code):
        super().__init__(reason, code)
        self.code = code


for error in ValueError('bad', 3), KeyError('k'), Refused('no', 7), StopIteration(5):
    data = pickle.dumps(error)
    print(data)
    again = pickle.loads(data)
    print(repr(again), again.args, again.__dict__)

noted = ValueError('with a note')
noted.add_note('the note')
print(pickle.loads(pickle.dumps(noted)).__notes__)
print(pickle.dumps(ValueError('old'), 2), pickle.dumps(ValueError('old'), 0))


class Forgetful(Exception):
    def __init__(self, a, b):
        super().__init__('message only')


try:
    pickle.loads(pickle.dumps(Forgetful(1, 2)))
except TypeError as error:
    print(error)
