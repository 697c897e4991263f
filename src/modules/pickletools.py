'''"Executable documentation" for the pickle module.

Extensive comments about the pickle protocols and pickle-machine opcodes
can be found here.  Some functions meant for external use:

genops(pickle)
   Generate all the opcodes in a pickle, as (opcode, arg, position) triples.

dis(pickle, out=None, memo=None, indentlevel=4)
   Print a symbolic disassembly of a pickle.
'''

import io
import pickle
import sys
from pickle import decode_long

__all__ = ['dis', 'genops', 'optimize']

bytes_types = pickle.bytes_types

# How long an argument is, if not a number of bytes.
UP_TO_NEWLINE = -1
TAKEN_FROM_ARGUMENT1 = -2
TAKEN_FROM_ARGUMENT4 = -3
TAKEN_FROM_ARGUMENT4U = -4
TAKEN_FROM_ARGUMENT8U = -5


class ArgumentDescriptor:
    """What stands behind an opcode: its name, its length, and the function that reads it."""

    __slots__ = ('name', 'n', 'reader', 'doc')

    def __init__(self, name, n, reader, doc):
        self.name = name
        self.n = n
        self.reader = reader
        self.doc = doc


# Readers of arguments: from a binary stream.


def _number_reader(name, size, signed=False):
    """A reader of a little-endian integer."""

    def read(f):
        data = f.read(size)
        if len(data) == size:
            return int.from_bytes(data, 'little', signed=signed)
        raise ValueError(f'not enough data in stream to read {name}')

    read.__name__ = f'read_{name}'
    return read


read_uint1 = _number_reader('uint1', 1)
read_uint2 = _number_reader('uint2', 2)
read_int4 = _number_reader('int4', 4, signed=True)
read_uint4 = _number_reader('uint4', 4)
read_uint8 = _number_reader('uint8', 8)


def _counted_reader(name, read_count, convert):
    """A reader of a count and that many bytes."""

    def read(f):
        count = read_count(f)
        if count < 0:
            raise ValueError(f'{name} byte count < 0: {count}')
        if count > sys.maxsize:
            raise ValueError(f'{name} byte count > sys.maxsize: {count}')
        data = f.read(count)
        if len(data) == count:
            return convert(data)
        raise ValueError(f'expected {count} bytes in a {name}, but only {len(data)} remain')

    read.__name__ = f'read_{name}'
    return read


def _latin1(data):
    return data.decode('latin-1')


def _utf8(data):
    return str(data, 'utf-8', 'surrogatepass')


read_string1 = _counted_reader('string1', read_uint1, _latin1)
read_string4 = _counted_reader('string4', read_int4, _latin1)
read_bytes1 = _counted_reader('bytes1', read_uint1, bytes)
read_bytes4 = _counted_reader('bytes4', read_uint4, bytes)
read_bytes8 = _counted_reader('bytes8', read_uint8, bytes)
read_bytearray8 = _counted_reader('bytearray8', read_uint8, bytearray)
read_unicodestring1 = _counted_reader('unicodestring1', read_uint1, _utf8)
read_unicodestring4 = _counted_reader('unicodestring4', read_uint4, _utf8)
read_unicodestring8 = _counted_reader('unicodestring8', read_uint8, _utf8)


def _read_line(f, what):
    data = f.readline()
    if not data.endswith(b'\n'):
        raise ValueError(f'no newline found when trying to read {what}')
    return data[:-1]


def _unescape(data):
    """The text of a string literal's inside."""
    if b'\\' not in data:
        return data.decode('ascii')
    return pickle.loads(b"S'" + data + b"'\n.", encoding='ascii')


def read_stringnl(f, decode=True, stripquotes=True):
    data = _read_line(f, 'stringnl')
    if stripquotes:
        quote = data[:1]
        if quote not in (b'"', b"'"):
            raise ValueError(f'no string quotes around {data!r}')
        if not data.endswith(quote):
            raise ValueError(f'strinq quote {quote!r} not found at both ends of {data!r}')
        data = data[1:-1]
    return _unescape(data) if decode else data


