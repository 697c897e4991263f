//! Frame objects: what is known of an activation, running or left.

use super::traceback::{line_of, tb_frame};
use crate::code::unit::{BlockKind, Place};
use crate::heap::dict::Dict;
use crate::heap::kinds::{Object, TracebackEntry};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::frame::Frame as Activation;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// A frame object.
#[derive(Debug)]
pub struct Frame {
    /// Its code, the op it was at, its globals, and its locals if it was left by an exception.
    pub entry: TracebackEntry,
    /// Its locals when the object was made: a dict, or unbound where they are not known.
    pub locals: Value,
    /// The frame that called it.
    pub back: Caller,
}

/// How the caller of a frame is found.
#[derive(Clone, Copy, Debug)]
pub enum Caller {
    /// It is this frame object, or None.
    Frame(Value),
    /// It is the one of this level of a traceback, or if that is unbound of the frame that is running below.
    Level(Value),
}

impl Object for Frame {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Code(self.entry.code));
        visit(Value::Dict(self.entry.globals));
        visit(self.entry.locals);
        visit(self.locals);
        let (Caller::Frame(back) | Caller::Level(back)) = self.back;
        visit(back);
    }
}

/// The class `frame`.
pub static SPEC: TypeSpec = TypeSpec {
    name: "frame",
    no_new: true,
    specials: &[NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).")],
    methods: &[NativeSpec::new("clear", "($self)", clear, "F.clear(): clear most references held by the frame")],
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

/// A frame object.
pub fn new(vm: &mut Vm, entry: TracebackEntry, locals: Value, back: Caller) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, Frame { entry, locals, back })
}

/// What a frame object stands for; None for anything else.
pub fn entry_of(vm: &Vm, v: Value) -> Option<TracebackEntry> {
    match v {
        Value::Object(k) => vm.heap.object::<Frame>(k).map(|f| f.entry),
        _ => None,
    }
}

/// The object of the running frame number `level`, with those of its callers.
pub fn running(vm: &mut Vm, level: usize) -> Value {
    let mut back = Value::None;
    for i in 0..=level {
        let entry = vm.entry_of_frame(i, true);
        let locals = live_locals(vm, &vm.frames[i].clone());
        back = new(vm, entry, locals, Caller::Frame(back));
    }
    back
}

/// The locals of a running frame, as they are now; unbound for a module's, whose locals are its globals.
pub fn live_locals(vm: &mut Vm, frame: &Activation) -> Value {
    let base = frame.base as usize;
    let code = &vm.codes[frame.code];
    match code.kind {
        BlockKind::Module | BlockKind::Class if code.namespace => return vm.stack[base],
        BlockKind::Module => return Value::Undef,
        BlockKind::Class | BlockKind::Function => {}
    }
    let values = vm.values_of_locals(frame.code, |vm, r| vm.stack[base + usize::from(r)]);
    dict_of_locals(vm, frame.code, &values)
}

/// The locals of a frame whose registers were saved in `window`.
pub fn saved_locals(vm: &mut Vm, code: CodeKey, window: &[Value]) -> Value {
    let values = vm.values_of_locals(code, |_, r| window.get(usize::from(r)).copied().unwrap_or_default());
    dict_of_locals(vm, code, &values)
}

/// The names and values of a running function's locals that are bound.
pub fn bound_locals(vm: &Vm, frame: &Activation) -> Vec<(StrKey, Value)> {
    let base = frame.base as usize;
    let values = vm.values_of_locals(frame.code, |vm, r| vm.stack[base + usize::from(r)]);
    bound(vm, frame.code, &values)
}

/// The names and values of the locals that are bound; `values` has them in the order of the code's locals, cells as
/// they are.
fn bound(vm: &Vm, code: CodeKey, values: &[Value]) -> Vec<(StrKey, Value)> {
    let content = |&v: &Value| match v {
        Value::Cell(c) => vm.heap.cells[c],
        other => other,
    };
    let names = vm.codes[code].locals.iter().map(|l| l.name);
    names.zip(values.iter().map(content)).filter(|(_, v)| !v.is_undef()).collect()
}

