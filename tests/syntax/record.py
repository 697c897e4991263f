"""Records what CPython 3.13 says of each source in errors.tsv: python3.13 tests/syntax/record.py

A line holds a source (escaped) and, behind tabs, exception class, message, lineno, offset, end_lineno and
end_offset; or `ok`. To add cases, append lines with just the source, and run this.
"""
import os
import warnings

warnings.simplefilter('ignore')
PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'errors.tsv')

def escape(text):
    return text.replace('\\', '\\\\').replace('\n', '\\n').replace('\t', '\\t').replace('\r', '\\r')


def unescape(text):
    pieces = {'\\': '\\', 'n': '\n', 't': '\t', 'r': '\r'}
    chars = iter(text)
    return ''.join(pieces[next(chars)] if c == '\\' else c for c in chars)


def said(source):
    only_ast = 0x400
    try:
        compile(source, '<string>', 'exec', only_ast)
    except SyntaxError as e:
        return [type(e).__name__, escape(e.msg), e.lineno, e.offset, e.end_lineno, e.end_offset]
    return ['ok']


def main():
    with open(PATH, encoding='utf-8', newline='') as file:
        sources = [line.split('\t')[0] for line in file.read().split('\n') if line]
    with open(PATH, 'w', encoding='utf-8', newline='') as file:
        for source in dict.fromkeys(sources):
            file.write('\t'.join([source, *map(str, said(unescape(source)))]) + '\n')


if __name__ == '__main__':
    main()