def read_stringnl_noescape(f):
    return read_stringnl(f, stripquotes=False)


def read_stringnl_noescape_pair(f):
    return f'{read_stringnl_noescape(f)} {read_stringnl_noescape(f)}'


def read_unicodestringnl(f):
    return str(_read_line(f, 'unicodestringnl'), 'raw-unicode-escape')


def read_decimalnl_short(f):
    data = read_stringnl(f, decode=False, stripquotes=False)
    # Protocol 0 has no other way to write a bool.
    return {b'00': False, b'01': True}[data] if data in (b'00', b'01') else int(data)


def read_decimalnl_long(f):
    data = read_stringnl(f, decode=False, stripquotes=False)
    return int(data[:-1] if data[-1:] == b'L' else data)


def read_floatnl(f):
    return float(read_stringnl(f, decode=False, stripquotes=False))


def read_float8(f):
    import struct

    data = f.read(8)
    if len(data) == 8:
        return struct.unpack('>d', data)[0]
    raise ValueError('not enough data in stream to read float8')


def _long_reader(name, read_count):
    def read(f):
        count = read_count(f)
        if count < 0:
            raise ValueError(f'{name} byte count < 0: {count}')
        data = f.read(count)
        if len(data) != count:
            raise ValueError(f'not enough data in stream to read {name}')
        return decode_long(data)

    read.__name__ = f'read_{name}'
    return read


read_long1 = _long_reader('long1', read_uint1)
read_long4 = _long_reader('long4', read_int4)

for _name, _length, _doc in [
    ('uint1', 1, 'One-byte unsigned integer.'),
    ('uint2', 2, 'Two-byte unsigned integer, little-endian.'),
    ('int4', 4, "Four-byte signed integer, little-endian, 2's complement."),
    ('uint4', 4, 'Four-byte unsigned integer, little-endian.'),
    ('uint8', 8, 'Eight-byte unsigned integer, little-endian.'),
    ('stringnl', UP_TO_NEWLINE, 'A newline-terminated string.'),
    ('stringnl_noescape', UP_TO_NEWLINE, 'A newline-terminated string.'),
    ('stringnl_noescape_pair', UP_TO_NEWLINE, 'A pair of newline-terminated strings.'),
    ('string1', TAKEN_FROM_ARGUMENT1, 'A counted string.'),
    ('string4', TAKEN_FROM_ARGUMENT4, 'A counted string.'),
    ('bytes1', TAKEN_FROM_ARGUMENT1, 'A counted bytes string.'),
    ('bytes4', TAKEN_FROM_ARGUMENT4U, 'A counted bytes string.'),
    ('bytes8', TAKEN_FROM_ARGUMENT8U, 'A counted bytes string.'),
    ('bytearray8', TAKEN_FROM_ARGUMENT8U, 'A counted bytearray.'),
    ('unicodestringnl', UP_TO_NEWLINE, 'A newline-terminated Unicode string.'),
    ('unicodestring1', TAKEN_FROM_ARGUMENT1, 'A counted Unicode string.'),
    ('unicodestring4', TAKEN_FROM_ARGUMENT4U, 'A counted Unicode string.'),
    ('unicodestring8', TAKEN_FROM_ARGUMENT8U, 'A counted Unicode string.'),
    ('decimalnl_short', UP_TO_NEWLINE, 'A newline-terminated decimal integer literal.'),
    ('decimalnl_long', UP_TO_NEWLINE, 'A newline-terminated decimal integer literal.'),
    ('floatnl', UP_TO_NEWLINE, 'A newline-terminated decimal floating literal.'),
    ('float8', 8, 'An 8-byte binary representation of a float, big-endian.'),
    ('long1', TAKEN_FROM_ARGUMENT1, 'A binary long, little-endian, using 1-byte size.'),
    ('long4', TAKEN_FROM_ARGUMENT4, 'A binary representation of a long, little-endian.'),
]:
    globals()[_name] = ArgumentDescriptor(_name, _length, globals()[f'read_{_name}'], _doc)


