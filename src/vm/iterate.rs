//! Iteration: `iter`, `next`, and loops over iterables from native code.

use super::{Res, Vm};
use crate::value::*;

impl Vm {
    /// `iter(v)`; `TypeError` "'x' object is not iterable".
    pub fn iter(&mut self, _v: Value) -> Res {
        Err(self.system_error("iteration is not built yet"))
    }

    /// The next value of an iterator, or None at its end (`StopIteration` is taken).
    pub fn next(&mut self, _it: Value) -> Res<Option<Value>> {
        Err(self.system_error("iteration is not built yet"))
    }

    /// All values of an iterable. They are roots until the calling native returns.
    pub fn to_vec(&mut self, _v: Value) -> Res<Vec<Value>> {
        Err(self.system_error("iteration is not built yet"))
    }

    /// Calls `f` with each value of an iterable.
    pub fn for_each(&mut self, v: Value, mut f: impl FnMut(&mut Vm, Value) -> Res<()>) -> Res<()> {
        let it = self.iter(v)?;
        while let Some(item) = self.next(it)? {
            f(self, item)?;
        }
        Ok(())
    }
}
