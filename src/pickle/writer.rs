//! The pickler's machine: from an object graph to opcodes, without recursion.
//!
//! What is left to do stands on an explicit stack of [`Task`]s, so depth costs memory and not Rust stack. While
//! Python code runs (reducers, `persistent_id`, a file's `write`), the whole state lies in the heap as the
//! pickler's own object, where the collector sees it and where that code may even use the pickler again.

use super::framing::Output;
use super::memo::WriteMemo;
use super::opcodes::*;
use super::write_reduce::{Plans, Rest};
use crate::heap::kinds::Object;
use crate::heap::shape::ShapeId;
use crate::value::*;
use crate::vm::{Res, Vm};

/// Containers are written in batches of this many.
pub const BATCH_SIZE: u32 = 1000;
/// Nesting deeper than this is a `RecursionError`, as CPython's C stack guard makes it: a tuple counts one, a
/// list or dict two.
const MAX_DEPTH: u32 = 9999;

/// Levels that a call of a reduction in Python takes.
const CALL_DEPTH: u32 = 2;
/// In fast mode, containers nested this deep are watched for cycles.
const FAST_NESTING_LIMIT: u32 = 50;

/// Something still to be written.
#[derive(Debug)]
pub enum Task {
    /// An object.
    Save(Value),
    /// An object that is not shown to `persistent_id`: a persistent id itself.
    SavePlain(Value),
    /// An opcode.
    Op(u8),
    /// An object's content is finished: that many levels of nesting end.
    Leave(u32),
    /// The last opcode of a list or dict of one, and the end of its two levels.
    Close(u8),
    /// The rest of a tuple, from an index on.
    Tuple(TupleKey, usize),
    /// The rest of a list: next index, items in the batch under way.
    List(ListKey, usize, u32),
    /// The rest of a dict: next place, items in the batch, and its size at the start.
    Dict(DictKey, usize, u32, usize),
    /// The value of a dict's item whose key was written, then as `Dict`.
    DictValue(Value),
    /// The rest of an instance's attributes: shape, next place, attributes in the batch, and how many in all.
    Attributes(InstanceKey, ShapeId, usize, u32, u32),
    /// The rest of a set: next place, items in the batch, size at the start.
    Set(SetKey, usize, u32, usize),
    /// The rest of a frozenset, from a place on.
    FrozenSet(SetKey, usize),
    /// The rest of an iterator of list items: the item read ahead, items in the batch.
    Items(Value, Value, u32),
    /// The rest of an iterator of dict items: the pair read ahead, pairs in the batch.
    Pairs(Value, Value, u32),
    /// An instance whose class was written: construction, memo, attributes.
    Construct(InstanceKey),
    /// What follows the construction in a reduction: memo, items, state.
    Rest(Box<Rest>),
    /// An object's content is written: it goes into the memo.
    Memoize(Value),
    /// A GLOBAL by module and name, without memo.
    Global(Value, Value),
    /// A container of fast mode is finished.
    FastLeave,
}

/// A pickler's state.
#[derive(Debug, Default)]
pub struct Writer {
    /// 0 to 5.
    pub protocol: u8,
    /// Protocol 1 or later.
    pub bin: bool,
    /// No memo is kept.
    pub fast: i32,
    /// Protocols 0 to 2 use the names of Python 2.
    pub fix_imports: bool,
    /// `__init__` was called.
    pub ready: bool,
    /// What was written.
    pub out: Output,
    /// What was written before, by identity.
    pub memo: WriteMemo,
    /// Where the state lies while Python code runs.
    pub home: ObjectKey,
    /// The file's `write`; unbound for `dumps`.
    pub write: Value,
    /// The `persistent_id` to ask, or unbound.
    pub persistent_id: Value,
    /// The `reducer_override` to ask, or unbound.
    pub reducer_override: Value,
    /// The pickler's own `dispatch_table`, or unbound.
    pub dispatch_table: Value,
    /// `copyreg.dispatch_table`, or unbound.
    pub shared_table: Value,
    /// `copyreg._extension_registry`, or unbound.
    pub extensions: Value,
    /// The callback for out-of-band buffers, or unbound.
    pub buffer_callback: Value,
    /// Attributes of plain instances may be written without making a `__dict__` (module-level `dump` and
    /// `dumps`, until Python code runs that could ask for one).
    pub shapes_allowed: bool,
    pub(super) tasks: Vec<Task>,
    pub(super) depth: u32,
    pub(super) unseen_dicts: Vec<(InstanceKey, u32)>,
    pub(super) plans: Plans,
    fast_nesting: Vec<Value>,
}

