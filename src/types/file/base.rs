//! `io.IOBase` and its three kinds: what every file can do, in terms of `read`, `readline`, `write` and `close`.

use super::binary::Binary;
use super::bytes_io::BytesIo;
use super::string_io::StringIo;
use super::text::Text;
use super::{closed_error, size_argument, unsupported};
use crate::heap::kinds::Object;
use crate::heap::types::Exc;
use crate::types::buffer;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// A file of a class written in Python: only whether it is closed.
pub struct PlainFile {
    closed: bool,
}

impl Object for PlainFile {
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
}

const NEW: NativeSpec = NativeSpec::new(
    "__new__",
    "($type, /, *args, **kwargs)",
    new,
    "Create and return a new object.  See help(type) for accurate signature.",
);

/// `io.IOBase`
pub static IO_BASE: TypeSpec = TypeSpec {
    name: "_IOBase",
    module: "_io",
    doc: "The abstract base class for all I/O classes.",
    subclassable: true,
    weakref: true,
    new: Some(NEW),
    methods: &[
        NativeSpec::new("__enter__", "($self, /)", enter, ""),
        NativeSpec::new("__exit__", "($self, /, *args)", exit, ""),
        NativeSpec::new("close", "($self, /)", close, "Flush and close the IO object."),
        NativeSpec::new("flush", "($self, /)", flush, "Flush write buffers, if applicable."),
        NativeSpec::new(
            "seek",
            "($self, offset, whence=0, /)",
            |vm, _| Err(unsupported(vm, "seek")),
            "Change the stream position to the given byte offset.",
        ),
        NativeSpec::new("tell", "($self, /)", tell, "Return current stream position."),
        NativeSpec::new(
            "truncate",
            "($self, size=None, /)",
            |vm, _| Err(unsupported(vm, "truncate")),
            "Truncate file to size bytes.",
        ),
        NativeSpec::new(
            "fileno",
            "($self, /)",
            |vm, _| Err(unsupported(vm, "fileno")),
            "Return underlying file descriptor if one exists.",
        ),
        NativeSpec::new("isatty", "($self, /)", no, "Return whether this is an 'interactive' stream."),
        NativeSpec::new("readable", "($self, /)", no, "Return whether object was opened for reading."),
        NativeSpec::new("writable", "($self, /)", no, "Return whether object was opened for writing."),
        NativeSpec::new("seekable", "($self, /)", no, "Return whether object supports random access."),
        NativeSpec::new("readline", "($self, size=-1, /)", readline, "Read and return a line from the stream."),
        NativeSpec::new("readlines", "($self, hint=-1, /)", readlines, "Return a list of lines from the stream."),
        NativeSpec::new("writelines", "($self, lines, /)", writelines, "Write a list of lines to stream."),
        NativeSpec::new("_checkClosed", "($self, /)", check, ""),
    ],
    specials: &[
        NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self)."),
        NativeSpec::new("__next__", "($self, /)", next, "Implement next(self)."),
    ],
    getsets: &[
        GetSetSpec { name: "closed", get: get_closed, set: None, doc: "" },
        GetSetSpec { set: None, ..crate::types::exception::DICT },
    ],
    ..TypeSpec::BASE
};

const fn kind(name: &'static str, doc: &'static str) -> TypeSpec {
    TypeSpec {
        name,
        module: "_io",
        doc,
        base: Some(&IO_BASE),
        subclassable: true,
        weakref: true,
        new: Some(NEW),
        ..TypeSpec::BASE
    }
}

