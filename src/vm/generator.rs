//! Generators: functions that own their window while they are suspended (reference 6.2.9).

use super::frame::{Frame, FrameKind};
use super::{Raised, Res, Vm};
use crate::code::op::Op;
use crate::code::unit::GeneratorKind;
use crate::heap::kinds::{AsyncFlags, Generator, GeneratorState};
use crate::heap::types::Exc;
use crate::value::*;

/// What a step of a generator or other iterator led to.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// It gave a value.
    Yielded(Value),
    /// It ended with this return value.
    Returned(Value),
}

impl Vm {
    /// The generator of a call whose bound arguments are in place.
    #[inline(never)]
    pub fn make_generator(&mut self, f: FunctionKey, kind: GeneratorKind, base: usize, locals_end: usize) -> Value {
        let function = &self.heap.functions[f];
        let registers = usize::from(self.codes[function.code].registers);
        let mut window = vec![Value::Undef; registers];
        window[..locals_end].copy_from_slice(&self.stack[base..base + locals_end]);
        let generator = Generator {
            function: f,
            code: function.code,
            globals: function.globals,
            name: function.name,
            qualname: function.qualname,
            window,
            pc: 0,
            kind,
            state: GeneratorState::Created,
            asynchronous: AsyncFlags::default(),
            handled: Value::None,
            handles: false,
        };
        self.heap.new_generator(generator)
    }

    /// Puts a generator's window on the stack and pushes its frame. `sent` is what its `yield` will be.
    pub fn resume_generator(&mut self, g: GeneratorKey, sent: Value, dst: u8, kind: FrameKind) -> Res<()> {
        if self.frames.len() >= self.limits.recursion {
            return Err(self.recursion_error(""));
        }
        let base = self.top;
        let generator = &mut self.heap.generators[g];
        let window = std::mem::take(&mut generator.window);
        let (code, pc, started) = (generator.code, generator.pc, generator.state == GeneratorState::Suspended);
        generator.state = GeneratorState::Running;
        if self.stack.len() < base + window.len() + super::call::HEADROOM {
            self.stack.resize((base + window.len() + super::call::HEADROOM) * 2, Value::Undef);
        }
        self.stack[base..base + window.len()].copy_from_slice(&window);
        self.top = base + window.len();
        // Its buffer is kept for the next suspension.
        let (function, globals) = (generator.function, generator.globals);
        generator.window = window;
        let own = std::mem::replace(&mut generator.handled, self.handled);
        if generator.handles {
            self.handled = own;
        }
        if started {
            let ops = &self.codes[code].ops;
            let register = match (ops.get(pc as usize), pc.checked_sub(1).and_then(|p| ops.get(p as usize))) {
                (_, Some(&Op::Yield { d, .. })) => Some(d),
                (Some(&Op::YieldFrom { v, .. }), _) => Some(v),
                _ => None,
            };
            if let Some(r) = register {
                self.stack[base + usize::from(r)] = sent;
            }
        }
        self.frames.push(Frame { code, function, globals, pc, base: base as u32, dst, mark: 0, kind });
        Ok(())
    }

    /// Saves the frame on top, which must be a generator's, and pops it.
    pub fn suspend_generator(&mut self, g: GeneratorKey, pc: u32) {
        let Some(frame) = self.frames.pop() else { return };
        let base = frame.base as usize;
        let generator = &mut self.heap.generators[g];
        let n = usize::from(self.codes[generator.code].registers);
        let live = self.codes[generator.code].live.get(pc as usize).map_or(n, |&l| usize::from(l));
        let live = live.max(usize::from(self.codes[generator.code].locals_end)).max(
            pc.checked_sub(1)
                .and_then(|p| self.codes[generator.code].live.get(p as usize))
                .map_or(0, |&l| usize::from(l)),
        );
        generator.window.clear();
        generator.window.resize(n, Value::Undef);
        generator.window[..live.min(n)].copy_from_slice(&self.stack[base..base + live.min(n)]);
        generator.pc = pc;
        generator.state = GeneratorState::Suspended;
        let outer = std::mem::replace(&mut generator.handled, Value::None);
        if generator.handles {
            generator.handled = self.handled;
        }
        self.handled = outer;
        self.top = base;
    }

    /// A generator's frame returned: it is finished.
    pub fn finish_generator(&mut self, g: GeneratorKey) {
        let generator = &mut self.heap.generators[g];
        generator.state = GeneratorState::Finished;
        generator.window = Vec::new();
        self.handled = std::mem::replace(&mut generator.handled, Value::None);
    }

    /// Fails if a generator can't be resumed now.
    pub fn check_resumable(&mut self, g: GeneratorKey) -> Res<()> {
        if self.heap.generators[g].state == GeneratorState::Running {
            let noun = self.heap.generators[g].kind.noun();
            return Err(self.value_error(format!("{noun} already executing")));
        }
        Ok(())
    }

