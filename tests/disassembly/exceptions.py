def f(a):
    try:
        g()
    except (ValueError, TypeError) as e:
        return e
    except KeyError:
        pass
    else:
        a = 1
    finally:
        h()
    raise a from None
