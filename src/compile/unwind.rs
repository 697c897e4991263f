//! What control passes on its way out by `return`, `break` or `continue`: `finally` clauses, `with`
//! blocks and handlers, whose code is emitted at each such exit.

use super::names::Sym;
use super::registers::Reg;
use super::{Compiler, Result};
use crate::syntax::ast::{List, Span, StmtId};

/// CPython's limit on loops, `try`s and `with`s inside one another in one function.
const MAX_BLOCKS: usize = 21;

/// Something that control is inside of. `regions` is how many regions of the exception table are around it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Enclosing {
    /// A loop: where `continue` and `break` go.
    Loop { next: super::emit::Label, end: super::emit::Label },
    /// The body of a `try` with handlers: nothing to do, but it counts.
    Try,
    /// A handler: the exception handled before it, and the name that it unbinds.
    Handler { saved: Reg, name: Option<Sym>, span: Span, regions: usize },
    /// The body of an `except*` clause, which can't be left but at its end.
    StarHandler,
    /// The body of a `try` with `finally`.
    Finally { body: List<StmtId>, regions: usize },
    /// The body of a `with`: the bound `__exit__`, or `__aexit__` to be awaited.
    With { exit: Reg, is_async: bool, span: Span, regions: usize },
}

/// What `leave` took away, to be put back.
pub(super) struct Left {
    blocks: Vec<Enclosing>,
    interrupted: Vec<usize>,
}

impl Compiler<'_> {
    /// Enters a block.
    pub(super) fn enclose(&mut self, block: Enclosing, span: Span) -> Result<()> {
        if self.unit.enclosing.len() >= MAX_BLOCKS {
            return Err(self.source.error(span, "too many statically nested blocks"));
        }
        self.unit.enclosing.push(block);
        Ok(())
    }

    /// Emits what leaving all but the outermost `keep` blocks takes, for the statement at `span`. The code that follows,
    /// up to `rejoin`, is outside of them.
    pub(super) fn leave(&mut self, keep: usize, span: Span) -> Result<Left> {
        self.check_leaves(keep, span)?;
        let mut left = Left { blocks: Vec::new(), interrupted: Vec::new() };
        while self.unit.enclosing.len() > keep {
            let Some(block) = self.unit.enclosing.pop() else {
                break;
            };
            left.blocks.push(block);
            self.exit(block, &mut left.interrupted)?;
        }
        Ok(left)
    }

    /// `except*` clauses can't be left by a statement.
    pub(super) fn check_leaves(&self, keep: usize, span: Span) -> Result<()> {
        let star = |block: &Enclosing| matches!(block, Enclosing::StarHandler);
        if self.unit.enclosing[keep..].iter().any(star) {
            let message = "'break', 'continue' and 'return' cannot appear in an except* block";
            return Err(self.source.error(span, message));
        }
        Ok(())
    }

    fn exit(&mut self, block: Enclosing, interrupted: &mut Vec<usize>) -> Result<()> {
        let top = self.unit.top;
        match block {
            // `check_leaves` has refused the last.
            Enclosing::Loop { .. } | Enclosing::Try | Enclosing::StarHandler => {}
            Enclosing::Handler { saved, name, span, regions } => {
                interrupted.extend(self.unit.interrupt(regions));
                self.pop_handled(saved, span);
                if let Some(name) = name {
                    self.forget_name(name, span);
                }
            }
            Enclosing::Finally { body, regions } => {
                interrupted.extend(self.unit.interrupt(regions));
                let base = self.unit.base;
                self.body(body)?;
                self.unit.base = base;
            }
            Enclosing::With { exit, is_async, span, regions } => {
                interrupted.extend(self.unit.interrupt(regions));
                self.call_exit(exit, is_async, span);
            }
        }
        self.unit.top = top;
        Ok(())
    }

    /// Back inside what `leave` left.
    pub(super) fn rejoin(&mut self, left: Left) {
        self.unit.enclosing.extend(left.blocks.into_iter().rev());
        self.unit.resume(left.interrupted);
    }

    /// Whether leaving the function here runs code that could change a variable.
    pub(super) fn leaving_runs_code(&self) -> bool {
        self.unit.enclosing.iter().any(|block| match block {
            Enclosing::Loop { .. } | Enclosing::Try | Enclosing::StarHandler => false,
            Enclosing::Handler { .. } | Enclosing::Finally { .. } | Enclosing::With { .. } => true,
        })
    }
}
