# A file that was written to and let go of without closing holds what was written.
import os
import sys

sys.dont_write_bytecode = True
name = 'unclosed.txt'
open(name, 'w').write('hello\n')
print(open(name).read())
open(name, 'ab').write(b'again')
print(os.path.getsize(name), open(name, 'rb').read())

open('unclosed_module.py', 'w').write('answer = 42\n')
import unclosed_module

print(unclosed_module.answer)
for leftover in name, 'unclosed_module.py':
    os.remove(leftover)
