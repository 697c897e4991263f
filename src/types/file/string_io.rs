//! `io.StringIO`: a text file in memory.

use super::base::TEXT_IO_BASE;
use super::saved::{dict_copy, position, restore_dict};
use super::{int_argument, size_argument};
use crate::heap::kinds::Object;
use crate::heap::text::Str;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// What happens to line ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Newline {
    /// `newline=None`: all become `\n`.
    Universal,
    /// `newline=''`: all end lines, none is changed.
    Keep,
    /// `newline='\n'`: only `\n` ends lines.
    #[default]
    Lf,
    /// `newline='\r'`
    Cr,
    /// `newline='\r\n'`
    CrLf,
}

impl Newline {
    /// Reads the `newline` argument.
    pub fn of(vm: &mut Vm, v: Value) -> Res<Newline> {
        let Value::Str(k) = vm.payload(v) else {
            if v.is_none() {
                return Ok(Newline::Universal);
            }
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("newline must be str or None, not {t}")));
        };
        match vm.heap.strs[k].as_str() {
            Some("") => Ok(Newline::Keep),
            Some("\n") => Ok(Newline::Lf),
            Some("\r") => Ok(Newline::Cr),
            Some("\r\n") => Ok(Newline::CrLf),
            _ => {
                let r = vm.repr_text(v)?;
                Err(vm.value_error(format!("illegal newline value: {r}")))
            }
        }
    }

    /// The `newline` argument that stands for this.
    fn argument(self) -> Option<&'static str> {
        match self {
            Newline::Universal => None,
            Newline::Keep => Some(""),
            Newline::Lf => Some("\n"),
            Newline::Cr => Some("\r"),
            Newline::CrLf => Some("\r\n"),
        }
    }

    /// The characters as they are stored or written: `\n` becomes this line end.
    pub fn written(self, points: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut out = Vec::new();
        for c in points {
            match self {
                Newline::Cr if c == 10 => out.push(13),
                Newline::CrLf if c == 10 => out.extend([13, 10]),
                _ => out.push(c),
            }
        }
        out
    }

    /// The characters with `\r\n` and `\r` as `\n`.
    pub fn universal(points: &[u32]) -> Vec<u32> {
        let mut out = Vec::with_capacity(points.len());
        let mut i = 0;
        while i < points.len() {
            if points[i] == 13 {
                out.push(10);
                i += usize::from(points.get(i + 1) == Some(&10));
            } else {
                out.push(points[i]);
            }
            i += 1;
        }
        out
    }

    /// Where the first line of `points` ends; its whole length if no line end is there.
    pub fn line_end(self, points: &[u32]) -> usize {
        let found = match self {
            Newline::Universal | Newline::Lf => points.iter().position(|&c| c == 10).map(|i| i + 1),
            Newline::Cr => points.iter().position(|&c| c == 13).map(|i| i + 1),
            Newline::CrLf => points.windows(2).position(|w| w == [13, 10]).map(|i| i + 2),
            Newline::Keep => points.iter().position(|&c| c == 10 || c == 13).map(|i| {
                let pair = points[i] == 13 && points.get(i + 1) == Some(&10);
                i + 1 + usize::from(pair)
            }),
        };
        found.unwrap_or(points.len())
    }
}

/// A `StringIO`.
#[derive(Default)]
pub struct StringIo {
    data: Vec<u32>,
    at: usize,
    newline: Newline,
    /// It is closed.
    pub closed: bool,
    /// Its `__dict__`, once there is one.
    pub dict: Value,
}

impl Object for StringIo {
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
        self.data.capacity() * 4
    }
}

impl StringIo {
    fn rest(&self) -> &[u32] {
        self.data.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, n: usize) -> Vec<u32> {
        let points = self.rest()[..n.min(self.rest().len())].to_vec();
        self.at += points.len();
        points
    }

