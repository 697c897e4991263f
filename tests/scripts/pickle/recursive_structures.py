# How recursion is written: the container goes to the memo before its contents.
import pickle

loop = []
loop.append(loop)
table = {}
table[1] = table
holder = []
pair = (holder, holder)
holder.append(pair)
deep = []
four = (deep, 1, 2, 3)
deep.append(four)

for protocol in range(5):
    for value in loop, table, pair, four:
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        print(protocol, data)
        assert type(again) is type(value)

again = pickle.loads(pickle.dumps(pair, 2))
print(again[0] is again[1], again[0][0] is again)
again = pickle.loads(pickle.dumps(four, 0))
print(again[0][0] is again)
