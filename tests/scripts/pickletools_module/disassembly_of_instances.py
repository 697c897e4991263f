# Pickles of classes, functions, instances and circles, disassembled.
import pickle
import pickletools


class T:
    pass


t = T()
t.x = [1]
recursive = []
recursive.append((recursive,))
for o in T, len, t, recursive, recursive[0], [t, t]:
    for protocol in 0, 1, 2, 4:
        pickletools.dis(pickle.dumps(o, protocol))
