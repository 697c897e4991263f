"""A name is a label on an object. Assignment sticks another label on; it copies nothing."""

basket = ['apple']
lunch = basket
lunch.append('pear')
print('one list, two names:', basket, lunch, basket is lunch)

# A new object, and the label moves: the other name stays where it was.
lunch = lunch + ['plum']
print('two lists by now:   ', basket, lunch, basket is lunch)


def eat(food):
    food.pop()          # changes the object every name leads to
    food = []           # moves the label `food`, and nothing else
    return food


print('eat() returns', eat(basket), 'and leaves', basket)

# Equal is not the same.
twin = ['apple']
print('equal:', basket == twin, ' the same:', basket is twin)

# `del` takes a label off. The object stays as long as any other leads to it.
other = basket
del basket
print('after del:', other)
