//! `PickleError` and its subclasses, which live in the module `_pickle`.

use crate::heap::types::Exc;
use crate::types::exception;
use crate::value::*;
use crate::vm::native::TypeSpec;
use crate::vm::{Raised, Vm};

/// Stand for the classes in the table of native classes; the classes themselves are made as `class` makes them.
pub static PICKLE_ERROR: TypeSpec = TypeSpec { name: "PickleError", module: "_pickle", ..TypeSpec::BASE };
/// See [`PICKLE_ERROR`].
pub static PICKLING_ERROR: TypeSpec = TypeSpec { name: "PicklingError", module: "_pickle", ..TypeSpec::BASE };
/// See [`PICKLE_ERROR`].
pub static UNPICKLING_ERROR: TypeSpec = TypeSpec { name: "UnpicklingError", module: "_pickle", ..TypeSpec::BASE };

/// The class `_pickle.PickleError`, `PicklingError` or `UnpicklingError`, made on first use.
pub fn error_class(vm: &mut Vm, spec: &'static TypeSpec) -> ClassKey {
    let base = if spec.name == "PickleError" {
        vm.heap.types.exception(Exc::Exception)
    } else {
        error_class(vm, &PICKLE_ERROR)
    };
    exception::made_class(vm, spec, base)
}

fn raise(vm: &mut Vm, spec: &'static TypeSpec, message: &str) -> Raised {
    let class = error_class(vm, spec);
    let message = vm.heap.new_str(message);
    let exception = vm.new_exception(class, &[message]);
    vm.raise(exception)
}

/// Raises `_pickle.PicklingError`.
#[cold]
pub fn pickling_error(vm: &mut Vm, message: &str) -> Raised {
    raise(vm, &PICKLING_ERROR, message)
}

/// Raises `_pickle.UnpicklingError`.
#[cold]
pub fn unpickling_error(vm: &mut Vm, message: &str) -> Raised {
    raise(vm, &UNPICKLING_ERROR, message)
}
