# Which ranges have an iterator beyond 64 bits: those whose last value and a step does not fit.
M = 2**63
for arguments in [(13,), (1, 2, M - 1), (-1, -2, -M), (1, M - 1, M - 1), (M - 3, M - 1), (M - 2, M - 1, 2),
                  (-M + 1, -M, -2), (0, M), (M - 1, M), (0, M - 1), (5, 5, M - 1), (-M, -M), (-M, M - 1)]:
    it = iter(range(*arguments))
    print(arguments, type(it).__name__, it.__reduce__()[1])