# What an opcode takes from the unpickler's stack and leaves on it.


class StackObject:
    """A kind of object on the stack."""

    __slots__ = ('name', 'obtype', 'doc')

    def __init__(self, name, obtype, doc):
        self.name = name
        self.obtype = obtype
        self.doc = doc

    def __repr__(self):
        return self.name


pyint = pylong = StackObject('int', int, 'A Python integer object.')
pyinteger_or_bool = StackObject('int_or_bool', (int, bool), 'A Python integer or boolean object.')
pybool = StackObject('bool', bool, 'A Python boolean object.')
pyfloat = StackObject('float', float, 'A Python float object.')
pybytes_or_str = pystring = StackObject('bytes_or_str', (bytes, str), 'A Python bytes or (Unicode) string object.')
pybytes = StackObject('bytes', bytes, 'A Python bytes object.')
pybytearray = StackObject('bytearray', bytearray, 'A Python bytearray object.')
pyunicode = StackObject('str', str, 'A Python (Unicode) string object.')
pynone = StackObject('None', type(None), 'The Python None object.')
pytuple = StackObject('tuple', tuple, 'A Python tuple object.')
pylist = StackObject('list', list, 'A Python list object.')
pydict = StackObject('dict', dict, 'A Python dict object.')
pyset = StackObject('set', set, 'A Python set object.')
pyfrozenset = StackObject('frozenset', set, 'A Python frozenset object.')
pybuffer = StackObject('buffer', object, 'A Python buffer-like object.')
anyobject = StackObject('any', object, 'Any kind of object whatsoever.')
markobject = StackObject('mark', StackObject, "'The mark' is a unique object.")
stackslice = StackObject('stackslice', StackObject, 'An object representing a contiguous slice of the stack.')


class OpcodeInfo:
    """An opcode: its name and code, its argument, what it does to the stack, and the protocol it came with."""

    __slots__ = ('name', 'code', 'arg', 'stack_before', 'stack_after', 'proto', 'doc')

    def __init__(self, name, code, arg, stack_before, stack_after, proto, doc):
        self.name = name
        self.code = code
        self.arg = arg
        self.stack_before = stack_before
        self.stack_after = stack_after
        self.proto = proto
        self.doc = doc


def _read_table(table):
    """The opcodes of the table: name, code, protocol, argument, what goes, what comes; and what it is about."""
    kinds = {'int': pyint, 'int_or_bool': pyinteger_or_bool, 'bool': pybool, 'float': pyfloat, 'none': pynone}
    kinds |= {'bytes_or_str': pybytes_or_str, 'bytes': pybytes, 'bytearray': pybytearray, 'str': pyunicode}
    kinds |= {'tuple': pytuple, 'list': pylist, 'dict': pydict, 'set': pyset, 'frozenset': pyfrozenset}
    kinds |= {'buffer': pybuffer, 'any': anyobject, 'mark': markobject, 'slice': stackslice}
    for line in table.strip().splitlines():
        facts, _, doc = line.partition(' | ')
        name, code, proto, arg, before, after = facts.split()
        before, after = ([] if kind == '-' else [kinds[k] for k in kind.split(',')] for kind in (before, after))
        code = chr(int(code[1:], 16)) if len(code) > 1 else code
        yield OpcodeInfo(name, code, None if arg == '-' else globals()[arg], before, after, int(proto), doc.strip())