impl Object for Writer {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.memo.objects.iter().for_each(|&(v, _)| visit(v));
        self.fast_nesting.iter().for_each(|&v| visit(v));
        self.unseen_dicts.iter().for_each(|&(k, _)| visit(Value::Instance(k)));
        for v in [self.write, self.persistent_id, self.reducer_override, self.dispatch_table] {
            visit(v);
        }
        for v in [self.shared_table, self.extensions, self.buffer_callback] {
            visit(v);
        }
        for task in &self.tasks {
            match task {
                Task::Save(v) | Task::SavePlain(v) | Task::DictValue(v) | Task::Memoize(v) => visit(*v),
                Task::Global(module, name) => {
                    visit(*module);
                    visit(*name);
                }
                Task::Tuple(k, _) => visit(Value::Tuple(*k)),
                Task::List(k, ..) => visit(Value::List(*k)),
                Task::Dict(k, ..) => visit(Value::Dict(*k)),
                Task::Attributes(k, ..) | Task::Construct(k) => visit(Value::Instance(*k)),
                Task::Set(k, ..) | Task::FrozenSet(k, _) => visit(Value::Set(*k)),
                Task::Items(it, ahead, _) | Task::Pairs(it, ahead, _) => {
                    visit(*it);
                    visit(*ahead);
                }
                Task::Rest(rest) => rest.trace(visit),
                Task::Op(_) | Task::Leave(_) | Task::Close(_) | Task::FastLeave => {}
            }
        }
    }

    fn size(&self) -> usize {
        self.memo.size() + self.out.bytes.capacity() + self.tasks.capacity() * size_of::<Task>()
    }
}

impl Writer {
    /// A pickler for a protocol, writing to memory.
    pub fn new(protocol: u8, fix_imports: bool) -> Writer {
        Writer { protocol, bin: protocol > 0, fix_imports, ready: true, ..Writer::default() }
    }

    /// Runs Python code, or anything that may, with the state in the heap meanwhile.
    pub fn outside<T>(&mut self, vm: &mut Vm, f: impl FnOnce(&mut Vm) -> T) -> T {
        if !self.unseen_dicts.is_empty() {
            self.show_dicts(vm);
        }
        self.shapes_allowed = false;
        self.plans.clear();
        let home = self.home;
        if let Some(at_home) = vm.heap.object_mut::<Writer>(home) {
            std::mem::swap(at_home, self);
        }
        let result = f(vm);
        if let Some(at_home) = vm.heap.object_mut::<Writer>(home) {
            std::mem::swap(at_home, self);
        }
        result
    }

    /// Makes real dicts of the attributes written so far, since from now on a program might see them: the memo
    /// must know them.
    #[cold]
    fn show_dicts(&mut self, vm: &mut Vm) {
        for (instance, index) in std::mem::take(&mut self.unseen_dicts) {
            let dict = vm.heap.instance_dict(instance);
            self.memo.put_at(Value::Dict(dict), index);
        }
    }

    /// Makes the memo complete: what was written without a `__dict__` gets one.
    pub fn settle(&mut self, vm: &mut Vm) {
        if !self.unseen_dicts.is_empty() {
            self.show_dicts(vm);
        }
    }

    /// Forgets what was written.
    pub fn clear_memo(&mut self) {
        self.memo.clear();
        self.unseen_dicts.clear();
    }

    /// Writes one pickle of `v` to the output (and, for files, out of it).
    pub fn dump(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        self.out.clear();
        if self.protocol >= 2 {
            self.out.framing = false;
            self.out.write(&[PROTO, self.protocol]);
            self.out.framing = self.protocol >= 4;
        }
        let (base, depth) = (self.tasks.len(), self.depth);
        let result = self.save(vm, v).and_then(|()| self.run(vm, base));
        self.tasks.truncate(base);
        self.depth = depth;
        self.fast_nesting.clear();
        if result.is_ok() {
            self.out.byte(STOP);
            self.out.commit_frame();
        }
        self.out.framing = false;
        result?;
        if self.write.is_undef() { Ok(()) } else { self.flush(vm) }
    }

