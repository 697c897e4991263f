# There is one timedelta of nothing, which pickles show.
import copy
import datetime
import pickle

timedelta = datetime.timedelta
zero = timedelta(0)
print(zero is timedelta(), zero is timedelta(hours=0), zero is timedelta(1) - timedelta(1), zero is -zero, zero is +zero)
print(zero is datetime.UTC.utcoffset(None), zero is timedelta(1) * 0, zero is timedelta(1) % timedelta(1))
print(pickle.loads(pickle.dumps(zero)) is zero, copy.copy(zero) is zero, copy.deepcopy(zero) is zero)
print(timedelta(1) is timedelta(1), pickle.dumps([timedelta(), timedelta(0)]))


class Delta(timedelta):
    pass


print(Delta(0) is zero, Delta(0) is Delta(0), type(Delta(0)).__name__)