opcodes = list(
    _read_table('''
INT             I   0 decimalnl_short - int_or_bool       | Push an integer or bool.
BININT          J   1 int4 - int                          | Push a four-byte signed integer.
BININT1         K   1 uint1 - int                         | Push a one-byte unsigned integer.
BININT2         M   1 uint2 - int                         | Push a two-byte unsigned integer.
LONG            L   0 decimalnl_long - int                | Push a long integer.
LONG1           x8a 2 long1 - int                         | Long integer using one-byte length.
LONG4           x8b 2 long4 - int                         | Long integer using four-byte length.
STRING          S   0 stringnl - bytes_or_str             | Push a Python string object.
BINSTRING       T   1 string4 - bytes_or_str              | Push a Python string object.
SHORT_BINSTRING U   1 string1 - bytes_or_str              | Push a Python string object.
BINBYTES        B   3 bytes4 - bytes                      | Push a Python bytes object.
SHORT_BINBYTES  C   3 bytes1 - bytes                      | Push a Python bytes object.
BINBYTES8       x8e 4 bytes8 - bytes                      | Push a Python bytes object.
BYTEARRAY8      x96 5 bytearray8 - bytearray              | Push a Python bytearray object.
NEXT_BUFFER     x97 5 - - buffer                          | Push an out-of-band buffer object.
READONLY_BUFFER x98 5 - buffer buffer                     | Make an out-of-band buffer object read-only.
NONE            N   0 - - none                            | Push None on the stack.
NEWTRUE         x88 2 - - bool                            | Push True onto the stack.
NEWFALSE        x89 2 - - bool                            | Push False onto the stack.
UNICODE         V   0 unicodestringnl - str               | Push a Python Unicode string object.
SHORT_BINUNICODE x8c 4 unicodestring1 - str               | Push a Python Unicode string object.
BINUNICODE      X   1 unicodestring4 - str                | Push a Python Unicode string object.
BINUNICODE8     x8d 4 unicodestring8 - str                | Push a Python Unicode string object.
FLOAT           F   0 floatnl - float                     | Newline-terminated decimal float literal.
BINFLOAT        G   1 float8 - float                      | Float stored in binary form, with 8 bytes of data.
EMPTY_LIST      ]   1 - - list                            | Push an empty list.
APPEND          a   0 - list,any list                     | Append an object to a list.
APPENDS         e   1 - list,mark,slice list              | Extend a list by a slice of stack objects.
LIST            l   0 - mark,slice list                   | Build a list out of the topmost stack slice, after markobject.
EMPTY_TUPLE     )   1 - - tuple                           | Push an empty tuple.
TUPLE           t   0 - mark,slice tuple                  | Build a tuple out of the topmost stack slice, after markobject.
TUPLE1          x85 2 - any tuple                         | Build a one-tuple out of the topmost item on the stack.
TUPLE2          x86 2 - any,any tuple                     | Build a two-tuple out of the top two items on the stack.
TUPLE3          x87 2 - any,any,any tuple                 | Build a three-tuple out of the top three items on the stack.
EMPTY_DICT      }   1 - - dict                            | Push an empty dict.
DICT            d   0 - mark,slice dict                   | Build a dict out of the topmost stack slice, after markobject.
SETITEM         s   0 - dict,any,any dict                 | Add a key+value pair to an existing dict.
SETITEMS        u   1 - dict,mark,slice dict              | Add an arbitrary number of key+value pairs to an existing dict.
EMPTY_SET       x8f 4 - - set                             | Push an empty set.
ADDITEMS        x90 4 - set,mark,slice set                | Add an arbitrary number of items to an existing set.
FROZENSET       x91 4 - mark,slice frozenset              | Build a frozenset out of the topmost slice, after markobject.
POP             0   0 - any -                             | Discard the top stack item, shrinking the stack by one item.
DUP             2   0 - any any,any                       | Push the top stack item onto the stack again, duplicating it.
MARK            (   0 - - mark                            | Push markobject onto the stack.
POP_MARK        1   1 - mark,slice -                      | Pop all the stack objects at and above the topmost markobject.
GET             g   0 decimalnl_short - any               | Read an object from the memo and push it on the stack.
BINGET          h   1 uint1 - any                         | Read an object from the memo and push it on the stack.
LONG_BINGET     j   1 uint4 - any                         | Read an object from the memo and push it on the stack.
PUT             p   0 decimalnl_short - -                 | Store the stack top into the memo.  The stack is not popped.
BINPUT          q   1 uint1 - -                           | Store the stack top into the memo.  The stack is not popped.
LONG_BINPUT     r   1 uint4 - -                           | Store the stack top into the memo.  The stack is not popped.
MEMOIZE         x94 4 - any any                           | Store the stack top into the memo.  The stack is not popped.
EXT1            x82 2 uint1 - any                         | Extension code.
EXT2            x83 2 uint2 - any                         | Extension code.
EXT4            x84 2 int4 - any                          | Extension code.
GLOBAL          c   0 stringnl_noescape_pair - any        | Push a global object (module.attr) on the stack.
STACK_GLOBAL    x93 4 - str,str any                       | Push a global object (module.attr) on the stack.
REDUCE          R   0 - any,any any                       | Push an object built from a callable and an argument tuple.
BUILD           b   0 - any,any any                       | Finish building an object, via __setstate__ or dict update.
INST            i   0 stringnl_noescape_pair mark,slice any | Build a class instance.
OBJ             o   1 - mark,any,slice any                | Build a class instance.
NEWOBJ          x81 2 - any,any any                       | Build an object instance.
NEWOBJ_EX       x92 4 - any,any,any any                   | Build an object instance.
PROTO           x80 2 uint1 - -                           | Protocol version indicator.
STOP            .   0 - any -                             | Stop the unpickling machine.
FRAME           x95 4 uint8 - -                           | Indicate the beginning of a new frame.
PERSID          P   0 stringnl_noescape - any             | Push an object identified by a persistent ID.
BINPERSID       Q   1 - any any                           | Push an object identified by a persistent ID.
''')
)

