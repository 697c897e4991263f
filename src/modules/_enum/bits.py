"""The bits of flags' values."""

__name__ = 'enum'


def is_single_bit(number):
    """Whether the number is a power of two."""
    return number.bit_count() == 1 and number > 0


def high_bit(number):
    """The place of the highest bit that is set; -1 if none is."""
    return number.bit_length() - 1


def bits_of(number):
    """The bits set in a number, or a member's value, each as a power of two: the lowest first."""
    left = getattr(number, '_value_', number)
    if left < 0:
        raise ValueError(f'{number!r} is not a positive integer')
    while left:
        rest = left & left - 1
        yield left ^ rest
        left = rest


def show_flag_values(value):
    """The bits set in a value, each as a power of two."""
    return [*bits_of(value)]


def bin(num, max_bits=None):
    """The digits of a number in two's complement, after one for the sign.

    >>> bin(10)
    '0b0 1010'
    >>> bin(~10)
    '0b1 0101'
    """
    width = num.bit_length()
    digits = f'{num % (1 << width):0{width}b}' if width else ''
    sign = '01'[num < 0]
    return f'0b{sign} {digits.rjust(max_bits or 0, sign)}'
