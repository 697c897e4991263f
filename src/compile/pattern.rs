//! The patterns of `case`. <https://docs.python.org/3.13/reference/compound_stmts.html#patterns>
//!
//! A pattern tests the value in a register and goes on behind it, or jumps. What it captures stays in
//! temporaries: names are bound only when all of a `case`'s pattern has matched.

use super::emit::Label;
use super::names::Sym;
use super::registers::Reg;
use super::unparse::constant_text;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::Const;
use crate::syntax::ast::*;

/// The most patterns before the star of a sequence pattern.
const MAX_BEFORE_STAR: usize = 256;

/// A name to be bound, and the register that has its value.
pub(super) struct Capture {
    pub(super) name: Sym,
    pub(super) register: Reg,
}

/// The matching of one pattern.
pub(super) struct Matching {
    /// The captures so far.
    pub(super) captures: Vec<Capture>,
    /// Where to go when it doesn't match.
    fail: Label,
    /// Whether the pattern may be one that always matches: no alternative or case comes behind it.
    irrefutable: bool,
}

impl Matching {
    pub(super) fn new(fail: Label, irrefutable: bool) -> Self {
        Matching { captures: Vec::new(), fail, irrefutable }
    }
}

/// Whether a pattern is `_` (or `*_`).
pub(super) fn is_wildcard(ast: &Ast, id: PatternId) -> bool {
    matches!(ast[id].kind, PatternKind::MatchAs { pattern: None, name: None } | PatternKind::MatchStar { name: None })
}

