//! What `__getstate__` and `__setstate__` of the files in memory share: the position and the `__dict__`.

use crate::types::dict;
use crate::types::exception::own_attributes;
use crate::value::*;
use crate::vm::{Res, Vm};

/// A copy of the `__dict__` of a file in memory; None if nobody asked for one.
pub(super) fn dict_copy(vm: &mut Vm, this: Value) -> Res {
    let own = match this {
        Value::Instance(_) => own_attributes(vm, this),
        _ => vm.heap.own_dict(this),
    };
    match own {
        Some(d) => Ok(Value::Dict(dict::copied(vm, d)?)),
        None => Ok(Value::None),
    }
}

/// Takes over the `__dict__` of a state; `TypeError` "third item of state should be a dict, got a int".
pub(super) fn restore_dict(vm: &mut Vm, this: Value, state: Value, place: &str) -> Res<()> {
    match vm.payload(state) {
        Value::None => Ok(()),
        Value::Dict(d) => {
            if vm.heap.own_dict(this).is_none()
                && let Some(own) = vm.own_dict_place(this)
            {
                *own = Value::Dict(d);
                return Ok(());
            }
            match vm.dict_of(this) {
                Some(own) => vm.dict_update(own, Value::Dict(d)),
                None => Ok(()),
            }
        }
        _ => {
            let t = vm.type_name(state);
            Err(vm.type_error(format!("{place} item of state should be a dict, got a {t}")))
        }
    }
}

/// The position in a state; the message says what else it can't be.
pub(super) fn position(vm: &mut Vm, at: Value, wanted: &str) -> Res<usize> {
    if !matches!(vm.payload(at), Value::Int(_) | Value::BigInt(_) | Value::Bool(_)) {
        let t = vm.type_name(at);
        return Err(vm.type_error(format!("{wanted} {t}")));
    }
    let at = vm.index_i64(at)?;
    usize::try_from(at).map_err(|_| vm.value_error("position value cannot be negative"))
}
