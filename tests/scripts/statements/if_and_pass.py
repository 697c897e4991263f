# if, elif, else, pass, and one-line bodies.
def classify(n):
    if n < 0: return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10: pass
    elif n < 100:
        if n % 2:
            return 'odd two-digit'
        else:
            return 'even two-digit'
    else:
        return 'big'
    return 'small'


print([classify(n) for n in (-5, 0, 7, 42, 43, 100)])
if True: print('one'); print('two')
if False: print('no'); print('neither')
if []: print('empty list')
elif {}: print('empty dict')
elif '': print('empty str')
elif 0.0: print('zero')
else: print('all false')
if 1:
    pass
class Empty: pass
def nothing(): ...
print(nothing(), Empty.__name__)
x = 5 ; y = 6;
if x \
        and y:
    print('continued', x,
          y,
          )
if (x > 1 and
        y > 1):
    # a comment on its own

    print('in parentheses')  # a comment after
if x: \
    print('backslash')
	
print(  'spaces'  ,'everywhere'  )
def tabs():
	if x:
		return 'tabs'
print(tabs())
assert x, 'fine'
print('end') ; pass
