//! Assignment, augmented and annotated assignment, `del`.

use super::registers::Reg;
use super::scope::ScopeKind;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::Const;
use crate::syntax::ast::*;

impl<'a> Compiler<'a> {
    pub(super) fn assign(&mut self, targets: &[ExprId], value: ExprId) -> Result<()> {
        if let [target] = *targets {
            if let Some(register) = self.variable_register(target) {
                self.expr(value, register)?;
                self.unit.set_bound(register, true);
                return Ok(());
            }
            if self.parallel_assign(target, value)? {
                return Ok(());
            }
            let v = self.assigned_value(value, target)?;
            return self.store(target, v);
        }
        let v = self.push(value)?;
        targets.iter().try_for_each(|&target| self.store(target, v))
    }

    /// The value to be stored in one target, evaluated before the target's own parts.
    fn assigned_value(&mut self, value: ExprId, target: ExprId) -> Result<Reg> {
        let within = match self.ast[target].kind {
            ExprKind::Name(_) => return self.operand(value),
            ExprKind::Attribute { value, .. } => [value, value],
            ExprKind::Subscript { value, slice } => [value, slice],
            // Unpacking stores into variables before it is done with them.
            _ => return self.push(value),
        };
        self.operand_before(value, &within)
    }

    /// `a, b = b, a` without making a tuple. Whether it could be done.
    fn parallel_assign(&mut self, target: ExprId, value: ExprId) -> Result<bool> {
        let (Some(targets), Some(values)) = (self.elements(target), self.elements(value)) else {
            return Ok(false);
        };
        if targets.len() != values.len()
            || targets.is_empty()
            || targets.len() > 8
            || matches!(self.ast[value].kind, ExprKind::List { .. })
        {
            return Ok(false);
        }
        let mut registers = Vec::new();
        let (last, before) = (values.len() - 1, &targets[..targets.len() - 1]);
        for (i, &value) in values.iter().enumerate() {
            // The last value can go where it belongs at once, if the order of stores can't be noticed.
            if i == last
                && before.iter().all(|&target| self.variable_register(target).is_some())
                && let Some(register) = self.variable_register(targets[last])
                && !self.rebinds(before, register)
            {
                self.expr(value, register)?;
                self.unit.set_bound(register, true);
                registers.push(register);
                continue;
            }
            // A variable that no target rebinds can be read later.
            let direct = match self.variable_register(value) {
                Some(register) if !self.is_walrus_target(value) => !self.rebinds(targets, register),
                _ => false,
            };
            registers.push(if direct { self.operand(value)? } else { self.push(value)? });
        }
        for (&target, v) in targets.iter().zip(registers) {
            let top = self.unit.top;
            self.store(target, v)?;
            self.unit.top = top;
        }
        Ok(true)
    }

    /// Whether storing to the targets may change a variable's register.
    fn rebinds(&mut self, targets: &[ExprId], register: Reg) -> bool {
        targets.iter().any(|&target| match self.ast[target].kind {
            ExprKind::Name(_) => self.variable_register(target) == Some(register),
            // Their parts are evaluated in between; a `:=` there is ruled out by the caller.
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => false,
            _ => true,
        })
    }