    /// `generator.send(v)` from native code.
    pub fn generator_send(&mut self, g: GeneratorKey, v: Value) -> Res<Step> {
        self.check_resumable(g)?;
        match self.heap.generators[g].state {
            GeneratorState::Finished => {
                self.check_reusable(g)?;
                return Ok(Step::Returned(Value::None));
            }
            GeneratorState::Created if !v.is_none() => {
                let noun = self.heap.generators[g].kind.noun();
                return Err(self.type_error(format!("can't send non-None value to a just-started {noun}")));
            }
            _ => {}
        }
        let top = self.top;
        self.resume_generator(g, v, 0, FrameKind::Generator(g))?;
        self.run_generator(g, top)
    }

    /// A coroutine that is finished can't be awaited once more.
    fn check_reusable(&mut self, g: GeneratorKey) -> Res<()> {
        if self.heap.generators[g].kind == GeneratorKind::Coroutine {
            return Err(self.runtime_error("cannot reuse already awaited coroutine"));
        }
        Ok(())
    }

    fn run_generator(&mut self, g: GeneratorKey, top: usize) -> Res<Step> {
        let result = self.run_nested();
        self.top = top;
        if result.is_err() && self.heap.generators[g].state == GeneratorState::Running {
            // The loop refused to start (recursion limit): the generator stays where it was.
            self.heap.generators[g].state = GeneratorState::Finished;
        }
        let v = result?;
        self.heap.recent.push(v);
        Ok(match self.heap.generators[g].state {
            GeneratorState::Suspended => Step::Yielded(v),
            _ => Step::Returned(v),
        })
    }

    /// The iterator a suspended generator delegates to by `yield from`, if it does.
    pub fn yield_from_target(&self, g: GeneratorKey) -> Option<Value> {
        let generator = &self.heap.generators[g];
        if generator.state != GeneratorState::Suspended {
            return None;
        }
        let ops = &self.codes[generator.code].ops;
        let at_yield =
            generator.pc.checked_sub(1).is_some_and(|p| matches!(ops.get(p as usize), Some(Op::Yield { .. })));
        match ops.get(generator.pc as usize) {
            Some(&Op::YieldFrom { it, .. }) if !at_yield => generator.window.get(usize::from(it)).copied(),
            _ => None,
        }
    }

    /// `generator.throw(exception)` from native code; the exception is an instance.
    pub fn generator_throw(&mut self, g: GeneratorKey, exception: Value) -> Res<Step> {
        self.check_resumable(g)?;
        if let Some(target) = self.yield_from_target(g) {
            let mark = self.pin(exception);
            self.pin(target);
            let result = self.throw_into_target(g, target, exception);
            self.unpin_to(mark);
            match result {
                Ok(Some(v)) => return Ok(Step::Yielded(v)),
                Ok(None) => {}
                Err(Raised) if self.pending_is(Exc::StopIteration) => {
                    let e = self.take_pending();
                    let value = self.stop_value(e);
                    return self.resume_behind_yield_from(g, value);
                }
                Err(Raised) => {
                    let e = self.take_pending();
                    return self.throw_here(g, e);
                }
            }
        }
        self.throw_here(g, exception)
    }

    /// Hands an exception to the iterator a generator delegates to. Some: it yielded. None: it can't take it, or
    /// was closed, and the exception is for the generator itself.
    fn throw_into_target(&mut self, g: GeneratorKey, target: Value, exception: Value) -> Res<Option<Value>> {
        let exit = self.heap.types.exception(Exc::GeneratorExit);
        let is_exit = self.heap.is_subclass(self.class_of(exception), exit);
        let state = std::mem::replace(&mut self.heap.generators[g].state, GeneratorState::Running);
        let result = if is_exit {
            self.close_iterator(target).map(|()| None)
        } else if let Value::Generator(inner) = target {
            self.throw_into_generator(inner, exception)
        } else {
            let name = self.heap.names.throw;
            match self.getattr_opt(target, name) {
                Ok(Some(f)) => self.call(f, &[exception]).map(Some),
                Ok(None) => Ok(None),
                Err(raised) => Err(raised),
            }
        };
        self.heap.generators[g].state = state;
        result
    }

    fn throw_into_generator(&mut self, g: GeneratorKey, exception: Value) -> Res<Option<Value>> {
        self.nest("")?;
        let step = self.generator_throw(g, exception);
        self.unnest();
        match step? {
            Step::Yielded(v) => Ok(Some(v)),
            Step::Returned(v) => Err(self.stop_iteration(v)),
        }
    }

    fn close_iterator(&mut self, target: Value) -> Res<()> {
        if let Value::Generator(g) = target {
            self.nest("")?;
            let closed = self.generator_close(g);
            self.unnest();
            return closed.map(drop);
        }
        let name = self.heap.names.close;
        match self.getattr_opt(target, name)? {
            Some(f) => self.call(f, &[]).map(drop),
            None => Ok(()),
        }
    }