    /// Works off the tasks above `base`.
    fn run(&mut self, vm: &mut Vm, base: usize) -> Res<()> {
        while self.tasks.len() > base {
            let at = self.tasks.len() - 1;
            match self.tasks[at] {
                Task::List(list, next, batch) => self.step_list(vm, at, list, next, batch)?,
                Task::Dict(dict, next, batch, len) => self.step_dict(vm, at, dict, next, batch, len)?,
                Task::Tuple(tuple, next) => self.step_tuple(vm, at, tuple, next)?,
                Task::Attributes(k, shape, next, batch, len) => {
                    self.step_attributes(vm, at, (k, shape, len), next, batch)?;
                }
                Task::Set(set, next, batch, len) => self.step_set(vm, at, set, next, batch, len)?,
                Task::FrozenSet(set, next) => self.step_frozenset(vm, at, set, next)?,
                Task::Items(it, ahead, batch) => self.step_items(vm, at, it, ahead, batch)?,
                Task::Pairs(it, ahead, batch) => self.step_pairs(vm, at, it, ahead, batch)?,
                _ => match self.tasks.pop() {
                    Some(Task::Save(v) | Task::DictValue(v)) => self.save(vm, v)?,
                    Some(Task::SavePlain(v)) => {
                        self.end_full_frame(vm, v)?;
                        self.save_object(vm, v)?;
                    }
                    Some(Task::Op(op)) => self.out.byte(op),
                    Some(Task::Leave(n)) => self.depth -= n,
                    Some(Task::Close(op)) => {
                        self.out.byte(op);
                        self.depth -= 2;
                    }
                    Some(Task::Memoize(v)) => self.memoize(v),
                    Some(Task::Global(module, name)) => self.save_root(vm, module, name)?,
                    Some(Task::Construct(k)) => self.construct(vm, k)?,
                    Some(Task::Rest(rest)) => self.save_rest(vm, *rest)?,
                    Some(Task::FastLeave) => drop(self.fast_nesting.pop()),
                    _ => {}
                },
            }
        }
        Ok(())
    }

    /// Writes what needs neither Python code nor more tasks: atoms, small text, what the memo knows. False: not
    /// written.
    #[inline]
    pub(super) fn save_quick(&mut self, vm: &Vm, v: Value) -> bool {
        if !self.persistent_id.is_undef() || self.out.frame_is_full() {
            return false;
        }
        match v {
            Value::Int(i) if self.bin => self.write_small_int(i),
            Value::Str(k) => match self.memo.get(v) {
                Some(index) => {
                    self.write_get(index);
                    true
                }
                None => self.write_small_str(vm, k),
            },
            Value::None => {
                self.out.byte(NONE);
                true
            }
            Value::Bool(b) => {
                self.write_bool(b);
                true
            }
            Value::Float(x) if self.bin => {
                self.write_binfloat(x);
                true
            }
            Value::Int(_) | Value::Float(_) | Value::BigInt(_) => false,
            _ => match self.memo.get(v) {
                Some(index) => {
                    self.write_get(index);
                    true
                }
                None => false,
            },
        }
    }

    /// Begins to write an object: what can't be written at once is left as tasks.
    pub(super) fn save(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        self.end_full_frame(vm, v)?;
        if !self.persistent_id.is_undef() && self.save_persistent(vm, v)? {
            return Ok(());
        }
        self.save_object(vm, v)
    }

    #[inline]
    fn end_full_frame(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        if !self.out.frame_is_full() {
            return Ok(());
        }
        self.out.commit_frame();
        if self.write.is_undef() {
            return Ok(());
        }
        let mark = vm.pin(v);
        let result = self.flush(vm);
        vm.unpin_to(mark);
        result
    }

    /// Hands the buffer to the file.
    pub(super) fn flush(&mut self, vm: &mut Vm) -> Res<()> {
        let bytes = std::mem::take(&mut self.out.bytes);
        let bytes = vm.heap.new_bytes(bytes);
        self.write_to_file(vm, bytes)
    }

    /// `file.write(bytes)`
    pub(super) fn write_to_file(&mut self, vm: &mut Vm, bytes: Value) -> Res<()> {
        let write = self.write;
        if is_bytes_io_method(vm, write) {
            // No Python code runs, so the state may stay here.
            return vm.call(write, &[bytes]).map(drop);
        }
        self.outside(vm, |vm| vm.call(write, &[bytes])).map(drop)
    }

    fn save_persistent(&mut self, vm: &mut Vm, v: Value) -> Res<bool> {
        let hook = self.persistent_id;
        let mark = vm.pin(v);
        let pid = self.outside(vm, |vm| vm.call(hook, &[v]));
        vm.unpin_to(mark);
        let pid = pid?;
        if pid.is_none() {
            // The object may have left its container meanwhile.
            vm.heap.recent.push(v);
            return Ok(false);
        }
        if self.bin {
            self.tasks.push(Task::Op(BINPERSID));
            self.tasks.push(Task::SavePlain(pid));
            return Ok(true);
        }
        let text = self.outside(vm, |vm| vm.str_text(pid))?;
        if !text.is_ascii() {
            return Err(super::errors::pickling_error(vm, "persistent IDs in protocol 0 must be ASCII strings"));
        }
        self.out.byte(PERSID);
        self.out.write(text.as_bytes());
        self.out.byte(b'\n');
        Ok(true)
    }

