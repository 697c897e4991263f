# "The above exception was the direct cause" and "During handling ..., another exception occurred".
def read(settings, name):
    return settings[name]


def load(name):
    try:
        return read({}, name)
    except KeyError as error:
        raise ValueError(f'no setting {name}') from error


def main():
    try:
        load('colour')
    except ValueError:
        print(undefined_name)


main()
