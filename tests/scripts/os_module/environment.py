# os.environ is a mapping of str to str.
import os

os.environ['COLOUR'] = 'blue'
print(os.environ['COLOUR'], os.getenv('COLOUR'), os.getenv('NOT_THERE'), os.getenv('NOT_THERE', 3))
print('COLOUR' in os.environ, 'NOT_THERE' in os.environ, os.environ.get('NOT_THERE', 'x'))
print(os.environ.setdefault('COLOUR', 'red'), os.environ.pop('COLOUR'), os.environ.pop('COLOUR', None))
os.environ.update(A='1', B='2')
print({k: v for k, v in os.environ.items() if k in 'AB'}, type(os.environ.copy()))
print(len(os.environ) == len(list(os.environ)), set(os.environ.keys()) == set(os.environ), 'A' in repr(os.environ))
del os.environ['A']


def tried(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: os.environ['A'])
tried(lambda: os.environ.pop('A'))
tried(lambda: os.environ[3])
tried(lambda: os.environ.__setitem__('A', 3))
tried(lambda: os.environ.__setitem__(b'A', '3'))
tried(lambda: os.environ.__setitem__('A=B', '3'))
tried(lambda: os.environ.__delitem__('A'))
os.environ.clear()
print(os.environ, len(os.environ), bool(os.environ))
