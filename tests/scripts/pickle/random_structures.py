# Structures from a fixed-seed generator, with sharing and cycles: their pickles in every protocol.
import pickle


class Node:
    pass


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


def build(random, depth, made):
    kind = random.below(14 if depth else 8)
    if kind == 13 and made:
        return made[random.below(len(made))]
    if kind == 0:
        return None
    if kind == 1:
        return bool(random.below(2))
    if kind == 2:
        return random.below(2 ** random.below(80) + 1) - 1000
    if kind == 3:
        return random.below(1000) / 8
    if kind in (4, 5):
        return ['spam', 'eggs', 'é', ''][random.below(4)] * random.below(3)
    if kind == 6:
        return bytes([random.below(256) for _ in range(random.below(4))])
    if kind == 7:
        return [Node, len, int, ()][random.below(4)]
    children = [build(random, depth - 1, made) for _ in range(random.below(4))]
    if kind == 8:
        result = tuple(children)
    elif kind == 9:
        result = {str(i): child for i, child in enumerate(children)}
    elif kind == 10:
        result = Node()
        for i, child in enumerate(children):
            setattr(result, f'a{i}', child)
        if random.below(3) == 0:
            result.me = result
    else:
        result = children
        if random.below(5) == 0:
            result.append(result)
    made.append(result)
    return result


for seed in range(30):
    structure = build(Random(seed), 3, [])
    for protocol in range(6):
        data = pickle.dumps(structure, protocol)
        print(seed, protocol, data)
        assert type(pickle.loads(data)) is type(structure)
