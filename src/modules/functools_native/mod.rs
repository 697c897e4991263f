//! The module `_functools`: what of `functools` must be fast or leave no frames in tracebacks.

pub mod key_wrapper;
pub mod lru_cache;
pub mod partial;

use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_functools",
    doc: "Tools that operate on functions.",
    functions: &[
        NativeSpec::new(
            "reduce",
            "(function, iterable, initial=None, /)",
            reduce,
            "reduce(function, iterable[, initial], /) -> value\n\nApply a function of two arguments cumulatively to the \
             items of a sequence\nor iterable, from left to right, so as to reduce the iterable to a single\nvalue.  \
             For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) calculates\n((((1+2)+3)+4)+5).  If initial is \
             present, it is placed before the items\nof the iterable in the calculation, and serves as a default when \
             the\niterable is empty.",
        ),
        NativeSpec::new(
            "cmp_to_key",
            "(mycmp)",
            key_wrapper::cmp_to_key,
            "Convert a cmp= function into a key= function.\n\n  mycmp\n    Function that compares two objects.",
        ),
    ],
    classes: &[&partial::SPEC, &lru_cache::SPEC],
    init: None,
};

fn reduce(vm: &mut Vm, args: Args) -> Res {
    let [function, iterable, initial] = args.take(vm);
    let iterator = match vm.iter(iterable) {
        Ok(it) => it,
        Err(raised) if vm.pending_is(Exc::TypeError) && !vm.has_iteration(iterable) => {
            let _ = raised;
            vm.take_pending();
            return Err(vm.type_error("reduce() arg 2 must support iteration"));
        }
        Err(raised) => return Err(raised),
    };
    let mut result = initial;
    let recent = vm.heap.recent.len();
    let mark = vm.heap.pins.len();
    vm.pin(iterator);
    while let Some(v) = vm.next(iterator)? {
        if result.is_undef() {
            result = v;
        } else {
            let pin = vm.pin(v);
            result = vm.call(function, &[result, v])?;
            vm.unpin_to(pin);
        }
        // Of all that was made only the result is still needed.
        vm.unpin_to(mark + 1);
        vm.pin(result);
        vm.heap.recent.truncate(recent);
    }
    vm.unpin_to(mark);
    vm.heap.recent.push(result);
    match result.bound() {
        Some(result) => Ok(result),
        None => Err(vm.type_error("reduce() of empty iterable with no initial value")),
    }
}

/// What a member that can't be set says.
pub fn readonly(vm: &mut Vm, _: Value, _: Value) -> Res<()> {
    Err(vm.error(Exc::AttributeError, "readonly attribute"))
}
