"""Disassembler of this interpreter's code: register code, other than that of CPython."""

import sys
from _dis import disassemble as _text

__all__ = ['code_info', 'dis', 'disassemble', 'disco', 'show_code']


def _code_of(x):
    """The code object of a function, method, generator or source text; None if there is none."""
    x = getattr(x, '__func__', x)
    for name in '__code__', 'gi_code', 'cr_code', 'ag_code':
        code = getattr(x, name, None)
        if code is not None:
            return code
    if isinstance(x, type(_code_of.__code__)):
        return x
    if isinstance(x, str):
        try:
            return compile(x, '<dis>', 'eval')
        except SyntaxError:
            return compile(x, '<dis>', 'exec')
    return None


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """Disassemble classes, methods, functions, and other compiled objects.

    With no argument, disassemble the last traceback.

    Compiled objects currently include generator objects, async generator
    objects, and coroutine objects, all of which store their code object
    in a special attribute.
    """
    if x is None:
        distb(file=file)
        return
    code = _code_of(x)
    if code is not None:
        disassemble(code, file=file, depth=depth)
    elif hasattr(x, '__dict__'):  # a class or a module
        for name, value in sorted(x.__dict__.items()):
            value = getattr(value, '__wrapped__', value) if isinstance(value, (staticmethod, classmethod)) else value
            if isinstance(value, type) or (_code_of(value) is not None and not isinstance(value, str)):
                print(f'Disassembly of {name}:', file=file)
                try:
                    dis(value, file=file, depth=depth)
                except TypeError as error:
                    print('Sorry:', error, file=file)
                print(file=file)
    elif isinstance(x, (bytes, bytearray)):
        raise TypeError('raw bytecode as bytes is of another machine')
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None):
    """Disassemble a traceback (default: last traceback)."""
    if tb is None:
        error = getattr(sys, 'last_exc', None)
        if error is None or error.__traceback__ is None:
            raise RuntimeError('no last traceback to disassemble')
        tb = error.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, file=file)


def disassemble(co, lasti=-1, *, file=None, depth=None):
    """Disassemble a code object."""
    print(_text(co, depth), end='', file=file)


disco = disassemble


def code_info(x):
    """Formatted details of methods, functions, or code."""
    code = _code_of(x)
    if code is None:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")
    lines = [
        f'Name:              {code.co_name}',
        f'Filename:          {code.co_filename}',
        f'Argument count:    {code.co_argcount}',
        f'Positional-only arguments: {code.co_posonlyargcount}',
        f'Kw-only arguments: {code.co_kwonlyargcount}',
        f'Number of locals:  {code.co_nlocals}',
    ]
    for title, values in (
        ('Constants', map(repr, code.co_consts)), ('Names', code.co_names), ('Variable names', code.co_varnames),
        ('Free variables', code.co_freevars), ('Cell variables', code.co_cellvars),
    ):
        listed = [f'{i:4}: {value}' for i, value in enumerate(values)]
        if listed:
            lines += [f'{title}:', *listed]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print details of methods, functions, or code to *file*."""
    print(code_info(co), file=file)


def _main(arguments):
    """`python -m dis [file]`"""
    if arguments and arguments[0] != '-':
        with open(arguments[0], 'rb') as file:
            source, name = file.read(), arguments[0]
    else:
        source, name = sys.stdin.read(), '<stdin>'
    dis(compile(source, name, 'exec'))


if __name__ == '__main__':
    _main(sys.argv[1:])
