//! Text of objects: `repr`, `str`, `ascii`, `format`, and the guard against endless `repr`.

use super::{Res, Vm};
use crate::code::op::Conversion;
use crate::heap::Heap;
use crate::types::{bytes, format, str as str_type};
use crate::value::*;
use compact_str::ToCompactString;

impl Heap {
    fn int_text(&mut self, i: i64) -> Value {
        self.new_own_str(i.to_compact_string())
    }

    /// `str(v)` of an exact str or int.
    #[inline]
    pub fn quick_str(&mut self, v: Value) -> Option<Value> {
        match v {
            Value::Str(_) => Some(v),
            Value::Int(i) => Some(self.int_text(i)),
            _ => None,
        }
    }
}

impl Vm {
    /// `repr(v)`: a str. Recursive containers show as `[...]`; too deep nesting is a `RecursionError`.
    pub fn repr(&mut self, v: Value) -> Res {
        let text = match v {
            Value::Str(k) => {
                let quoted = str_type::repr::quote(&self.heap.strs[k]);
                return Ok(self.heap.new_text(quoted));
            }
            Value::None => "None",
            Value::Bool(true) => "True",
            Value::Bool(false) => "False",
            Value::NotImplemented => "NotImplemented",
            Value::Ellipsis => "Ellipsis",
            Value::Int(i) => return Ok(self.heap.int_text(i)),
            Value::Float(f) => return Ok(self.heap.new_str(format::float_repr(f))),
            Value::BigInt(_) => {
                let text = crate::types::int::to_decimal(self, v)?;
                return Ok(self.heap.new_str(text));
            }
            Value::Complex(k) => {
                let (re, im) = self.heap.complexes[k];
                return Ok(self.heap.new_str(format::complex_repr(re, im)));
            }
            Value::Bytes(k) => {
                let text = bytes::repr::quote(&self.heap.bytes[k]);
                return Ok(self.heap.new_str(text));
            }
            _ => return self.repr_by_method(v),
        };
        Ok(self.heap.interned_str(text))
    }

    #[inline(never)]
    fn repr_by_method(&mut self, v: Value) -> Res {
        let name = self.heap.names.__repr__;
        match self.call_special(v, name, &[])? {
            Some(text) => self.check_text(text, "__repr__"),
            None => self.default_repr(v),
        }
    }

    /// What a method that must return a str returned.
    fn check_text(&mut self, text: Value, method: &str) -> Res {
        if matches!(self.payload(text), Value::Str(_)) {
            return Ok(text);
        }
        let t = self.type_name(text);
        Err(self.type_error(format!("{method} returned non-string (type {t})")))
    }

    /// Notes that the `repr` of a container is under way; false if it was already, so that `[...]` is to be
    /// shown. After true, [`Vm::repr_leave`] must be called, whatever happens.
    pub fn repr_enter(&mut self, v: Value) -> Res<bool> {
        if self.repr_stack.iter().any(|o| o.is(v)) {
            return Ok(false);
        }
        if self.repr_stack.len() >= self.nesting_limit() {
            return Err(self.recursion_error(" while getting the repr of an object"));
        }
        self.repr_stack.push(v);
        Ok(true)
    }

    /// Ends what [`Vm::repr_enter`] began.
    pub fn repr_leave(&mut self) {
        self.repr_stack.pop();
    }

    /// `object.__repr__(v)`: `<__main__.C object at 0x…>`.
    pub fn default_repr(&mut self, v: Value) -> Res {
        crate::types::object::default_repr(self, v)
    }

    /// `str(v)`: a str (exact or of a subclass).
    pub fn str(&mut self, v: Value) -> Res {
        match v {
            Value::Str(_) => return Ok(v),
            Value::Int(_) | Value::Float(_) | Value::BigInt(_) | Value::None | Value::Bool(_) => return self.repr(v),
            _ => {}
        }
        let name = self.heap.names.__str__;
        match self.call_special(v, name, &[])? {
            Some(text) => self.check_text(text, "__str__"),
            None => self.repr(v),
        }
    }

    /// `ascii(v)`: a str.
    pub fn ascii(&mut self, v: Value) -> Res {
        let text = self.repr(v)?;
        let Value::Str(k) = self.payload(text) else { return Ok(text) };
        match str_type::repr::escape_non_ascii(&self.heap.strs[k]) {
            Some(escaped) => Ok(self.heap.new_str(escaped)),
            None => Ok(text),
        }
    }

    /// `format(conv(v), spec)`; an empty or unbound spec is the common case.
    pub fn format(&mut self, v: Value, conv: Conversion, spec: Value) -> Res {
        let v = match conv {
            Conversion::None => v,
            Conversion::Str => self.str(v)?,
            Conversion::Repr => self.repr(v)?,
            Conversion::Ascii => self.ascii(v)?,
        };
        let spec = match spec {
            Value::Undef => self.heap.interned_str(""),
            _ => spec,
        };
        let Value::Str(key) = self.payload(spec) else {
            let t = self.type_name(spec);
            return Err(self.type_error(format!("format() argument 2 must be str, not {t}")));
        };
        match v {
            Value::Str(_) if self.heap.strs[key].is_empty() => return Ok(v),
            Value::Int(_) | Value::Float(_) if self.heap.strs[key].is_empty() => return self.repr(v),
            Value::Str(_) | Value::Int(_) | Value::Float(_) => return format::format_value(self, v, key),
            _ => {}
        }
        let name = self.heap.names.__format__;
        match self.call_special(v, name, &[spec])? {
            Some(text) if matches!(self.payload(text), Value::Str(_)) => Ok(text),
            Some(other) => {
                let t = self.type_name(other);
                Err(self.type_error(format!("__format__ must return a str, not {t}")))
            }
            None => {
                let t = self.type_name(v);
                Err(self.type_error(format!("Type {t} doesn't define __format__")))
            }
        }
    }

    /// `object.__format__(v, spec)`: `str(v)`, and only for an empty specification.
    pub fn default_format(&mut self, v: Value, spec: Value) -> Res {
        let Value::Str(key) = self.payload(spec) else {
            let t = self.type_name(spec);
            return Err(self.type_error(format!("__format__() argument must be str, not {t}")));
        };
        if self.heap.strs[key].is_empty() {
            return self.str(v);
        }
        let t = self.type_name(v);
        Err(self.type_error(format!("unsupported format string passed to {t}.__format__")))
    }

    /// `repr(v)` as Rust text (lone surrogates replaced): for messages.
    pub fn repr_text(&mut self, v: Value) -> Res<String> {
        let text = self.repr(v)?;
        Ok(self.text_of(text))
    }

    /// `str(v)` as Rust text (lone surrogates replaced): for messages.
    pub fn str_text(&mut self, v: Value) -> Res<String> {
        let text = self.str(v)?;
        Ok(self.text_of(text))
    }

    fn text_of(&self, text: Value) -> String {
        match self.payload(text) {
            Value::Str(k) => self.heap.text(k).into_owned(),
            _ => String::new(),
        }
    }
}
