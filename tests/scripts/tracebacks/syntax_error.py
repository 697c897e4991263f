# A script with a syntax error runs nothing of itself.
print('never printed')
value = (1 + 2
print(value)
