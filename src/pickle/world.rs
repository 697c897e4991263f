//! What a pickle reaches outside itself: names that lead to objects, calls, attributes and items of what was called.
//!
//! The reader's machine runs the opcodes; whenever one needs more than numbers, text and plain containers, it asks its
//! world. There are two: [`Live`](super::live::Live), which really looks up, imports and calls, and that of
//! [`explain`](super::explain), which only says what would be done.

use super::reader::Reader;
use crate::value::*;
use crate::vm::{Res, Vm};
use std::fmt::Debug;

/// How a reader reaches outside the pickle. Everything that may import, call or run Python code is here.
pub trait World: Debug + Default + Send + Sized + 'static {
    /// Calls `visit` with every value it holds.
    fn trace(&self, _visit: &mut dyn FnMut(Value)) {}
    /// GLOBAL, STACK_GLOBAL and INST: the object under two names, both `str`.
    fn global(reader: &mut Reader<Self>, vm: &mut Vm, module: Value, name: Value) -> Res;
    /// EXT1, EXT2, EXT4: the object with a positive code.
    fn extension(reader: &mut Reader<Self>, vm: &mut Vm, code: i64) -> Res;
    /// A string of Python 2 that isn't plain ASCII, decoded as the unpickler was told.
    fn decode(reader: &mut Reader<Self>, vm: &mut Vm, bytes: Vec<u8>) -> Res;
    /// REDUCE: `callable(*args)`
    fn call(reader: &mut Reader<Self>, vm: &mut Vm, callable: Value, args: Value) -> Res;
    /// NEWOBJ: `class.__new__(class, *args)`; NEWOBJ_EX: with `kwargs`, which else are unbound.
    fn make(reader: &mut Reader<Self>, vm: &mut Vm, class: Value, args: Value, kwargs: Value) -> Res;
    /// INST and OBJ: an instance as Python 2 made it, from a tuple of arguments.
    fn instantiate(reader: &mut Reader<Self>, vm: &mut Vm, class: Value, args: Value) -> Res;
    /// BUILD
    fn build(reader: &mut Reader<Self>, vm: &mut Vm, object: Value, state: Value) -> Res<()>;
    /// APPEND and APPENDS for what is not a list.
    fn extend(reader: &mut Reader<Self>, vm: &mut Vm, target: Value, items: Vec<Value>) -> Res<()>;
    /// SETITEM, SETITEMS and DICT, unless a dict gets a key that hashes and compares without Python code.
    fn set_item(reader: &mut Reader<Self>, vm: &mut Vm, target: Value, key: Value, value: Value) -> Res<()>;
    /// ADDITEMS for a set, and FROZENSET.
    fn fill_set(reader: &mut Reader<Self>, vm: &mut Vm, set: SetKey, items: Vec<Value>) -> Res<()>;
    /// ADDITEMS for what is not a set.
    fn add_items(reader: &mut Reader<Self>, vm: &mut Vm, target: Value, items: Vec<Value>) -> Res<()>;
    /// PERSID and BINPERSID: raises if there is nobody to ask.
    fn check_persistent(reader: &mut Reader<Self>, vm: &mut Vm) -> Res<()>;
    /// PERSID and BINPERSID: the object with a persistent id.
    fn persistent(reader: &mut Reader<Self>, vm: &mut Vm, pid: Value) -> Res;
    /// NEXT_BUFFER
    fn next_buffer(reader: &mut Reader<Self>, vm: &mut Vm) -> Res;
    /// READONLY_BUFFER for what is not `bytes`.
    fn readonly(reader: &mut Reader<Self>, vm: &mut Vm, buffer: Value) -> Res;
}
