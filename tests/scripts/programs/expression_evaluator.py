# A tokenizer, a parser and an evaluator for arithmetic.
def tokenize(text):
    position = 0
    while position < len(text):
        char = text[position]
        if char.isspace():
            position += 1
        elif char.isdigit() or char == '.':
            start = position
            while position < len(text) and (text[position].isdigit() or text[position] == '.'):
                position += 1
            number = text[start:position]
            yield 'number', float(number) if '.' in number else int(number)
        elif char.isalpha():
            start = position
            while position < len(text) and text[position].isalnum():
                position += 1
            yield 'name', text[start:position]
        elif text[position : position + 2] == '**':
            yield 'op', '**'
            position += 2
        elif char in '+-*/%()=':
            yield 'op', char
            position += 1
        else:
            raise SyntaxError(f'unexpected {char!r} at {position}')
    yield 'end', None


class Parser:
    LEVELS = [
        {'+': lambda a, b: a + b, '-': lambda a, b: a - b},
        {'*': lambda a, b: a * b, '/': lambda a, b: a / b, '%': lambda a, b: a % b},
    ]

    def __init__(self, text, names):
        self.tokens, self.names = list(tokenize(text)), names
        self.at = 0

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at]

    def level(self, n):
        if n == len(self.LEVELS):
            return self.power()
        value = self.level(n + 1)
        while (op := self.peek()[1]) in self.LEVELS[n] and self.peek()[0] == 'op':
            self.take()
            value = self.LEVELS[n][op](value, self.level(n + 1))
        return value

    def power(self):
        if self.peek() == ('op', '-'):
            self.take()
            return -self.power()
        base = self.atom()
        if self.peek() == ('op', '**'):
            self.take()
            return base ** self.power()
        return base

    def atom(self):
        kind, value = self.take()
        if kind == 'number':
            return value
        if kind == 'name':
            return self.names[value]
        if value == '(':
            value = self.level(0)
            if self.take() != ('op', ')'):
                raise SyntaxError('expected )')
            return value
        raise SyntaxError(f'unexpected {value!r}')

    def statement(self):
        if len(self.tokens) > 2 and self.tokens[1] == ('op', '=') and self.tokens[0][0] == 'name':
            name, self.at = self.tokens[0][1], 2
            self.names[name] = self.level(0)
            return f'{name} = {self.names[name]}'
        value = self.level(0)
        if self.peek()[0] != 'end':
            raise SyntaxError(f'unexpected {self.peek()[1]!r}')
        return value


names = {}
for line in (
    '1 + 2 * 3',
    '(1 + 2) * 3',
    '-2 ** 2',
    '2 ** 3 ** 2',
    'x = 7 / 2',
    'x * 2 - 1',
    '10 % 4 + x',
    '1 / 0',
    '1 +',
    '(1',
    'y',
    '2 $ 3',
    '1 2',
    '1.5.2',
):
    try:
        print(line, '->', Parser(line, names).statement())
    except Exception as error:
        print(line, '->', type(error).__name__, error)