    /// The order of decisions for one object, behind the frame boundary and `persistent_id`.
    fn save_object(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        match v {
            Value::Undef | Value::None => {
                self.out.byte(NONE);
                return Ok(());
            }
            Value::Bool(b) => {
                self.write_bool(b);
                return Ok(());
            }
            Value::Int(_) | Value::BigInt(_) => return self.save_int(vm, v),
            Value::Float(x) => return self.save_float(vm, x),
            _ => {}
        }
        if let Some(index) = self.memo.get(v) {
            self.write_get(index);
            return Ok(());
        }
        match v {
            Value::Str(k) => return self.save_str(vm, k),
            Value::Bytes(k) => return self.save_bytes(vm, k),
            _ => {}
        }
        self.enter(vm)?;
        match v {
            Value::List(k) => self.save_list(vm, k),
            Value::Dict(k) => self.save_dict(vm, k),
            Value::Tuple(k) => self.save_tuple(vm, k),
            Value::Set(k) => self.save_set(vm, k),
            Value::FrozenSet(k) => self.save_frozenset(vm, k),
            Value::ByteArray(k) => self.save_bytearray(vm, k),
            Value::Instance(k) if self.may_plan(vm, k) => self.save_plain_instance(vm, k),
            _ => {
                let mark = vm.pin(v);
                let result = self.save_by_reduction(vm, v);
                vm.unpin_to(mark);
                result
            }
        }
    }

    /// There is too little nesting left for a call of Python code.
    pub(super) fn is_deepest(&self) -> bool {
        self.depth + CALL_DEPTH >= MAX_DEPTH
    }

    /// One more level of nesting.
    pub(super) fn enter(&mut self, vm: &mut Vm) -> Res<()> {
        if self.depth >= MAX_DEPTH {
            return Err(vm.recursion_error(" while pickling an object"));
        }
        self.depth += 1;
        Ok(())
    }

    /// In fast mode: a list, dict or frozenset begins. `ValueError` when it is inside itself.
    pub(super) fn fast_enter(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        if self.fast == 0 {
            return Ok(());
        }
        let deep = self.fast_nesting.len() as u32 + 1 >= FAST_NESTING_LIMIT;
        if deep && self.fast_nesting[FAST_NESTING_LIMIT as usize - 1..].iter().any(|o| o.is(v)) {
            let (t, id) = (vm.type_name(v), vm.id(v));
            let address = match id {
                Value::Int(i) => format!("{i:#x}"),
                _ => String::from("0x0"),
            };
            let message = format!("fast mode: can't pickle cyclic objects including object type {t} at {address}");
            return Err(vm.value_error(message));
        }
        self.fast_nesting.push(v);
        self.tasks.push(Task::FastLeave);
        Ok(())
    }

    /// Puts an object into the memo and writes so. Nothing in fast mode.
    #[inline]
    pub(super) fn memoize(&mut self, v: Value) {
        if self.fast == 0 {
            let index = self.memo.put(v);
            self.write_put(index);
        }
    }

    #[inline]
    pub(super) fn write_put(&mut self, index: u32) {
        if self.protocol >= 4 {
            self.out.byte(MEMOIZE);
        } else if !self.bin {
            self.out.write(format!("p{index}\n").as_bytes());
        } else if let Ok(byte) = u8::try_from(index) {
            self.out.write(&[BINPUT, byte]);
        } else {
            self.out.byte(LONG_BINPUT);
            self.out.write(&index.to_le_bytes());
        }
    }

    /// Writes the opcode that fetches from the memo.
    #[inline]
    pub(super) fn write_get(&mut self, index: u32) {
        if !self.bin {
            self.out.write(format!("g{index}\n").as_bytes());
        } else if let Ok(byte) = u8::try_from(index) {
            self.out.write(&[BINGET, byte]);
        } else {
            self.out.byte(LONG_BINGET);
            self.out.write(&index.to_le_bytes());
        }
    }
}

/// A method of an exact `io.BytesIO`, which runs no Python code.
pub fn is_bytes_io_method(vm: &Vm, method: Value) -> bool {
    let Value::Method(k) = method else { return false };
    let m = vm.heap.methods[k];
    let class = vm.class_of(m.receiver);
    let c = &vm.heap.classes[class];
    matches!((m.function, m.receiver), (Value::Native(_), Value::Object(_)))
        && !c.flags.python
        && vm.heap.text(c.name) == "BytesIO"
}
