# Every operator has a function of the same meaning.
import operator

print(operator.add(2, 3), operator.sub(2, 3), operator.mul(2, 3), operator.truediv(3, 2), operator.floordiv(7, 2))
print(operator.mod(7, 3), operator.pow(2, 10), operator.lshift(1, 4), operator.rshift(16, 2))
print(operator.and_(6, 3), operator.or_(6, 3), operator.xor(6, 3), operator.inv(5), operator.invert(5))
print(operator.neg(3), operator.pos(-3), operator.abs(-3), operator.not_([]), operator.truth('x'))
print(operator.lt(1, 2), operator.le(2, 2), operator.eq(1, 1.0), operator.ne(1, 2), operator.gt(1, 2), operator.ge(1, 2))
print(operator.is_(None, None), operator.is_not(1, None))
print(operator.__add__ is operator.add, operator.__not__ is operator.not_)
for call in (lambda: operator.add(1), lambda: operator.add(1, 'x'), lambda: operator.neg('x'), lambda: operator.lt(1, 'x')):
    try:
        call()
    except TypeError as error:
        print(error)
