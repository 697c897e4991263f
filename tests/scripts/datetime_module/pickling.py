# Pickles, copies and copy.replace.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo

values = [date(2024, 2, 29), time(1, 2, 3, 4), time(1, tzinfo=timezone.utc), time(1, fold=1), datetime(2024, 2, 29, 1, 2, 3, 4), datetime(2024, 2, 29, tzinfo=timezone(timedelta(hours=1), 'x')), datetime(2024, 2, 29, fold=1),
          timedelta(1, 2, 3), timezone.utc, timezone(timedelta(hours=5))]
for value in values:
    print(value.__reduce__() if not hasattr(value, '__getinitargs__') else value.__getinitargs__())
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        assert back == value and type(back) is type(value) and getattr(back, 'fold', 0) == (getattr(value, 'fold', 0) if protocol > 3 else 0), value
        if protocol in (0, 2, 4):
            print(protocol, data)
    assert copy.copy(value) == value and copy.deepcopy(value) == value
print(copy.replace(date(2024, 1, 2), year=2000), copy.replace(time(1), hour=2), copy.replace(datetime(2024, 1, 1), day=5), pickle.loads(pickle.dumps(timezone.utc)) is timezone.utc)
print(date(b'\x07\xe8\x02\x1d'), time(b'\x01\x02\x03\x00\x00\x04'), datetime(b'\x07\xe8\x02\x1d\x01\x02\x03\x00\x00\x04', timezone.utc))
for function in [lambda: date(b'\x07\xe8\x0d\x1d'), lambda: date(b'abc'), lambda: time(b'123456'), lambda: datetime(b'x' * 10), lambda: datetime(b'\x07\xe8\x02\x1d\x01\x02\x03\x00\x00\x04', 5)]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
