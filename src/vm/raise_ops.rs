//! What `raise`, `except` and `with` ask for.

use super::{Raised, Res, Vm};
use crate::heap::types::Exc;
use crate::value::*;

impl Vm {
    /// `with`: the bound `__exit__` and `__enter__` of a context manager.
    pub fn before_with(&mut self, manager: Value) -> Res<(Value, Value)> {
        let names = self.heap.names;
        self.context_methods(manager, names.__enter__, names.__exit__, "context manager")
    }

    /// The bound methods a context manager is left and entered by.
    pub fn context_methods(
        &mut self,
        manager: Value,
        enter: StrKey,
        exit: StrKey,
        protocol: &str,
    ) -> Res<(Value, Value)> {
        let exit_name = exit;
        let class = self.class_of(manager);
        let enter = self.special(manager, enter);
        let exit = self.special(manager, exit);
        let (Some(enter), Some(exit)) = (enter, exit) else {
            let t = self.heap.class_name(class);
            let missed = match enter {
                Some(_) => format!(" (missed {} method)", self.heap.text(exit_name)),
                None => String::new(),
            };
            let message = format!("'{t}' object does not support the {protocol} protocol{missed}");
            return Err(self.type_error(message));
        };
        let exit = self.bind(exit, manager, class)?;
        self.heap.recent.push(exit);
        let enter = self.bind(enter, manager, class)?;
        Ok((exit, enter))
    }

    /// The exception of a `raise` statement: an instance, or made by calling a class.
    pub fn exception_to_raise(&mut self, v: Value) -> Res {
        let base = self.heap.types.exception(Exc::BaseException);
        if let Value::Class(c) = v
            && self.heap.is_subclass(c, base)
        {
            let made = self.call(v, &[])?;
            if self.exception_key(made).is_none() {
                let (c, t) = (self.repr_text(v)?, self.type_name(made));
                return Err(self.type_error(format!(
                    "calling {c} should have returned an instance of BaseException, not <class '{t}'>"
                )));
            }
            return Ok(made);
        }
        if self.exception_key(v).is_some() {
            return Ok(v);
        }
        Err(self.type_error("exceptions must derive from BaseException"))
    }

    /// `raise v from cause`.
    pub fn raise_from(&mut self, v: Value, cause: Value) -> Raised {
        let made = match self.exception_to_raise(v) {
            Ok(e) => e,
            Err(raised) => return raised,
        };
        let pin = self.pin(made);
        let base = self.heap.types.exception(Exc::BaseException);
        let cause = match cause {
            Value::None => Value::None,
            Value::Class(c) if self.heap.is_subclass(c, base) => match self.exception_to_raise(cause) {
                Ok(e) => e,
                Err(raised) => {
                    self.unpin_to(pin);
                    return raised;
                }
            },
            other if self.exception_key(other).is_some() => other,
            _ => {
                self.unpin_to(pin);
                return self.type_error("exception causes must derive from BaseException");
            }
        };
        self.unpin_to(pin);
        if let Some(k) = self.exception_key(made) {
            let e = &mut self.heap.exceptions[k];
            e.cause = cause;
            e.suppress_context = true;
        }
        self.raise(made)
    }

    /// Bare `raise`.
    pub fn raise_again(&mut self) -> Raised {
        if self.handled.is_none() {
            return self.runtime_error("No active exception to reraise");
        }
        self.pending = self.handled;
        Raised
    }

    /// `except t`: the exception is an instance of the class or one of the tuple's.
    pub fn exception_matches(&mut self, e: Value, t: Value) -> Res<bool> {
        let base = self.heap.types.exception(Exc::BaseException);
        let class = self.class_of(e);
        let candidates = match t {
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            other => vec![other],
        };
        for c in &candidates {
            match c {
                Value::Class(c) if self.heap.is_subclass(*c, base) => {}
                _ => {
                    return Err(
                        self.type_error("catching classes that do not inherit from BaseException is not allowed")
                    );
                }
            }
        }
        Ok(candidates.iter().any(|c| matches!(c, Value::Class(c) if self.heap.is_subclass(class, *c))))
    }
}
