# Many cases, many captures, deep nesting.
lines = ['def f(x):', '    match x:']
for i in range(300):
    lines.append(f'        case {i} | "{i}":')
    lines.append(f'            return {i} * 2')
exec('\n'.join(lines))
print(f(0), f('150'), f(299), f(300), f(None))

names = [f'a{i}' for i in range(60)]
exec(f'def g(x):\n    match x:\n        case [{", ".join(names)}]:\n            return a0, a59, sum([{", ".join(names)}])')
print(g(range(60)), g(range(59)))
names = [f'a{i}' for i in range(90)]
exec(f'def h(x):\n    match x:\n        case [{", ".join(names)}, *rest]:\n            return a0, a89, rest')
print(h(range(95)))

depth = 60
exec('def k(x):\n    match x:\n        case ' + '[' * depth + 'inner' + ']' * depth + ':\n            return inner')
value = 'core'
for _ in range(depth):
    value = [value]
print(k(value), k([[]]))

print([n for n in range(20) if (lambda x: f(x) is not None)(n)][-1])
wild = ', '.join('_' * 300)
exec(f'match range(300):\n    case [{wild}]:\n        print("three hundred")')
exec(f'match range(300):\n    case [{wild}, _]:\n        print("more")\n    case [{wild}, *_]:\n        print("at least")')
