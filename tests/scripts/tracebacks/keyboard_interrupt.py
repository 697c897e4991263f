# KeyboardInterrupt isn't an Exception and ends the program.
try:
    raise KeyboardInterrupt('as if Ctrl-C')
except Exception:
    print('not caught here')
except BaseException as error:
    print('caught', repr(error))
print('going on')
