# A string that doesn't end.
text = 'no end
print(text)
