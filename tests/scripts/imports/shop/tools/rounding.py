"""Rounding."""
origin = f'{__name__} in {__package__}'


def round_up(x):
    return int(x) + (x != int(x))
