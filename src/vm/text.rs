//! Text of objects: `repr`, `str`, `format`.

use super::{Res, Vm};
use crate::code::op::Conversion;
use crate::value::*;

impl Vm {
    /// `repr(v)`: a str. Recursive containers show as `[...]`; too deep nesting is a `RecursionError`.
    pub fn repr(&mut self, _v: Value) -> Res {
        Err(self.system_error("repr is not built yet"))
    }

    /// `str(v)`: a str (exact or of a subclass).
    pub fn str(&mut self, _v: Value) -> Res {
        Err(self.system_error("str is not built yet"))
    }

    /// `ascii(v)`: a str.
    pub fn ascii(&mut self, _v: Value) -> Res {
        Err(self.system_error("ascii is not built yet"))
    }

    /// `format(conv(v), spec)`; an empty or unbound spec is the common case.
    pub fn format(&mut self, _v: Value, _conv: Conversion, _spec: Value) -> Res {
        Err(self.system_error("format is not built yet"))
    }

    /// `repr(v)` as Rust text (lone surrogates replaced): for messages.
    pub fn repr_text(&mut self, v: Value) -> Res<String> {
        match self.repr(v)? {
            Value::Str(k) => Ok(self.heap.text(k).into_owned()),
            _ => Ok(String::new()),
        }
    }

    /// `str(v)` as Rust text (lone surrogates replaced): for messages.
    pub fn str_text(&mut self, v: Value) -> Res<String> {
        let s = self.str(v)?;
        match self.payload(s) {
            Value::Str(k) => Ok(self.heap.text(k).into_owned()),
            _ => Ok(String::new()),
        }
    }
}
