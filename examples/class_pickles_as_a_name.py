"""What is in the pickle of a class: its module, its qualified name, and nothing else."""
import pickle


class Empty:
    pass


class Heavy:
    table = list(range(1000))

    def method(self):
        return 'a lot of code'


def function(argument='default'):
    return argument


for thing in Empty, Heavy, function, len:
    print(f'{thing.__qualname__:8} {pickle.dumps(thing)}')

print('a thousand numbers weigh', len(pickle.dumps(Heavy)) - len(pickle.dumps(Empty)), 'bytes')

# Protocol 0 can be read without help: c, the module, the name, a memo entry, and a full stop.
print(pickle.dumps(Heavy, 0).decode().split('\n'))

# So one can be written by hand.
print(pickle.loads(b'c__main__\nHeavy\n.') is Heavy)
