# A machine in the machine: a stack language with words of one's own.
class Halt(Exception):
    pass


class Forth:
    def __init__(self):
        self.stack, self.words, self.output = [], {}, []
        self.builtin = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith('do_')}
        for symbol, function in {
            '+': lambda a, b: a + b,
            '-': lambda a, b: a - b,
            '*': lambda a, b: a * b,
            '/': lambda a, b: a // b,
            '<': lambda a, b: int(a < b),
            '=': lambda a, b: int(a == b),
        }.items():
            self.builtin[symbol] = self.binary(function)

    def binary(self, function):
        def run():
            b, a = self.pop(), self.pop()
            self.stack.append(function(a, b))

        return run

    def pop(self):
        if not self.stack:
            raise Halt('stack underflow')
        return self.stack.pop()

    def do_dup(self):
        self.stack.append(self.stack[-1])

    def do_swap(self):
        self.stack[-2:] = self.stack[:-3:-1]

    def do_drop(self):
        self.pop()

    def do_print(self):
        self.output.append(str(self.pop()))

    def run(self, source):
        tokens = iter(source.split())
        for token in tokens:
            if token == ':':
                name, body = next(tokens), []
                for word in iter(lambda: next(tokens), ';'):
                    body.append(word)
                self.words[name] = ' '.join(body)
            elif token == 'if':
                body = []
                for word in iter(lambda: next(tokens), 'then'):
                    body.append(word)
                if self.pop():
                    self.run(' '.join(body))
            elif token in self.words:
                self.run(self.words[token])
            elif token in self.builtin:
                self.builtin[token]()
            else:
                try:
                    self.stack.append(int(token))
                except ValueError:
                    raise Halt(f'what is {token!r}?') from None
        return self


forth = Forth()
forth.run(': square dup * ; : cube dup square * ; 3 square print 3 cube print')
forth.run(': countdown dup print 1 - dup if countdown then ; 5 countdown drop')
print(forth.output, forth.stack)
for program in '1 +', '1 0 /', 'foo', '1 2 swap print print', ': broken', 'dup':
    machine = Forth()
    try:
        print(program, '->', machine.run(program).output)
    except (Halt, ZeroDivisionError, IndexError, StopIteration) as error:
        print(program, '->', type(error).__name__, error, machine.stack)