fn dict_of_locals(vm: &mut Vm, code: CodeKey, values: &[Value]) -> Value {
    let dict = vm.heap.new_dict_key(Dict::new());
    for (name, v) in bound(vm, code, values) {
        vm.heap.ns_set(dict, name, v);
    }
    Value::Dict(dict)
}

impl Vm {
    /// What the registers that hold a code's locals contain, cells as they are.
    fn values_of_locals(&self, code: CodeKey, register: impl Fn(&Vm, u8) -> Value) -> Vec<Value> {
        let value = |place: Place| match place {
            Place::Register(r) | Place::Cell(r) | Place::Free(r) => register(self, r),
            Place::Spill(r, i) => match register(self, r) {
                Value::List(l) => self.heap.lists[l].get(i as usize).copied().unwrap_or_default(),
                _ => Value::Undef,
            },
        };
        self.codes[code].locals.iter().map(|l| value(l.place)).collect()
    }

    /// Where the frame number `level` is. With `mark`, the frame is known again from the entry as long as it runs.
    pub fn entry_of_frame(&mut self, level: usize, mark: bool) -> TracebackEntry {
        if mark && self.frames[level].mark == 0 {
            self.last_mark = self.last_mark.checked_add(1).unwrap_or(1);
            self.frames[level].mark = self.last_mark;
        }
        TracebackEntry { level: level as u32, ..TracebackEntry::of_frame(&self.frames[level]) }
    }

    /// The number of the running frame that an entry is about, if it still runs.
    fn running_frame(&self, entry: &TracebackEntry) -> Option<usize> {
        let frame = self.frames.get(entry.level as usize)?;
        (entry.mark != 0 && frame.mark == entry.mark && frame.code == entry.code).then_some(entry.level as usize)
    }

    /// The frame on top is left by the pending exception: keeps its locals for the tracebacks it is in, those of the
    /// exception and of what that came from in this frame.
    pub fn keep_locals(&mut self) {
        let level = self.frames.len() - 1;
        let Some(&frame) = self.frames.last() else { return };
        let mut locals = Value::Undef;
        let mut exception = self.pending;
        for _ in 0..MOST_KEPT {
            let Some(key) = self.exception_key(exception) else { return };
            let known = super::traceback::outermost(self, key);
            let Some(entry) = known else { return };
            if entry.level as usize != level || entry.mark != frame.mark || entry.code != frame.code {
                return;
            }
            if entry.locals.is_undef() {
                if locals.is_undef() {
                    locals = self.locals_to_keep(&frame);
                }
                if let Some(entry) = super::traceback::outermost(self, key) {
                    entry.locals = locals;
                }
            }
            if frame.mark == 0 {
                return;
            }
            exception = self.heap.exceptions[key].context;
        }
    }

    fn locals_to_keep(&mut self, frame: &Activation) -> Value {
        let base = frame.base as usize;
        let code = &self.codes[frame.code];
        if code.namespace {
            return self.stack[base];
        }
        if code.kind == BlockKind::Module {
            return Value::Undef;
        }
        let values = self.values_of_locals(frame.code, |vm, r| vm.stack[base + usize::from(r)]);
        self.heap.new_list(values)
    }
}

/// So many exceptions that were handled in one frame get its locals.
const MOST_KEPT: usize = 16;

fn read<T>(vm: &mut Vm, v: Value, f: impl FnOnce(&Frame) -> T) -> Res<T> {
    match v {
        Value::Object(k) if let Some(frame) = vm.heap.object::<Frame>(k) => Ok(f(frame)),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 'frame' object but received a '{t}'")))
        }
    }
}

