//! `OSError`: errno, strerror, file names; the subclass that an errno chooses; I/O errors of Rust as exceptions.

use super::fields::{field as getset, get, set};
use super::{allocate, args_of, base, field, is, payload};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec};
use crate::vm::{Raised, Res, Vm};

pub const NEW: NativeSpec = NativeSpec::new(
    "__new__",
    "($type, *args, **kwargs)",
    new,
    "Create and return a new object.  See help(type) for accurate signature.",
);

pub const METHODS: &[NativeSpec] = &[NativeSpec::new("__reduce__", "($self)", reduce, "")];

pub const SPECIALS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__str__", "($self, /)", str_, "Return str(self)."),
];

pub const GETSETS: &[GetSetSpec] = &[
    getset::<0>("errno", "POSIX exception code"),
    getset::<1>("strerror", "exception strerror"),
    getset::<2>("filename", "exception filename"),
    getset::<3>("filename2", "second exception filename"),
    GetSetSpec { name: "characters_written", get: characters_written, set: Some(set::<4>), doc: "" },
];

/// The subclass for an errno (PEP 3151), by Linux's numbers.
fn subclass(errno: i64) -> Exc {
    match errno {
        1 | 13 => Exc::PermissionError,
        2 => Exc::FileNotFoundError,
        3 => Exc::ProcessLookupError,
        4 => Exc::InterruptedError,
        10 => Exc::ChildProcessError,
        11 | 114 | 115 => Exc::BlockingIOError,
        17 => Exc::FileExistsError,
        20 => Exc::NotADirectoryError,
        21 => Exc::IsADirectoryError,
        32 | 108 => Exc::BrokenPipeError,
        103 => Exc::ConnectionAbortedError,
        104 => Exc::ConnectionResetError,
        110 => Exc::TimeoutError,
        111 => Exc::ConnectionRefusedError,
        _ => Exc::OSError,
    }
}

/// Reads the fields from two to five arguments; the file names leave `args`.
pub fn fill(vm: &mut Vm, key: ExceptionKey, args: &[Value]) {
    if !(2..=5).contains(&args.len()) || vm.heap.exceptions[key].fields.len() < 5 {
        return;
    }
    let file = args.get(2).copied().filter(|f| !f.is_none());
    let file2 = args.get(4).copied().filter(|f| !f.is_none());
    let fields = &mut vm.heap.exceptions[key].fields;
    fields[0] = args[0];
    fields[1] = args[1];
    if let Some(file) = file {
        fields[2] = file;
        fields[3] = file2.unwrap_or_default();
        vm.heap.exceptions[key].args = vm.heap.new_tuple(&args[..2]);
    }
}

/// The class has an `__init__` of its own but `OSError`'s `__new__`: then `__init__` reads the arguments.
fn uses_init(vm: &mut Vm, class: ClassKey) -> bool {
    let ns = vm.heap.namespace(vm.heap.types.exception(Exc::OSError));
    let names = vm.heap.names;
    let own = |vm: &mut Vm, name| {
        let builtin = vm.heap.ns_get(ns, name).unwrap_or_default();
        vm.heap.lookup_in_class(class, name).is_some_and(|f| f.is(builtin))
    };
    !own(vm, names.__init__) && own(vm, names.__new__)
}

/// The errno that a value is equal to.
fn errno_of(v: Value) -> Option<i64> {
    match v {
        Value::Int(errno) => Some(errno),
        Value::Bool(b) => Some(i64::from(b)),
        _ => None,
    }
}

