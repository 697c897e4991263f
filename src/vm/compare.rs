//! Comparison, hashing and containment, and lookup in dicts and sets by Python equality.

use super::{Res, Vm};
use crate::code::op::CompareOp;
use crate::value::*;

impl Vm {
    /// Rich comparison (data model 3.3.1), any result.
    pub fn compare(&mut self, _op: CompareOp, _a: Value, _b: Value) -> Res {
        Err(self.system_error("comparison is not built yet"))
    }

    /// Rich comparison as a truth value.
    pub fn compare_bool(&mut self, op: CompareOp, a: Value, b: Value) -> Res<bool> {
        let r = self.compare(op, a, b)?;
        self.truth(r)
    }

    /// `a is b or a == b`, as containers compare.
    pub fn eq(&mut self, _a: Value, _b: Value) -> Res<bool> {
        Err(self.system_error("comparison is not built yet"))
    }

    /// `hash(v)`; never -1.
    pub fn hash(&mut self, _v: Value) -> Res<i64> {
        Err(self.system_error("hashing is not built yet"))
    }

    /// `item in container`.
    pub fn contains(&mut self, _container: Value, _item: Value) -> Res<bool> {
        Err(self.system_error("containment is not built yet"))
    }

    /// `bool(v)`: `__bool__`, `__len__`, or true.
    pub fn truth(&mut self, _v: Value) -> Res<bool> {
        Err(self.system_error("truth is not built yet"))
    }

    /// The value of a key in a dict (exact table; no `__missing__`).
    pub fn dict_get(&mut self, _dict: DictKey, _key: Value) -> Res<Option<Value>> {
        Err(self.system_error("dicts are not built yet"))
    }

    /// `dict[key] = value`.
    pub fn dict_set(&mut self, _dict: DictKey, _key: Value, _value: Value) -> Res<()> {
        Err(self.system_error("dicts are not built yet"))
    }

    /// Removes a key; its value, if it was there.
    pub fn dict_remove(&mut self, _dict: DictKey, _key: Value) -> Res<Option<Value>> {
        Err(self.system_error("dicts are not built yet"))
    }

    /// Adds to a set; true if it was not there.
    pub fn set_add(&mut self, _set: SetKey, _item: Value) -> Res<bool> {
        Err(self.system_error("sets are not built yet"))
    }

    /// An element is in the set.
    pub fn set_contains(&mut self, _set: SetKey, _item: Value) -> Res<bool> {
        Err(self.system_error("sets are not built yet"))
    }
}