/// Where the frame is: now, if it still runs.
fn entry(vm: &mut Vm, this: Value) -> Res<TracebackEntry> {
    let mut entry = read(vm, this, |f| f.entry)?;
    if let Some(level) = vm.running_frame(&entry) {
        entry.pc = vm.frames[level].pc.saturating_sub(1);
    }
    Ok(entry)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let entry = entry(vm, this)?;
    let (file, name) = (vm.codes[entry.code].filename, vm.codes[entry.code].name);
    let (file, name) = (vm.repr_text(Value::Str(file))?, vm.heap.text(name).into_owned());
    let id = vm.id(this);
    let address = crate::object::identity::hex(vm, id);
    let line = line_of(vm, entry);
    Ok(vm.heap.new_str(format!("<frame at {address}, file {file}, line {line}, code {name}>")))
}

fn clear(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let entry = read(vm, this, |f| f.entry)?;
    if vm.running_frame(&entry).is_some() {
        return Err(vm.runtime_error("cannot clear an executing frame"));
    }
    let empty = vm.heap.new_dict(Dict::new());
    if let Value::Object(k) = this
        && vm.codes[entry.code].kind != BlockKind::Module
        && let Some(frame) = vm.heap.object_mut::<Frame>(k)
    {
        frame.locals = empty;
        frame.entry.locals = Value::Undef;
    }
    Ok(Value::None)
}

fn f_code(vm: &mut Vm, this: Value) -> Res {
    read(vm, this, |f| Value::Code(f.entry.code))
}

fn f_lineno(vm: &mut Vm, this: Value) -> Res {
    let entry = entry(vm, this)?;
    Ok(Value::Int(line_of(vm, entry)))
}

fn f_lasti(vm: &mut Vm, this: Value) -> Res {
    let entry = entry(vm, this)?;
    Ok(Value::Int(i64::from(entry.pc) * 2))
}

fn f_globals(vm: &mut Vm, this: Value) -> Res {
    read(vm, this, |f| Value::Dict(f.entry.globals))
}

fn f_builtins(vm: &mut Vm, this: Value) -> Res {
    let builtins = vm.builtins;
    read(vm, this, |_| Value::Dict(builtins))
}

fn f_locals(vm: &mut Vm, this: Value) -> Res {
    let (entry, locals) = read(vm, this, |f| (f.entry, f.locals))?;
    if vm.codes[entry.code].kind == BlockKind::Module && !vm.codes[entry.code].namespace {
        return Ok(Value::Dict(entry.globals));
    }
    if let Some(level) = vm.running_frame(&entry) {
        let frame = vm.frames[level];
        return Ok(live_locals(vm, &frame));
    }
    match (locals, entry.locals) {
        (Value::Undef, Value::Undef) => Err(vm.error(
            Exc::NotImplementedError,
            "the locals of a frame that handled an exception and has returned are not kept",
        )),
        (Value::Undef, Value::List(l)) => {
            let values = vm.heap.lists[l].clone();
            let dict = dict_of_locals(vm, entry.code, &values);
            if let Value::Object(k) = this
                && let Some(frame) = vm.heap.object_mut::<Frame>(k)
            {
                frame.locals = dict;
            }
            Ok(dict)
        }
        (Value::Undef, namespace) => Ok(namespace),
        (locals, _) => Ok(locals),
    }
}

fn f_back(vm: &mut Vm, this: Value) -> Res {
    let (entry, back) = read(vm, this, |f| (f.entry, f.back))?;
    let back = match back {
        Caller::Frame(back) => return Ok(back),
        Caller::Level(outer) if !outer.is_undef() => tb_frame(vm, outer)?,
        Caller::Level(_) => match vm.running_frame(&entry) {
            Some(level) if level > 0 => running(vm, level - 1),
            _ => Value::None,
        },
    };
    if let Value::Object(k) = this
        && let Some(frame) = vm.heap.object_mut::<Frame>(k)
    {
        frame.back = Caller::Frame(back);
    }
    Ok(back)
}

fn f_trace(vm: &mut Vm, this: Value) -> Res {
    read(vm, this, |_| Value::None)
}
