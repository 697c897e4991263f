//! The class `bytes`, and the table of methods it shares with `bytearray`.

use super::{construct, hex, iter, operators, repr, search};
use crate::code::op::CompareOp;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The methods of `bytes` and `bytearray`, followed by more.
macro_rules! with_shared_methods {
    ($($entry:expr),* $(,)?) => {
        &[
            NativeSpec::new("capitalize", "($self, /)", $crate::types::bytes::case::capitalize, "Return a copy with the first character capitalized and the rest lower-cased (ASCII)."),
            NativeSpec::new("lower", "($self, /)", $crate::types::bytes::case::lower, "Return a copy with all ASCII characters converted to lowercase."),
            NativeSpec::new("upper", "($self, /)", $crate::types::bytes::case::upper, "Return a copy with all ASCII characters converted to uppercase."),
            NativeSpec::new("swapcase", "($self, /)", $crate::types::bytes::case::swapcase, "Return a copy with uppercase ASCII characters converted to lowercase and vice versa."),
            NativeSpec::new("title", "($self, /)", $crate::types::bytes::case::title, "Return a titlecased version: ASCII words start with uppercase characters."),
            NativeSpec::new("isalnum", "($self, /)", $crate::types::bytes::case::isalnum, "Return True if all characters are alphanumeric and there is at least one."),
            NativeSpec::new("isalpha", "($self, /)", $crate::types::bytes::case::isalpha, "Return True if all characters are alphabetic and there is at least one."),
            NativeSpec::new("isascii", "($self, /)", $crate::types::bytes::case::isascii, "Return True if all characters are ASCII or there are none."),
            NativeSpec::new("isdigit", "($self, /)", $crate::types::bytes::case::isdigit, "Return True if all characters are digits and there is at least one."),
            NativeSpec::new("islower", "($self, /)", $crate::types::bytes::case::islower, "Return True if all cased characters are lowercase and there is at least one."),
            NativeSpec::new("isspace", "($self, /)", $crate::types::bytes::case::isspace, "Return True if all characters are whitespace and there is at least one."),
            NativeSpec::new("istitle", "($self, /)", $crate::types::bytes::case::istitle, "Return True if the object is titlecased and there is at least one character."),
            NativeSpec::new("isupper", "($self, /)", $crate::types::bytes::case::isupper, "Return True if all cased characters are uppercase and there is at least one."),
            NativeSpec::new("hex", "($self, /, sep=<unrepresentable>, bytes_per_sep=1)", $crate::types::bytes::hex::hex, "Create a string of hexadecimal numbers."),
            NativeSpec::new("decode", "($self, /, encoding='utf-8', errors='strict')", $crate::types::bytes::operators::decode, "Decode the bytes using the codec registered for encoding."),
            NativeSpec::new("center", "($self, width, fillchar=b' ', /)", $crate::types::bytes::layout::center, "Return a centered copy of the given width."),
            NativeSpec::new("ljust", "($self, width, fillchar=b' ', /)", $crate::types::bytes::layout::ljust, "Return a left-justified copy of the given width."),
            NativeSpec::new("rjust", "($self, width, fillchar=b' ', /)", $crate::types::bytes::layout::rjust, "Return a right-justified copy of the given width."),
            NativeSpec::new("strip", "($self, bytes=None, /)", $crate::types::bytes::layout::strip, "Strip leading and trailing bytes contained in the argument."),
            NativeSpec::new("lstrip", "($self, bytes=None, /)", $crate::types::bytes::layout::lstrip, "Strip leading bytes contained in the argument."),
            NativeSpec::new("rstrip", "($self, bytes=None, /)", $crate::types::bytes::layout::rstrip, "Strip trailing bytes contained in the argument."),
            NativeSpec::new("zfill", "($self, width, /)", $crate::types::bytes::layout::zfill, "Pad a numeric string with zeros on the left, to fill a field of the given width."),
            NativeSpec::new("expandtabs", "($self, /, tabsize=8)", $crate::types::bytes::layout::expandtabs, "Return a copy where all tab characters are expanded using spaces."),
            NativeSpec::new("find", "($self, sub, start=None, end=None, /)", $crate::types::bytes::search::find, "Return the lowest index where the subsection is found, or -1."),
            NativeSpec::new("rfind", "($self, sub, start=None, end=None, /)", $crate::types::bytes::search::rfind, "Return the highest index where the subsection is found, or -1."),
            NativeSpec::new("index", "($self, sub, start=None, end=None, /)", $crate::types::bytes::search::index, "Return the lowest index where the subsection is found."),
            NativeSpec::new("rindex", "($self, sub, start=None, end=None, /)", $crate::types::bytes::search::rindex, "Return the highest index where the subsection is found."),
            NativeSpec::new("count", "($self, sub, start=None, end=None, /)", $crate::types::bytes::search::count, "Return the number of non-overlapping occurrences of the subsection."),
            NativeSpec::new("startswith", "($self, prefix, start=None, end=None, /)", $crate::types::bytes::search::startswith, "Return True if the object starts with the specified prefix, False otherwise."),
            NativeSpec::new("endswith", "($self, suffix, start=None, end=None, /)", $crate::types::bytes::search::endswith, "Return True if the object ends with the specified suffix, False otherwise."),
            NativeSpec::new("removeprefix", "($self, prefix, /)", $crate::types::bytes::search::removeprefix, "Return a copy with the given prefix removed if present."),
            NativeSpec::new("removesuffix", "($self, suffix, /)", $crate::types::bytes::search::removesuffix, "Return a copy with the given suffix removed if present."),
            NativeSpec::new("replace", "($self, old, new, count=-1, /)", $crate::types::bytes::search::replace, "Return a copy with all occurrences of substring old replaced by new."),
            NativeSpec::new("translate", "($self, table, /, delete=b'')", $crate::types::bytes::search::translate, "Return a copy with each character mapped by the given translation table."),
            NativeSpec::new("split", "($self, /, sep=None, maxsplit=-1)", $crate::types::bytes::split::split, "Return a list of the sections, using sep as the delimiter."),
            NativeSpec::new("rsplit", "($self, /, sep=None, maxsplit=-1)", $crate::types::bytes::split::rsplit, "Return a list of the sections, splitting from the end."),
            NativeSpec::new("splitlines", "($self, /, keepends=False)", $crate::types::bytes::split::splitlines, "Return a list of the lines, breaking at line boundaries."),
            NativeSpec::new("partition", "($self, sep, /)", $crate::types::bytes::split::partition, "Partition into three parts using the given separator."),
            NativeSpec::new("rpartition", "($self, sep, /)", $crate::types::bytes::split::rpartition, "Partition into three parts using the last separator."),
            NativeSpec::new("join", "($self, iterable_of_bytes, /)", $crate::types::bytes::split::join, "Concatenate any number of bytes objects."),
            $($entry,)*
        ]
    };
}
pub(super) use with_shared_methods;

