# An indentation that nothing asked for.
x = 1
    y = 2
