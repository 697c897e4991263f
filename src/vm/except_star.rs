//! `except*` (PEP 654): dividing the exception that was caught among the clauses, and joining what is left.

use super::{Res, Vm};
use crate::heap::types::Exc;
use crate::types::exception::{group_projection, is, make_group};
use crate::types::traceback;
use crate::value::*;

impl Vm {
    /// `SplitGroup`: divides the exception at place `rest` of the stack into what matches `t`, which goes to `d` and
    /// becomes the handled one, and what is left. Each is None if there is none of it.
    pub fn split_group(&mut self, d: usize, rest: usize, t: Value) -> Res<()> {
        let e = self.stack[rest];
        self.check_star_type(t)?;
        let (matched, left) = if e.is_none() { (e, e) } else { self.star_match(e, t)? };
        self.stack[d] = matched;
        self.stack[rest] = left;
        if !matched.is_none() {
            self.handled = matched;
        }
        Ok(())
    }

    /// `except*` takes exceptions, but no groups of them.
    fn check_star_type(&mut self, t: Value) -> Res<()> {
        let classes = match t {
            Value::Tuple(k) => self.heap.tuples[k].to_vec(),
            other => vec![other],
        };
        let base = self.heap.types.exception(Exc::BaseException);
        let base_group = self.heap.types.exception(Exc::BaseExceptionGroup);
        for class in classes {
            let message = match class {
                Value::Class(c) if self.heap.is_subclass(c, base_group) => {
                    "catching ExceptionGroup with except* is not allowed. Use except instead."
                }
                Value::Class(c) if self.heap.is_subclass(c, base) => continue,
                _ => "catching classes that do not inherit from BaseException is not allowed",
            };
            return Err(self.type_error(message));
        }
        Ok(())
    }

    fn star_match(&mut self, e: Value, t: Value) -> Res<(Value, Value)> {
        let in_group = is(self, e, Exc::BaseExceptionGroup);
        if self.exception_matches(e, t)? {
            if in_group {
                return Ok((e, Value::None));
            }
            let alone = self.heap.new_tuple([e]);
            return Ok((make_group(self, alone)?, Value::None));
        }
        if !in_group {
            return Ok((Value::None, e));
        }
        let split = self.heap.intern("split");
        let parts = self.call_method(e, split, &[t])?;
        let class = self.type_name(e);
        let Value::Tuple(k) = self.payload(parts) else {
            let t = self.type_name(parts);
            return Err(self.type_error(format!("{class}.split must return a tuple, not {t}")));
        };
        match *self.heap.tuples[k] {
            [matched, left, ..] if [matched, left].iter().all(|&v| v.is_none() || self.exception_key(v).is_some()) => {
                Ok((matched, left))
            }
            [_, _, ..] => Err(self.type_error(format!("{class}.split must return exceptions or None"))),
            ref parts => {
                let n = parts.len();
                Err(self.type_error(format!("{class}.split must return a 2-tuple, got tuple of size {n}")))
            }
        }
    }

    /// `JoinGroups`: what is to be raised after the clauses for the exception `e`, or None: of the list, what still is
    /// a part of `e` is put together again, beside what the clauses raised anew.
    pub fn join_groups(&mut self, e: Value, list: Value) -> Res {
        let Value::List(list) = list else { return Ok(Value::None) };
        let all: Vec<Value> = self.heap.lists[list].iter().copied().filter(|v| !v.is_none()).collect();
        if !is(self, e, Exc::BaseExceptionGroup) {
            // It was wrapped for the one clause that took it, if any did.
            return Ok(all.first().copied().unwrap_or(Value::None));
        }
        let (parts, mut raised): (Vec<Value>, Vec<Value>) = all.into_iter().partition(|&v| self.is_part(v, e));
        let joined = group_projection(self, e, &parts)?;
        if !joined.is_none() {
            raised.push(joined);
        }
        match raised[..] {
            [] => Ok(Value::None),
            [only] => Ok(only),
            _ => {
                let members = self.heap.new_list(raised);
                make_group(self, members)
            }
        }
    }

    /// Whether an exception is one that came of dividing `whole`, not raised since.
    fn is_part(&mut self, e: Value, whole: Value) -> bool {
        let (Some(a), Some(b)) = (self.exception_key(e), self.exception_key(whole)) else { return false };
        let (x, y) = (traceback::of(self, a), traceback::of(self, b));
        let (a, b) = (&self.heap.exceptions[a], &self.heap.exceptions[b]);
        x.is(y) && a.cause.is(b.cause) && a.context.is(b.context)
    }
}
