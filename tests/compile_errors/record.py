"""Rewrites the expectations in cases.txt from what this Python says: run it with CPython 3.13.

Blocks are separated by lines of four dashes. The last lines of a block, each starting with '=> ',
are the SyntaxError, or the SyntaxWarnings, or 'fine'.
"""
import pathlib
import warnings

path = pathlib.Path(__file__).with_name('cases.txt')
blocks = []
for block in path.read_text().split('----\n'):
    source = ''.join(line for line in block.splitlines(True) if not line.startswith('=> '))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(source, 'case', 'exec')
            said = [f'warning {w.lineno} {w.message}' for w in caught] or ['fine']
        except SyntaxError as e:
            said = [f'{e.lineno}:{e.offset}-{e.end_lineno}:{-1 if e.end_offset is None else e.end_offset} {e.msg}']
    blocks.append(source + ''.join(f'=> {line}\n' for line in said))
path.write_text('----\n'.join(blocks))
