//! Iterating over the characters of a string.

use crate::heap::Heap;
use crate::heap::kinds::{Iter, NativeIter};
use crate::heap::text::CodePoints;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The iterator over a string.
pub struct StrIter {
    /// Unbound once finished.
    text: Value,
    /// The byte at which the next character starts.
    at: usize,
    class: ClassKey,
}

impl NativeIter for StrIter {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn quick_step(&self) -> Option<fn(&mut Heap, IterKey) -> Option<Value>> {
        Some(advance)
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.text);
    }
}

fn step(vm: &mut Vm, key: IterKey) -> Res<Option<Value>> {
    Ok(advance(&mut vm.heap, key))
}

fn advance(heap: &mut Heap, key: IterKey) -> Option<Value> {
    let Iter::Other(it) = &mut heap.iters[key] else { return None };
    let it = (it.as_mut() as &mut dyn std::any::Any).downcast_mut::<StrIter>()?;
    let Value::Str(k) = it.text else { return None };
    let bytes = &heap.strs[k].as_bytes()[it.at..];
    let mut points = CodePoints::of(bytes);
    match points.next() {
        Some(c) => {
            it.at += bytes.len() - points.rest().len();
            Some(heap.new_char(c))
        }
        None => {
            it.text = Value::Undef;
            None
        }
    }
}

/// `iter(text)`
pub fn iter(vm: &mut Vm, text: StrKey) -> Value {
    let spec = if vm.heap.strs[text].is_ascii() { &ASCII_ITERATOR } else { &ITERATOR };
    let class = vm.class_for(spec);
    vm.heap.new_native_iter(StrIter { text: Value::Str(text), at: 0, class })
}

fn iter_self(vm: &mut Vm, args: Args) -> Res {
    Ok(args.get(vm, 0))
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let Value::Iter(k) = this else { return Err(vm.type_error("expected a string iterator")) };
    match step(vm, k)? {
        Some(v) => Ok(v),
        None => Err(vm.error_with(crate::heap::types::Exc::StopIteration, &[])),
    }
}

/// The string and the position in characters; None when finished.
fn state(vm: &Vm, this: Value) -> Option<(StrKey, usize)> {
    let Value::Iter(k) = this else { return None };
    let it = vm.heap.native_iter::<StrIter>(k)?;
    match it.text {
        Value::Str(text) => Some((text, vm.heap.strs[text].char_offset(it.at))),
        _ => None,
    }
}

fn length_hint(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let left = state(vm, this).map_or(0, |(text, at)| vm.heap.strs[text].len() - at);
    Ok(Value::Int(left as i64))
}

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let this = args.get(vm, 0);
    let iter = vm.builtin_function("iter")?;
    match state(vm, this) {
        Some((text, at)) => {
            let arguments = vm.heap.new_tuple([Value::Str(text)]);
            Ok(vm.heap.new_tuple([iter, arguments, Value::Int(at as i64)]))
        }
        None => {
            let empty = vm.heap.interned_str("");
            let arguments = vm.heap.new_tuple([empty]);
            Ok(vm.heap.new_tuple([iter, arguments]))
        }
    }
}

fn setstate(vm: &mut Vm, args: Args) -> Res {
    let [this, position] = args.take(vm);
    let position = usize::try_from(vm.index_i64(position)?).unwrap_or(0);
    if let Some((text, _)) = state(vm, this)
        && let Value::Iter(k) = this
    {
        let at = vm.heap.strs[text].byte_offset(position);
        if let Some(it) = vm.heap.native_iter_mut::<StrIter>(k) {
            it.at = at;
        }
    }
    Ok(Value::None)
}

const SPECIALS: &[NativeSpec] = &[
    NativeSpec::new("__iter__", "($self, /)", iter_self, "Implement iter(self)."),
    NativeSpec::new("__next__", "($self, /)", next, "Implement next(self)."),
];

const METHODS: &[NativeSpec] = &[
    NativeSpec::new("__length_hint__", "($self, /)", length_hint, "How many characters are left."),
    NativeSpec::new("__reduce__", "($self, /)", reduce, "Return state information for pickling."),
    NativeSpec::new("__setstate__", "($self, state, /)", setstate, "Set state information for unpickling."),
];

/// The class of iterators over ASCII strings.
pub static ASCII_ITERATOR: TypeSpec =
    TypeSpec { name: "str_ascii_iterator", specials: SPECIALS, methods: METHODS, no_new: true, ..TypeSpec::BASE };

/// The class of iterators over other strings.
pub static ITERATOR: TypeSpec =
    TypeSpec { name: "str_iterator", specials: SPECIALS, methods: METHODS, no_new: true, ..TypeSpec::BASE };
