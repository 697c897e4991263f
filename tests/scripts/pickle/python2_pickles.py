# Pickles as Python 2 wrote them: its strings are bytes, or text in an encoding the reader says.
import collections
import copy
import pickle


class Old:
    def __init__(self, *arguments):
        self.arguments = arguments

    def __repr__(self):
        return f'Old{sorted(vars(self).items(), key=repr)}'


class Initial(Old):
    def __getinitargs__(self):
        return ()


class New(object):
    def __repr__(self):
        return f'New{sorted(vars(self).items(), key=repr)}'


class Text(str):
    pass


def show(data, **options):
    try:
        answer = pickle.loads(data, **options)
        if isinstance(answer, collections.UserDict):
            answer = vars(answer)
        print('   ', options, type(answer).__name__, answer)
    except Exception as error:
        print('   ', options, f'{type(error).__name__}: {error}')


PICKLES = {
    'strings': b"(lp0\nS'abc'\np1\naS'caf\\xc3\\xa9'\np2\naVcaf\\u00e9\np3\nag1\na.",
    'strings, protocol 1': b'(U\x03abcq\x00U\x05caf\xc3\xa9q\x01X\x05\x00\x00\x00caf\xc3\xa9q\x02tq\x03.',
    'strings, protocol 2': b'\x80\x02T\x04\x00\x00\x00\xff\xfe\x00\x01U\x00\x86.',
    'quotes': b"(S\"it's\"\nS'\\'\\\\\\n\\t\\x00'\nS''\nl.",
    'an instance, protocol 0': b"(i__main__\nOld\np0\n(dp1\nS'name'\np2\nS'value'\np3\nsb.",
    'an instance with arguments': b"(I1\nI2\ni__main__\nInitial\np0\n(dp1\nS'x'\nI3\nsb.",
    'an instance, protocol 1': b'(c__main__\nOld\nq\x00oq\x01}q\x02U\x04nameq\x03U\x05valueq\x04sb.',
    'an instance, protocol 2': b'\x80\x02(c__main__\nInitial\nq\x00K\x01oq\x01}q\x02U\x04nameq\x03U\x05valueq\x04sb.',
    'a new-style instance, protocol 0': b"ccopy_reg\n_reconstructor\np0\n(c__main__\nNew\np1\nc__builtin__\nobject\np2\nNtp3\nRp4\n(dp5\nS'a'\np6\nI1\nsb.",
    'a new-style instance, protocol 2': b'\x80\x02c__main__\nNew\nq\x00)\x81q\x01}q\x02U\x01aq\x03K\x01sb.',
    'bytes for a name': b"\x80\x02c__main__\nNew\nq\x00)\x81q\x01}q\x02U\x02\xc3\xa9q\x03K\x01sb.",
    'a subclass of unicode': b"ccopy_reg\n_reconstructor\np0\n(c__main__\nText\np1\nc__builtin__\nunicode\np2\nVtext\np3\ntp4\nRp5\n.",
    'a set': b"c__builtin__\nset\np0\n((lp1\nI1\naI2\natp2\nRp3\n.",
    'numbers': b'(I01\nI00\nI5\nL5L\nL-5L\nL36893488147419103232L\nF1.5\nc__builtin__\ncomplex\n(F1.0\nF2.0\ntRNl.',
    'ranges': b'c__builtin__\nxrange\np0\n(I0\nI5\nI2\ntp1\nRp2\n.',
    'an exception': b"cexceptions\nValueError\np0\n(S'wrong'\np1\ntp2\nRp3\n.",
    'an old name of an exception': b"cexceptions\nStandardError\np0\n(S'wrong'\np1\ntp2\nRp3\n.",
    'an error of the system': b"cexceptions\nIOError\np0\n(I2\nS'No such file'\np1\ntp2\nRp3\n.",
    'a defaultdict': b"ccollections\ndefaultdict\np0\n(c__builtin__\nlist\np1\ntp2\nRp3\nS'k'\n(lp4\nI1\nas.",
    'an OrderedDict': b"ccollections\nOrderedDict\np0\n((lp1\n(lp2\nS'b'\np3\naI1\naa(lp4\nS'a'\np5\naI2\naatp6\nRp7\n.",
    'a deque': b"ccollections\ndeque\np0\n((lp1\nI1\naI2\naI3\ntp2\nRp3\n.",
    'a UserDict': b"(iUserDict\nUserDict\np0\n(dp1\nS'data'\np2\n(dp3\nS'a'\np4\nI1\nssb.",
    'functions': b"(c__builtin__\nlen\nc__builtin__\nreduce\nc__builtin__\nunichr\nc__builtin__\nintern\ncitertools\nizip\nl.",
    'a datetime': b"cdatetime\ndatetime\np0\n(S'\\x07\\xe4\\x02\\x1d\\x0c\\x1e\\x0f\\x00\\x01\\xe2'\np1\ntp2\nRp3\n.",
    'a date': b"cdatetime\ndate\np0\n(S'\\x07\\xe4\\x02\\x1d'\np1\ntp2\nRp3\n.",
    'a time': b"cdatetime\ntime\np0\n(S'\\x0c\\x1e\\x0f\\x00\\xff\\xe2'\np1\ntp2\nRp3\n.",
    'an array': b"carray\narray\np0\n(S'i'\np1\n(lp2\nI1\naI2\natp3\nRp4\n.",
    'an array of characters': b"carray\narray\np0\n(S'c'\np1\n(lp2\nS'a'\naS'b'\natp3\nRp4\n.",
    'unterminated': b"S'abc\n.",
    'unquoted': b"Sabc\n.",
    'an escape that is none': b"S'\\q\\x4'\n.",
    'half a surrogate pair': b'V\\ud83d\\ude00\n.',
}
for title, data in PICKLES.items():
    print(title)
    show(data)
    show(data, encoding='latin1')
    show(data, encoding='bytes')
    show(data, encoding='utf-8')
    show(data, encoding='ASCII', errors='replace')
    show(data, encoding='ascii', errors='surrogateescape')
    if b'exceptions' not in data:
        show(data, fix_imports=False)
