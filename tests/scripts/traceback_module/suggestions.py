# Suggestions come with the message of what was raised, not with a bare exception.
import traceback


class Thing:
    colour = 1

    def method(self):
        return color

    def own(self):
        return self.colr


def attempt(f):
    try:
        f()
    except Exception as error:
        print(traceback.format_exception(error)[-1], end='')
        print(traceback.format_exception_only(error)[-1], end='')
        print(str(error))


value = 5
attempt(lambda: valeu)
attempt(lambda: Thing().color)
attempt(Thing().own)
attempt(lambda: maths)
attempt(lambda: json)
attempt(lambda: prnt('x'))


def local():
    something = 1
    return somethin


attempt(local)
print(traceback.format_exception_only(NameError("name 'valeu' is not defined", name='valeu')))
print(traceback.format_exception_only(AttributeError('no', name='colr', obj=Thing())))
