# An expression over several lines, and what is shown of it.
def combine(*parts):
    return '-'.join(parts)


def build():
    return combine(
        'first',
        'second',
        3,
    )


build()