code2op = {opcode.code: opcode for opcode in opcodes}


# Reading pickles without running them.


def _ops(data):
    """(opcode, argument, where it begins, where it ends) of each opcode up to STOP."""
    if isinstance(data, bytes_types):
        data = io.BytesIO(data)
    position = getattr(data, 'tell', lambda: None)
    while True:
        at = position()
        code = data.read(1)
        opcode = code2op.get(code.decode('latin-1'))
        if opcode is None:
            if code == b'':
                raise ValueError('pickle exhausted before seeing STOP')
            where = '<unknown>' if at is None else at
            raise ValueError(f'at position {where}, opcode {code!r} unknown')
        arg = None if opcode.arg is None else opcode.arg.reader(data)
        yield opcode, arg, at, position()
        if code == b'.':
            return


def genops(pickle):
    """Generate all the opcodes in a pickle.

    'pickle' is a file-like object, or string, containing the pickle.

    Each opcode in the pickle is generated, from the current pickle position,
    stopping after a STOP opcode is delivered.  A triple is generated for
    each opcode: (opcode, arg, pos), where opcode is an OpcodeInfo, arg its
    decoded argument or None, and pos where it begins: None if the pickle is
    a stream that can't tell.
    """
    for opcode, arg, at, _ in _ops(pickle):
        yield opcode, arg, at


class _Frames:
    """Writes opcodes into frames as the pickler does."""

    SMALLEST = 4
    TARGET = 64 * 1024

    def __init__(self, out, framing):
        self.out = out
        self.frame = bytearray() if framing else None

    def commit(self, force=False):
        """Ends the frame, if it is long enough or has to end."""
        frame = self.frame
        if frame and (force or len(frame) >= self.TARGET):
            if len(frame) >= self.SMALLEST:
                self.out += b'\x95' + len(frame).to_bytes(8, 'little')
            self.out += frame
            self.frame = bytearray()

    def write(self, data):
        """Writes an opcode; a very long one outside of all frames."""
        too_long = len(data) > self.TARGET
        self.commit(force=too_long)
        if too_long or self.frame is None:
            self.out += data
        else:
            self.frame += data


def _memo_op(proto, index, binary, long_binary, text):
    if proto < 1:
        return text + repr(index).encode('ascii') + b'\n'
    if index < 256:
        return binary + bytes([index])
    return long_binary + index.to_bytes(4, 'little')


