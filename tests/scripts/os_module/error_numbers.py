# errno, and the classes of OSError its numbers choose.
import errno
import os

print(errno.ENOENT, errno.errorcode[2], len(errno.errorcode) > 100, errno.errorcode[errno.EAGAIN], errno.errorcode[35])
for name in 'ENOENT EEXIST EACCES EPERM EISDIR ENOTDIR ENOTEMPTY EPIPE EINTR EAGAIN ETIMEDOUT ECONNREFUSED ESRCH ECHILD EINVAL EIO'.split():
    number = getattr(errno, name)
    error = OSError(number, os.strerror(number), 'name')
    print(name, number, type(error).__name__, error)
try:
    open('nothing')
except OSError as error:
    print(error.errno == errno.ENOENT, error.strerror, error.filename)
print(os.strerror(9999), os.error is OSError)
