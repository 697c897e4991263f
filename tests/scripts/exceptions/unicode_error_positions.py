# A Unicode error says its `start` and `end` as they are; one character is shown only where there is one.
for start, end in [(0, 1), (1, 2), (4, 5), (5, 6), (6, 7), (1000, 5), (1000, 1001), (3, 1), (2, 2), (0, 1000)]:
    for error in (UnicodeEncodeError("codec", "x" * 5, start, end, "why"),
                  UnicodeDecodeError("codec", b"x" * 5, start, end, "why"),
                  UnicodeTranslateError("x" * 5, start, end, "why")):
        print(error, error.start, error.end)
