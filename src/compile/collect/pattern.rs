//! The walk through the patterns of `case`: what they capture, and the expressions in them.

use super::Collector;
use crate::compile::scope::Uses;
use crate::compile::{CompileError, MAX_DEPTH, Result};
use crate::syntax::ast::*;

impl Collector<'_, '_> {
    pub(super) fn pattern(&mut self, id: PatternId) -> Result<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(CompileError::TooDeep);
        }
        let ast = self.ast;
        let Pattern { kind, span, .. } = ast[id];
        match kind {
            PatternKind::MatchValue { value } => self.expr(value)?,
            PatternKind::MatchSingleton { .. } => {}
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns)?,
            PatternKind::MatchMapping { keys, patterns, rest } => {
                ast[keys].iter().try_for_each(|&key| self.expr(key))?;
                self.patterns(patterns)?;
                self.captured(rest, span)?;
            }
            PatternKind::MatchClass { cls, patterns, keywords } => {
                self.expr(cls)?;
                self.patterns(patterns)?;
                ast[keywords].iter().try_for_each(|keyword| self.pattern(keyword.pattern))?;
            }
            PatternKind::MatchStar { name } => self.captured(name, span)?,
            PatternKind::MatchAs { pattern, name } => {
                pattern.map_or(Ok(()), |pattern| self.pattern(pattern))?;
                self.captured(name, span)?;
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn patterns(&mut self, patterns: List<PatternId>) -> Result<()> {
        self.ast[patterns].iter().try_for_each(|&pattern| self.pattern(pattern))
    }

    fn captured(&mut self, name: Option<Ident>, span: Span) -> Result<()> {
        name.map_or(Ok(()), |name| self.note(name.name, Uses::LOCAL, span))
    }
}
