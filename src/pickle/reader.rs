//! The unpickler's machine: runs a pickle, opcode by opcode, on a stack of values.
//!
//! As with the pickler, the state lies in the heap while Python code runs.

use super::errors::unpickling_error;
use super::input::{Input, Source};
use super::live::Live;
use super::memo::ReadMemo;
use super::opcodes::*;
use super::world::World;
use crate::heap::kinds::Object;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// So many opcodes are run between looks at the interpreter's limits.
const OPS_BETWEEN_CHECKS: u32 = 1024;
/// Memo indices beyond this are refused, as nobody has written so many objects.
const MAX_MEMO_INDEX: u64 = 1 << 27;

/// An unpickler's state. What happens when the pickle reaches outside itself is up to its world.
#[derive(Debug, Default)]
pub struct Reader<W: World = Live> {
    /// The pickle.
    pub input: Input,
    /// What was stored by PUT and MEMOIZE.
    pub memo: ReadMemo,
    /// What the pickle says its protocol is.
    pub protocol: u8,
    /// Names of Python 2 are mapped in protocols 0 to 2.
    pub fix_imports: bool,
    /// How 8-bit strings of Python 2 are decoded; `bytes`: not at all.
    pub encoding: String,
    /// What happens to undecodable ones.
    pub errors: String,
    /// An iterator of out-of-band buffers, or unbound.
    pub buffers: Value,
    /// The `find_class` to ask, or unbound for the usual one.
    pub find_class: Value,
    /// The `persistent_load` to ask, or unbound.
    pub persistent_load: Value,
    /// `__init__` was called.
    pub ready: bool,
    /// Where the state lies while Python code runs.
    pub home: ObjectKey,
    /// What is outside the pickle.
    pub world: W,
    pub(super) stack: Vec<Value>,
    pub(super) marks: Vec<usize>,
    /// Values below this can't be reached: they lie behind a mark.
    pub(super) fence: usize,
}

impl<W: World> Object for Reader<W> {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.input.trace(visit);
        self.memo.iter().for_each(|(_, v)| visit(v));
        self.stack.iter().for_each(|&v| visit(v));
        [self.buffers, self.find_class, self.persistent_load].into_iter().for_each(&mut *visit);
        self.world.trace(visit);
    }

    fn size(&self) -> usize {
        self.input.data.capacity() + self.machine_size()
    }
}

impl<W: World> Reader<W> {
    /// A reader of bytes in memory.
    pub fn new(data: Vec<u8>) -> Reader<W> {
        Reader {
            input: Input { data, ..Input::default() },
            fix_imports: true,
            encoding: "ASCII".into(),
            errors: "strict".into(),
            ready: true,
            ..Reader::default()
        }
    }

    /// Runs Python code, or anything that may, with the state in the heap meanwhile.
    pub fn outside<T>(&mut self, vm: &mut Vm, f: impl FnOnce(&mut Vm) -> T) -> T {
        let home = self.home;
        if let Some(at_home) = vm.heap.object_mut::<Reader<W>>(home) {
            std::mem::swap(at_home, self);
        }
        let result = f(vm);
        if let Some(at_home) = vm.heap.object_mut::<Reader<W>>(home) {
            std::mem::swap(at_home, self);
        }
        result
    }

    /// Reads one pickle: the object it makes.
    pub fn load(&mut self, vm: &mut Vm) -> Res {
        self.rewind();
        let result = self.run(vm);
        let given_back = self.give_back(vm);
        let value = result?;
        given_back?;
        Ok(value)
    }

    /// Makes ready for the next pickle; the memo stays.
    pub(super) fn rewind(&mut self) {
        self.stack.clear();
        self.marks.clear();
        self.fence = 0;
        self.protocol = 0;
    }

    fn run(&mut self, vm: &mut Vm) -> Res {
        loop {
            for done in 0..OPS_BETWEEN_CHECKS {
                if let Some(result) = self.advance(vm)? {
                    vm.check_limits(u64::from(done))?;
                    return Ok(result);
                }
            }
            self.check_limits(vm, OPS_BETWEEN_CHECKS)?;
        }
    }

    /// Accounts for opcodes that were run, and for what the machine itself takes.
    pub(super) fn check_limits(&mut self, vm: &mut Vm, ops: u32) -> Res<()> {
        vm.check_limits(u64::from(ops))?;
        vm.reserve(self.machine_size())
    }

    /// Bytes that the stack, the marks and the memo take.
    fn machine_size(&self) -> usize {
        self.memo.size() + self.stack.capacity() * 16 + self.marks.capacity() * 8
    }

