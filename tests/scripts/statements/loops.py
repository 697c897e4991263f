# while and for, with break, continue and else.
n = 0
while n < 5:
    n += 1
    if n == 2:
        continue
    if n == 4:
        break
    print(n, end=' ')
else:
    print('never')
print(n)

while n > 0:
    n -= 1
else:
    print('condition became false', n)

for i in range(3):
    for j in range(3):
        if j == i:
            break
        print(i, j, end='; ')
    else:
        print('inner ended')
        continue
    if i == 2:
        break
print()
for x in []:
    pass
else:
    print('else after nothing')
for i, (a, *b) in enumerate([(1, 2, 3), 'xy']):
    print(i, a, b)
d = {}
for d['key'] in range(3):
    pass
for d['a'], d['b'] in [(1, 2)]:
    print(d)
while True:
    try:
        break
    finally:
        print('finally on break')
for i in range(2):
    try:
        continue
    finally:
        print('finally on continue', i)
for i in 1, 2, *(3, 4):
    print(i, end=' ')
print(i)
while n := n - 1 if n else 3:
    print('n', n, end=' ')
    if n == 1:
        break
print([i for i in range(10) if i % 2 == 0], end='\n')
total = 0
for row in [[1, 2], [3]]:
    for cell in row:
        total += cell
print(total)
