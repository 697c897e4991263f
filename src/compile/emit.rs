//! Emission: ops with their positions and liveness, labels, and the exception table of one unit.

use super::bound::Bound;
use super::names::{Names, Sym};
use super::pool::Pool;
use super::registers::{Layout, RESULT, Reg};
use super::scope::ScopeId;
use super::source::Source;
use super::unwind::Enclosing;
use crate::code::op::Op;
use crate::code::unit::{CodeUnit, Handler, Position};
use crate::syntax::ast::Span;

/// A place in the code that jumps go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

#[derive(Default)]
struct LabelState {
    /// Where it is, once placed.
    at: Option<u32>,
    /// What is certain on all ways that lead here; none if none does so far.
    bound: Option<Bound>,
    /// Jumps to it.
    jumps: Vec<u32>,
}

/// A stretch of code whose exceptions go to a handler. It may be interrupted: where control leaves it by
/// `return` or `break`, the code of the `finally` clauses passed on the way is not part of it.
struct Region {
    target: Label,
    reg: Reg,
    /// What is certain whenever the handler is entered.
    bound: Bound,
    /// The start of the present piece, unless interrupted.
    open: Option<u32>,
    pieces: Vec<(u32, u32)>,
}

/// A code unit being made.
pub(super) struct Builder {
    pub(super) unit: CodeUnit,
    /// The innermost scope: the unit's own or that of an inlined comprehension.
    pub(super) scope: ScopeId,
    pub(super) layout: Layout,
    pub(super) pool: Pool,
    /// What is certainly bound here; none if control can't get here.
    pub(super) bound: Option<Bound>,
    /// The first register that is free for a temporary.
    pub(super) top: u16,
    /// Where the temporaries of the present statement start.
    pub(super) base: u16,
    /// Some expression needed more registers than there are.
    pub(super) overflow: bool,
    /// What control leaves on its way out: loops, `with`, `try`.
    pub(super) enclosing: Vec<Enclosing>,
    /// Attributes that methods set on `self` (of a class).
    pub(super) static_attributes: Vec<Sym>,
    labels: Vec<LabelState>,
    regions: Vec<Region>,
    last: (Span, Position),
}

impl Builder {
    pub(super) fn new(unit: CodeUnit, scope: ScopeId, layout: Layout) -> Self {
        Builder {
            scope,
            pool: Pool::default(),
            bound: Some(layout.bound),
            top: layout.end,
            base: layout.end,
            overflow: layout.overflow,
            enclosing: Vec::new(),
            static_attributes: Vec::new(),
            labels: Vec::new(),
            regions: Vec::new(),
            last: (Span::new(u32::MAX, u32::MAX), Position::default()),
            layout,
            unit,
        }
    }

    // ---- temporaries

    /// Takes the next temporary.
    pub(super) fn alloc(&mut self) -> Reg {
        self.alloc_run(1)
    }

    /// Takes `n` temporaries side by side.
    pub(super) fn alloc_run(&mut self, n: usize) -> Reg {
        let first = self.top;
        let end = usize::from(first) + n;
        if end > usize::from(RESULT) {
            self.overflow = true;
            return 0;
        }
        self.top = end as u16;
        self.unit.registers = self.unit.registers.max(self.top);
        first as Reg
    }

    /// Gives a destination back to the stack if it is the topmost temporary: the parts of its value may be
    /// evaluated in it. The caller writes it only at the end.
    pub(super) fn reuse(&mut self, d: Reg) {
        if self.is_temp(d) && d != RESULT && u16::from(d) + 1 == self.top {
            self.top -= 1;
        }
    }

    /// Whether a register is a temporary rather than a variable's.
    pub(super) fn is_temp(&self, register: Reg) -> bool {
        u16::from(register) >= self.layout.end
    }

    // ---- ops

    /// The index of the next op.
    pub(super) fn here(&self) -> u32 {
        self.unit.ops.len() as u32
    }

    pub(super) fn reachable(&self) -> bool {
        self.bound.is_some()
    }

    /// Appends an op, unless control can't get here.
    pub(super) fn emit(&mut self, op: Op, span: Span, source: &Source) {
        let position = self.position(span, source);
        self.emit_at(op, position);
    }

    fn position(&mut self, span: Span, source: &Source) -> Position {
        if self.last.0 != span {
            self.last = (span, source.position(span));
        }
        self.last.1
    }

    /// Appends an op that stands for no source.
    pub(super) fn emit_silent(&mut self, op: Op) {
        self.emit_at(op, Position::default());
    }

    /// As `emit_silent`, while the register `held`, above the temporaries, holds a value.
    pub(super) fn emit_holding(&mut self, op: Op, held: Reg) {
        let top = self.top;
        self.top = u16::from(held) + 1;
        self.emit_silent(op);
        self.top = top;
    }

    fn emit_at(&mut self, op: Op, position: Position) {
        if !self.reachable() {
            return;
        }
        let reach = op.reach();
        self.unit.registers = self.unit.registers.max(reach);
        let live = self.top.max(reach).min(u16::from(u8::MAX)) as u8;
        self.unit.ops.push(op);
        self.unit.live.push(live);
        self.unit.positions.push(position);
        if op.is_end() {
            self.bound = None;
        }
    }

