# The clocks of processor time run while the program computes.
import time

process, thread = time.process_time(), time.thread_time()
process_ns = time.process_time_ns()
total = 0
while time.process_time() - process < 0.01:
    total += sum(range(1000))
print(total > 0)
print(time.process_time_ns() - process_ns >= 10_000_000)
print(0 < time.thread_time() - thread < 60)