/// `io.RawIOBase`
pub static RAW_IO_BASE: TypeSpec = TypeSpec {
    methods: &[
        NativeSpec::new("read", "($self, size=-1, /)", raw_read, ""),
        NativeSpec::new("readall", "($self, /)", raw_readall, "Read until EOF, using multiple read() call."),
    ],
    ..kind("_RawIOBase", "Base class for raw binary I/O.")
};
/// `io.BufferedIOBase`
pub static BUFFERED_IO_BASE: TypeSpec = TypeSpec {
    methods: &[
        NativeSpec::new(
            "read",
            "($self, size=-1, /)",
            |vm, _| Err(unsupported(vm, "read")),
            "Read and return up to n bytes.",
        ),
        NativeSpec::new("read1", "($self, size=-1, /)", |vm, _| Err(unsupported(vm, "read1")), ""),
        NativeSpec::new(
            "write",
            "($self, b, /)",
            |vm, _| Err(unsupported(vm, "write")),
            "Write buffer b to the IO stream.",
        ),
        NativeSpec::new("readinto", "($self, buffer, /)", readinto, ""),
        NativeSpec::new("readinto1", "($self, buffer, /)", readinto, ""),
        NativeSpec::new("detach", "($self, /)", |vm, _| Err(unsupported(vm, "detach")), ""),
    ],
    ..kind("_BufferedIOBase", "Base class for buffered IO objects.")
};
/// `io.TextIOBase`
pub static TEXT_IO_BASE: TypeSpec = TypeSpec {
    methods: &[
        NativeSpec::new(
            "read",
            "($self, size=-1, /)",
            |vm, _| Err(unsupported(vm, "read")),
            "Read at most size characters from stream.",
        ),
        NativeSpec::new("write", "($self, s, /)", |vm, _| Err(unsupported(vm, "write")), "Write string s to stream."),
        NativeSpec::new("detach", "($self, /)", |vm, _| Err(unsupported(vm, "detach")), ""),
    ],
    getsets: &[
        GetSetSpec { name: "encoding", get: |_, _| Ok(Value::None), set: None, doc: "" },
        GetSetSpec { name: "newlines", get: |_, _| Ok(Value::None), set: None, doc: "" },
        GetSetSpec { name: "errors", get: |_, _| Ok(Value::None), set: None, doc: "" },
    ],
    ..kind("_TextIOBase", "Base class for text I/O.")
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&IO_BASE);
    let class = vm.check_new(cls, base)?;
    let own = match vm.heap.classes[class].layout {
        crate::heap::kinds::Layout::Payload(builtin) => builtin,
        _ => class,
    };
    let made = vm.heap.new_object(own, PlainFile { closed: false });
    Ok(vm.wrap_new(class, made))
}

/// Whether a file is closed.
pub fn is_closed(vm: &Vm, this: Value) -> bool {
    let Value::Object(k) = vm.payload(this) else { return false };
    if let Some(f) = vm.heap.object::<Text>(k) {
        return f.detached || is_closed(vm, f.buffer);
    }
    vm.heap
        .object::<Binary>(k)
        .map(|f| f.closed)
        .or_else(|| vm.heap.object::<BytesIo>(k).map(|f| f.closed))
        .or_else(|| vm.heap.object::<StringIo>(k).map(|f| f.closed))
        .or_else(|| vm.heap.object::<PlainFile>(k).map(|f| f.closed))
        .unwrap_or(false)
}

/// `closed`, as the object says it.
fn says_closed(vm: &mut Vm, this: Value) -> Res<bool> {
    let closed = vm.heap.names.closed;
    let v = vm.getattr(this, closed)?;
    vm.truth(v)
}

fn check_open(vm: &mut Vm, this: Value) -> Res<()> {
    if says_closed(vm, this)? { Err(closed_error(vm)) } else { Ok(()) }
}

fn get_closed(vm: &mut Vm, this: Value) -> Res {
    Ok(Value::Bool(is_closed(vm, this)))
}

fn check(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    check_open(vm, this)?;
    Ok(Value::None)
}

fn enter(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    check_open(vm, this)?;
    Ok(this)
}

fn exit(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let close = vm.heap.names.close;
    vm.call_method(this, close, &[])
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    if is_closed(vm, this) {
        return Ok(Value::None);
    }
    let flush = vm.heap.names.flush;
    let result = vm.call_method(this, flush, &[]);
    if let Value::Object(k) = vm.payload(this)
        && let Some(f) = vm.heap.object_mut::<PlainFile>(k)
    {
        f.closed = true;
    }
    result
}

fn flush(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    check_open(vm, this)?;
    Ok(Value::None)
}

