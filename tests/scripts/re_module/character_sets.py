# Sets and classes, for text, ASCII and bytes.
import re

text = 'aB1_ é٣\n-]^\\'
for pattern in [r'\w', r'\W', r'\d', r'\D', r'\s', r'\S', '.', '[a-z]', '[^a-z]', '[]a]', '[^]a]', '[a-]', '[-a]', r'[\]\\^]', r'[\w-]', r'[^\W\d_]', r'[\s\S]', '[é]', '[\\x61\\u00e9]']:
    print(pattern, re.findall(pattern, text), re.findall('(?a)' + pattern, text), re.findall('(?s)' + pattern, text) == re.findall(pattern, text))
print(re.findall(rb'\w', 'aé1'.encode()), re.findall(rb'[^\w]', 'aé'.encode('latin1')), re.findall(b'[\x80-\xff]', b'a\xe9'))
print(re.findall('[𝒜-𝒵]', 'a𝒞b'), re.findall('[\ud800-\udfff]', 'a\udc80b'), re.search('\udc80', 'x\udc80').span())
for pattern in ['[b-a]', '[a', '[', '[]', r'[\d-a]', r'[a-\d]', '[^', r'[\8]', r'[\400]', r'[\q]', '[\\']:
    try:
        print(re.compile(pattern))
    except re.error as e:
        print(pattern, '|', e)
