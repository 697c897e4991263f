# A module that fails.
print('running boom')
1 / 0