    fn put(&mut self, points: &[u32]) {
        let points = match self.newline {
            Newline::Universal => Newline::universal(points),
            other => other.written(points.iter().copied()),
        };
        if points.is_empty() {
            return;
        }
        let end = self.at + points.len();
        if self.data.len() < end {
            self.data.resize(end, 0);
        }
        self.data[self.at..end].copy_from_slice(&points);
        self.at = end;
    }
}

/// The class.
pub static SPEC: TypeSpec = TypeSpec {
    name: "StringIO",
    module: "_io",
    doc: "Text I/O implementation using an in-memory buffer.",
    base: Some(&TEXT_IO_BASE),
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, /, *args, **kwargs)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("read", "($self, size=-1, /)", read, "Read at most size characters, returned as a string."),
        NativeSpec::new("readline", "($self, size=-1, /)", readline, "Read until newline or EOF."),
        NativeSpec::new("write", "($self, s, /)", write, "Write string to file."),
        NativeSpec::new("getvalue", "($self, /)", getvalue, "Retrieve the entire contents of the object."),
        NativeSpec::new("seek", "($self, pos, whence=0, /)", seek, "Change stream position."),
        NativeSpec::new("tell", "($self, /)", tell, "Tell the current file position."),
        NativeSpec::new("truncate", "($self, pos=None, /)", truncate, "Truncate size to pos."),
        NativeSpec::new("flush", "($self, /)", |vm, a| ask(vm, a, Value::None), ""),
        NativeSpec::new("close", "($self, /)", close, "Close the IO object."),
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
        NativeSpec::new("isatty", "($self, /)", |vm, a| ask(vm, a, Value::Bool(false)), ""),
        NativeSpec::new("__getstate__", "($self, /)", getstate, ""),
        NativeSpec::new("__setstate__", "($self, state, /)", setstate, ""),
    ],
    specials: &[NativeSpec::new(
        "__init__",
        "($self, /, initial_value='', newline='\\n')",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    )],
    getsets: &[
        GetSetSpec { name: "closed", get: get_closed, set: None, doc: "" },
        GetSetSpec { name: "line_buffering", get: |_, _| Ok(Value::Bool(false)), set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let cls = args.get(vm, 0);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let made = vm.heap.new_object(base, StringIo::default());
    Ok(vm.wrap_new(class, made))
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let [this, initial, newline] = args.take(vm);
    let (points, newline) = init_arguments(vm, initial, newline)?;
    let k = key(vm, this)?;
    vm.heap.grew(points.len() * 4);
    if let Some(f) = vm.heap.object_mut::<StringIo>(k) {
        *f = StringIo { newline, dict: f.dict, ..StringIo::default() };
        f.put(&points);
        f.at = 0;
    }
    Ok(Value::None)
}

fn init_arguments(vm: &mut Vm, initial: Value, newline: Value) -> Res<(Vec<u32>, Newline)> {
    let newline = match newline.bound() {
        None => Newline::Lf,
        Some(v) => Newline::of(vm, v)?,
    };
    let points = match vm.payload(initial.or_none()) {
        Value::None => Vec::new(),
        Value::Str(k) => vm.heap.strs[k].code_points().collect(),
        _ => {
            let t = vm.type_name(initial);
            return Err(vm.type_error(format!("initial_value must be str or None, not {t}")));
        }
    };
    Ok((points, newline))
}

fn key(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    match vm.payload(this) {
        Value::Object(k) if vm.heap.object::<StringIo>(k).is_some() => Ok(k),
        _ => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor requires a '_io.StringIO' object but received a '{t}'")))
        }
    }
}

fn work<T>(vm: &mut Vm, this: Value, f: impl FnOnce(&mut StringIo) -> T) -> Res<T> {
    let k = key(vm, this)?;
    match vm.heap.object_mut::<StringIo>(k) {
        Some(file) if !file.closed => Ok(f(file)),
        _ => Err(vm.value_error("I/O operation on closed file")),
    }
}

fn ask(vm: &mut Vm, args: Args, answer: Value) -> Res {
    let [this] = args.take(vm);
    work(vm, this, |_| answer)
}

