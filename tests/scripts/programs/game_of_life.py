# Conway's game on an unbounded plane.
def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} - {cell}


def step(cells):
    counts = {}
    for cell in cells:
        for neighbour in neighbours(cell):
            counts[neighbour] = counts.get(neighbour, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or count == 2 and cell in cells}


def draw(cells):
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    for y in range(min(ys), max(ys) + 1):
        print(''.join('#' if (x, y) in cells else '.' for x in range(min(xs), max(xs) + 1)))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(5):
    print(f'generation {generation}: {len(glider)} cells')
    draw(glider)
    glider = step(glider)
cells = {(0, 0), (1, 0), (2, 0), (1, 1), (-1, 1)}
for _ in range(60):
    cells = step(cells)
print(len(cells), sorted(cells)[:3])
