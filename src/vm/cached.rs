//! What an inline cache says of an attribute, as far as it needs no call.

use crate::code::cache::Found;
use crate::heap::Heap;
use crate::value::*;

/// What an instance's inline cache says of an attribute, as far as it needs no call.
#[inline(always)]
pub(super) fn cached_value(heap: &Heap, k: InstanceKey, found: Found) -> Option<&Value> {
    let instance = heap.instances.get(k)?;
    match found {
        Found::Inline(p) => instance.values.get(usize::from(p)),
        Found::Overflow(p) => heap.overflows.get(instance.overflow as usize)?.get(p as usize),
        Found::ClassValue(ns, place) => heap.dicts[ns].entry(place as usize).map(|e| &e.value),
        Found::Slot(place) => Some(heap.place_ref(k, place as usize)).filter(|v| !v.is_undef()),
        _ => None,
    }
}

/// The callee and receiver of a method call, from the cache.
#[inline(always)]
pub(super) fn cached_method(heap: &Heap, site: &crate::code::cache::Site, o: Value) -> Option<(Value, Value)> {
    match o {
        Value::Instance(k) => {
            let stamp = heap.shapes.stamps[heap.instances[k].shape.0 as usize];
            match site.find(stamp)? {
                Found::Method(f) => Some((f, o)),
                Found::Static(f) => Some((f, Value::Undef)),
                Found::OwnClassMethod(f) => Some((f, Value::Class(heap.shapes[heap.instances[k].shape].class))),
                found => cached_value(heap, k, found).map(|&v| (v, Value::Undef)),
            }
        }
        Value::Class(k) => {
            let stamp = heap.shapes.stamps[heap.classes[k].root_shape.0 as usize];
            match site.find(stamp)? {
                Found::ClassFunction(f) => Some((f, Value::Undef)),
                Found::ClassMethod(f) => Some((f, o)),
                Found::OnClass(ns, place) => Some((heap.dicts[ns].value_at(place as usize), Value::Undef)),
                _ => None,
            }
        }
        Value::Module(_) | Value::Function(_) | Value::Object(_) => None,
        _ => {
            let stamp = heap.shapes.stamps[heap.classes[heap.class_of(o)].root_shape.0 as usize];
            match site.find(stamp)? {
                Found::Method(f) => Some((f, o)),
                _ => None,
            }
        }
    }
}

/// The callee of `super().name(…)`, from the cache.
#[inline(always)]
pub(super) fn cached_super(
    heap: &Heap,
    site: &crate::code::cache::Site,
    receiver: Value,
    class: Value,
    globals: DictKey,
    builtins: DictKey,
) -> Option<Value> {
    let (Value::Instance(k), Value::Class(this_class)) = (receiver, class) else { return None };
    let stamp = heap.shapes.stamps[heap.instances[k].shape.0 as usize];
    let Found::Super(callee, from) = site.find(stamp)? else { return None };
    // The name must still mean the built-in class.
    let unshadowed = site.holds_for(&heap.dicts[globals]);
    let builtin = heap.dicts[builtins].entry(site.place as usize)?.value;
    (from == this_class && unshadowed && builtin.is(Value::Class(heap.types.super_))).then_some(callee)
}
