//! Traceback and frame objects, made on demand from what an exception noted while it unwound.

use crate::heap::kinds::{Object, TracebackEntry};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Raised, Res, Vm};

/// One level of a traceback.
#[derive(Debug)]
pub struct Traceback {
    /// The code that ran, where, and its globals.
    pub entry: TracebackEntry,
    /// A line set by the program; else the entry's.
    pub line: Option<i64>,
    /// The frame object, once asked for.
    pub frame: Value,
    /// The next inner level, or None.
    pub next: Value,
}

impl Object for Traceback {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Code(self.entry.code));
        visit(Value::Dict(self.entry.globals));
        visit(self.frame);
        visit(self.next);
    }
}

/// A frame object: what is known of an activation, at the time the object was made.
#[derive(Debug)]
pub struct Frame {
    /// Its code, the op it was at, and its globals.
    pub entry: TracebackEntry,
    /// Its locals: a dict, or unbound where they are not known.
    pub locals: Value,
    /// The frame that called it, or None where it is not known.
    pub back: Value,
}

impl Object for Frame {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Code(self.entry.code));
        visit(Value::Dict(self.entry.globals));
        visit(self.locals);
        visit(self.back);
    }
}

/// The class `traceback`.
pub static TRACEBACK: TypeSpec = TypeSpec {
    name: "traceback",
    doc: "Create a new traceback object.",
    new: Some(NativeSpec::new(
        "__new__",
        "($type, tb_next, tb_frame, tb_lasti, tb_lineno)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    getsets: &[
        GetSetSpec { name: "tb_next", get: tb_next, set: Some(set_tb_next), doc: "" },
        GetSetSpec { name: "tb_frame", get: tb_frame, set: None, doc: "" },
        GetSetSpec { name: "tb_lasti", get: tb_lasti, set: None, doc: "" },
        GetSetSpec { name: "tb_lineno", get: tb_lineno, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

/// The class `frame`.
pub static FRAME: TypeSpec = TypeSpec {
    name: "frame",
    no_new: true,
    specials: &[NativeSpec::new("__repr__", "($self, /)", frame_repr, "Return repr(self).")],
    methods: &[NativeSpec::new("clear", "($self)", frame_clear, "F.clear(): clear most references held by the frame")],
    getsets: &[
        GetSetSpec { name: "f_code", get: f_code, set: None, doc: "" },
        GetSetSpec { name: "f_lineno", get: f_lineno, set: None, doc: "" },
        GetSetSpec { name: "f_lasti", get: f_lasti, set: None, doc: "" },
        GetSetSpec { name: "f_globals", get: f_globals, set: None, doc: "" },
        GetSetSpec { name: "f_builtins", get: f_builtins, set: None, doc: "" },
        GetSetSpec { name: "f_locals", get: f_locals, set: None, doc: "" },
        GetSetSpec { name: "f_back", get: f_back, set: None, doc: "" },
        GetSetSpec { name: "f_trace", get: f_trace, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

/// The traceback object of an exception, made now if need be; None if it passed no frame.
pub fn of(vm: &mut Vm, exception: ExceptionKey) -> Value {
    let entries = std::mem::take(&mut vm.heap.exceptions[exception].traceback);
    let mut head = vm.heap.exceptions[exception].traceback_object.or_none();
    if entries.is_empty() {
        return head;
    }
    let class = vm.class_for(&TRACEBACK);
    for entry in entries {
        head = vm.heap.new_object(class, Traceback { entry, line: None, frame: Value::Undef, next: head });
    }
    vm.heap.exceptions[exception].traceback_object = head;
    head
}

impl Vm {
    /// `e.__traceback__`
    pub fn exception_traceback(&mut self, e: Value) -> Res {
        Ok(self.exception_key(e).map_or(Value::None, |key| of(self, key)))
    }
}

/// A level of a traceback, as it is printed.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    /// The code, the op, the globals.
    pub entry: TracebackEntry,
    /// A line that overrides the entry's.
    pub line: Option<i64>,
}

/// The levels of an exception's traceback, outermost first. Makes no objects.
pub fn levels(vm: &Vm, exception: ExceptionKey) -> Vec<Level> {
    let e = &vm.heap.exceptions[exception];
    let mut levels: Vec<Level> = e.traceback.iter().rev().map(|&entry| Level { entry, line: None }).collect();
    levels.extend(levels_of_object(vm, e.traceback_object));
    levels
}

/// The levels of a traceback object, outermost first.
pub fn levels_of_object(vm: &Vm, object: Value) -> Vec<Level> {
    let mut levels = Vec::new();
    let mut at = object;
    while let Value::Object(k) = at
        && let Some(t) = vm.heap.object::<Traceback>(k)
    {
        levels.push(Level { entry: t.entry, line: t.line });
        at = t.next;
    }
    levels
}

/// The value is a traceback object.
pub fn is_traceback(vm: &Vm, v: Value) -> bool {
    matches!(v, Value::Object(k) if vm.heap.object::<Traceback>(k).is_some())
}

/// A frame object.
pub fn new_frame(vm: &mut Vm, entry: TracebackEntry, locals: Value, back: Value) -> Value {
    let class = vm.class_for(&FRAME);
    vm.heap.new_object(class, Frame { entry, locals, back })
}

/// The locals of a running frame, as they are now; unbound for a module's, whose locals are its globals.
pub fn live_locals(vm: &mut Vm, frame: &crate::vm::frame::Frame) -> Value {
    use crate::code::unit::{BlockKind, Place};
    let code = &vm.codes[frame.code];
    let base = frame.base as usize;
    let register = |r: u8| vm.stack[base + usize::from(r)];
    match code.kind {
        BlockKind::Module | BlockKind::Class if code.namespace => return register(0),
        BlockKind::Module => return Value::Undef,
        BlockKind::Class | BlockKind::Function => {}
    }
    let value = |place: Place| match place {
        Place::Register(r) => register(r),
        Place::Cell(r) | Place::Free(r) => match register(r) {
            Value::Cell(c) => vm.heap.cells[c],
            _ => Value::Undef,
        },
        Place::Spill(r, i) => match register(r) {
            Value::List(l) => vm.heap.lists[l].get(i as usize).copied().unwrap_or_default(),
            _ => Value::Undef,
        },
    };
    let bound: Vec<(StrKey, Value)> =
        code.locals.iter().map(|l| (l.name, value(l.place))).filter(|(_, v)| !v.is_undef()).collect();
    let dict = vm.heap.new_dict_key(crate::heap::dict::Dict::new());
    for (name, v) in bound {
        vm.heap.ns_set(dict, name, v);
    }
    Value::Dict(dict)
}

/// The line of an entry.
pub fn line_of(vm: &Vm, entry: TracebackEntry) -> i64 {
    let code = &vm.codes[entry.code];
    match code.entry_position(&entry).line {
        0 => i64::from(code.first_line),
        line => i64::from(line),
    }
}

#[cold]
fn wrong_receiver(vm: &mut Vm, what: &str, v: Value) -> Raised {
    let t = vm.type_name(v);
    vm.type_error(format!("descriptor requires a '{what}' object but received a '{t}'"))
}

fn traceback(vm: &mut Vm, v: Value) -> Res<ObjectKey> {
    match v {
        Value::Object(k) if vm.heap.object::<Traceback>(k).is_some() => Ok(k),
        _ => Err(wrong_receiver(vm, "traceback", v)),
    }
}

fn read<T>(vm: &mut Vm, v: Value, f: impl FnOnce(&Traceback) -> T) -> Res<T> {
    match v {
        Value::Object(k) if let Some(t) = vm.heap.object::<Traceback>(k) => Ok(f(t)),
        _ => Err(wrong_receiver(vm, "traceback", v)),
    }
}

fn read_frame<T>(vm: &mut Vm, v: Value, f: impl FnOnce(&Frame) -> T) -> Res<T> {
    match v {
        Value::Object(k) if let Some(t) = vm.heap.object::<Frame>(k) => Ok(f(t)),
        _ => Err(wrong_receiver(vm, "frame", v)),
    }
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [_, next, frame, lasti, lineno] = args.take(vm);
    if !next.is_none() && !is_traceback(vm, next) {
        let t = vm.type_name(next);
        return Err(vm.type_error(format!("expected traceback object or None, got '{t}'")));
    }
    let Value::Object(k) = frame else { return Err(not_a_frame(vm, frame)) };
    let Some(mut entry) = vm.heap.object::<Frame>(k).map(|f| f.entry) else { return Err(not_a_frame(vm, frame)) };
    let (Value::Int(lasti), Value::Int(line)) = (vm.index(lasti)?, vm.index(lineno)?) else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    entry.pc = u32::try_from(lasti / 2).unwrap_or(0);
    let class = vm.class_for(&TRACEBACK);
    Ok(vm.heap.new_object(class, Traceback { entry, line: Some(line), frame, next }))
}

#[cold]
fn not_a_frame(vm: &mut Vm, v: Value) -> Raised {
    let t = vm.type_name(v);
    vm.type_error(format!("traceback() argument 'tb_frame' must be frame, not {t}"))
}

fn tb_next(vm: &mut Vm, this: Value) -> Res {
    read(vm, this, |t| t.next)
}

fn set_tb_next(vm: &mut Vm, this: Value, next: Value) -> Res<()> {
    let key = traceback(vm, this)?;
    if next.is_undef() {
        return Err(vm.type_error("can't delete tb_next attribute"));
    }
    if !next.is_none() && !is_traceback(vm, next) {
        let t = vm.type_name(next);
        return Err(vm.type_error(format!("expected traceback object, got '{t}'")));
    }
    let mut at = next;
    while let Value::Object(k) = at
        && let Some(t) = vm.heap.object::<Traceback>(k)
    {
        if k == key {
            return Err(vm.value_error("traceback loop detected"));
        }
        at = t.next;
    }
    if let Some(t) = vm.heap.object_mut::<Traceback>(key) {
        t.next = next;
    }
    Ok(())
}

fn tb_frame(vm: &mut Vm, this: Value) -> Res {
    let key = traceback(vm, this)?;
    let (entry, frame) = read(vm, this, |t| (t.entry, t.frame))?;
    if !frame.is_undef() {
        return Ok(frame);
    }
    let frame = new_frame(vm, entry, Value::Undef, Value::None);
    if let Some(t) = vm.heap.object_mut::<Traceback>(key) {
        t.frame = frame;
    }
    Ok(frame)
}

fn tb_lasti(vm: &mut Vm, this: Value) -> Res {
    let entry = read(vm, this, |t| t.entry)?;
    Ok(Value::Int(i64::from(entry.pc) * 2))
}

fn tb_lineno(vm: &mut Vm, this: Value) -> Res {
    let (entry, line) = read(vm, this, |t| (t.entry, t.line))?;
    Ok(Value::Int(line.unwrap_or_else(|| line_of(vm, entry))))
}

fn frame_repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let entry = read_frame(vm, this, |f| f.entry)?;
    let Value::Str(file) = Value::Str(vm.codes[entry.code].filename) else { return Ok(Value::None) };
    let name = vm.heap.text(vm.codes[entry.code].name).into_owned();
    let file = vm.repr_text(Value::Str(file))?;
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let line = line_of(vm, entry);
    Ok(vm.heap.new_str(format!("<frame at {address}, file {file}, line {line}, code {name}>")))
}

fn frame_clear(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    read_frame(vm, this, |_| ())?;
    Ok(Value::None)
}

fn f_code(vm: &mut Vm, this: Value) -> Res {
    read_frame(vm, this, |f| Value::Code(f.entry.code))
}

fn f_lineno(vm: &mut Vm, this: Value) -> Res {
    let entry = read_frame(vm, this, |f| f.entry)?;
    Ok(Value::Int(line_of(vm, entry)))
}

fn f_lasti(vm: &mut Vm, this: Value) -> Res {
    read_frame(vm, this, |f| Value::Int(i64::from(f.entry.pc) * 2))
}

fn f_globals(vm: &mut Vm, this: Value) -> Res {
    read_frame(vm, this, |f| Value::Dict(f.entry.globals))
}

fn f_builtins(vm: &mut Vm, this: Value) -> Res {
    let builtins = vm.builtins;
    read_frame(vm, this, |_| Value::Dict(builtins))
}

fn f_locals(vm: &mut Vm, this: Value) -> Res {
    let (entry, locals) = read_frame(vm, this, |f| (f.entry, f.locals))?;
    if !locals.is_undef() {
        return Ok(locals);
    }
    if vm.codes[entry.code].kind == crate::code::unit::BlockKind::Module {
        return Ok(Value::Dict(entry.globals));
    }
    Err(vm.error(
        crate::heap::types::Exc::NotImplementedError,
        "the locals of a frame that was left by an exception are not kept",
    ))
}

fn f_back(vm: &mut Vm, this: Value) -> Res {
    read_frame(vm, this, |f| f.back)
}

fn f_trace(vm: &mut Vm, this: Value) -> Res {
    read_frame(vm, this, |_| Value::None)
}
