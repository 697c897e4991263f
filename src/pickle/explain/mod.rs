//! What loading a pickle would do, told without doing it.
//!
//! The reader's own machine runs the opcodes; its world looks but doesn't touch. Numbers, text and plain containers are
//! really made. A name, a call or an instance leaves a placeholder on the stack, and a note: what the name leads
//! to ([`resolve`]), what would be called. Nothing is imported, nothing is called, no attribute hook is asked.

mod placeholder;
pub mod resolve;
mod show;
pub mod step;
mod world;

use super::opcodes::{self, GET, MEMOIZE, PUT, STOP};
use super::reader::Reader;
use crate::heap::types::Exc;
use crate::vm::{Raised, Res, Vm};
use show::show;
use step::{MemoUse, Step};
use world::Explaining;

/// So many opcodes are explained between looks at the interpreter's limits.
const OPS_BETWEEN_CHECKS: u32 = 256;
/// So many items of the stack are shown, from the top.
const STACK_SHOWN: usize = 6;

/// Explains one pickle, opcode by opcode.
///
/// Its values are no roots of the collector: no Python code may run between two steps.
#[derive(Debug)]
pub struct Explainer {
    reader: Reader<Explaining>,
    ended: bool,
    unaccounted: u32,
}

impl Explainer {
    /// An explainer of bytes in memory.
    pub fn new(data: Vec<u8>) -> Explainer {
        Explainer { reader: Reader::new(data), ended: false, unaccounted: 0 }
    }

    /// Where in the bytes the explanation has come to: behind the pickle, when it is at its end.
    pub fn position(&self) -> usize {
        self.reader.input.at
    }

    /// There will be no more steps.
    pub fn end(&mut self) {
        self.ended = true;
    }

    /// Runs the next opcode and says what it does. None behind the last: STOP, or what a load would fail at.
    /// Raises for the interpreter's limits only: what is wrong with the pickle is part of the explanation.
    pub fn next_step(&mut self, vm: &mut Vm) -> Res<Option<Step>> {
        if self.ended {
            return Ok(None);
        }
        self.unaccounted += 1;
        if self.unaccounted >= OPS_BETWEEN_CHECKS {
            self.reader.check_limits(vm, std::mem::take(&mut self.unaccounted))?;
        }
        let offset = self.position();
        let stored = self.reader.memo.len();
        let outcome = self.reader.advance(vm);
        let op = self.reader.input.data.get(offset).copied();
        let mut step = Step { offset, opcode: op.and_then(opcodes::name), ..Step::default() };
        step.resolution = self.reader.world.resolution.take();
        step.effect = self.reader.world.effect.take();
        match outcome {
            Ok(None) => {}
            Ok(Some(result)) => {
                self.ended = true;
                step.effect = Some(format!("the result is {}", show(vm, result)));
            }
            Err(Raised) => {
                self.ended = true;
                step.error = Some(take_error(vm)?);
            }
        }
        if let Some(op) = op
            && step.error.is_none()
        {
            self.describe(vm, op, stored, &mut step);
        }
        self.show_stack(vm, &mut step);
        Ok(Some(step))
    }

    /// Says what the opcode's argument was and how it used the memo.
    fn describe(&self, vm: &Vm, op: u8, stored: usize, step: &mut Step) {
        let raw = &self.reader.input.data[step.offset + 1..self.position()];
        let number = raw.iter().rev().fold(0, |n: u64, &b| n << 8 | u64::from(b));
        let line = || String::from_utf8_lossy(raw).trim_end_matches('\n').replace('\n', " ");
        let top = self.reader.stack.last().map(|&v| show(vm, v));
        step.argument = match opcodes::argument(op) {
            opcodes::Argument::None => None,
            opcodes::Argument::Number => Some(number.to_string()),
            opcodes::Argument::Lines => Some(step::shorten(&line(), step::TEXT_SHOWN)),
            opcodes::Argument::Pushed => top.clone(),
        };
        let (index, is_stored) = match op {
            MEMOIZE => (Some(stored as u64), true),
            opcodes::BINPUT | opcodes::LONG_BINPUT => (Some(number), true),
            opcodes::BINGET | opcodes::LONG_BINGET => (Some(number), false),
            PUT | GET => (line().trim().parse().ok(), op == PUT),
            _ => (None, false),
        };
        if let (Some(index), Some(value)) = (index, top) {
            step.memo = Some(MemoUse { index, stored: is_stored, value });
        }
        debug_assert!(op != STOP || self.ended);
    }

    /// Shows the top of the stack, marks among it.
    fn show_stack(&self, vm: &Vm, step: &mut Step) {
        let (values, marks) = (&self.reader.stack, &self.reader.marks);
        step.depth = values.len() + marks.len();
        let (mut value, mut mark) = (values.len(), marks.len());
        while step.stack.len() < STACK_SHOWN && value + mark > 0 {
            if mark > 0 && (marks[mark - 1] >= value) {
                mark -= 1;
                step.stack.push(String::from("MARK"));
            } else {
                value -= 1;
                step.stack.push(show(vm, values[value]));
            }
        }
        step.stack.reverse();
    }
}

/// The pending exception as text; it is raised on if it isn't about the pickle.
fn take_error(vm: &mut Vm) -> Res<String> {
    if !vm.pending_is(Exc::Exception) {
        return Err(Raised);
    }
    let e = vm.take_pending();
    let class = vm.class_of(e);
    let class = vm.heap.class_name(class);
    let message = vm.str_text(e)?;
    Ok(if message.is_empty() { class } else { format!("{class}: {message}") })
}
