# The table of opcodes, and genops.
import pickle
import pickletools

for op in pickletools.opcodes:
    arg = op.arg and (op.arg.name, op.arg.n)
    print(op.name, repr(op.code), op.proto, arg, op.stack_before, op.stack_after, op.doc.partition('\n')[0])
print(len(pickletools.opcodes), pickletools.code2op['.'].name)
for op, arg, position in pickletools.genops(pickle.dumps(['a', 1], 4)):
    print(position, op.name, arg)
print([position for op, arg, position in pickletools.genops(type('Stream', (), {'read': __import__('io').BytesIO(b'N.').read})())])
