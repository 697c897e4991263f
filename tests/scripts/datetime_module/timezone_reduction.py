# A time zone reduces to its class, its arguments and None.
import datetime
import pickle

hour = datetime.timedelta(hours=1)
for zone in datetime.UTC, datetime.timezone(hour), datetime.timezone(hour, "name"):
    print(zone.__reduce__(), zone.__reduce_ex__(4))
    print(pickle.dumps(zone, 2), pickle.loads(pickle.dumps(zone)))
