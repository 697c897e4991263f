# input reads lines of standard input.
name = input('name? ')
print(f'hello {name}')
print(repr(input()))
print(int(input('number: ')) + 1)
try:
    input('more? ')
except EOFError as error:
    print(type(error).__name__, error)
