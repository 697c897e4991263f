# Recursion deeper than the limit raises RecursionError, and the program goes on.
import sys


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(down(500))
try:
    down(10**6)
except RecursionError as error:
    print(type(error).__name__, error)
print(down(100), 'still alive')


def forever():
    forever()


for _ in range(3):
    try:
        forever()
    except RecursionError as error:
        print(error)
sys.setrecursionlimit(3000)
print(down(2500), sys.getrecursionlimit())
sys.setrecursionlimit(200)
try:
    down(500)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)


def mutual_a(n):
    return mutual_b(n)


def mutual_b(n):
    return mutual_a(n)


try:
    mutual_a(0)
except RecursionError as error:
    print(error, issubclass(RecursionError, RuntimeError))


def catching(n):
    try:
        return catching(n + 1)
    except RecursionError:
        return 'caught at the bottom'


print(catching(0))
