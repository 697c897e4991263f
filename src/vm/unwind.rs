//! Unwinding: an exception looks for its handler, frame by frame.

use super::frame::FrameKind;
use super::{Raised, Vm};
use crate::code::unit::GeneratorKind;
use crate::heap::kinds::{GeneratorState, TracebackEntry};
use crate::heap::types::Exc;
use crate::value::*;

impl Vm {
    /// Finds the handler of the pending exception in the frames above `floor`, noting each frame passed in its
    /// traceback. True: the frame on top goes on at its handler. False: the entry frame at `floor` is gone too,
    /// and the exception is still pending.
    #[cold]
    #[inline(never)]
    pub fn unwind(&mut self, floor: usize, mut again: bool) -> bool {
        loop {
            let Some(&frame) = self.frames.last() else { return false };
            let pc = frame.pc.saturating_sub(1);
            if !again {
                let (lookup, level) = (std::mem::take(&mut self.lookup_failed), self.frames.len() - 1);
                let entry = TracebackEntry { lookup, ..self.entry_of_frame(level, false) };
                self.note_traceback(entry);
            }
            again = false;
            self.lookup_failed = false;
            let handler = self.codes[frame.code].handlers.iter().find(|h| (h.start..h.end).contains(&pc)).copied();
            if let Some(h) = handler {
                self.mark_handling_frame();
                let exception = std::mem::take(&mut self.pending);
                self.stack[frame.base as usize + usize::from(h.reg)] = exception;
                if let Some(f) = self.frames.last_mut() {
                    f.pc = h.target;
                }
                self.top = frame.base as usize + usize::from(self.codes[frame.code].registers);
                return true;
            }
            self.keep_locals();
            self.frames.pop();
            match frame.kind {
                FrameKind::Generator(g) => {
                    self.generator_failed(g);
                    return false;
                }
                FrameKind::ForGenerator(g, _) | FrameKind::Delegate(g) => self.generator_failed(g),
                FrameKind::Entry => return false,
                FrameKind::Call | FrameKind::Init(_) => {}
            }
            debug_assert!(self.frames.len() >= floor, "the entry frame ends the search");
        }
    }

    /// The frame on top handles the pending exception: from now on its traceback knows the frame.
    fn mark_handling_frame(&mut self) {
        let level = self.frames.len() - 1;
        let Some(key) = self.exception_key(self.pending) else { return };
        let mark = self.entry_of_frame(level, true).mark;
        if let Some(entry) = crate::types::traceback::outermost(self, key)
            && entry.level as usize == level
        {
            entry.mark = mark;
        }
    }

    fn note_traceback(&mut self, entry: TracebackEntry) {
        if let Some(e) = self.exception_key(self.pending) {
            let first = self.heap.exceptions[e].traceback.is_empty();
            if first && self.heap.exceptions[e].traceback_object.is_undef() {
                crate::types::traceback_text::note_frame(self, self.pending);
            }
            self.heap.exceptions[e].traceback.push(entry);
        }
    }

    /// A generator's frame was left by an exception: it is finished, and a `StopIteration` that would end its
    /// caller's loop becomes a `RuntimeError` (PEP 479).
    fn generator_failed(&mut self, g: GeneratorKey) {
        let generator = &mut self.heap.generators[g];
        generator.state = GeneratorState::Finished;
        generator.window = Vec::new();
        let outer = generator.handled;
        generator.handled = Value::None;
        let kind = generator.kind;
        let misleading = if self.pending_is(Exc::StopIteration) {
            Some("StopIteration")
        } else if kind == GeneratorKind::AsyncGenerator && self.pending_is(Exc::StopAsyncIteration) {
            Some("StopAsyncIteration")
        } else {
            None
        };
        if let Some(name) = misleading {
            let cause = self.pending;
            let handled = std::mem::replace(&mut self.handled, cause);
            let Raised = self.runtime_error(format!("{} raised {name}", kind.noun()));
            self.handled = handled;
            if let Some(e) = self.exception_key(self.pending) {
                let exception = &mut self.heap.exceptions[e];
                exception.cause = cause;
                exception.suppress_context = true;
            }
        }
        self.handled = outer;
    }
}