/// `fromhex`, of both.
pub(super) const CLASS_METHODS: &[NativeSpec] = &[NativeSpec::new(
    "fromhex",
    "($type, string, /)",
    hex::fromhex,
    "Create an object from a string of hexadecimal numbers.",
)];

/// `maketrans`, of both.
pub(super) const STATIC_METHODS: &[NativeSpec] = &[NativeSpec::new(
    "maketrans",
    "(frm, to, /)",
    search::maketrans,
    "Return a translation table useable for the bytes or bytearray translate method.",
)];

/// The class `bytes`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "bytes",
    doc: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of size given by the parameter initialized with null bytes\nbytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - any object implementing the buffer API.\n  - an integer",
    subclassable: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, *args, **kwargs)",
        construct::new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: METHODS,
    specials: SPECIALS,
    class_methods: CLASS_METHODS,
    static_methods: STATIC_METHODS,
    ..TypeSpec::BASE
};

static METHODS: &[NativeSpec] = with_shared_methods!(
    NativeSpec::new("__getnewargs__", "($self, /)", getnewargs, ""),
    NativeSpec::new("__bytes__", "($self, /)", to_bytes, "Convert this value to exact type bytes."),
    NativeSpec::new("__sizeof__", "($self, /)", sizeof, "Size of object in memory, in bytes."),
);

static SPECIALS: &[NativeSpec] = with_comparisons!(
    operators::compare,
    NativeSpec::new("__repr__", "($self, /)", show, "Return repr(self)."),
    NativeSpec::new("__str__", "($self, /)", show, "Return str(self)."),
    NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    NativeSpec::new("__iter__", "($self, /)", iter::iter, "Implement iter(self)."),
    NativeSpec::new("__len__", "($self, /)", operators::len, "Return len(self)."),
    NativeSpec::new("__getitem__", "($self, key, /)", operators::getitem, "Return self[key]."),
    NativeSpec::new("__add__", "($self, value, /)", operators::add, "Return self+value."),
    NativeSpec::new("__mul__", "($self, value, /)", operators::mul, "Return self*value."),
    NativeSpec::new("__rmul__", "($self, value, /)", operators::mul, "Return value*self."),
    NativeSpec::new("__contains__", "($self, key, /)", search::contains, "Return bool(key in self)."),
    NativeSpec::new("__mod__", "($self, value, /)", operators::modulo, "Return self%value."),
    NativeSpec::new("__rmod__", "($self, value, /)", operators::rmod, "Return value%self."),
);

fn show(vm: &mut Vm, args: Args) -> Res {
    let text = repr::quote(super::content(vm, args.get(vm, 0)));
    Ok(vm.heap.new_str(text))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let payload = vm.payload(args.get(vm, 0));
    vm.hash(payload).map(Value::Int)
}

fn to_bytes(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    if let Value::Bytes(_) = this {
        return Ok(this);
    }
    let copy = super::content(vm, this).to_vec();
    Ok(vm.heap.new_bytes(copy))
}

fn getnewargs(vm: &mut Vm, args: Args) -> Res {
    let copy = super::content(vm, args.get(vm, 0)).to_vec();
    let copy = vm.heap.new_bytes(copy);
    Ok(vm.heap.new_tuple([copy]))
}

fn sizeof(vm: &mut Vm, args: Args) -> Res {
    // As CPython lays bytes out: a header and a null byte.
    Ok(Value::Int(super::content(vm, args.get(vm, 0)).len() as i64 + 33))
}