def optimize(p):
    'Optimize a pickle string by removing unused PUT opcodes'
    proto = 0
    header = b''
    pieces = []  # bytes, or ('put' or 'get', memo key)
    used = set()
    stored = set()
    for opcode, arg, start, end in _ops(p):
        name = opcode.name
        if 'PUT' in name or name == 'MEMOIZE':
            key = len(stored) if name == 'MEMOIZE' else arg
            stored.add(key)
            pieces.append(('put', key))
        elif 'GET' in name:
            proto = max(proto, opcode.proto)
            used.add(arg)
            pieces.append(('get', arg))
        elif name == 'PROTO':
            proto = max(proto, arg)
            if start == 0:
                header = p[start:end]
            else:
                pieces.append(p[start:end])
        elif name != 'FRAME':
            pieces.append(p[start:end])
    if proto > pickle.HIGHEST_PROTOCOL:
        raise ValueError(f'pickle protocol must be <= {pickle.HIGHEST_PROTOCOL}')
    out = bytearray(header)
    frames = _Frames(out, proto >= 4)
    new_keys = {}
    for piece in pieces:
        if isinstance(piece, tuple):
            what, key = piece
            if what == 'get':
                piece = _memo_op(proto, new_keys[key], b'h', b'j', b'g')
            elif key not in used:
                continue
            else:
                new_keys[key] = index = len(new_keys)
                piece = b'\x94' if proto >= 4 else _memo_op(proto, index, b'q', b'r', b'p')
        frames.write(piece)
    frames.commit(force=True)
    return bytes(out)


class _Machine:
    """The unpickler's stack and memo as far as they can be known without making the objects."""

    def __init__(self, memo):
        self.stack = []
        self.memo = memo
        self.marks = []
        self.error = None

    def step(self, opcode, arg, at):
        """What to say of the opcode besides its argument. Call `apply` then."""
        self.before = opcode.stack_before
        self.after = opcode.stack_after
        self.to_pop = len(self.before)
        self.at = at
        note = None
        name = opcode.name
        pops_mark = name == 'POP' and self.stack and self.stack[-1] is markobject
        if markobject in self.before or pops_mark:
            note = self._unwind(name)
        if name in ('PUT', 'BINPUT', 'LONG_BINPUT', 'MEMOIZE'):
            key = arg
            if name == 'MEMOIZE':
                key = len(self.memo)
                note = f'(as {key})'
            self._store(key, arg)
        elif name in ('GET', 'BINGET', 'LONG_BINGET'):
            if arg in self.memo:
                self.after = [self.memo[arg]]
            else:
                self.error = f'memo key {arg!r} has never been stored into'
        return note

    def _unwind(self, name):
        """Takes all from the topmost mark on off the stack."""
        if not self.marks:
            self.error = 'no MARK exists on stack'
            return self.error
        at = self.marks.pop()
        while self.stack[-1] is not markobject:
            self.stack.pop()
        self.stack.pop()
        self.to_pop = 0 if name == 'POP' else self.before.index(markobject)
        return '(MARK at unknown opcode offset)' if at is None else f'(MARK at {at})'

    def _store(self, key, arg):
        if key in self.memo:
            self.error = f'memo key {arg!r} already defined'
        elif not self.stack:
            self.error = "stack is empty -- can't store into memo"
        elif self.stack[-1] is markobject:
            self.error = "can't store markobject in the memo"
        else:
            self.memo[key] = self.stack[-1]

    def apply(self):
        if self.error:
            raise ValueError(self.error)
        if len(self.stack) < self.to_pop:
            raise ValueError(f'tries to pop {self.to_pop} items from stack with only {len(self.stack)} items')
        if self.to_pop:
            del self.stack[-self.to_pop :]
        if markobject in self.after:
            self.marks.append(self.at)
        self.stack.extend(self.after)


