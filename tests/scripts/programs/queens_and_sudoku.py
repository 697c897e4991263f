# Backtracking, as a generator and as a class.
def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    row = len(placed)
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))


print([len(list(queens(n))) for n in range(1, 7)])
for row in next(queens(6)):
    print('.' * row + 'Q' + '.' * (5 - row))


class Sudoku:
    def __init__(self, text):
        self.cells = [0 if c == '.' else int(c) for c in text if c in '.1234']
        self.steps = 0

    def allowed(self, position):
        row, column = divmod(position, 4)
        used = {self.cells[row * 4 + i] for i in range(4)} | {self.cells[i * 4 + column] for i in range(4)}
        top, left = row // 2 * 2, column // 2 * 2
        used |= {self.cells[(top + i) * 4 + left + j] for i in range(2) for j in range(2)}
        return [d for d in range(1, 5) if d not in used]

    def solve(self):
        self.steps += 1
        try:
            position = self.cells.index(0)
        except ValueError:
            return True
        for digit in self.allowed(position):
            self.cells[position] = digit
            if self.solve():
                return True
        self.cells[position] = 0
        return False

    def __str__(self):
        return '\n'.join(' '.join(map(str, self.cells[i : i + 4])) for i in range(0, 16, 4))


puzzle = Sudoku('''
    1 . . .
    . . 3 .
    . 1 . .
    . . . 2
''')
print(puzzle.solve(), puzzle.steps)
print(puzzle)