    /// The elements of a tuple or list display without stars.
    fn elements(&self, id: ExprId) -> Option<&'a [ExprId]> {
        let ast = self.ast;
        let (ExprKind::Tuple { elts } | ExprKind::List { elts }) = ast[id].kind else {
            return None;
        };
        let starred = |&elt: &ExprId| matches!(ast[elt].kind, ExprKind::Starred { .. });
        (!ast[elts].iter().any(starred)).then_some(&ast[elts])
    }

    /// `target = r[v]`
    pub(super) fn store(&mut self, target: ExprId, v: Reg) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[target];
        match kind {
            ExprKind::Name(name) => {
                let name = self.mangle(name);
                self.store_name(name, v, span);
                Ok(())
            }
            ExprKind::Attribute { value, attr } => {
                self.note_static_attribute(value, attr);
                let o = self.operand(value)?;
                let name = self.mangle(attr.name);
                let ic = self.site(name);
                let span = self.attribute_span(target, span.end);
                self.emit(Op::SetAttr { o, v, ic }, span);
                Ok(())
            }
            ExprKind::Subscript { value, slice } => {
                let o = self.operand_before(value, &[slice])?;
                let k = self.operand(slice)?;
                self.emit(Op::SetItem { o, k, v }, span);
                Ok(())
            }
            ExprKind::Tuple { elts } | ExprKind::List { elts } => self.deeper(|this| this.unpack(&ast[elts], v, span)),
            ExprKind::Starred { .. } => {
                let message = "starred assignment target must be in a list or tuple";
                Err(self.source.error(span, message))
            }
            _ => Err(self.source.error(span, "cannot assign to expression")),
        }
    }

    fn unpack(&mut self, elts: &[ExprId], a: Reg, span: Span) -> Result<()> {
        let is_star = |&elt: &ExprId| matches!(self.ast[elt].kind, ExprKind::Starred { .. });
        let star = elts.iter().position(is_star);
        if elts.iter().filter(|&elt| is_star(elt)).count() > 1 {
            let message = "multiple starred expressions in assignment";
            return Err(self.source.error(span, message));
        }
        if star.is_some_and(|star| star >= 256) {
            let message = "too many expressions in star-unpacking assignment";
            return Err(self.source.error(span, message));
        }
        let first = self.unit.alloc_run(elts.len());
        if self.unit.overflow {
            return Err(self.too_complex());
        }
        let n = elts.len() as u8;
        match star {
            None => self.emit(Op::Unpack { a, first, n }, span),
            Some(star) => {
                let (before, after) = (star as u8, n - star as u8 - 1);
                let op = Op::UnpackEx { a, first, before, after };
                self.emit(op, span);
            }
        }
        for (i, &elt) in elts.iter().enumerate() {
            let top = self.unit.top;
            let elt = match self.ast[elt].kind {
                ExprKind::Starred { value } => value,
                _ => elt,
            };
            self.store(elt, first + i as u8)?;
            self.unit.top = top;
        }
        Ok(())
    }

    /// `self.x = …` in a method: the class's `__static_attributes__`.
    fn note_static_attribute(&mut self, value: ExprId, attr: Ident) {
        let ExprKind::Name(name) = self.ast[value].kind else {
            return;
        };
        if self.ast.name(name) != "self" {
            return;
        }
        let name = self.names.plain(attr.name);
        let is_class = |b: &super::emit::Builder| b.unit.kind == crate::code::unit::BlockKind::Class;
        let class =
            if is_class(&self.unit) { Some(&mut self.unit) } else { self.outer.iter_mut().rev().find(|b| is_class(b)) };
        if let Some(class) = class
            && !class.static_attributes.contains(&name)
        {
            class.static_attributes.push(name);
        }
    }

    pub(super) fn augmented_assign(&mut self, target: ExprId, op: Operator, value: ExprId, span: Span) -> Result<()> {
        let at = self.ast[target].span;
        match self.ast[target].kind {
            ExprKind::Name(name) => {
                if let Some(d) = self.variable_register(target) {
                    let a = self.operand_before(target, &[value])?;
                    return self.augmented(op, d, a, value, span);
                }
                let name = self.mangle(name);
                let a = self.push(target)?;
                self.augmented(op, a, a, value, span)?;
                self.store_name(name, a, at);
            }
            ExprKind::Attribute { value: of, attr } => {
                let o = self.operand_before(of, &[value])?;
                let a = self.unit.alloc();
                self.get_attribute(a, o, attr, target);
                self.augmented(op, a, a, value, span)?;
                let name = self.mangle(attr.name);
                let ic = self.site(name);
                let at = self.attribute_span(target, at.end);
                self.emit(Op::SetAttr { o, v: a, ic }, at);
            }
            ExprKind::Subscript { value: of, slice } => {
                let o = self.operand_before(of, &[slice, value])?;
                let k = self.operand_before(slice, &[value])?;
                let a = self.unit.alloc();
                self.emit(Op::GetItem { d: a, o, k }, at);
                self.augmented(op, a, a, value, span)?;
                self.emit(Op::SetItem { o, k, v: a }, at);
            }
            _ => {
                return Err(self.source.error(at, "illegal target for augmented assignment"));
            }
        }
        Ok(())
    }

    pub(super) fn annotated_assign(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        simple: bool,
        span: Span,
    ) -> Result<()> {
        let ast = self.ast;
        if let Some(value) = value {
            self.assign(&[target], value)?;
        }
        let unit = self.scopes[self.unit.scope].unit;
        let in_namespace = matches!(self.scopes[unit].kind, ScopeKind::Module | ScopeKind::Class);
        match ast[target].kind {
            ExprKind::Name(name) if simple => {
                if in_namespace {
                    self.store_annotation(name, annotation, span)?;
                }
                return Ok(());
            }
            ExprKind::Attribute { value: of, .. } if value.is_none() => self.effect(of)?,
            ExprKind::Subscript { value: of, slice } if value.is_none() => {
                self.effect(of)?;
                if !matches!(ast[slice].kind, ExprKind::Slice { .. }) {
                    self.effect(slice)?;
                }
            }
            _ => {}
        }
        if in_namespace && !self.future_annotations {
            self.effect(annotation)?;
        }
        Ok(())
    }

    /// `__annotations__[name] = annotation`
    fn store_annotation(&mut self, name: NameId, annotation: ExprId, span: Span) -> Result<()> {
        let top = self.unit.top;
        let v = self.annotation_value(annotation)?;
        let o = self.unit.alloc();
        let annotations = self.names.intern("__annotations__");
        self.load_special(o, annotations, span);
        let k = self.unit.alloc();
        let name = self.mangle(name);
        let name = Const::Str(self.names.text(name).into());
        self.load_const(k, name, span);
        self.emit(Op::SetItem { o, k, v }, span);
        self.unit.top = top;
        Ok(())
    }

    /// `del target`
    pub(super) fn delete(&mut self, target: ExprId) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[target];
        let top = self.unit.top;
        match kind {
            ExprKind::Name(name) => {
                let name = self.mangle(name);
                self.delete_name(name, span);
            }
            ExprKind::Attribute { value, attr } => {
                let o = self.operand(value)?;
                let name = self.mangle(attr.name);
                let name = self.name_index(name);
                let span = self.attribute_span(target, span.end);
                self.emit(Op::DelAttr { o, name }, span);
            }
            ExprKind::Subscript { value, slice } => {
                let o = self.operand_before(value, &[slice])?;
                let k = self.operand(slice)?;
                self.emit(Op::DelItem { o, k }, span);
            }
            ExprKind::Tuple { elts } | ExprKind::List { elts } => {
                self.deeper(|this| ast[elts].iter().try_for_each(|&elt| this.delete(elt)))?;
            }
            _ => return Err(self.source.error(span, "cannot delete expression")),
        }
        self.unit.top = top;
        Ok(())
    }
}
