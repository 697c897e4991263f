# `match` among loops, `try`, functions and generators; soft keywords stay names.
def loop(items):
    found = []
    for item in items:
        match item:
            case 'skip':
                continue
            case 'stop':
                break
            case ['add', *values]:
                for v in values:
                    match v:
                        case int():
                            found.append(v)
                        case _:
                            break
                else:
                    found.append('all ints')
            case _:
                pass
        found.append(item if isinstance(item, str) else len(item))
    else:
        found.append('done')
    return found


print(loop(['a', 'skip', ['add', 1, 2], ['add', 1, 'x', 2], 'b']))
print(loop(['a', 'stop', 'b']))


def tried(x):
    try:
        match x:
            case 1:
                return 'one'
            case 2:
                raise ValueError('two')
            case n:
                n / 0
    except ValueError as error:
        match error.args:
            case [text]:
                return text
    except ZeroDivisionError as error:
        match error:
            case ZeroDivisionError(args=(message,)):
                return message
    finally:
        match x:
            case int():
                print('finally', x)


print(tried(1), tried(2), tried(3))


def produce(commands):
    for command in commands:
        match command:
            case ('repeat', n, what):
                for _ in range(n):
                    yield what
            case ('from', *rest):
                yield from rest
            case (yielded, ):
                got = yield yielded
                match got:
                    case None:
                        pass
                    case _:
                        yield ('sent', got)


g = produce([('repeat', 2, 'x'), ('from', 1, 2), ('last',)])
print([next(g) for _ in range(5)], g.send('hi'), list(g))

match = {'case': 1}
case = match['case']
print(match, case, match ['case'])
_ = 5
match _:
    case _:
        print(_)
match match:
    case {'case': case}:
        print(case)
type = 3
print(type)
match (yes := [1, 2]), 3:
    case [a, b], c:
        print(a, b, c, yes)
match 1, :
    case 1, :
        print('a tuple of one')
match *[1, 2], 3:
    case 1, 2, 3:
        print('starred subject')
print([len([m]) for m in [1] if m], (lambda case: case)(2))
