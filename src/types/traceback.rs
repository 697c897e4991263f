//! Traceback objects, made on demand from what an exception noted while it unwound.

use super::frame;
use crate::heap::kinds::{Object, TracebackEntry};
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Raised, Res, Vm};

/// One level of a traceback.
#[derive(Debug)]
pub struct Traceback {
    /// The code that ran, where, and its globals.
    pub entry: TracebackEntry,
    /// A line set by the program; else the entry's.
    pub line: Option<i64>,
    /// An instruction set by the program; else the entry's.
    pub lasti: Option<i64>,
    /// The frame object, once asked for.
    pub frame: Value,
    /// The next inner level, or None.
    pub next: Value,
    /// The next outer level, where the traceback is one of an exception and there is one.
    pub outer: Value,
}

impl Object for Traceback {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Code(self.entry.code));
        visit(Value::Dict(self.entry.globals));
        visit(self.entry.locals);
        visit(self.frame);
        visit(self.next);
        visit(self.outer);
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
    methods: &[NativeSpec::new("__dir__", "($self, /)", dir, "")],
    getsets: &[
        GetSetSpec { name: "tb_next", get: tb_next, set: Some(set_tb_next), doc: "" },
        GetSetSpec { name: "tb_frame", get: tb_frame, set: Some(read_only), doc: "" },
        GetSetSpec { name: "tb_lasti", get: tb_lasti, set: Some(read_only), doc: "" },
        GetSetSpec { name: "tb_lineno", get: tb_lineno, set: None, doc: "" },
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
        let inner = head;
        let level = Traceback { entry, line: None, lasti: None, frame: Value::Undef, next: inner, outer: Value::Undef };
        head = vm.heap.new_object(class, level);
        if let Value::Object(k) = inner
            && let Some(inner) = vm.heap.object_mut::<Traceback>(k)
        {
            inner.outer = head;
        }
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

/// The outermost level of an exception's traceback.
pub fn outermost(vm: &mut Vm, exception: ExceptionKey) -> Option<&mut TracebackEntry> {
    let e = &mut vm.heap.exceptions[exception];
    if e.traceback.is_empty() {
        let Value::Object(k) = e.traceback_object else { return None };
        return vm.heap.object_mut::<Traceback>(k).map(|t| &mut t.entry);
    }
    vm.heap.exceptions[exception].traceback.last_mut()
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

/// The line of an entry.
pub fn line_of(vm: &Vm, entry: TracebackEntry) -> i64 {
    let code = &vm.codes[entry.code];
    match code.entry_position(&entry).line {
        0 => i64::from(code.first_line),
        line => i64::from(line),
    }
}

/// The line a level is printed with: that of its code, or where the code says nothing the one set by the program.
pub fn line_of_level(vm: &Vm, level: &Level) -> i64 {
    match (vm.codes[level.entry.code].entry_position(&level.entry).line, level.line) {
        (0, Some(line)) => line,
        _ => line_of(vm, level.entry),
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

fn new(vm: &mut Vm, args: Args) -> Res {
    let [_, next, frame, lasti, lineno] = args.take(vm);
    if !next.is_none() && !is_traceback(vm, next) {
        let t = vm.type_name(next);
        return Err(vm.type_error(format!("expected traceback object or None, got '{t}'")));
    }
    let Some(mut entry) = frame::entry_of(vm, frame) else { return Err(not_a_frame(vm, frame)) };
    let (Value::Int(lasti), Value::Int(line)) = (vm.index(lasti)?, vm.index(lineno)?) else {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    };
    entry.pc = u32::try_from(lasti.div_euclid(2)).unwrap_or(u32::MAX);
    let class = vm.class_for(&TRACEBACK);
    Ok(vm
        .heap
        .new_object(class, Traceback { entry, line: Some(line), lasti: Some(lasti), frame, next, outer: Value::Undef }))
}

#[cold]
fn not_a_frame(vm: &mut Vm, v: Value) -> Raised {
    let t = vm.type_name(v);
    vm.type_error(format!("traceback() argument 'tb_frame' must be frame, not {t}"))
}

fn dir(vm: &mut Vm, _: Args) -> Res {
    let names = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map(|name| vm.heap.interned_str(name));
    Ok(vm.heap.new_list(names.to_vec()))
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

/// The frame of a traceback object, made now if need be.
pub fn tb_frame(vm: &mut Vm, this: Value) -> Res {
    let key = traceback(vm, this)?;
    let (entry, made, outer) = read(vm, this, |t| (t.entry, t.frame, t.outer))?;
    if !made.is_undef() {
        return Ok(made);
    }
    let made = frame::new(vm, entry, Value::Undef, frame::Caller::Level(outer));
    if let Some(t) = vm.heap.object_mut::<Traceback>(key) {
        t.frame = made;
    }
    Ok(made)
}

fn tb_lasti(vm: &mut Vm, this: Value) -> Res {
    read(vm, this, |t| Value::Int(t.lasti.unwrap_or(i64::from(t.entry.pc) * 2)))
}

fn tb_lineno(vm: &mut Vm, this: Value) -> Res {
    let (entry, line) = read(vm, this, |t| (t.entry, t.line))?;
    Ok(Value::Int(line.unwrap_or_else(|| line_of(vm, entry))))
}