    /// Runs one opcode; answers the result if it was the last.
    #[inline]
    pub(super) fn advance(&mut self, vm: &mut Vm) -> Res<Option<Value>> {
        let op = self.opcode(vm)?;
        if op == STOP {
            self.skip_consumed(vm)?;
            return self.pop(vm).map(Some);
        }
        self.step(vm, op)?;
        Ok(None)
    }

    #[inline]
    fn opcode(&mut self, vm: &mut Vm) -> Res<u8> {
        if let Some(&op) = self.input.data.get(self.input.at) {
            self.input.at += 1;
            return Ok(op);
        }
        self.next_opcode(vm)
    }

    #[cold]
    fn next_opcode(&mut self, vm: &mut Vm) -> Res<u8> {
        match self.array::<1>(vm) {
            Ok([op]) => Ok(op),
            Err(Raised) => {
                let class = super::errors::error_class(vm, &super::errors::UNPICKLING_ERROR);
                let raised = vm.class_of(vm.pending);
                if self.input.source == Source::Memory || vm.heap.is_subclass(raised, class) {
                    vm.take_pending();
                    return Err(vm.error(Exc::EOFError, "Ran out of input"));
                }
                Err(Raised)
            }
        }
    }

    fn step(&mut self, vm: &mut Vm, op: u8) -> Res<()> {
        match op {
            NONE => self.stack.push(Value::None),
            NEWTRUE => self.stack.push(Value::Bool(true)),
            NEWFALSE => self.stack.push(Value::Bool(false)),
            BININT => {
                let b = self.array(vm)?;
                self.stack.push(Value::Int(i64::from(i32::from_le_bytes(b))));
            }
            BININT1 => {
                let [b] = self.array(vm)?;
                self.stack.push(Value::Int(i64::from(b)));
            }
            BININT2 => {
                let b = self.array(vm)?;
                self.stack.push(Value::Int(i64::from(u16::from_le_bytes(b))));
            }
            INT => self.load_int(vm)?,
            LONG => self.load_long(vm)?,
            LONG1 => {
                let [n] = self.array(vm)?;
                self.load_counted_long(vm, usize::from(n))?;
            }
            LONG4 => {
                let n = i32::from_le_bytes(self.array(vm)?);
                let Ok(n) = usize::try_from(n) else {
                    return Err(unpickling_error(vm, "LONG pickle has negative byte count"));
                };
                self.load_counted_long(vm, n)?;
            }
            FLOAT => self.load_float(vm)?,
            BINFLOAT => {
                let b = self.array(vm)?;
                self.stack.push(Value::Float(f64::from_be_bytes(b)));
            }
            SHORT_BINUNICODE => {
                let [n] = self.array(vm)?;
                self.load_utf8(vm, usize::from(n))?;
            }
            BINUNICODE => {
                let n = u32::from_le_bytes(self.array(vm)?);
                self.load_utf8(vm, n as usize)?;
            }
            BINUNICODE8 => {
                let n = self.long_size(vm, "BINUNICODE")?;
                self.load_utf8(vm, n)?;
            }
            UNICODE => self.load_unicode(vm)?,
            STRING => self.load_string(vm)?,
            SHORT_BINSTRING => {
                let [n] = self.array(vm)?;
                self.load_binstring(vm, usize::from(n))?;
            }
            BINSTRING => {
                let n = u32::from_le_bytes(self.array(vm)?);
                self.load_binstring(vm, n as usize)?;
            }
            SHORT_BINBYTES => {
                let [n] = self.array(vm)?;
                self.load_bytes(vm, usize::from(n))?;
            }
            BINBYTES => {
                let n = u32::from_le_bytes(self.array(vm)?);
                self.load_bytes(vm, n as usize)?;
            }
            BINBYTES8 => {
                let n = self.long_size(vm, "BINBYTES")?;
                self.load_bytes(vm, n)?;
            }
            BYTEARRAY8 => {
                let n = self.long_size(vm, "BYTEARRAY8")?;
                let bytes = self.content(vm, n)?;
                let v = vm.heap.new_bytearray(bytes);
                self.stack.push(v);
            }
            _ => return self.step_container(vm, op),
        }
        Ok(())
    }

