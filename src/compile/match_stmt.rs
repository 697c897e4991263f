//! `match`. <https://docs.python.org/3.13/reference/compound_stmts.html#the-match-statement>

use super::pattern::{Matching, is_wildcard};
use super::{Compiler, Result};
use crate::syntax::ast::*;

impl Compiler<'_> {
    pub(super) fn match_stmt(&mut self, subject: ExprId, cases: &[MatchCase]) -> Result<()> {
        // A copy: patterns and guards may rebind the variable that the subject came from.
        let top = self.unit.top;
        let s = self.push(subject)?;
        let end = self.unit.label();
        for (i, case) in cases.iter().enumerate() {
            let last = i + 1 == cases.len();
            let next = self.unit.label();
            let span = self.ast[case.pattern].span;
            // Nothing is to be tried for a `case _` that takes what is left.
            if !(last && i > 0 && is_wildcard(self.ast, case.pattern)) {
                let mut matching = Matching::new(next, last || case.guard.is_some());
                self.holding(|this| this.pattern(case.pattern, s, &mut matching))?;
                for capture in &matching.captures {
                    self.store_name(capture.name, capture.register, span);
                }
            }
            self.unit.top = u16::from(s) + 1;
            if let Some(guard) = case.guard {
                self.holding(|this| this.jump_if(guard, false, next))?;
            }
            self.unit.top = top;
            self.body(case.body)?;
            if !last {
                self.unit.jump_silent(end);
            }
            self.unit.top = u16::from(s) + 1;
            self.unit.place(next);
        }
        self.unit.top = top;
        self.unit.place(end);
        Ok(())
    }
}
