weight = 3