    fn step_container(&mut self, vm: &mut Vm, op: u8) -> Res<()> {
        match op {
            MARK => {
                self.marks.push(self.stack.len());
                self.fence = self.stack.len();
            }
            EMPTY_LIST => {
                let v = vm.heap.new_list(Vec::new());
                self.stack.push(v);
            }
            EMPTY_DICT => {
                let v = vm.heap.new_dict(Default::default());
                self.stack.push(v);
            }
            EMPTY_TUPLE => {
                let v = vm.heap.new_tuple([]);
                self.stack.push(v);
            }
            EMPTY_SET => {
                let v = vm.heap.new_set(Default::default());
                self.stack.push(v);
            }
            TUPLE1 => self.load_small_tuple(vm, 1)?,
            TUPLE2 => self.load_small_tuple(vm, 2)?,
            TUPLE3 => self.load_small_tuple(vm, 3)?,
            TUPLE => {
                let items = self.pop_mark(vm)?;
                let v = vm.heap.new_tuple(items);
                self.stack.push(v);
            }
            LIST => {
                let items = self.pop_mark(vm)?;
                let v = vm.heap.new_list(items);
                self.stack.push(v);
            }
            DICT => self.load_dict(vm)?,
            FROZENSET => self.load_frozenset(vm)?,
            APPEND => self.load_append(vm)?,
            APPENDS => {
                let at = self.mark(vm)?;
                self.append_from(vm, at)?;
            }
            SETITEM => {
                let at = self.stack.len().wrapping_sub(2);
                self.set_items_from(vm, at)?;
            }
            SETITEMS => {
                let at = self.mark(vm)?;
                self.set_items_from(vm, at)?;
            }
            ADDITEMS => self.load_additems(vm)?,
            POP => self.load_pop(vm)?,
            POP_MARK => {
                let at = self.mark(vm)?;
                self.stack.truncate(at);
            }
            DUP => {
                let v = self.top(vm)?;
                self.stack.push(v);
            }
            MEMOIZE => {
                let v = self.top(vm)?;
                self.memo.put(self.memo.len() as u64, v);
            }
            BINPUT => {
                let v = self.top_after::<1>(vm)?;
                self.memo.put(v.1[0].into(), v.0);
            }
            LONG_BINPUT => {
                let (v, index) = self.top_after::<4>(vm)?;
                self.put(vm, u64::from(u32::from_le_bytes(index)), v)?;
            }
            PUT => {
                let index = self.line_text(vm)?;
                self.top(vm)?;
                let index = super::read_scalar::index_from_text(vm, &index)?;
                let Ok(index) = u64::try_from(index) else {
                    return Err(vm.value_error("negative PUT argument"));
                };
                let v = self.top(vm)?;
                self.put(vm, index, v)?;
            }
            BINGET => {
                let [index] = self.array(vm)?;
                self.get(vm, i64::from(index))?;
            }
            LONG_BINGET => {
                let index = u32::from_le_bytes(self.array(vm)?);
                self.get(vm, i64::from(index))?;
            }
            GET => {
                let index = self.line_index(vm)?;
                self.get(vm, index)?;
            }
            _ => return self.step_object(vm, op),
        }
        Ok(())
    }

    fn step_object(&mut self, vm: &mut Vm, op: u8) -> Res<()> {
        match op {
            GLOBAL => self.load_global(vm),
            STACK_GLOBAL => self.load_stack_global(vm),
            REDUCE => self.load_reduce(vm),
            NEWOBJ => self.load_newobj(vm, false),
            NEWOBJ_EX => self.load_newobj(vm, true),
            BUILD => self.load_build(vm),
            INST => self.load_inst(vm),
            OBJ => self.load_obj(vm),
            PERSID => self.load_persid(vm),
            BINPERSID => {
                let pid = self.pop(vm)?;
                W::check_persistent(self, vm)?;
                self.load_persistent(vm, pid)
            }
            EXT1 => {
                let [code] = self.array(vm)?;
                self.load_extension(vm, i64::from(code))
            }
            EXT2 => {
                let code = u16::from_le_bytes(self.array(vm)?);
                self.load_extension(vm, i64::from(code))
            }
            EXT4 => {
                let code = i32::from_le_bytes(self.array(vm)?);
                self.load_extension(vm, i64::from(code))
            }
            PROTO => {
                let [protocol] = self.array(vm)?;
                if protocol > super::HIGHEST_PROTOCOL {
                    return Err(vm.value_error(format!("unsupported pickle protocol: {protocol}")));
                }
                self.protocol = protocol;
                Ok(())
            }
            FRAME => self.load_frame(vm),
            NEXT_BUFFER => self.load_next_buffer(vm),
            READONLY_BUFFER => self.load_readonly_buffer(vm),
            _ => {
                let message = match op {
                    b'\'' | b'\\' => format!("invalid load key, '\\x{op:02x}'."),
                    0x20..=0x7e => format!("invalid load key, '{}'.", char::from(op)),
                    _ => format!("invalid load key, '\\x{op:02x}'."),
                };
                Err(unpickling_error(vm, &message))
            }
        }
    }

