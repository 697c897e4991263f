print('the code of', __name__, 'runs')
value = 5
