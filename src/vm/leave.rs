//! How frames other than those of plain calls are left: by a return, a `yield`, or a delegate's.
//!
//! Registers are given as absolute places on the stack.

use super::frame::FrameKind;
use super::generator::Step;
use super::{Raised, Res, Vm};
use crate::heap::types::Exc;
use crate::value::*;

impl Vm {
    /// One step of `for`: the next value, or None at the end, for iterators the loop has no fast path for.
    pub fn for_next(&mut self, it: Value) -> Res<Option<Value>> {
        self.next(it)
    }

    /// Sends a value to an iterator that `yield from` runs on.
    pub fn yield_from_step(&mut self, it: Value, v: Value) -> Res<super::generator::Step> {
        use super::generator::Step;
        if let Value::Generator(g) = it {
            return self.generator_send(g, v);
        }
        let result = if v.is_none() {
            let class = self.class_of(it);
            if let (Value::Iter(_), _) | (_, true) = (it, class == self.heap.types.generator) {
                return Ok(match self.next(it)? {
                    Some(v) => Step::Yielded(v),
                    None => Step::Returned(Value::None),
                });
            }
            let name = self.heap.names.__next__;
            match self.call_special(it, name, &[]) {
                Ok(Some(v)) => Ok(v),
                Ok(None) => {
                    let t = self.type_name(it);
                    Err(self.type_error(format!("'{t}' object is not an iterator")))
                }
                Err(raised) => Err(raised),
            }
        } else {
            let name = self.heap.names.send;
            self.call_method(it, name, &[v])
        };
        match result {
            Ok(v) => Ok(Step::Yielded(v)),
            Err(Raised) if self.pending_is(Exc::StopIteration) => {
                let e = self.take_pending();
                Ok(Step::Returned(self.stop_value(e)))
            }
            Err(Raised) => Err(Raised),
        }
    }

    /// `iter(v)` for `yield from`.
    pub fn yield_from_iter(&mut self, v: Value) -> Res {
        match v {
            Value::Generator(g) if self.heap.generators[g].kind.is_iterable() => Ok(v),
            _ => self.iter(v),
        }
    }

    /// Returning from a frame that is not a plain call. Some: the loop is left with this.
    pub(super) fn return_other(&mut self, v: Value) -> Option<Res> {
        let frame = self.frames.pop()?;
        match frame.kind {
            FrameKind::Call | FrameKind::Entry => Some(Ok(v)),
            FrameKind::Init(k) => {
                if let Err(raised) = self.check_init_result(v) {
                    self.fit_top();
                    return Some(Err(raised));
                }
                let caller = self.frames.last()?;
                self.stack[caller.base as usize + usize::from(frame.dst)] = Value::Instance(k);
                None
            }
            FrameKind::Generator(g) => {
                self.finish_generator(g);
                Some(Ok(v))
            }
            FrameKind::ForGenerator(g, _) => {
                self.finish_generator(g);
                None
            }
            FrameKind::Delegate(g) => {
                self.finish_generator(g);
                let caller = self.frames.last()?;
                self.stack[caller.base as usize + usize::from(frame.dst)] = v;
                None
            }
        }
    }

    /// Suspends the generator on top with a value. Some: native code ran it, and the loop is left with this.
    pub(super) fn yield_value(&mut self, v: Value, mut pc: u32) -> Option<Res> {
        // Whoever delegates to it is suspended with it, at the op that does so.
        while let FrameKind::Delegate(g) = self.frames.last()?.kind {
            self.suspend_generator(g, pc);
            pc = self.frames.last()?.pc.saturating_sub(1);
        }
        let kind = self.frames.last()?.kind;
        let dst = usize::from(self.frames.last()?.dst);
        match kind {
            FrameKind::Generator(g) => {
                self.suspend_generator(g, pc);
                Some(Ok(v))
            }
            FrameKind::ForGenerator(g, off) => {
                self.suspend_generator(g, pc);
                let caller = self.frames.last_mut()?;
                caller.pc = caller.pc.wrapping_add_signed(off);
                let base = caller.base as usize;
                self.stack[base + dst] = v;
                self.fit_top();
                None
            }
            _ => Some(Err(self.system_error("yield outside a generator"))),
        }
    }

    /// `YieldFrom`: a value suspends, and resuming runs the op again; the end goes to `stack[to]`. Some: the loop
    /// is left with this.
    pub(super) fn yield_from_op(&mut self, it: Value, sent: Value, to: usize) -> Res<Option<Res>> {
        match self.yield_from_step(it, sent)? {
            Step::Yielded(v) => {
                let pc = self.frames.last().map_or(0, |f| f.pc.saturating_sub(1));
                Ok(self.yield_value(v, pc))
            }
            Step::Returned(v) => {
                self.stack[to] = v;
                Ok(None)
            }
        }
    }
}
