# Clocks go forward; sleeping takes time.
import time

base = (2024, 2, 29, 13, 5, 9, 3, 60, 0)

for call in r"""
time.sleep(-1)
time.sleep(0)
time.sleep(1e30)
time.sleep(float('nan'))
type(time.time()),type(time.time_ns()),type(time.monotonic()),type(time.perf_counter_ns())
time.time()>1.6e9
time.monotonic()<=time.monotonic()
time.perf_counter()<=time.perf_counter()
time.process_time()>0
time.thread_time_ns()>=0
time.get_clock_info('time').adjustable
time.get_clock_info('monotonic')
time.get_clock_info('foo')
time.get_clock_info('perf_counter').monotonic
time.CLOCK_MONOTONIC
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
