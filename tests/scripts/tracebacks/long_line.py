# A long line, with characters that aren't ASCII before the failing part.
names = {'größe': 1, 'länge': 2, '日本': 3}
print(names['größe'] + names['länge'] + names['日本'] + names['não há'] + 1000000000000000000000000000000)