    /// Raises for a stack that holds too little.
    #[cold]
    pub(super) fn underflow(&mut self, vm: &mut Vm) -> Raised {
        let marked = !self.marks.is_empty();
        unpickling_error(vm, if marked { "unexpected MARK found" } else { "unpickling stack underflow" })
    }

    /// Takes the top of the stack.
    #[inline]
    pub(super) fn pop(&mut self, vm: &mut Vm) -> Res {
        if self.stack.len() <= self.fence {
            return Err(self.underflow(vm));
        }
        match self.stack.pop() {
            Some(v) => Ok(v),
            None => Err(self.underflow(vm)),
        }
    }

    /// The top of the stack.
    #[inline]
    pub(super) fn top(&mut self, vm: &mut Vm) -> Res {
        match self.stack.last() {
            Some(&v) if self.stack.len() > self.fence => Ok(v),
            _ => Err(self.underflow(vm)),
        }
    }

    fn top_after<const N: usize>(&mut self, vm: &mut Vm) -> Res<(Value, [u8; N])> {
        let index = self.array(vm)?;
        Ok((self.top(vm)?, index))
    }

    /// Takes the last mark: how high the stack was.
    #[inline]
    pub(super) fn mark(&mut self, vm: &mut Vm) -> Res<usize> {
        let Some(at) = self.marks.pop() else {
            return Err(unpickling_error(vm, "could not find MARK"));
        };
        self.fence = self.marks.last().copied().unwrap_or(0);
        Ok(at)
    }

    /// Takes everything above the last mark.
    pub(super) fn pop_mark(&mut self, vm: &mut Vm) -> Res<Vec<Value>> {
        let at = self.mark(vm)?;
        Ok(self.stack.drain(at.min(self.stack.len())..).collect())
    }

    fn load_pop(&mut self, vm: &mut Vm) -> Res<()> {
        if self.marks.last() == Some(&self.stack.len()) {
            self.mark(vm)?;
            return Ok(());
        }
        self.pop(vm).map(drop)
    }

    fn load_small_tuple(&mut self, vm: &mut Vm, n: usize) -> Res<()> {
        let start = match self.stack.len().checked_sub(n) {
            Some(start) if start >= self.fence => start,
            _ => return Err(self.underflow(vm)),
        };
        let v = vm.heap.new_tuple(&self.stack[start..]);
        self.stack.truncate(start);
        self.stack.push(v);
        Ok(())
    }

    fn put(&mut self, vm: &mut Vm, index: u64, v: Value) -> Res<()> {
        if index > MAX_MEMO_INDEX {
            return Err(vm.memory_error());
        }
        self.memo.put(index, v);
        Ok(())
    }

    fn get(&mut self, vm: &mut Vm, index: i64) -> Res<()> {
        let found = u64::try_from(index).ok().and_then(|i| self.memo.get(i));
        match found {
            Some(v) => {
                self.stack.push(v);
                Ok(())
            }
            None => Err(unpickling_error(vm, &format!("Memo value not found at index {index}"))),
        }
    }

    fn load_frame(&mut self, vm: &mut Vm) -> Res<()> {
        let n = u64::from_le_bytes(self.array(vm)?);
        let Ok(n) = i64::try_from(n) else {
            let message = format!("FRAME length exceeds system's maximum of {} bytes", i64::MAX);
            return Err(vm.overflow_error(message));
        };
        // Only checks that the bytes are there: the frame is read with the rest.
        let range = self.take(vm, n as usize)?;
        self.input.at = range.start;
        Ok(())
    }

    /// An eight-byte size.
    fn long_size(&mut self, vm: &mut Vm, what: &str) -> Res<usize> {
        let n = u64::from_le_bytes(self.array(vm)?);
        match i64::try_from(n) {
            Ok(n) => Ok(n as usize),
            Err(_) => {
                let message = format!("{what} exceeds system's maximum size of {} bytes", i64::MAX);
                Err(vm.overflow_error(message))
            }
        }
    }
}

/// Raises for PERSID and BINPERSID without `persistent_load`.
#[cold]
pub fn no_persistent_load(vm: &mut Vm) -> Raised {
    unpickling_error(
        vm,
        "A load persistent id instruction was encountered, but no persistent_load function was specified.",
    )
}
