//! Displays (tuples, lists, sets, dicts) and f-strings.

use super::registers::Reg;
use super::{Compiler, Result};
use crate::code::op::{Conversion as CodeConversion, Op};
use crate::code::unit::Const;
use crate::syntax::ast::*;

/// Displays with more elements are built bit by bit.
const MANY: usize = 30;

impl Compiler<'_> {
    fn has_star(&self, elts: &[ExprId]) -> bool {
        let starred = |&elt: &ExprId| matches!(self.ast[elt].kind, ExprKind::Starred { .. });
        elts.iter().any(starred)
    }

    /// Whether so many more temporaries are no burden.
    fn fits(&self, n: usize) -> bool {
        n <= MANY && usize::from(self.unit.top) + n < 240
    }

    fn push_all(&mut self, elts: &[ExprId]) -> Result<(Reg, u8)> {
        let first = self.unit.top as Reg;
        for &elt in elts {
            self.push(elt)?;
        }
        Ok((first, elts.len() as u8))
    }

    pub(super) fn tuple(&mut self, elts: List<ExprId>, d: Reg, span: Span) -> Result<()> {
        self.tuple_of(&self.ast[elts], d, span)
    }

    /// A tuple of these expressions.
    pub(super) fn tuple_of(&mut self, elts: &[ExprId], d: Reg, span: Span) -> Result<()> {
        if elts.iter().all(|&elt| self.is_constant(elt)) {
            let value = Const::Tuple(self.constants(elts));
            self.load_const(d, value, span);
            return Ok(());
        }
        if self.fits(elts.len()) && !self.has_star(elts) {
            self.unit.reuse(d);
            let (first, n) = self.push_all(elts)?;
            self.emit(Op::BuildTuple { d, first, n }, span);
            return Ok(());
        }
        self.unit.reuse(d);
        let l = self.unit.alloc();
        self.list_into(elts, l, span)?;
        self.emit(Op::ListToTuple { d, a: l }, span);
        Ok(())
    }

    pub(super) fn list(&mut self, elts: List<ExprId>, d: Reg, span: Span) -> Result<()> {
        let elts = &self.ast[elts];
        if self.fits(elts.len()) && !self.has_star(elts) && !self.is_long_constant(elts) {
            self.unit.reuse(d);
            let (first, n) = self.push_all(elts)?;
            self.emit(Op::BuildList { d, first, n }, span);
            return Ok(());
        }
        let l = self.workplace(d);
        self.list_into(elts, l, span)?;
        self.move_to(d, l, span);
        Ok(())
    }

    /// Whether the elements are all constant and so many that one constant tuple is better.
    fn is_long_constant(&self, elts: &[ExprId]) -> bool {
        elts.len() > 2 && elts.iter().all(|&elt| self.is_constant(elt))
    }

    fn constants(&self, elts: &[ExprId]) -> Box<[Const]> {
        elts.iter().filter_map(|&elt| self.constant(elt)).collect()
    }

    /// Builds a list bit by bit in the temporary `l`.
    fn list_into(&mut self, elts: &[ExprId], l: Reg, span: Span) -> Result<()> {
        self.emit(Op::BuildList { d: l, first: l, n: 0 }, span);
        let top = self.unit.top;
        if self.is_long_constant(elts) {
            let v = self.unit.alloc();
            self.load_const(v, Const::Tuple(self.constants(elts)), span);
            self.emit(Op::ListExtend { l, v }, span);
            self.unit.top = top;
            return Ok(());
        }
        for &elt in elts {
            if let ExprKind::Starred { value } = self.ast[elt].kind {
                let v = self.operand(value)?;
                self.emit(Op::ListExtend { l, v }, span);
            } else {
                let v = self.operand(elt)?;
                self.emit(Op::ListAppend { l, v }, span);
            }
            self.unit.top = top;
        }
        Ok(())
    }

    pub(super) fn set(&mut self, elts: List<ExprId>, d: Reg, span: Span) -> Result<()> {
        let elts = &self.ast[elts];
        let long = self.is_long_constant(elts);
        if self.fits(elts.len()) && !self.has_star(elts) && !long {
            self.unit.reuse(d);
            let (first, n) = self.push_all(elts)?;
            self.emit(Op::BuildSet { d, first, n }, span);
            return Ok(());
        }
        let s = self.workplace(d);
        self.emit(Op::BuildSet { d: s, first: s, n: 0 }, span);
        let top = self.unit.top;
        if long {
            let v = self.unit.alloc();
            self.load_const(v, Const::FrozenSet(self.constants(elts)), span);
            self.emit(Op::SetUpdate { s, v }, span);
            self.unit.top = top;
            self.move_to(d, s, span);
            return Ok(());
        }
        for &elt in elts {
            if let ExprKind::Starred { value } = self.ast[elt].kind {
                let v = self.operand(value)?;
                self.emit(Op::SetUpdate { s, v }, span);
            } else {
                let v = self.operand(elt)?;
                self.emit(Op::SetAdd { s, v }, span);
            }
            self.unit.top = top;
        }
        self.move_to(d, s, span);
        Ok(())
    }

    pub(super) fn dict(&mut self, keys: List<Option<ExprId>>, values: List<ExprId>, d: Reg, span: Span) -> Result<()> {
        let (keys, values) = (&self.ast[keys], &self.ast[values]);
        if self.fits(2 * keys.len()) && keys.iter().all(Option::is_some) {
            self.unit.reuse(d);
            let first = self.unit.top as Reg;
            for (&key, &value) in keys.iter().zip(values) {
                if let Some(key) = key {
                    self.push(key)?;
                }
                self.push(value)?;
            }
            let n = keys.len() as u8;
            self.emit(Op::BuildDict { d, first, n }, span);
            return Ok(());
        }
        let m = self.workplace(d);
        self.emit(Op::BuildDict { d: m, first: m, n: 0 }, span);
        for (&key, &value) in keys.iter().zip(values) {
            let top = self.unit.top;
            match key {
                Some(key) => {
                    let k = self.operand_before(key, &[value])?;
                    let v = self.operand(value)?;
                    self.emit(Op::DictSet { m, k, v }, span);
                }
                None => {
                    let v = self.operand(value)?;
                    self.emit(Op::DictUpdate { m, v }, span);
                }
            }
            self.unit.top = top;
        }
        self.move_to(d, m, span);
        Ok(())
    }

    // ---- f-strings

    pub(super) fn joined_str(&mut self, values: List<ExprId>, d: Reg, span: Span) -> Result<()> {
        let values = &self.ast[values];
        match *values {
            [] => {
                self.load_const(d, Const::Str("".into()), span);
                return Ok(());
            }
            [only] => return self.expr(only, d),
            _ => {}
        }
        if self.fits(values.len()) {
            self.unit.reuse(d);
            let (first, n) = self.push_all(values)?;
            self.emit(Op::BuildString { d, first, n }, span);
            return Ok(());
        }
        // In portions: each goes behind what there is so far.
        let first = self.unit.alloc();
        self.load_const(first, Const::Str("".into()), span);
        let top = self.unit.top;
        for portion in values.chunks(8) {
            let (_, n) = self.push_all(portion)?;
            self.unit.top = top;
            self.emit(Op::BuildString { d: first, first, n: n + 1 }, span);
        }
        self.move_to(d, first, span);
        Ok(())
    }

    pub(super) fn formatted_value(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let Expr { kind, span, .. } = self.ast[id];
        let ExprKind::FormattedValue { value, conversion, format_spec } = kind else {
            return Ok(());
        };
        let conv = match conversion {
            None => CodeConversion::None,
            Some(Conversion::Str) => CodeConversion::Str,
            Some(Conversion::Repr) => CodeConversion::Repr,
            Some(Conversion::Ascii) => CodeConversion::Ascii,
        };
        let Some(format_spec) = format_spec else {
            let a = self.operand(value)?;
            self.emit(Op::Format { d, a, conv }, span);
            return Ok(());
        };
        // The conversion happens before the specification is evaluated.
        let mut a = self.operand_before(value, &[format_spec])?;
        let mut late = conv;
        if conv != CodeConversion::None && !self.is_plain_text(format_spec) {
            let t = self.unit.alloc();
            self.emit(Op::Format { d: t, a, conv }, span);
            a = t;
            late = CodeConversion::None;
        }
        let spec = self.push(format_spec)?;
        self.emit(Op::FormatSpec { d, a, spec, conv: late }, span);
        Ok(())
    }

    /// Whether evaluating a format specification runs no code.
    fn is_plain_text(&self, id: ExprId) -> bool {
        match self.ast[id].kind {
            ExprKind::JoinedStr { values } => self.ast[values].iter().all(|&value| self.is_constant(value)),
            _ => self.is_constant(id),
        }
    }
}
