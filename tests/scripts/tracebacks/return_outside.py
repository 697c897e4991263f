# return outside a function.
print('not reached')
if True:
    return 5
