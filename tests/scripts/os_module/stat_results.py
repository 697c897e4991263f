# What os.stat tells, and the module stat.
import os
import stat

with open('data', 'w') as file:
    file.write('12345')
os.chmod('data', 0o640)
s = os.stat('data')
print(s.st_size, s[6], len(s), s.st_mode == s[0], s.st_mtime == s.st_mtime_ns / 10**9, int(s.st_mtime) == s[8])
print(stat.filemode(s.st_mode), oct(stat.S_IMODE(s.st_mode)), stat.S_ISREG(s.st_mode), stat.S_ISDIR(os.stat('.').st_mode))
for mode in 0o100755, 0o40755, 0o120777, 0o104755, 0o102644, 0o41777, 0o41776, 0o10600, 0o20600, 0o60600, 0o140600, 0:
    print(oct(mode), stat.filemode(mode), stat.S_IFMT(mode) == mode & ~stat.S_IMODE(mode))
print(stat.S_IRUSR | stat.S_IWUSR, stat.ST_SIZE, s[stat.ST_SIZE])
r = os.stat_result(range(10))
print(r, r.st_mode, r.st_ctime, type(r))
try:
    os.stat_result([1, 2])
except TypeError as error:
    print(error)
