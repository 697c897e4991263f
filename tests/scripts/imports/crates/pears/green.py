weight = 4
