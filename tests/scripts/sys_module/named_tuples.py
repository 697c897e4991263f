# What the classes of sys's named tuples say of their fields.
import sys

for name in ('version_info', 'flags', 'float_info', 'int_info', 'hash_info', 'thread_info'):
    value = getattr(sys, name)
    cls = type(value)
    print(cls, len(value), cls.n_fields, cls.n_sequence_fields, cls.n_unnamed_fields)
    print(cls.__match_args__)
    for attribute in ('n_fields', cls.__match_args__[0], 'other'):
        try:
            setattr(value, attribute, 1)
        except AttributeError as error:
            print(type(error).__name__)

match sys.version_info:
    case object(major=3, minor=minor, releaselevel=level):
        print(minor, level)
