//! Calls by ops beyond [`super::call`]: of what a method op left, and with `*` and `**`.
//!
//! Registers are given as absolute places on the stack.

use super::call::HEADROOM;
use super::frame::FrameKind;
use super::{Res, Vm};
use crate::value::*;

impl Vm {
    /// Calls what `LoadMethod` left at `stack[at]`: with the receiver behind it, or without if there is none.
    pub(super) fn invoke_method(
        &mut self,
        at: usize,
        argc: usize,
        kw: Option<TupleKey>,
        dst: u8,
    ) -> Res<Option<Value>> {
        if self.stack[at + 1].is_undef() {
            self.stack[at + 1] = self.stack[at];
            return self.invoke(at + 1, argc, kw, dst, FrameKind::Call);
        }
        let function = self.stack[at];
        self.invoke_with_self(function, at + 1, argc + 1, kw, dst, FrameKind::Call)
    }

    /// `InvokeMethod` when the cache has no answer.
    pub(super) fn load_and_invoke(&mut self, o: Value, ic: u32, at: usize, argc: usize, dst: u8) -> Res<Option<Value>> {
        let found = self.load_method_slow(o, ic);
        self.lookup_failed = found.is_err();
        let (callee, receiver) = found?;
        self.stack[at] = callee;
        self.stack[at + 1] = receiver;
        self.invoke_method(at, argc, None, dst)
    }

    /// `f(*args, **kwargs)` with the collected arguments in registers.
    pub(super) fn call_spread(&mut self, at: usize, dst: u8) -> Res<Option<Value>> {
        let [callee, args, kwargs] = [self.stack[at], self.stack[at + 1], self.stack[at + 2]];
        let mut all = match args {
            Value::List(k) => self.heap.lists[k].clone(),
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            _ => Vec::new(),
        };
        let mut names = Vec::new();
        if let Value::Dict(d) = kwargs {
            for e in self.heap.dicts[d].iter() {
                names.push(e.key);
                all.push(e.value);
            }
        }
        let kw = if names.is_empty() {
            None
        } else {
            let names = names.into_iter().map(|n| self.payload(n)).collect::<Vec<_>>();
            match self.heap.new_tuple(names) {
                Value::Tuple(k) => Some(k),
                _ => None,
            }
        };
        // The arguments may be more than a window holds: they go above it.
        let at = self.top;
        let end = at + 1 + all.len();
        self.reserve(all.len() * 16)?;
        if self.stack.len() < end + HEADROOM {
            self.stack.resize((end + HEADROOM) * 2, Value::Undef);
        }
        self.stack[at] = callee;
        self.stack[at + 1..end].copy_from_slice(&all);
        self.top = end;
        let result = self.invoke(at, all.len(), kw, dst, FrameKind::Call);
        if !matches!(result, Ok(None)) {
            self.fit_top();
        }
        result
    }
}
