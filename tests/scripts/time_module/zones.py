# Local time follows the environment's TZ after tzset().
import os
import time

for zone in ("Europe/Berlin", "EST+05EDT,M4.1.0,M10.5.0", "UTC+0", "America/New_York"):
    os.environ["TZ"] = zone
    time.tzset()
    summer = time.localtime(1.72e9)
    print(zone, time.tzname, time.timezone, time.altzone, time.daylight)
    print(summer, summer.tm_zone, summer.tm_gmtoff)
    print(time.mktime((2024, 7, 3, 12, 0, 0, 0, 0, -1)), time.mktime((2024, 7, 3, 12, 0, 0, 0, 0, 0)))
    print(time.strftime("%z %Z", time.localtime(1.7e9)), time.ctime(1.7e9))
