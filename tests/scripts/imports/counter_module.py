"""A module that counts."""

__all__ = ['public', 'increase']
print('running', __name__)
count = 0
public = 'public'
hidden_by_all = 'hidden'
_private = 'private'


def increase():
    global count
    count += 1
    return count
