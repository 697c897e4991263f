//! `io.BytesIO`: a binary file in memory.

use super::base::BUFFERED_IO_BASE;
use super::saved::{dict_copy, position, restore_dict};
use super::{bytes_argument, closed_error, int_argument, size_argument};
use crate::heap::kinds::Object;
use crate::types::{buffer, memoryview};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// A `BytesIO`.
#[derive(Default)]
pub struct BytesIo {
    /// Its content.
    pub data: Vec<u8>,
    /// The position; may lie behind the end.
    pub at: usize,
    /// It is closed.
    pub closed: bool,
    /// Its `__dict__`, once there is one.
    pub dict: Value,
}

impl Object for BytesIo {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.dict);
    }
    fn dict_place(&mut self) -> Option<&mut Value> {
        Some(&mut self.dict)
    }
    fn dict(&self) -> Option<Value> {
        Some(self.dict)
    }
    fn size(&self) -> usize {
        self.data.capacity()
    }
    fn memory(&self) -> &[u8] {
        &self.data
    }
    fn memory_mut(&mut self) -> &mut [u8] {
        &mut self.data
    }
}

impl BytesIo {
    /// What lies behind the position.
    fn rest(&self) -> &[u8] {
        self.data.get(self.at..).unwrap_or_default()
    }

    /// Takes at most `n` bytes.
    pub fn take(&mut self, n: usize) -> Vec<u8> {
        let bytes = self.rest()[..n.min(self.rest().len())].to_vec();
        self.at += bytes.len();
        bytes
    }

    /// Takes a line of at most `limit` bytes.
    pub fn take_line(&mut self, limit: usize) -> Vec<u8> {
        let end = self.rest().iter().position(|&b| b == b'\n').map_or(self.rest().len(), |i| i + 1);
        self.take(end.min(limit))
    }

    /// Overwrites from the position on; a gap is filled with zeros.
    pub fn put(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        let end = self.at + bytes.len();
        if self.data.len() < end {
            self.data.resize(end, 0);
        }
        self.data[self.at..end].copy_from_slice(bytes);
        self.at = end;
    }
}

/// The class.
pub static SPEC: TypeSpec = TypeSpec {
    name: "BytesIO",
    module: "_io",
    doc: "Buffered I/O implementation using an in-memory bytes buffer.",
    base: Some(&BUFFERED_IO_BASE),
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, /, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("read", "($self, size=-1, /)", read, "Read at most size bytes, returned as a bytes object."),
        NativeSpec::new("read1", "($self, size=-1, /)", read, "Read at most size bytes, returned as a bytes object."),
        NativeSpec::new("readline", "($self, size=-1, /)", readline, "Next line from the file, as a bytes object."),
        NativeSpec::new("readinto", "($self, buffer, /)", readinto, "Read bytes into buffer."),
        NativeSpec::new("write", "($self, b, /)", write, "Write bytes to file."),
        NativeSpec::new("getvalue", "($self, /)", getvalue, "Retrieve the entire contents of the BytesIO object."),
        NativeSpec::new(
            "getbuffer",
            "($self, /)",
            getbuffer,
            "Get a read-write view over the contents of the BytesIO object.",
        ),
        NativeSpec::new("seek", "($self, pos, whence=0, /)", seek, "Change stream position."),
        NativeSpec::new("tell", "($self, /)", tell, "Current file position, an integer."),
        NativeSpec::new("truncate", "($self, size=None, /)", truncate, "Truncate the file to at most size bytes."),
        NativeSpec::new("flush", "($self, /)", |vm, a| ask(vm, a, Value::None), "Does nothing."),
        NativeSpec::new("close", "($self, /)", close, "Disable all I/O operations."),
        NativeSpec::new(
            "readable",
            "($self, /)",
            |vm, a| ask(vm, a, Value::Bool(true)),
            "Returns True if the IO object can be read.",
        ),
        NativeSpec::new(
            "writable",
            "($self, /)",
            |vm, a| ask(vm, a, Value::Bool(true)),
            "Returns True if the IO object can be written.",
        ),
        NativeSpec::new(
            "seekable",
            "($self, /)",
            |vm, a| ask(vm, a, Value::Bool(true)),
            "Returns True if the IO object can be seeked.",
        ),
        NativeSpec::new("isatty", "($self, /)", |vm, a| ask(vm, a, Value::Bool(false)), "Always returns False."),
        NativeSpec::new("__getstate__", "($self, /)", getstate, ""),
        NativeSpec::new("__setstate__", "($self, state, /)", setstate, ""),
    ],
    specials: &[NativeSpec::new(
        "__init__",
        "($self, /, initial_bytes=b'')",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    )],
    getsets: &[GetSetSpec { name: "closed", get: get_closed, set: None, doc: "True if the file is closed." }],
    ..TypeSpec::BASE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let made = vm.heap.new_object(base, BytesIo::default());
    Ok(vm.wrap_new(class, made))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, initial] = args.take(vm);
    let data = match initial.or_none() {
        Value::None => Vec::new(),
        v => bytes_argument(vm, v)?,
    };
    let k = key(vm, this)?;
    buffer::check_resizable(vm, Value::Object(k))?;
    vm.heap.grew(data.len());
    if let Some(f) = vm.heap.object_mut::<BytesIo>(k) {
        *f = BytesIo { data, at: 0, closed: false, dict: f.dict };
    }
    Ok(Value::None)
}

fn key(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    match vm.payload(this) {
        Value::Object(k) if vm.heap.object::<BytesIo>(k).is_some() => Ok(k),
        _ => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor requires a '_io.BytesIO' object but received a '{t}'")))
        }
    }
}