fn text(vm: &mut Vm, points: &[u32]) -> Value {
    vm.heap.new_text(Str::from_code_points(points))
}

fn read(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let n = size_argument(vm, size)?.unwrap_or(usize::MAX);
    let points = work(vm, this, |f| f.take(n))?;
    Ok(text(vm, &points))
}

fn readline(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let n = size_argument(vm, size)?.unwrap_or(usize::MAX);
    let points = work(vm, this, |f| {
        let end = f.newline.line_end(f.rest());
        f.take(end.min(n))
    })?;
    Ok(text(vm, &points))
}

fn write(vm: &mut Vm, args: Args) -> Res {
    let [this, s] = args.take(vm);
    let Value::Str(k) = vm.payload(s) else {
        let t = vm.type_name(s);
        return Err(vm.type_error(format!("string argument expected, got '{t}'")));
    };
    let points: Vec<u32> = vm.heap.strs[k].code_points().collect();
    let growth = work(vm, this, |f| (f.at.saturating_add(points.len())).saturating_sub(f.data.len()))?;
    vm.reserve(growth.saturating_mul(4))?;
    vm.heap.grew(growth * 4);
    work(vm, this, |f| f.put(&points))?;
    Ok(Value::Int(points.len() as i64))
}

fn getvalue(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let points = work(vm, this, |f| f.data.clone())?;
    Ok(text(vm, &points))
}

fn seek(vm: &mut Vm, args: Args) -> Res {
    let [this, offset, whence] = args.take(vm);
    let offset = int_argument(vm, offset)?;
    let whence = int_argument(vm, whence.bound().unwrap_or(Value::Int(0)))?;
    let (at, len) = work(vm, this, |f| (f.at, f.data.len()))?;
    let to = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("Negative seek position {offset}"))),
        0 => offset as usize,
        1 | 2 if offset != 0 => {
            return Err(vm.error(crate::heap::types::Exc::OSError, "Can't do nonzero cur-relative seeks"));
        }
        1 => at,
        2 => len,
        _ => return Err(vm.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
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
        return Err(vm.value_error(format!("Negative size value {size}")));
    };
    work(vm, this, |f| f.data.truncate(n))?;
    Ok(Value::Int(size))
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    if let Some(f) = vm.heap.object_mut::<StringIo>(k) {
        *f = StringIo { closed: true, dict: f.dict, ..StringIo::default() };
    }
    Ok(Value::None)
}

fn get_closed(vm: &mut Vm, this: Value) -> Res {
    let k = key(vm, this)?;
    Ok(Value::Bool(vm.heap.object::<StringIo>(k).is_none_or(|f| f.closed)))
}

/// `(content, newline, position, __dict__)`
fn getstate(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (points, newline, at) = work(vm, this, |f| (f.data.clone(), f.newline, f.at))?;
    let newline = newline.argument().map_or(Value::None, |text| vm.heap.new_str(text));
    let (content, dict) = (text(vm, &points), dict_copy(vm, this)?);
    Ok(vm.heap.new_tuple([content, newline, Value::Int(at as i64), dict]))
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, state] = args.take(vm);
    work(vm, this, |_| ())?;
    let parts = match state {
        Value::Tuple(t) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let [initial, newline, at, dict] = parts[..] else {
        let t = vm.type_name(state);
        return Err(vm.type_error(format!("_io.StringIO.__setstate__ argument should be 4-tuple, got {t}")));
    };
    let (points, newline) = init_arguments(vm, initial, newline)?;
    let k = key(vm, this)?;
    if let Some(f) = vm.heap.object_mut::<StringIo>(k) {
        // Line ends are in the state as they were stored: they are not to be changed again. The content is there even
        // if the position turns out to be wrong.
        *f = StringIo { data: points, at: 0, newline, closed: false, dict: f.dict };
    }
    let at = position(vm, at, "third item of state must be an integer, got")?;
    work(vm, this, |f| f.at = at)?;
    restore_dict(vm, this, dict, "fourth")?;
    Ok(Value::None)
}