fn reject_keywords(vm: &mut Vm, class: ClassKey, kwargs: Value) -> Res<()> {
    match kwargs {
        Value::Dict(d) if !vm.heap.dicts[d].is_empty() => {
            let name = vm.heap.class_name(class);
            Err(vm.type_error(format!("{name}() takes no keyword arguments")))
        }
        _ => Ok(()),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest, kwargs] = args.take(vm);
    let os_error = vm.heap.types.exception(Exc::OSError);
    let mut class = vm.check_new(cls, os_error)?;
    if uses_init(vm, class) {
        let empty = vm.heap.new_tuple([]);
        return Ok(allocate(vm, class, empty));
    }
    reject_keywords(vm, class, kwargs)?;
    let given = match rest {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    if class == os_error
        && (2..=5).contains(&given.len())
        && let Some(errno) = errno_of(given[0])
    {
        class = vm.heap.types.exception(subclass(errno));
    }
    let made = allocate(vm, class, rest);
    let key = payload(vm, made)?;
    fill(vm, key, &given);
    Ok(made)
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, rest, kwargs] = args.take(vm);
    let key = payload(vm, this)?;
    let class = vm.class_of(this);
    if uses_init(vm, class) {
        reject_keywords(vm, class, kwargs)?;
        vm.heap.exceptions[key].args = rest;
        let given = args_of(vm, key);
        fill(vm, key, &given);
    }
    Ok(Value::None)
}

fn str_(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let part = |vm: &Vm, name| field(vm, this, name);
    let (errno, strerror) = (part(vm, "errno"), part(vm, "strerror"));
    let (file, file2) = (part(vm, "filename"), part(vm, "filename2"));
    if !file.is_undef() {
        let mut text = format!("[Errno {}] {}: ", vm.str_text(errno.or_none())?, vm.str_text(strerror.or_none())?);
        text += &vm.repr_text(file)?;
        if !file2.is_undef() {
            text = format!("{text} -> {}", vm.repr_text(file2)?);
        }
        return Ok(vm.heap.new_str(text));
    }
    if !errno.is_undef() && !strerror.is_undef() {
        let text = format!("[Errno {}] {}", vm.str_text(errno)?, vm.str_text(strerror)?);
        return Ok(vm.heap.new_str(text));
    }
    base::base_str(vm, this)
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let key = payload(vm, this)?;
    let mut all = vm.heap.exceptions[key].args;
    let mut given = args_of(vm, key);
    let (file, file2) = (field(vm, this, "filename"), field(vm, this, "filename2"));
    if given.len() == 2 && !file.is_undef() {
        given.push(file);
        if !file2.is_undef() {
            given.extend([Value::None, file2]);
        }
        all = vm.heap.new_tuple(given);
    }
    let state = base::own_attributes(vm, this).map(Value::Dict);
    Ok(base::reduced(vm, this, all, state))
}

fn characters_written(vm: &mut Vm, this: Value) -> Res {
    if !is(vm, this, Exc::BlockingIOError) || field(vm, this, "characters_written").is_undef() {
        let name = vm.heap.intern("characters_written");
        return Err(vm.no_attribute(this, name));
    }
    get::<4>(vm, this)
}

/// Raises the `OSError` (of the subclass its errno chooses) for an I/O error of the operating system, about `file`
/// (unbound: about none).
#[cold]
pub fn from_io(vm: &mut Vm, error: &std::io::Error, file: Value) -> Raised {
    let (errno, text) = describe(error);
    let class = vm.heap.types.exception(subclass(errno));
    let text = vm.heap.new_str(text);
    let mut args = vec![Value::Int(errno), text];
    args.extend(file.bound());
    let exception = vm.new_exception(class, &args);
    vm.raise(exception)
}

/// The number and the words of the C library for an I/O error.
fn describe(error: &std::io::Error) -> (i64, String) {
    use std::io::ErrorKind;
    if let Some(n) = error.raw_os_error() {
        // Rust writes "No such file or directory (os error 2)".
        let full = error.to_string();
        let text = full.rsplit_once(" (os error").map_or(full.as_str(), |(t, _)| t);
        return (i64::from(n), text.to_owned());
    }
    let (n, text) = match error.kind() {
        ErrorKind::NotFound => (2, "No such file or directory"),
        ErrorKind::PermissionDenied => (13, "Permission denied"),
        ErrorKind::AlreadyExists => (17, "File exists"),
        ErrorKind::IsADirectory => (21, "Is a directory"),
        ErrorKind::NotADirectory => (20, "Not a directory"),
        ErrorKind::BrokenPipe => (32, "Broken pipe"),
        ErrorKind::InvalidInput => (22, "Invalid argument"),
        ErrorKind::Unsupported => (95, "Operation not supported"),
        _ => (5, "Input/output error"),
    };
    (n, text.to_owned())
}