    fn resume_behind_yield_from(&mut self, g: GeneratorKey, value: Value) -> Res<Step> {
        let generator = &self.heap.generators[g];
        let Some(&Op::YieldFrom { d, .. }) = self.codes[generator.code].ops.get(generator.pc as usize) else {
            return Err(self.system_error("generator is not at a yield from"));
        };
        let top = self.top;
        self.resume_generator(g, Value::None, 0, FrameKind::Generator(g))?;
        if let Some(frame) = self.frames.last_mut() {
            self.stack[frame.base as usize + usize::from(d)] = value;
            frame.pc += 1;
        }
        self.run_generator(g, top)
    }

    /// Raises an exception at the place where the generator is suspended.
    fn throw_here(&mut self, g: GeneratorKey, exception: Value) -> Res<Step> {
        match self.heap.generators[g].state {
            GeneratorState::Finished => {
                self.check_reusable(g)?;
                self.pending = exception;
                return Err(Raised);
            }
            GeneratorState::Created => {
                let (code, globals) = (self.heap.generators[g].code, self.heap.generators[g].globals);
                self.heap.generators[g].state = GeneratorState::Finished;
                self.heap.generators[g].window = Vec::new();
                self.pending = exception;
                if let Some(e) = self.exception_key(exception) {
                    let entry = crate::heap::kinds::TracebackEntry::new(code, 0, globals);
                    self.heap.exceptions[e].traceback.push(entry);
                }
                return Err(Raised);
            }
            GeneratorState::Suspended | GeneratorState::Running => {}
        }
        let delegating = self.yield_from_target(g).is_some();
        let top = self.top;
        self.resume_generator(g, Value::None, 0, FrameKind::Generator(g))?;
        if let (true, Some(f)) = (delegating, self.frames.last_mut()) {
            f.pc += 1; // the op under way is the one before the pc
        }
        if self.heap.generators[g].handles {
            self.set_context(exception);
        }
        self.pending = exception;
        let floor = self.frames.len() - 1;
        if self.unwind(floor, false) {
            return self.run_generator(g, top);
        }
        self.top = top;
        Err(Raised)
    }

    /// The generator whose frame is on top.
    fn running_generator(&self) -> Option<GeneratorKey> {
        match self.frames.last()?.kind {
            FrameKind::Generator(g) | FrameKind::Delegate(g) | FrameKind::ForGenerator(g, _) => Some(g),
            FrameKind::Call | FrameKind::Entry | FrameKind::Init(_) => None,
        }
    }

    /// `PushHandledHere`: the generator on top handles `e`. What to give back to `PopHandledHere`: the exception it
    /// handled before, or unbound if that was its caller's.
    pub fn push_handled(&mut self, e: Value) -> Value {
        let before = std::mem::replace(&mut self.handled, e);
        let Some(g) = self.running_generator() else { return before };
        if std::mem::replace(&mut self.heap.generators[g].handles, true) { before } else { Value::Undef }
    }

    /// `PopHandledHere`: back to what `push_handled` said. Its caller may be another by now.
    pub fn pop_handled(&mut self, before: Value) {
        self.handled = before;
        if before.is_undef()
            && let Some(g) = self.running_generator()
        {
            let generator = &mut self.heap.generators[g];
            generator.handles = false;
            self.handled = generator.handled;
        }
    }

    /// `generator.close()`: its return value if it returned, None otherwise.
    pub fn generator_close(&mut self, g: GeneratorKey) -> Res {
        match self.heap.generators[g].state {
            GeneratorState::Created => {
                self.heap.generators[g].state = GeneratorState::Finished;
                self.heap.generators[g].window = Vec::new();
                return Ok(Value::None);
            }
            GeneratorState::Finished => return Ok(Value::None),
            GeneratorState::Running | GeneratorState::Suspended => {}
        }
        let exit = self.new_exception(self.heap.types.exception(Exc::GeneratorExit), &[]);
        match self.generator_throw(g, exit) {
            Ok(Step::Yielded(_)) => {
                let noun = self.heap.generators[g].kind.noun();
                Err(self.runtime_error(format!("{noun} ignored GeneratorExit")))
            }
            Ok(Step::Returned(v)) => Ok(v),
            Err(Raised) if self.pending_is(Exc::GeneratorExit) || self.pending_is(Exc::StopIteration) => {
                self.take_pending();
                Ok(Value::None)
            }
            Err(Raised) => Err(Raised),
        }
    }

    /// Raises `StopIteration(v)`, without arguments for None.
    pub fn stop_iteration(&mut self, v: Value) -> Raised {
        let args: &[Value] = if v.is_none() { &[] } else { &[v] };
        self.error_with(Exc::StopIteration, args)
    }

    /// The value of a `StopIteration` instance.
    pub fn stop_value(&mut self, e: Value) -> Value {
        match self.exception_key(e) {
            Some(k) => self.heap.exceptions[k].fields.first().copied().unwrap_or_default().or_none(),
            None => Value::None,
        }
    }
}