def dis(pickle, out=None, memo=None, indentlevel=4, annotate=0):
    """Produce a symbolic disassembly of a pickle.

    'pickle' is a file-like object, or string, containing a (at least one)
    pickle.  The pickle is disassembled from the current position, through
    the first STOP opcode encountered.

    Optional arg 'out' is a file-like object to which the disassembly is
    printed.  It defaults to sys.stdout.

    Optional arg 'memo' is a Python dict, used as the pickle's memo.  It
    may be mutated by dis(), and given to the next call for a pickle of the
    same pickler.

    Optional arg 'indentlevel' is the number of blanks by which to indent
    a new MARK level.  It defaults to 4.

    Optional arg 'annotate' if nonzero instructs dis() to add short
    description of the opcode on each line, from about this column on.

    What can't be right about the stack and the memo is a ValueError.
    """
    machine = _Machine({} if memo is None else memo)
    highest = -1
    column = annotate
    for opcode, arg, at in genops(pickle):
        if at is not None:
            print(f'{at:5}:', end=' ', file=out)
        highest = max(highest, opcode.proto)
        indent = ' ' * indentlevel * len(machine.marks)
        line = f'{repr(opcode.code)[1:-1]:<4} {indent}{opcode.name}'
        note = machine.step(opcode, arg, at)
        if arg is not None or note:
            line += ' ' * (10 - len(opcode.name))
            if arg is not None:
                line += ' ' + repr(arg)
            if note:
                line += ' ' + note
        if annotate:
            line = line.ljust(column)
            # Far to the right it begins anew.
            column = len(line) if len(line) <= 50 else annotate
            line += ' ' + opcode.doc.partition('\n')[0]
        print(line, file=out)
        machine.apply()
    print('highest protocol among opcodes =', highest, file=out)
    if machine.stack:
        raise ValueError(f'stack not empty after STOP: {machine.stack!r}')


class _Example:
    """An instance to pickle, for trying things out."""

    def __init__(self, value):
        self.value = value


def _command():
    """The command line of `python -m pickletools`."""
    from _command_line import Command, Option

    return Command(
        'pickletools.py',
        '''\
usage: pickletools.py [-h] [-o OUTPUT] [-m] [-l INDENTLEVEL] [-a]
                      [-p PREAMBLE] [-t] [-v]
                      [pickle_file ...]''',
        '''\
disassemble one or more pickle files

positional arguments:
  pickle_file           the pickle file

options:
  -h, --help            show this help message and exit
  -o, --output OUTPUT   the file where the output should be written
  -m, --memo            preserve memo between disassemblies
  -l, --indentlevel INDENTLEVEL
                        the number of blanks by which to indent a new MARK
                        level
  -a, --annotate        annotate each line with a short opcode description
  -p, --preamble PREAMBLE
                        if more than one pickle file is specified, print this
                        before each disassembly
  -t, --test            run self-test suite
  -v                    run verbosely; only affects self-test run''',
        [
            Option('output', '-o', '--output', value=True),
            Option('memo', '-m', '--memo'),
            Option('indentlevel', '-l', '--indentlevel', value=True, kind=int, default=4),
            Option('annotate', '-a', '--annotate'),
            Option('preamble', '-p', '--preamble', value=True, default='==> {name} <=='),
            Option('test', '-t', '--test'),
            Option('verbose', '-v'),
        ],
    )


def _disassemble_files(files, options):
    output = sys.stdout if options['output'] is None else open(options['output'], 'w')
    memo = {} if options['memo'] else None
    layout = options['indentlevel'], 30 if options['annotate'] else 0
    for name in files:
        if len(files) > 1:
            shown = '<stdin>' if name == '-' else name
            output.write(options['preamble'].format(name=shown) + '\n')
        if name == '-':
            dis(sys.stdin.buffer, output, memo, *layout)
        else:
            with open(name, 'rb') as file:
                dis(file, output, memo, *layout)
    if output is not sys.stdout:
        output.close()


def _main():
    command = _command()
    options, files = command.read(sys.argv[1:])
    if options['test']:
        import doctest

        doctest.testmod(verbose=options['verbose'])
    elif files:
        _disassemble_files(files, options)
    else:
        command.print_help()


if __name__ == '__main__':
    _main()
