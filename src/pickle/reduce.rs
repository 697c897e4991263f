//! The reduction protocol of `object`.

use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// `object.__reduce_ex__`
pub fn object_reduce_ex(vm: &mut Vm, _args: Args) -> Res {
    Err(vm.system_error("reduction is not built yet"))
}

/// `object.__reduce__`
pub fn object_reduce(vm: &mut Vm, _args: Args) -> Res {
    Err(vm.system_error("reduction is not built yet"))
}

/// `object.__getstate__`
pub fn object_getstate(vm: &mut Vm, _args: Args) -> Res {
    Err(vm.system_error("reduction is not built yet"))
}
