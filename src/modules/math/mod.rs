//! The module `math`: the functions of C's mathematical library, and those on ints. One subject a file.

mod elementary;
mod exact_sum;
mod floats;
mod gamma;
mod integers;
mod points;
mod products;

pub use elementary::{acosh, asinh, atanh};
pub use floats::{is_within, tolerances};

use crate::types::float;
use crate::value::*;
use crate::vm::native::ModuleSpec;
use crate::vm::{Raised, Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "math",
    doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
    functions: &[],
    classes: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let module = vm.heap.interned_str("math");
    for functions in [
        elementary::FUNCTIONS,
        floats::FUNCTIONS,
        gamma::FUNCTIONS,
        integers::FUNCTIONS,
        points::FUNCTIONS,
        products::FUNCTIONS,
    ] {
        vm.add_functions(ns, module, functions);
    }
    constants(vm, ns);
    Ok(())
}

/// The constants that `cmath` has as well.
pub fn constants(vm: &mut Vm, ns: DictKey) {
    use std::f64::consts::{E, PI, TAU};
    for (name, value) in [("pi", PI), ("e", E), ("tau", TAU), ("inf", f64::INFINITY), ("nan", f64::NAN)] {
        vm.heap.ns_set_text(ns, name, Value::Float(value));
    }
}

/// "math domain error"
#[cold]
pub fn domain_error(vm: &mut Vm) -> Raised {
    vm.value_error("math domain error")
}

/// "math range error"
#[cold]
pub fn range_error(vm: &mut Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// The floats of the first `N` arguments.
fn floats<const N: usize>(vm: &mut Vm, args: crate::vm::native::Args) -> Res<[f64; N]> {
    let mut out = [0.0; N];
    for (i, place) in out.iter_mut().enumerate() {
        let x = args.get(vm, i);
        *place = float::argument(vm, x)?;
    }
    Ok(out)
}
