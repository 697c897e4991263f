# Case is ignored by comparing lower-case characters.
import re

print(re.findall('(?i)ab', 'ab AB aB'), re.findall('(?i)[a-c]', 'AbCd'), re.findall('(?i)[^a]', 'aAbB'), re.search('(?i)É', 'é'))
print(re.match('(?i)straße', 'STRASSE'), re.match('(?i)ß', 'ẞ'), re.match('(?i)s', 'ſ'), re.match('(?i)k', '\u212a'), re.match('(?i)i', 'İ'), re.match('(?i)ı', 'I'))
print(re.match('(?ia)k', '\u212a'), re.match('(?ia)é', 'É'), re.match(b'(?i)\xe9', b'\xc9'), re.match(b'(?i)a', b'A'))
print(re.match('(?i)σ', 'ς'), re.match('(?i)[α-ω]+', 'ΑΣΩς'), re.match('(?i)(é)\\1', 'éÉ'), re.match('(?i)µ', 'μ'))
print(re.match('(?i:a)b', 'Ab'), re.match('(?i:a)b', 'AB'), re.match('(?i)a(?-i:b)', 'AB'), re.match('(?i)a(?-i:b)', 'Ab'))
print(re.findall('(?i)[𐐀-𐐧]', '𐐀𐐨'), re.match('(?i)𐐀', '𐐨'))
