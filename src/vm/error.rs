//! Raising: the errors natives raise, one method for each common class.

use super::{Raised, Res, Vm};
use crate::heap::kinds::Exception;
use crate::heap::types::Exc;
use crate::value::*;
use compact_str::CompactString;

impl Vm {
    /// Raises a built-in exception with a message.
    #[cold]
    pub fn error(&mut self, exc: Exc, message: impl Into<CompactString>) -> Raised {
        let message = self.heap.new_str(message);
        self.error_with(exc, &[message])
    }

    /// Raises a built-in exception with these `args`.
    #[cold]
    pub fn error_with(&mut self, exc: Exc, args: &[Value]) -> Raised {
        let instance = self.new_exception(self.heap.types.exception(exc), args);
        self.raise(instance)
    }

    /// Raises an exception instance: it becomes the pending one, with the handled one as its context.
    #[cold]
    pub fn raise(&mut self, exception: Value) -> Raised {
        self.set_context(exception);
        self.pending = exception;
        Raised
    }

    /// An instance of an exception class (built-in layout) with these `args`; runs no Python code.
    pub fn new_exception(&mut self, class: ClassKey, args: &[Value]) -> Value {
        let args = self.heap.new_tuple(args);
        let payload = self.heap.new_exception(Exception {
            args,
            cause: Value::None,
            context: Value::None,
            suppress_context: false,
            traceback: Vec::new(),
            traceback_object: Value::Undef,
            fields: Box::default(),
        });
        let key = self.heap.new_instance(class);
        self.heap.instances[key].values[0] = payload;
        let v = Value::Instance(key);
        crate::types::exception::init_fields(self, v);
        v
    }

    /// The payload of an exception instance; None for anything else.
    pub fn exception_key(&self, v: Value) -> Option<ExceptionKey> {
        match v {
            Value::Instance(k) => match self.heap.instances[k].values[0] {
                Value::Exception(e) => Some(e),
                _ => None,
            },
            _ => None,
        }
    }

    /// Sets `__context__` to the exception being handled, as raising does, without making a cycle.
    pub fn set_context(&mut self, exception: Value) {
        let handled = self.handled;
        let (Some(new), Some(old)) = (self.exception_key(exception), self.exception_key(handled)) else { return };
        if new == old {
            return;
        }
        // Break the chain where it would lead back to the new exception.
        let mut at = old;
        let mut steps = 0;
        while let Some(next) = self.exception_key(self.heap.exceptions[at].context) {
            if next == new {
                self.heap.exceptions[at].context = Value::None;
                break;
            }
            at = next;
            steps += 1;
            if steps > 100_000 {
                break;
            }
        }
        self.heap.exceptions[new].context = handled;
    }

    /// `TypeError`
    #[cold]
    pub fn type_error(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::TypeError, message)
    }

    /// `ValueError`
    #[cold]
    pub fn value_error(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::ValueError, message)
    }

    /// `IndexError`
    #[cold]
    pub fn index_error(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::IndexError, message)
    }

    /// `KeyError` with the key itself as its argument.
    #[cold]
    pub fn key_error(&mut self, key: Value) -> Raised {
        self.error_with(Exc::KeyError, &[key])
    }

    /// `OverflowError`
    #[cold]
    pub fn overflow_error(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::OverflowError, message)
    }

    /// `ZeroDivisionError`
    #[cold]
    pub fn zero_division(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::ZeroDivisionError, message)
    }

    /// `RuntimeError`
    #[cold]
    pub fn runtime_error(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::RuntimeError, message)
    }

    /// `SystemError`
    #[cold]
    pub fn system_error(&mut self, message: impl Into<CompactString>) -> Raised {
        self.error(Exc::SystemError, message)
    }

    /// `MemoryError`
    #[cold]
    pub fn memory_error(&mut self) -> Raised {
        self.error_with(Exc::MemoryError, &[])
    }

    /// `RecursionError` with CPython's words; `doing` is `""` or e.g. `" while calling a Python object"`.
    #[cold]
    pub fn recursion_error(&mut self, doing: &str) -> Raised {
        self.error(Exc::RecursionError, format!("maximum recursion depth exceeded{doing}"))
    }

    /// The pending exception is an instance of this built-in class. The exception stays pending.
    pub fn pending_is(&self, exc: Exc) -> bool {
        match self.pending {
            Value::Instance(k) => {
                let class = self.heap.shapes[self.heap.instances[k].shape].class;
                self.heap.classes[class].mro.contains(&self.heap.types.exception(exc))
            }
            _ => false,
        }
    }

    /// Takes the pending exception: it is caught.
    pub fn take_pending(&mut self) -> Value {
        let e = std::mem::take(&mut self.pending);
        self.heap.recent.push(e);
        e
    }

    /// Turns a raised built-in exception into None, and anything else on.
    pub fn catch<T>(&mut self, result: Res<T>, exc: Exc) -> Res<Option<T>> {
        match result {
            Ok(v) => Ok(Some(v)),
            Err(Raised) if self.pending_is(exc) => {
                self.take_pending();
                Ok(None)
            }
            Err(Raised) => Err(Raised),
        }
    }
}
