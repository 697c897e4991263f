//! `str`: the class and its methods, which lie in one file a group.

mod case;
pub mod chars;
pub mod iter;
mod layout;
pub mod operators;
mod predicates;
pub mod repr;
pub mod search;
pub mod split;
pub mod template;
mod translate;

use crate::types::codec;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class `str`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "str",
    doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
    subclassable: true,
    new: Some(
        NativeSpec::new(
            "__new__",
            "($type, *args, **kwargs)",
            operators::new,
            "Create and return a new object.  See help(type) for accurate signature.",
        )
        .quick(operators::quick_new),
    ),
    methods: METHODS,
    specials: operators::SPECIALS,
    static_methods: STATIC_METHODS,
    ..TypeSpec::BASE
};

static STATIC_METHODS: &[NativeSpec] = &[NativeSpec::new(
    "maketrans",
    "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
    translate::maketrans,
    "Return a translation table usable for str.translate().",
)];

static METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "__format__",
        "($self, format_spec, /)",
        operators::format,
        "Return a formatted version of the string as described by format_spec.",
    ),
    NativeSpec::new("__getnewargs__", "($self, /)", operators::getnewargs, ""),
    NativeSpec::new(
        "__sizeof__",
        "($self, /)",
        operators::sizeof,
        "Return the size of the string in memory, in bytes.",
    ),
    NativeSpec::new(
        "encode",
        "($self, /, encoding='utf-8', errors='strict')",
        encode,
        "Encode the string using the codec registered for encoding.",
    ),
    NativeSpec::new(
        "replace",
        "($self, old, new, /, count=-1)",
        search::replace,
        "Return a copy with all occurrences of substring old replaced by new.",
    ),
    NativeSpec::new(
        "split",
        "($self, /, sep=None, maxsplit=-1)",
        split::split,
        "Return a list of the substrings in the string, using sep as the separator string.",
    ),
    NativeSpec::new(
        "rsplit",
        "($self, /, sep=None, maxsplit=-1)",
        split::rsplit,
        "Return a list of the substrings in the string, splitting from the end.",
    ),
    NativeSpec::new("join", "($self, iterable, /)", split::join, "Concatenate any number of strings."),
    NativeSpec::new("capitalize", "($self, /)", case::capitalize, "Return a capitalized version of the string."),
    NativeSpec::new(
        "casefold",
        "($self, /)",
        case::casefold,
        "Return a version of the string suitable for caseless comparisons.",
    ),
    NativeSpec::new(
        "title",
        "($self, /)",
        case::title,
        "Return a version of the string where each word is titlecased.",
    ),
    NativeSpec::new(
        "center",
        "($self, width, fillchar=' ', /)",
        layout::center,
        "Return a centered string of length width.",
    ),
    NativeSpec::new(
        "count",
        "($self, sub, start=None, end=None, /)",
        search::count,
        "Return the number of non-overlapping occurrences of substring sub.",
    ),
    NativeSpec::new(
        "expandtabs",
        "($self, /, tabsize=8)",
        layout::expandtabs,
        "Return a copy where all tab characters are expanded using spaces.",
    ),
    NativeSpec::new(
        "find",
        "($self, sub, start=None, end=None, /)",
        search::find,
        "Return the lowest index where substring sub is found, or -1.",
    )
    .quick(search::quick_find),
    NativeSpec::new(
        "partition",
        "($self, sep, /)",
        split::partition,
        "Partition the string into three parts using the given separator.",
    ),
    NativeSpec::new(
        "index",
        "($self, sub, start=None, end=None, /)",
        search::index,
        "Return the lowest index where substring sub is found.",
    ),
    NativeSpec::new(
        "ljust",
        "($self, width, fillchar=' ', /)",
        layout::ljust,
        "Return a left-justified string of length width.",
    ),
    NativeSpec::new("lower", "($self, /)", case::lower, "Return a copy of the string converted to lowercase."),
    NativeSpec::new(
        "lstrip",
        "($self, chars=None, /)",
        layout::lstrip,
        "Return a copy of the string with leading whitespace removed.",
    ),
    NativeSpec::new(
        "rfind",
        "($self, sub, start=None, end=None, /)",
        search::rfind,
        "Return the highest index where substring sub is found, or -1.",
    ),
    NativeSpec::new(
        "rindex",
        "($self, sub, start=None, end=None, /)",
        search::rindex,
        "Return the highest index where substring sub is found.",
    ),
    NativeSpec::new(
        "rjust",
        "($self, width, fillchar=' ', /)",
        layout::rjust,
        "Return a right-justified string of length width.",
    ),
    NativeSpec::new(
        "rstrip",
        "($self, chars=None, /)",
        layout::rstrip,
        "Return a copy of the string with trailing whitespace removed.",
    ),
    NativeSpec::new(
        "rpartition",
        "($self, sep, /)",
        split::rpartition,
        "Partition the string into three parts using the last separator.",
    ),
    NativeSpec::new(
        "splitlines",
        "($self, /, keepends=False)",
        split::splitlines,
        "Return a list of the lines in the string, breaking at line boundaries.",
    ),
    NativeSpec::new(
        "strip",
        "($self, chars=None, /)",
        layout::strip,
        "Return a copy of the string with leading and trailing whitespace removed.",
    ),
    NativeSpec::new(
        "swapcase",
        "($self, /)",
        case::swapcase,
        "Convert uppercase characters to lowercase and lowercase characters to uppercase.",
    ),
    NativeSpec::new(
        "translate",
        "($self, table, /)",
        translate::translate,
        "Replace each character in the string using the given translation table.",
    ),
    NativeSpec::new("upper", "($self, /)", case::upper, "Return a copy of the string converted to uppercase."),
    NativeSpec::new(
        "startswith",
        "($self, prefix, start=None, end=None, /)",
        search::startswith,
        "Return True if the string starts with the specified prefix, False otherwise.",
    )
    .quick(search::quick_startswith),
    NativeSpec::new(
        "endswith",
        "($self, suffix, start=None, end=None, /)",
        search::endswith,
        "Return True if the string ends with the specified suffix, False otherwise.",
    )
    .quick(search::quick_endswith),
    NativeSpec::new(
        "removeprefix",
        "($self, prefix, /)",
        search::removeprefix,
        "Return a str with the given prefix string removed if present.",
    ),
    NativeSpec::new(
        "removesuffix",
        "($self, suffix, /)",
        search::removesuffix,
        "Return a str with the given suffix string removed if present.",
    ),
    NativeSpec::new(
        "isascii",
        "($self, /)",
        predicates::isascii,
        "Return True if all characters in the string are ASCII, False otherwise.",
    ),
    NativeSpec::new(
        "islower",
        "($self, /)",
        predicates::islower,
        "Return True if the string is a lowercase string, False otherwise.",
    ),
    NativeSpec::new(
        "isupper",
        "($self, /)",
        predicates::isupper,
        "Return True if the string is an uppercase string, False otherwise.",
    ),
    NativeSpec::new(
        "istitle",
        "($self, /)",
        predicates::istitle,
        "Return True if the string is a title-cased string, False otherwise.",
    ),
    NativeSpec::new(
        "isspace",
        "($self, /)",
        predicates::isspace,
        "Return True if the string is a whitespace string, False otherwise.",
    ),
    NativeSpec::new(
        "isdecimal",
        "($self, /)",
        predicates::isdecimal,
        "Return True if the string is a decimal string, False otherwise.",
    ),
    NativeSpec::new(
        "isdigit",
        "($self, /)",
        predicates::isdigit,
        "Return True if the string is a digit string, False otherwise.",
    ),
    NativeSpec::new(
        "isnumeric",
        "($self, /)",
        predicates::isnumeric,
        "Return True if the string is a numeric string, False otherwise.",
    ),
    NativeSpec::new(
        "isalpha",
        "($self, /)",
        predicates::isalpha,
        "Return True if the string is an alphabetic string, False otherwise.",
    ),
    NativeSpec::new(
        "isalnum",
        "($self, /)",
        predicates::isalnum,
        "Return True if the string is an alpha-numeric string, False otherwise.",
    ),
    NativeSpec::new(
        "isidentifier",
        "($self, /)",
        predicates::isidentifier,
        "Return True if the string is a valid Python identifier, False otherwise.",
    ),
    NativeSpec::new(
        "isprintable",
        "($self, /)",
        predicates::isprintable,
        "Return True if all characters in the string are printable, False otherwise.",
    ),
    NativeSpec::new(
        "zfill",
        "($self, width, /)",
        layout::zfill,
        "Pad a numeric string with zeros on the left, to fill a field of the given width.",
    ),
    NativeSpec::new(
        "format",
        "($self, /, *args, **kwargs)",
        template::format,
        "Return a formatted version of the string, using substitutions from args and kwargs.",
    ),
    NativeSpec::new(
        "format_map",
        "($self, mapping, /)",
        template::format_map,
        "Return a formatted version of the string, using substitutions from mapping.",
    ),
];

/// The string a method was called on.
pub(crate) fn this(vm: &mut Vm, v: Value) -> Res<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'str' object but received a '{t}'")))
        }
    }
}

/// The string itself as what a method answers that changed nothing: of a subclass, a copy.
fn unchanged(vm: &mut Vm, value: Value, text: StrKey) -> Value {
    match value {
        Value::Str(_) => value,
        _ => {
            let s = &vm.heap.strs[text];
            let copy = s.byte_slice(0, s.size());
            vm.heap.new_own_text(copy)
        }
    }
}

/// Argument `n` of a method, which must be a str: "find() argument 1 must be str, not int".
pub(crate) fn str_argument(vm: &mut Vm, v: Value, method: &str, n: usize) -> Res<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("{method}() argument {n} must be str, not {t}")))
        }
    }
}

fn encode(vm: &mut Vm, args: Args) -> Res {
    let [s, encoding, errors] = args.take(vm);
    let text = this(vm, s)?;
    let encoding = codec::name_argument(vm, encoding, "encode", "encoding", "utf-8")?;
    let errors = codec::name_argument(vm, errors, "encode", "errors", "strict")?;
    codec::encode(vm, text, &encoding, &errors)
}
