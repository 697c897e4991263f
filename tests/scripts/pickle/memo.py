# The memo: what was written once is fetched by its number, by identity and not by value.
import pickle

a = 'some text'
b = ''.join(['some', ' ', 'text'])
print(a == b, a is b)
for protocol in 0, 1, 4:
    print(pickle.dumps([a, a], protocol))
    print(pickle.dumps([a, b], protocol))

many = [[i] for i in range(300)]
data = pickle.dumps([many, many[0], many[-1]], 2)
print(data[:20], data[-20:])
again = pickle.loads(data)
print(again[1] is again[0][0], again[2] is again[0][-1])

data = pickle.dumps([many, many[0], many[-1]], 4)
print(data[:20], data[-20:])

# Numbers, None and booleans aren't memoised.
n = 10**30
print(pickle.dumps([n, n], 2))
print(pickle.dumps([2.5, 2.5], 1))
