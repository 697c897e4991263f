loads = globals().get('loads', 0) + 1


class T:
    pass
