"""What there is."""
print('running shop.stock')
items = {'tea': 3}