impl Compiler<'_> {
    /// Matches the value in `r[s]`. Temporaries stay taken as long as captures lie in them.
    pub(super) fn pattern(&mut self, id: PatternId, s: Reg, to: &mut Matching) -> Result<()> {
        let top = self.unit.top;
        let known = to.captures.len();
        self.deeper(|this| this.pattern_inner(id, s, to))?;
        if to.captures.len() == known {
            self.unit.top = top;
        }
        Ok(())
    }

    fn pattern_inner(&mut self, id: PatternId, s: Reg, to: &mut Matching) -> Result<()> {
        let ast = self.ast;
        let Pattern { kind, span, .. } = ast[id];
        match kind {
            PatternKind::MatchValue { value } => self.value_pattern(value, s, to, span),
            PatternKind::MatchSingleton { value } => {
                self.singleton_pattern(value, s, to, span);
                Ok(())
            }
            PatternKind::MatchSequence { patterns } => self.sequence_pattern(&ast[patterns], s, to, span),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.mapping_pattern(&ast[keys], &ast[patterns], rest, s, to, span)
            }
            PatternKind::MatchClass { cls, patterns, keywords } => {
                self.class_pattern(cls, &ast[patterns], &ast[keywords], s, to, span)
            }
            PatternKind::MatchStar { name } => self.capture(name, s, to, span),
            PatternKind::MatchAs { pattern: None, name } => {
                self.check_irrefutable(name, to, span)?;
                self.capture(name, s, to, span)
            }
            PatternKind::MatchAs { pattern: Some(pattern), name } => {
                self.pattern(pattern, s, to)?;
                self.capture(name, s, to, span)
            }
            PatternKind::MatchOr { patterns } => self.or_pattern(&ast[patterns], s, to, span),
        }
    }

    /// A pattern within another: that one decides whether all of it can fail.
    fn subpattern(&mut self, id: PatternId, s: Reg, to: &mut Matching) -> Result<()> {
        if is_wildcard(self.ast, id) {
            return Ok(());
        }
        let irrefutable = std::mem::replace(&mut to.irrefutable, true);
        self.pattern(id, s, to)?;
        to.irrefutable = irrefutable;
        Ok(())
    }

    fn check_irrefutable(&self, name: Option<Ident>, to: &Matching, span: Span) -> Result<()> {
        if to.irrefutable {
            return Ok(());
        }
        let what = match name {
            Some(name) => format!("name capture '{}'", self.ast.name(name.name)),
            None => "wildcard".to_owned(),
        };
        Err(self.source.error(span, format!("{what} makes remaining patterns unreachable")))
    }

    fn capture(&mut self, name: Option<Ident>, s: Reg, to: &mut Matching, span: Span) -> Result<()> {
        let Some(name) = name else { return Ok(()) };
        let name = self.mangle(name.name);
        self.check_captured_once(name, to, span)?;
        to.captures.push(Capture { name, register: s });
        Ok(())
    }

    fn check_captured_once(&self, name: Sym, to: &Matching, span: Span) -> Result<()> {
        if to.captures.iter().all(|capture| capture.name != name) {
            return Ok(());
        }
        let message = format!("multiple assignments to name '{}' in pattern", self.names.text(name));
        Err(self.source.error(span, message))
    }

    fn value_pattern(&mut self, value: ExprId, s: Reg, to: &Matching, span: Span) -> Result<()> {
        if let ExprKind::JoinedStr { .. } = self.ast[value].kind {
            return Err(self.source.error(span, "patterns may only match literals and attribute lookups"));
        }
        if let Some(i) = self.small_int(value).and_then(|i| i8::try_from(i).ok()) {
            self.jump(Op::JumpIfEqI { a: s, want: false, i, off: 0 }, to.fail, span);
            return Ok(());
        }
        let b = self.operand(value)?;
        self.jump(Op::JumpIfEq { a: s, b, want: false, off: 0 }, to.fail, span);
        Ok(())
    }

    fn singleton_pattern(&mut self, value: ConstantId, s: Reg, to: &Matching, span: Span) {
        let value = super::constant::literal(&self.ast[value]);
        if value == Const::None {
            return self.jump(Op::JumpIfNotNone { a: s, off: 0 }, to.fail, span);
        }
        let b = self.unit.alloc();
        self.load_const(b, value, span);
        self.jump(Op::JumpIfIs { a: s, b, want: false, off: 0 }, to.fail, span);
    }

    // ---- sequences

    fn sequence_pattern(&mut self, patterns: &[PatternId], s: Reg, to: &mut Matching, span: Span) -> Result<()> {
        let ast = self.ast;
        let is_star = |&id: &PatternId| matches!(ast[id].kind, PatternKind::MatchStar { .. });
        let star = patterns.iter().position(is_star);
        if patterns.iter().filter(|&id| is_star(id)).count() > 1 {
            return Err(self.source.error(span, "multiple starred names in sequence pattern"));
        }
        self.jump(Op::MatchSequence { a: s, off: 0 }, to.fail, span);
        match star {
            None => self.check_len(s, patterns.len(), true, to, span),
            Some(_) if patterns.len() > 1 => self.check_len(s, patterns.len() - 1, false, to, span),
            Some(_) => {}
        }
        match star {
            _ if patterns.iter().all(|&id| is_wildcard(ast, id)) => Ok(()),
            Some(star) if is_wildcard(ast, patterns[star]) => self.items_at_ends(patterns, star, s, to, span),
            _ => self.unpacked_items(patterns, star, s, to, span),
        }
    }

    /// Fails unless the value has exactly, or at least, so many items.
    fn check_len(&mut self, s: Reg, len: usize, exactly: bool, to: &Matching, span: Span) {
        let top = self.unit.top;
        let a = self.unit.alloc();
        self.emit(Op::GetLen { d: a, a: s }, span);
        let (want, off) = (true, 0);
        let op = match i8::try_from(len) {
            Ok(i) if exactly => Op::JumpIfNeI { a, want, i, off },
            Ok(i) => Op::JumpIfLtI { a, want, i, off },
            Err(_) => {
                let b = self.unit.alloc();
                self.load_const(b, Const::Int(len as i64), span);
                if exactly { Op::JumpIfNe { a, b, want, off } } else { Op::JumpIfLt { a, b, want, off } }
            }
        };
        self.jump(op, to.fail, span);
        self.unit.top = top;
    }

    /// Takes a sequence apart that has no star, or one with a name.
    fn unpacked_items(
        &mut self,
        patterns: &[PatternId],
        star: Option<usize>,
        s: Reg,
        to: &mut Matching,
        span: Span,
    ) -> Result<()> {
        if star.is_some_and(|star| star >= MAX_BEFORE_STAR) {
            let message = "too many expressions in star-unpacking sequence pattern";
            return Err(self.source.error(span, message));
        }
        let first = self.run_of_values(patterns.len())?;
        let n = patterns.len() as u8;
        let op = match star {
            None => Op::Unpack { a: s, first, n },
            Some(star) => Op::UnpackEx { a: s, first, before: star as u8, after: n - star as u8 - 1 },
        };
        self.emit(op, span);
        self.subpatterns(patterns.iter().copied(), first, to)
    }

    /// Patterns for the values that lie in registers from `first` on.
    fn subpatterns(&mut self, patterns: impl Iterator<Item = PatternId>, first: Reg, to: &mut Matching) -> Result<()> {
        for (i, pattern) in patterns.enumerate() {
            self.subpattern(pattern, first + i as u8, to)?;
        }
        Ok(())
    }

    /// Temporaries for the parts of a value.
    fn run_of_values(&mut self, n: usize) -> Result<Reg> {
        let first = self.unit.alloc_run(n);
        if self.unit.overflow { Err(self.too_complex()) } else { Ok(first) }
    }

    /// `[a, *_, b]`: what the star takes isn't looked at.
    fn items_at_ends(
        &mut self,
        patterns: &[PatternId],
        star: usize,
        s: Reg,
        to: &mut Matching,
        span: Span,
    ) -> Result<()> {
        for (i, &pattern) in patterns.iter().enumerate() {
            if is_wildcard(self.ast, pattern) {
                continue;
            }
            let (top, known) = (self.unit.top, to.captures.len());
            let d = self.run_of_values(1)?;
            if i < star {
                self.emit(Op::GetItemI { d, o: s, i: i as i32 }, span);
            } else {
                // From the end, which the sequence's own `__getitem__` need not know about.
                self.emit(Op::GetLen { d, a: s }, span);
                let back = (patterns.len() - i) as i32;
                self.emit(Op::SubI { d, a: d, inplace: false, i: back }, span);
                self.emit(Op::GetItem { d, o: s, k: d }, span);
            }
            self.subpattern(pattern, d, to)?;
            if to.captures.len() == known {
                self.unit.top = top;
            }
        }
        Ok(())
    }

    // ---- mappings

    fn mapping_pattern(
        &mut self,
        keys: &[ExprId],
        patterns: &[PatternId],
        rest: Option<Ident>,
        s: Reg,
        to: &mut Matching,
        span: Span,
    ) -> Result<()> {
        self.jump(Op::MatchMapping { a: s, off: 0 }, to.fail, span);
        if keys.is_empty() && rest.is_none() {
            return Ok(());
        }
        if !keys.is_empty() {
            self.check_len(s, keys.len(), false, to, span);
        }
        self.check_keys(keys, span)?;
        // The tuple of keys gives way to their values, unless it is still needed.
        let first = self.run_of_values(keys.len().max(1))?;
        let k = if rest.is_some() { self.run_of_values(1)? } else { first };
        self.tuple_of(keys, k, span)?;
        if !keys.is_empty() {
            self.move_to(first, k, span);
            self.jump(Op::MatchKeys { a: s, first, n: keys.len() as u8, off: 0 }, to.fail, span);
            self.subpatterns(patterns.iter().copied(), first, to)?;
        }
        if rest.is_some() {
            let d = self.run_of_values(1)?;
            self.emit(Op::MappingRest { d, a: s, k }, span);
            self.capture(rest, d, to, span)?;
        }
        Ok(())
    }

    /// The same constant twice is a mistake, and so is an f-string.
    fn check_keys(&self, keys: &[ExprId], span: Span) -> Result<()> {
        let mut seen: Vec<Const> = Vec::new();
        for &key in keys {
            if let ExprKind::JoinedStr { .. } = self.ast[key].kind {
                let message = "mapping pattern keys may only match literals and attribute lookups";
                return Err(self.source.error(span, message));
            }
            let Some(value) = self.constant(key) else { continue };
            if seen.iter().any(|other| super::constant::equal(other, &value)) {
                let message = format!("mapping pattern checks duplicate key ({})", constant_text(&value));
                return Err(self.source.error(span, message));
            }
            seen.push(value);
        }
        Ok(())
    }

    // ---- classes

    fn class_pattern(
        &mut self,
        cls: ExprId,
        patterns: &[PatternId],
        keywords: &[KeywordPattern],
        s: Reg,
        to: &mut Matching,
        span: Span,
    ) -> Result<()> {
        self.check_attributes(keywords)?;
        let n = patterns.len() + keywords.len();
        // The class and the names of attributes give way to the attributes' values.
        let first = self.run_of_values(n.max(2))?;
        self.expr(cls, first)?;
        let names = keywords.iter().map(|keyword| Const::Str(self.ast.name(keyword.attr.name).into()));
        self.load_const(first + 1, Const::Tuple(names.collect()), span);
        self.jump(Op::MatchClass { a: s, first, n: n as u8, off: 0 }, to.fail, span);
        let attributes = keywords.iter().map(|keyword| keyword.pattern);
        self.subpatterns(patterns.iter().copied().chain(attributes), first, to)
    }

    fn check_attributes(&self, keywords: &[KeywordPattern]) -> Result<()> {
        for (i, keyword) in keywords.iter().enumerate() {
            let text = self.ast.name(keyword.attr.name);
            if text == "__debug__" {
                return Err(self.source.error(self.ast[keyword.pattern].span, "cannot assign to __debug__"));
            }
            let again = keywords[i + 1..].iter().find(|other| other.attr.name == keyword.attr.name);
            if let Some(again) = again {
                let message = format!("attribute name repeated in class pattern: {text}");
                return Err(self.source.error(self.ast[again.pattern].span, message));
            }
        }
        Ok(())
    }

    // ---- alternatives

    fn or_pattern(&mut self, patterns: &[PatternId], s: Reg, to: &mut Matching, span: Span) -> Result<()> {
        let matched = self.unit.label();
        let top = self.unit.top;
        // Where all alternatives put what they capture.
        let mut places: Vec<Capture> = Vec::new();
        for (i, &pattern) in patterns.iter().enumerate() {
            let last = i + 1 == patterns.len();
            let fail = if last { to.fail } else { self.unit.label() };
            let mut alternative = Matching::new(fail, last && to.irrefutable);
            self.pattern(pattern, s, &mut alternative)?;
            if i == 0 {
                for capture in &alternative.captures {
                    places.push(Capture { name: capture.name, register: self.run_of_values(1)? });
                }
            }
            self.move_captures(&alternative.captures, &places, span)?;
            self.unit.top = places.last().map_or(top, |place| u16::from(place.register) + 1);
            if !last {
                self.jump(Op::Jump { off: 0 }, matched, span);
                self.unit.place(fail);
            }
        }
        self.unit.place(matched);
        for capture in places {
            self.check_captured_once(capture.name, to, span)?;
            to.captures.push(capture);
        }
        Ok(())
    }

    /// Puts what an alternative captured where the others put it too.
    fn move_captures(&mut self, captures: &[Capture], places: &[Capture], span: Span) -> Result<()> {
        let different = || self.source.error(span, "alternative patterns bind different names");
        if captures.len() != places.len() {
            return Err(different());
        }
        let mut moves = Vec::new();
        for place in places {
            let capture = captures.iter().find(|capture| capture.name == place.name).ok_or_else(different)?;
            moves.push((place.register, capture.register));
        }
        for (d, a) in moves {
            self.move_to(d, a, span);
        }
        Ok(())
    }
}
