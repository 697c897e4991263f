# copyreg.add_extension gives a global a number of one, two or four bytes.
import copyreg
import pickle


class One:
    pass


class Two:
    pass


class Four:
    pass


copyreg.add_extension('__main__', 'One', 0x11)
copyreg.add_extension('__main__', 'Two', 0x1234)
copyreg.add_extension('__main__', 'Four', 0x12345678)
for cls in One, Two, Four:
    for protocol in 1, 2, 4:
        data = pickle.dumps(cls, protocol)
        print(data)
        assert pickle.loads(data) is cls
print(pickle.dumps([One(), One], 2))

for wrong in ('__main__', 'One', 0x12), ('__main__', 'Other', 0x11), ('__main__', 'Zero', 0):
    try:
        copyreg.add_extension(*wrong)
    except ValueError as error:
        print(error)

copyreg.remove_extension('__main__', 'One', 0x11)
copyreg.remove_extension('__main__', 'Two', 0x1234)
print(pickle.dumps(One, 2))
try:
    pickle.loads(b'\x80\x02\x82\x11.')
except ValueError as error:
    print(error)
try:
    pickle.loads(b'\x80\x02\x82\x00.')
except pickle.UnpicklingError as error:
    print(error)
