# choice, choices, shuffle, sample.
import random

random.seed(11)
print([random.choice('abcdef') for _ in range(8)], random.choice(range(100)), random.choice((1,)))
items = list(range(12))
random.shuffle(items)
print(items, random.sample(range(1000), 5), random.sample('abcdef', 6), random.sample([1, 2], 0), random.sample(range(10 ** 9), 30))
print(random.sample(['red', 'blue'], counts=[4, 2], k=5), random.sample(list(range(30)), 22))
print(random.choices('abc', k=6), random.choices('abc', [1, 5, 0], k=6), random.choices('abc', cum_weights=[1, 1, 3], k=6), random.choices([1], k=0))
print(random.choices(range(3), weights=[0.5, 0.25, 0.25], k=10))
for function in [lambda: random.choice([]), lambda: random.choice({}), lambda: random.choice(5), lambda: random.sample({1, 2}, 1), lambda: random.sample([1], 2), lambda: random.sample([1], -1),
                 lambda: random.sample([1, 2], 1, counts=[1]), lambda: random.sample([1], 1, counts=[0]), lambda: random.sample([1], 1, counts=[1.5]),
                 lambda: random.choices([1, 2], 3), lambda: random.choices([1, 2], [1]), lambda: random.choices([1], [0]), lambda: random.choices([1], [1], cum_weights=[1]),
                 lambda: random.choices([1], [float('inf')]), lambda: random.choices([], k=1), lambda: random.shuffle('abc'), lambda: random.shuffle((1, 2))]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