    /// Notes that a register now holds a value, or doesn't.
    pub(super) fn set_bound(&mut self, register: Reg, is_bound: bool) {
        if let Some(bound) = &mut self.bound {
            if is_bound {
                bound.insert(register);
            } else {
                bound.remove(register);
            }
        }
    }

    /// Whether a variable's register certainly holds a value.
    pub(super) fn is_bound(&self, register: Reg) -> bool {
        self.bound.is_none_or(|bound| bound.contains(register))
    }

    // ---- names

    pub(super) fn name(&mut self, name: Sym, names: &Names) -> u32 {
        self.pool.name(name, names.text(name))
    }

    pub(super) fn site(&mut self, name: Sym, names: &Names) -> u32 {
        self.pool.site(name, names.text(name))
    }

    // ---- labels

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() as u32 - 1)
    }

    /// What is certain on all ways that lead to the label so far.
    pub(super) fn label_bound(&self, label: Label) -> Option<Bound> {
        self.labels[label.0 as usize].bound
    }

    /// Puts the label here. Code from here on can be reached if a jump leads here, or by falling through.
    pub(super) fn place(&mut self, label: Label) {
        let here = self.here();
        let state = &mut self.labels[label.0 as usize];
        state.at = Some(here);
        self.bound = match (self.bound, state.bound) {
            (Some(a), Some(b)) => Some(a.and(b)),
            (a, b) => a.or(b),
        };
        state.bound = self.bound;
    }

    /// Puts the label of a loop's head here. Nothing that the loop could unbind is certain from here on.
    pub(super) fn place_head(&mut self, label: Label) {
        let unstable = self.layout.unstable;
        self.bound = self.bound.map(|bound| bound.without(unstable));
        self.place(label);
    }

    /// Appends an unconditional jump that stands for no source.
    pub(super) fn jump_silent(&mut self, label: Label) {
        let position = Position::default();
        self.jump_at(Op::Jump { off: 0 }, label, position);
    }

    /// Appends a jump to the label.
    pub(super) fn jump(&mut self, op: Op, label: Label, span: Span, source: &Source) {
        let position = self.position(span, source);
        self.jump_at(op, label, position);
    }

    fn jump_at(&mut self, op: Op, label: Label, position: Position) {
        let Some(bound) = self.bound else { return };
        let here = self.here();
        let state = &mut self.labels[label.0 as usize];
        state.jumps.push(here);
        state.bound = Some(state.bound.map_or(bound, |known| known.and(bound)));
        self.emit_at(op, position);
    }

    // ---- exceptions

    /// Begins a region: exceptions in what follows go to `target`, into `reg`.
    pub(super) fn protect(&mut self, target: Label, reg: Reg) {
        let here = self.here();
        self.regions.push(Region {
            target,
            reg,
            bound: self.bound.unwrap_or_default().without(self.layout.unstable),
            open: Some(here),
            pieces: Vec::new(),
        });
    }

    /// Ends the region begun last.
    pub(super) fn unprotect(&mut self) {
        let here = self.here();
        let Some(mut region) = self.regions.pop() else {
            return;
        };
        region.pieces.extend(region.open.map(|start| (start, here)));
        for (start, end) in region.pieces {
            if start == end {
                continue;
            }
            let state = &mut self.labels[region.target.0 as usize];
            let known = state.bound.unwrap_or(region.bound);
            state.bound = Some(known.and(region.bound));
            self.unit.handlers.push(Handler {
                start,
                end,
                // A label until `finish` knows where it is.
                target: region.target.0,
                reg: region.reg,
            });
        }
    }

    /// How many regions are open.
    pub(super) fn regions(&self) -> usize {
        self.regions.len()
    }

    /// Interrupts the regions from number `from` on; gives those that weren't already.
    pub(super) fn interrupt(&mut self, from: usize) -> Vec<usize> {
        let here = self.here();
        let mut interrupted = Vec::new();
        for (i, region) in self.regions.iter_mut().enumerate().skip(from) {
            if let Some(start) = region.open.take() {
                region.pieces.push((start, here));
                interrupted.push(i);
            }
        }
        interrupted
    }

    /// Continues regions that `interrupt` gave.
    pub(super) fn resume(&mut self, interrupted: Vec<usize>) {
        let here = self.here();
        for i in interrupted {
            if let Some(region) = self.regions.get_mut(i) {
                region.open = Some(here);
            }
        }
    }

    // ---- the end

    /// Resolves jumps and handlers and hands over the unit.
    pub(super) fn finish(mut self) -> CodeUnit {
        for state in &self.labels {
            let Some(target) = state.at else { continue };
            for &jump in &state.jumps {
                if let Some(off) = self.unit.ops[jump as usize].jump_offset_mut() {
                    *off = target as i32 - (jump as i32 + 1);
                }
            }
        }
        for handler in &mut self.unit.handlers {
            let label = &self.labels[handler.target as usize];
            handler.target = label.at.unwrap_or_default();
        }
        self.unit.registers = self.unit.registers.max(self.layout.end);
        let end = self.layout.end.max(self.unit.params.len() as u16);
        self.unit.locals_end = end.min(u16::from(RESULT)) as u8;
        self.unit.registers = self.unit.registers.max(end);
        self.unit.locals = self.layout.locals;
        self.unit.consts = self.pool.consts;
        self.unit.names = self.pool.names;
        self.unit.sites = self.pool.sites;
        self.unit
    }
}
