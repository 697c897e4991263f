# Groups pickle and copy as other exceptions.
import copy
import pickle

group = ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2)])])
group.add_note('note')
for protocol in range(6):
    back = pickle.loads(pickle.dumps(group, protocol))
    print(protocol, repr(back), back.__notes__, back.exceptions[0] is group.exceptions[0])
print(repr(copy.copy(group)), copy.copy(group).exceptions == group.exceptions, repr(copy.deepcopy(group)))
print(group.__reduce__()[0], group.__reduce__()[1])
