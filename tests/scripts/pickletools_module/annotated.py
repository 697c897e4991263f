# dis with annotations, other indents, several pickles of one pickler, and another stream.
import io
import pickle
import pickletools

data = pickle.dumps({'key': [(1, 'two', 3.0)] * 2, 'none': None}, 4)
pickletools.dis(data, annotate=1)
pickletools.dis(data, annotate=30)
pickletools.dis(data, indentlevel=1)
out = io.StringIO()
pickletools.dis(b'N.', out)
print(repr(out.getvalue()))

stream = io.BytesIO()
pickler = pickle.Pickler(stream, 2)
shared = [1, 2]
pickler.dump(shared)
pickler.dump((shared, shared))
stream.seek(0)
memo = {}
pickletools.dis(stream, memo=memo)
pickletools.dis(stream, memo=memo)
print(memo)