fn tell(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let seek = vm.heap.intern("seek");
    vm.call_method(this, seek, &[Value::Int(0), Value::Int(1)])
}

fn no(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    check_open(vm, this)?;
    Ok(Value::Bool(false))
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    check_open(vm, this)?;
    Ok(this)
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let readline = vm.heap.names.readline;
    let line = vm.call_method(this, readline, &[])?;
    if vm.len(line)? == 0 {
        return Err(vm.error_with(Exc::StopIteration, &[]));
    }
    Ok(line)
}

fn readline(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let size = size_argument(vm, size)?.unwrap_or(usize::MAX);
    let read = vm.heap.names.read;
    let mut line = Vec::new();
    while line.len() < size {
        let piece = vm.call_method(this, read, &[Value::Int(1)])?;
        let Value::Bytes(k) = piece else {
            let t = vm.type_name(piece);
            return Err(vm.error(Exc::OSError, format!("read() should have returned a bytes object, not '{t}'")));
        };
        let bytes = vm.heap.bytes[k].clone();
        if bytes.is_empty() {
            break;
        }
        line.extend_from_slice(&bytes);
        if line.ends_with(b"\n") {
            break;
        }
    }
    Ok(vm.heap.new_bytes(line))
}

fn readlines(vm: &mut Vm, args: Args) -> Res {
    let [this, hint] = args.take(vm);
    let hint = size_argument(vm, hint)?.filter(|&n| n > 0);
    let lines = vm.heap.new_list(Vec::new());
    let Value::List(list) = lines else { return Ok(lines) };
    let it = vm.iter(this)?;
    let mut total = 0;
    while let Some(line) = vm.next(it)? {
        vm.heap.lists[list].push(line);
        vm.heap.grew(16);
        total += vm.len(line)?;
        if hint.is_some_and(|h| total >= h) {
            break;
        }
    }
    Ok(lines)
}

fn writelines(vm: &mut Vm, args: Args) -> Res {
    let [this, lines] = args.take(vm);
    check_open(vm, this)?;
    let write = vm.heap.names.write;
    let it = vm.iter(lines)?;
    while let Some(line) = vm.next(it)? {
        vm.call_method(this, write, &[line])?;
    }
    Ok(Value::None)
}

/// `readinto` in terms of `read`.
fn readinto(vm: &mut Vm, args: Args) -> Res {
    let [this, target] = args.take(vm);
    let room = buffer::writable_argument(vm, target, "readinto() argument")?;
    let read = vm.heap.names.read;
    let piece = vm.call_method(this, read, &[Value::Int(room as i64)])?;
    let mut bytes = super::bytes_argument(vm, piece)?;
    bytes.truncate(room);
    buffer::write_at(vm, target, 0, &bytes)?;
    Ok(Value::Int(bytes.len() as i64))
}

/// `RawIOBase.read` in terms of `readinto`.
fn raw_read(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let Some(size) = size_argument(vm, size)? else {
        let readall = vm.heap.intern("readall");
        return vm.call_method(this, readall, &[]);
    };
    vm.reserve(size)?;
    let buffer = vm.heap.new_bytearray(vec![0; size]);
    let readinto = vm.heap.names.readinto;
    let n = vm.call_method(this, readinto, &[buffer])?;
    if n.is_none() {
        return Ok(n);
    }
    let n = int_result(vm, n)?.min(size);
    let bytes = super::bytes_argument(vm, buffer)?;
    Ok(vm.heap.new_bytes(&bytes[..n.min(bytes.len())]))
}

fn int_result(vm: &mut Vm, v: Value) -> Res<usize> {
    Ok(usize::try_from(super::int_argument(vm, v)?).unwrap_or(0))
}

fn raw_readall(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let read = vm.heap.names.read;
    let mut all = Vec::new();
    loop {
        let piece = vm.call_method(this, read, &[Value::Int(8192)])?;
        if piece.is_none() {
            break;
        }
        let bytes = super::bytes_argument(vm, piece)?;
        if bytes.is_empty() {
            break;
        }
        vm.reserve(bytes.len())?;
        all.extend(bytes);
    }
    Ok(vm.heap.new_bytes(all))
}
