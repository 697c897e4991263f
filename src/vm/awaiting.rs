//! Awaiting: the iterators behind `await`, `async for` and `async with` (PEP 492, PEP 525).

use super::{Raised, Res, Vm};
use crate::code::unit::{Awaited, GeneratorKind};
use crate::heap::Heap;
use crate::heap::kinds::GeneratorState;
use crate::heap::types::Exc;
use crate::value::*;

impl Vm {
    /// The iterator that `await v` runs on.
    pub fn awaitable(&mut self, v: Value, from: Awaited) -> Res {
        if let Some(kind) = self.coroutine_kind(v) {
            if let (GeneratorKind::Coroutine, Value::Generator(g)) = (kind, v)
                && self.yield_from_target(g).is_some()
            {
                return Err(self.runtime_error("coroutine is being awaited already"));
            }
            return Ok(v);
        }
        let name = self.heap.names.__await__;
        let it = match self.special(v, name) {
            Some(method) if !method.is_none() => self.call_found(method, v, &[])?,
            _ => {
                let t = self.type_name(v);
                return Err(self.type_error(match from {
                    Awaited::Expression => format!("object {t} can't be used in 'await' expression"),
                    Awaited::Enter | Awaited::Exit => {
                        let name = if from == Awaited::Enter { "__aenter__" } else { "__aexit__" };
                        format!("'async with' received an object from {name} that does not implement __await__: {t}")
                    }
                }));
            }
        };
        if self.coroutine_kind(it).is_some() {
            return Err(self.type_error("__await__() returned a coroutine"));
        }
        if !self.is_iterator(it) {
            let t = self.type_name(it);
            return Err(self.type_error(format!("__await__() returned non-iterator of type '{t}'")));
        }
        Ok(it)
    }

    /// The kind of a coroutine, or of a generator that may be used as one.
    fn coroutine_kind(&self, v: Value) -> Option<GeneratorKind> {
        let Value::Generator(g) = v else { return None };
        let kind = self.heap.generators[g].kind;
        matches!(kind, GeneratorKind::Coroutine | GeneratorKind::IterableCoroutine).then_some(kind)
    }

    /// `aiter(v)`, as `async for` does it.
    pub fn async_iter(&mut self, v: Value) -> Res {
        let name = self.heap.names.__aiter__;
        let it = match self.special(v, name) {
            Some(method) if !method.is_none() => self.call_found(method, v, &[])?,
            _ => {
                let t = self.type_name(v);
                let message = format!("'async for' requires an object with __aiter__ method, got {t}");
                return Err(self.type_error(message));
            }
        };
        if !self.is_async_iterator(it) {
            let t = self.type_name(it);
            return Err(self.type_error(format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {t}"
            )));
        }
        Ok(it)
    }

    /// The object's class has `__anext__`.
    pub fn is_async_iterator(&mut self, v: Value) -> bool {
        let name = self.heap.names.__anext__;
        self.special(v, name).is_some_and(|m| !m.is_none())
    }

    /// The iterator that the next value of an asynchronous iterator is awaited on.
    pub fn async_next(&mut self, it: Value) -> Res {
        if let Value::Generator(g) = it
            && self.heap.generators[g].kind == GeneratorKind::AsyncGenerator
        {
            return crate::types::async_generator::asend(self, g, Value::None);
        }
        let name = self.heap.names.__anext__;
        let next = match self.special(it, name) {
            Some(method) if !method.is_none() => self.call_found(method, it, &[])?,
            _ => {
                let t = self.type_name(it);
                let message = format!("'async for' requires an iterator with __anext__ method, got {t}");
                return Err(self.type_error(message));
            }
        };
        let found = self.awaitable(next, Awaited::Expression);
        if found.is_ok() {
            return found;
        }
        let cause = self.take_pending();
        let t = self.type_name(next);
        let handled = std::mem::replace(&mut self.handled, cause);
        let Raised = self.type_error(format!("'async for' received an invalid object from __anext__: {t}"));
        self.handled = handled;
        if let Some(e) = self.exception_key(self.pending) {
            let exception = &mut self.heap.exceptions[e];
            exception.cause = cause;
            exception.suppress_context = true;
        }
        Err(Raised)
    }

    /// For `async with`: the bound `__aexit__` and `__aenter__`.
    pub fn before_async_with(&mut self, manager: Value) -> Res<(Value, Value)> {
        let names = self.heap.names;
        self.context_methods(manager, names.__aenter__, names.__aexit__, "asynchronous context manager")
    }
}

impl Heap {
    /// The generator can be resumed with this value by a frame on top of the present one: what is left are errors
    /// and ends.
    pub fn may_delegate(&self, g: GeneratorKey, sent: Value) -> bool {
        match self.generators[g].state {
            GeneratorState::Suspended => true,
            GeneratorState::Created => sent.is_none(),
            GeneratorState::Running | GeneratorState::Finished => false,
        }
    }

    /// The exception ends an `async for`.
    pub fn is_stop_async_iteration(&self, e: Value) -> bool {
        self.is_subclass(self.class_of(e), self.types.exception(Exc::StopAsyncIteration))
    }
}
