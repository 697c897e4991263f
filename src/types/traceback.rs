//! Traceback objects.

use crate::value::*;
use crate::vm::{Res, Vm};

impl Vm {
    /// `e.__traceback__`
    pub fn exception_traceback(&mut self, _e: Value) -> Res {
        Ok(Value::None)
    }
}
