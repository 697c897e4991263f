# An uncaught exception, with the frames it came through.
def divide(a, b):
    return a / b


def average(items):
    total = sum(items)
    return divide(total, len(items))


print('before')
average([])
print('never')
