//! Checkpoints: where the loop looks at limits and the collector runs.

use super::{CHECKPOINT_INTERVAL, Res, Vm};
use crate::heap::types::Exc;
use crate::heap::{FIRST_COLLECTION, Heap};
use crate::value::*;
use std::sync::atomic::Ordering;

impl Vm {
    /// A checkpoint of the loop whose natives' allocations begin at `floor` in `heap.recent`.
    #[cold]
    #[inline(never)]
    pub fn checkpoint(&mut self, floor: usize) -> Res<()> {
        self.heap.recent.truncate(floor);
        self.countdown = if self.limits.stress { self.stress_interval() } else { CHECKPOINT_INTERVAL };
        let full = self.heap.bytes_in_use >= self.heap.collect_at;
        let allowed = self.limits.automatic_collection || self.heap.bytes_in_use >= self.limits.memory;
        if self.limits.stress || (full && allowed) {
            self.collect();
        }
        self.check_limits(u64::from(CHECKPOINT_INTERVAL))
    }

    /// How many calls and back-edges go by between collections under stress: each one, but fewer in programs that
    /// imported much of the library, which takes long to mark.
    fn stress_interval(&self) -> u32 {
        const CODES: usize = 32;
        1 + u32::try_from(self.codes.len() / CODES).unwrap_or(CHECKPOINT_INTERVAL)
    }

    /// Lets the next checkpoint come at once if a collection is due: for natives that make much garbage in one call.
    pub fn collect_soon(&mut self) {
        if self.heap.bytes_in_use >= self.heap.collect_at {
            self.countdown = 1;
        }
    }

    /// Natives that loop long without calling back ask this now and then; `units` as for fuel.
    pub fn check_limits(&mut self, units: u64) -> Res<()> {
        if self.limits.interrupt.swap(false, Ordering::Relaxed) {
            return Err(self.error_with(Exc::KeyboardInterrupt, &[]));
        }
        if let Some(fuel) = &mut self.limits.fuel {
            match fuel.checked_sub(units) {
                Some(left) => *fuel = left,
                None => return Err(self.runtime_error("out of fuel: the program ran longer than it may")),
            }
        }
        if self.limits.deadline.is_some_and(|d| std::time::Instant::now() >= d) {
            return Err(self.runtime_error("deadline passed: the program ran longer than it may"));
        }
        if self.heap.bytes_in_use > self.limits.memory {
            return Err(self.memory_error());
        }
        Ok(())
    }

    /// Collects garbage now. Safe wherever Python code may run: all roots are known. Returns how many objects
    /// with slots of their own went (an estimate in bytes is kept in the heap).
    pub fn collect(&mut self) {
        self.heap.begin_marking();
        self.codes.begin_marking();
        let mut work = self.frame_roots();
        work.extend([self.pending, self.handled, Value::Dict(self.modules), Value::Dict(self.builtins)]);
        work.extend(self.native_classes.values().map(|&c| Value::Class(c)));
        work.extend(&self.repr_stack);
        self.host.trace(&mut work);
        self.mark_from(work);
        let callbacks = self.heap.clear_weakrefs();
        let mut kept = Vec::new();
        for &(callback, reference) in &callbacks {
            kept.extend([callback, reference]);
        }
        let dying = self.heap.take_unreachable_finalizers();
        kept.extend(dying.iter().map(|&k| Value::Instance(k)));
        self.mark_from(kept.clone());
        self.heap.sweep();
        let code_bytes = self.codes.sweep(|c| c.ops.len() * 32 + 256, |_, _| {});
        self.heap.bytes_in_use += code_bytes;
        self.heap.collect_at = (self.heap.bytes_in_use * 2).max(FIRST_COLLECTION).min(self.limits.memory);
        self.heap.recent.extend(&kept);
        for (callback, reference) in callbacks {
            self.call_unraisably(callback, |vm| vm.call(callback, &[reference]));
        }
        self.finalize(&dying);
    }

    fn mark_from(&mut self, mut work: Vec<Value>) {
        loop {
            self.heap.mark_all(std::mem::take(&mut work));
            let codes = std::mem::take(&mut self.heap.code_work);
            if codes.is_empty() {
                return;
            }
            for k in codes {
                if self.codes.mark(k) {
                    Heap::trace_code(&self.codes[k], &mut work);
                }
            }
        }
    }

    /// Live registers of all frames, natives' arguments between them, and what the frames refer to.
    fn frame_roots(&self) -> Vec<Value> {
        let mut work = Vec::new();
        let mut from = 0;
        for (i, f) in self.frames.iter().enumerate() {
            let base = f.base as usize;
            let code = &self.codes[f.code];
            if from < base {
                work.extend(&self.stack[from..base.min(self.stack.len())]);
            }
            // The frame's op under way is the one before its pc.
            let pc = f.pc.saturating_sub(1) as usize;
            let live = usize::from(code.live.get(pc).copied().unwrap_or(u8::MAX)).max(usize::from(code.locals_end));
            work.extend(&self.stack[base..(base + live).min(self.stack.len())]);
            work.extend([Value::Code(f.code), Value::Dict(f.globals), Value::Function(f.function)]);
            match f.kind {
                super::frame::FrameKind::Init(k) => work.push(Value::Instance(k)),
                super::frame::FrameKind::Generator(g)
                | super::frame::FrameKind::Delegate(g)
                | super::frame::FrameKind::ForGenerator(g, _) => {
                    work.push(Value::Generator(g));
                }
                _ => {}
            }
            let next = self.frames.get(i + 1).map_or(self.top, |n| n.base as usize);
            from = (base + usize::from(code.registers)).min(next.max(base));
        }
        if from < self.top {
            work.extend(&self.stack[from..self.top.min(self.stack.len())]);
        }
        work
    }
}
