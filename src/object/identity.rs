//! Identity: `id(x)` is made of kind, slot and generation, so it is unique for the life of the interpreter.

use crate::heap::arena::{generation_of, slot_of};
use crate::value::*;
use crate::vm::Vm;
use num_bigint::BigInt;
use slotmap::Key;

/// The slot an object lies in: its kind's table, its number there, and the slot's generation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotId {
    /// The table, by a number of its own.
    pub kind: u8,
    /// The slot in the table.
    pub slot: usize,
    /// How often the slot was used before.
    pub generation: u32,
}

fn slot(kind: u8, key: impl Key) -> Option<SlotId> {
    Some(SlotId { kind, slot: slot_of(key), generation: generation_of(key) >> 1 })
}

/// The slot of an object; None for what is stored inline.
pub fn slot_id(v: Value) -> Option<SlotId> {
    match v {
        Value::Undef | Value::None | Value::NotImplemented | Value::Ellipsis => None,
        Value::Bool(_) | Value::Int(_) | Value::Float(_) => None,
        Value::BigInt(k) => slot(1, k),
        Value::Complex(k) => slot(2, k),
        Value::Str(k) => slot(3, k),
        Value::Bytes(k) => slot(4, k),
        Value::ByteArray(k) => slot(5, k),
        Value::List(k) => slot(6, k),
        Value::Tuple(k) => slot(7, k),
        Value::Dict(k) => slot(8, k),
        Value::Set(k) | Value::FrozenSet(k) => slot(9, k),
        Value::Range(k) => slot(10, k),
        Value::Slice(k) => slot(11, k),
        Value::Function(k) => slot(12, k),
        Value::Native(k) => slot(13, k),
        Value::Method(k) => slot(14, k),
        Value::Class(k) => slot(15, k),
        Value::Instance(k) => slot(16, k),
        Value::Module(k) => slot(17, k),
        Value::Cell(k) => slot(18, k),
        Value::Code(k) => slot(19, k),
        Value::Generator(k) => slot(20, k),
        Value::Iter(k) => slot(21, k),
        Value::Exception(k) => slot(22, k),
        Value::Descriptor(k) => slot(23, k),
        Value::WeakRef(k) => slot(24, k),
        Value::Object(k) => slot(25, k),
    }
}

impl Vm {
    /// `id(v)`: for objects in slots, from kind, slot and generation; for inline values, from the value.
    pub fn id(&mut self, v: Value) -> Value {
        if let Some(s) = slot_id(v) {
            let low = ((s.slot as u128) << 5 | u128::from(s.kind)) << 4;
            return self.heap.int_from(u128::from(s.generation) << 42 | low);
        }
        let (tag, bits): (u64, u64) = match v {
            Value::Bool(b) => (2, u64::from(b)),
            Value::Int(i) => (3, i as u64),
            Value::Float(f) => (4, f.to_bits()),
            Value::NotImplemented => (1, 1),
            Value::Ellipsis => (1, 2),
            _ => (1, 0),
        };
        // Inline values have kind 0 in the low bits and their content above everything a slot uses.
        let n = BigInt::from(bits) * 4096 + BigInt::from(tag * 512);
        self.heap.new_int(n)
    }
}

/// The hash of an object that is equal only to itself; never -1.
pub fn identity_hash(v: Value) -> i64 {
    match slot_id(v) {
        Some(s) => ((u64::from(s.generation) << 40) ^ ((s.slot as u64) << 5) ^ u64::from(s.kind)) as i64 & i64::MAX,
        None => match v {
            Value::Bool(b) => i64::from(b),
            Value::Int(-1) => -2,
            Value::Int(i) => i,
            Value::Float(f) => (f.to_bits() >> 1) as i64,
            Value::NotImplemented => 0x0123_4be1,
            Value::Ellipsis => 0x0123_4cd1,
            _ => 0xfca8_6420,
        },
    }
}

/// An id as `repr` shows addresses: `0x` and at least 12 hexadecimal digits.
pub fn hex(vm: &Vm, id: Value) -> String {
    match id {
        Value::Int(i) => format!("{:#014x}", i.unsigned_abs()),
        Value::BigInt(k) => format!("0x{:x}", vm.heap.bigints[k]),
        _ => String::from("0x0"),
    }
}
