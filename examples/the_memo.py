"""Inside one pickle identity survives: what was written once is fetched by number."""
import pickle

shared = ['shared']
pair = [shared, shared]
twins = [['shared'], ['shared']]

print(pickle.dumps(pair))
print(pickle.dumps(twins))
a, b = pickle.loads(pickle.dumps(pair))
print('pair: one list or two?', 'one' if a is b else 'two')
a, b = pickle.loads(pickle.dumps(twins))
print('twins: one list or two?', 'one' if a is b else 'two')

# So a thing may contain itself.
loop = []
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again, again[0] is again, again is loop)

# The memo ends with the pickle: two dumps know nothing of each other.
print(pickle.loads(pickle.dumps(shared)) is pickle.loads(pickle.dumps(shared)))

# But a class isn't written at all, only named: however often it is loaded, it is the same.


class T:
    pass


print(pickle.loads(pickle.dumps(T)) is pickle.loads(pickle.dumps(T)) is T)
