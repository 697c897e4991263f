# Assigning to what can't be assigned to.
x = 5
x + 1 = 6
