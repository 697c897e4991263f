# The namespace of `sys` has all that `dir` and attributes show.
import sys

print("version_info" in vars(sys), set(vars(sys)) == set(dir(sys)), sys.__dict__ is vars(sys))
print(sys.__dict__["flags"] is sys.flags, sys.__dict__["meta_path"] is sys.meta_path)
print({"float_info", "hash_info", "implementation", "int_info", "path_hooks", "thread_info"} - set(vars(sys)))
print("__getattr__" in vars(sys), "__dir__" in vars(sys))
try:
    sys.nothing
except AttributeError as error:
    print(error)
sys.flags = 3
print(vars(sys)["flags"], sys.flags)
