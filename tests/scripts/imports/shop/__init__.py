"""A shop."""
print('running shop')
greeting = 'welcome'