/// Works on an open `BytesIO`.
fn work<T>(vm: &mut Vm, this: Value, f: impl FnOnce(&mut BytesIo) -> T) -> Res<T> {
    let k = key(vm, this)?;
    match vm.heap.object_mut::<BytesIo>(k) {
        Some(file) if !file.closed => Ok(f(file)),
        _ => Err(closed_error(vm)),
    }
}

fn ask(vm: &mut Vm, args: Args, answer: Value) -> Res {
    let [this] = args.take(vm);
    work(vm, this, |_| answer)
}

fn read(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let n = size_argument(vm, size)?.unwrap_or(usize::MAX);
    let bytes = work(vm, this, |f| f.take(n))?;
    Ok(vm.heap.new_bytes(bytes))
}

fn readline(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let n = size_argument(vm, size)?.unwrap_or(usize::MAX);
    let bytes = work(vm, this, |f| f.take_line(n))?;
    Ok(vm.heap.new_bytes(bytes))
}

fn readinto(vm: &mut Vm, args: Args) -> Res {
    let [this, target] = args.take(vm);
    let room = buffer::writable_argument(vm, target, "readinto() argument")?;
    let bytes = work(vm, this, |f| f.take(room))?;
    buffer::write_at(vm, target, 0, &bytes)?;
    Ok(Value::Int(bytes.len() as i64))
}

/// Writes bytes at the position; `MemoryError` beyond the limit.
pub fn write_bytes(vm: &mut Vm, this: Value, bytes: &[u8]) -> Res<()> {
    let growth = work(vm, this, |f| (f.at.saturating_add(bytes.len())).saturating_sub(f.data.len()))?;
    vm.reserve(growth)?;
    vm.heap.grew(growth);
    resize(vm, this, |f| f.put(bytes))
}

fn write(vm: &mut Vm, args: Args) -> Res {
    let [this, data] = args.take(vm);
    work(vm, this, |_| ())?;
    let bytes = bytes_argument(vm, data)?;
    write_bytes(vm, this, &bytes)?;
    Ok(Value::Int(bytes.len() as i64))
}

fn getvalue(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let bytes = work(vm, this, |f| f.data.clone())?;
    Ok(vm.heap.new_bytes(bytes))
}

fn getbuffer(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    work(vm, this, |_| ())?;
    let exporter = Value::Object(key(vm, this)?);
    match memoryview::of_exporter(vm, exporter, this) {
        Some(view) => Ok(memoryview::make(vm, view)),
        None => Err(closed_error(vm)),
    }
}

/// Works on an open `BytesIO` whose size may change.
fn resize<T>(vm: &mut Vm, this: Value, f: impl FnOnce(&mut BytesIo) -> T) -> Res<T> {
    work(vm, this, |_| ())?;
    let exporter = Value::Object(key(vm, this)?);
    buffer::check_resizable(vm, exporter)?;
    work(vm, this, f)
}

fn seek(vm: &mut Vm, args: Args) -> Res {
    let [this, offset, whence] = args.take(vm);
    let offset = int_argument(vm, offset)?;
    let whence = int_argument(vm, whence.bound().unwrap_or(Value::Int(0)))?;
    let (at, len) = work(vm, this, |f| (f.at, f.data.len()))?;
    let from = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("negative seek value {offset}"))),
        0 => 0,
        1 => at,
        2 => len,
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    let to = usize::try_from((from as i64).saturating_add(offset)).unwrap_or(0);
    work(vm, this, |f| f.at = to)?;
    Ok(Value::Int(to as i64))
}

fn tell(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    Ok(Value::Int(work(vm, this, |f| f.at)? as i64))
}

fn truncate(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let at = work(vm, this, |f| f.at)?;
    let size = match size.or_none() {
        Value::None => at as i64,
        v => int_argument(vm, v)?,
    };
    let Ok(n) = usize::try_from(size) else {
        return Err(vm.value_error(format!("negative size value {size}")));
    };
    resize(vm, this, |f| f.data.truncate(n))?;
    Ok(Value::Int(size))
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    buffer::check_resizable(vm, Value::Object(k))?;
    if let Some(f) = vm.heap.object_mut::<BytesIo>(k) {
        *f = BytesIo { closed: true, dict: f.dict, ..BytesIo::default() };
    }
    Ok(Value::None)
}

fn get_closed(vm: &mut Vm, this: Value) -> Res {
    let k = key(vm, this)?;
    Ok(Value::Bool(vm.heap.object::<BytesIo>(k).is_none_or(|f| f.closed)))
}

fn getstate(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (data, at) = work(vm, this, |f| (f.data.clone(), f.at))?;
    let data = vm.heap.new_bytes(data);
    let dict = dict_copy(vm, this)?;
    Ok(vm.heap.new_tuple([data, Value::Int(at as i64), dict]))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    work(vm, this, |_| ())?;
    let parts = match state {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let [data, at, dict] = parts[..] else {
        let t = vm.type_name(state);
        return Err(vm.type_error(format!("_io.BytesIO.__setstate__ argument should be 3-tuple, got {t}")));
    };
    let data = bytes_argument(vm, data)?;
    let k = key(vm, this)?;
    buffer::check_resizable(vm, Value::Object(k))?;
    // The content is there even if the position turns out to be wrong.
    if let Some(f) = vm.heap.object_mut::<BytesIo>(k) {
        *f = BytesIo { at: data.len(), data, closed: false, dict: f.dict };
    }
    let at = position(vm, at, "second item of state must be an integer, not")?;
    work(vm, this, |f| f.at = at)?;
    restore_dict(vm, this, dict, "third")?;
    Ok(Value::None)
}
