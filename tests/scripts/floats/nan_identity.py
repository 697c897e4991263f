# Two NaNs are two objects, unequal; one NaN is found by its identity.
one, other = float('nan'), float('nan')
print(one == other, one == one, one is one, one is other)
print(one in [one], one in [other], [one] == [one], [one] == [other])
print({one: 1}.get(one), {one: 1}.get(other), {one: 1} == {one: 1}, len({one, other}))
