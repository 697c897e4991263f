//! Subscription: `o[k]`, `o[k] = v`, `del o[k]`, and `len(o)`.

use super::{Res, Vm};
use crate::value::*;

impl Vm {
    /// `o[k]`; classes answer through `__class_getitem__`.
    pub fn get_item(&mut self, _o: Value, _k: Value) -> Res {
        Err(self.system_error("subscription is not built yet"))
    }

    /// `o[k] = v`
    pub fn set_item(&mut self, _o: Value, _k: Value, _v: Value) -> Res<()> {
        Err(self.system_error("subscription is not built yet"))
    }

    /// `del o[k]`
    pub fn del_item(&mut self, _o: Value, _k: Value) -> Res<()> {
        Err(self.system_error("subscription is not built yet"))
    }

    /// `len(o)`; `TypeError` "object of type 'x' has no len()".
    pub fn len(&mut self, _o: Value) -> Res<usize> {
        Err(self.system_error("subscription is not built yet"))
    }
}
