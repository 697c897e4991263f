//! Statements.

use super::registers::Reg;
use super::scope::ScopeKind;
use super::try_stmt::Guarded;
use super::{Compiler, Mode, Result};
use crate::code::op::Op;
use crate::code::unit::{Const, GeneratorKind};
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// Statements one after the other.
    pub(super) fn body(&mut self, body: List<StmtId>) -> Result<()> {
        self.statements(&self.ast[body])
    }

    pub(super) fn statements(&mut self, body: &[StmtId]) -> Result<()> {
        body.iter().try_for_each(|&stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, id: StmtId) -> Result<()> {
        let top = self.unit.top;
        self.holding(|this| this.deeper(|this| this.stmt_inner(id)))?;
        self.unit.top = top;
        Ok(())
    }

    /// Runs `inside` with the present temporaries held by statements: no expression may save them away,
    /// since handlers rely on them.
    pub(super) fn holding<T>(&mut self, inside: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let base = self.unit.base;
        self.unit.base = self.unit.top;
        let result = inside(self)?;
        self.unit.base = base;
        Ok(result)
    }

    fn stmt_inner(&mut self, id: StmtId) -> Result<()> {
        let ast = self.ast;
        let Stmt { kind, span } = ast[id];
        match kind {
            StmtKind::Expr { value } => self.expr_stmt(value, span),
            StmtKind::Assign { targets, value } => self.assign(&ast[targets], value),
            StmtKind::AugAssign { target, op, value } => self.augmented_assign(target, op, value, span),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated_assign(target, annotation, value, simple, span)
            }
            StmtKind::Delete { targets } => ast[targets].iter().try_for_each(|&target| self.delete(target)),
            StmtKind::Return { value } => self.return_stmt(value, span),
            StmtKind::If { branches, orelse } => self.if_stmt(&ast[branches], orelse),
            StmtKind::For { target, iter, body, orelse } => self.for_loop(target, iter, body, orelse, span),
            StmtKind::AsyncFor { target, iter, body, orelse } => self.async_for(target, iter, body, orelse, span),
            StmtKind::While { test, body, orelse } => self.while_loop(test, body, orelse, span),
            StmtKind::Break => self.break_loop(span),
            StmtKind::Continue => self.continue_loop(span),
            StmtKind::Try { body, handlers, orelse, finalbody } => {
                let guarded = Guarded { body, handlers, orelse, star: false };
                self.try_stmt(guarded, finalbody, span)
            }
            StmtKind::TryStar { body, handlers, orelse, finalbody } => {
                let guarded = Guarded { body, handlers, orelse, star: true };
                self.try_stmt(guarded, finalbody, span)
            }
            StmtKind::Match { subject, cases } => self.match_stmt(subject, &ast[cases]),
            StmtKind::With { items, body } => self.with_stmt(&ast[items], body, false, span),
            StmtKind::AsyncWith { items, body } => self.async_with(&ast[items], body, span),
            StmtKind::Raise { exc, cause } => self.raise(exc, cause, span),
            StmtKind::Assert { test, msg } => self.assert(test, msg, span),
            StmtKind::Import { names } => self.import(&ast[names], span),
            StmtKind::ImportFrom { module, names, level } => self.import_from(module, &ast[names], level, span),
            StmtKind::FunctionDef(function) | StmtKind::AsyncFunctionDef(function) => self.function_def(function, span),
            StmtKind::ClassDef(class) => self.class_def(class, span),
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } | StmtKind::Pass => Ok(()),
            StmtKind::TypeAlias { name, type_params, value } => self.type_alias(id, name, type_params, value, span),
        }
    }

    fn expr_stmt(&mut self, value: ExprId, span: Span) -> Result<()> {
        // Only what stands at the prompt itself is shown, not what a function or class there contains.
        if self.mode == Mode::Single && self.outer.is_empty() {
            let a = self.operand(value)?;
            self.emit(Op::PrintExpr { a }, span);
            return Ok(());
        }
        self.effect(value)
    }

    fn if_stmt(&mut self, branches: &[Branch], orelse: List<StmtId>) -> Result<()> {
        let end = self.unit.label();
        for (i, branch) in branches.iter().enumerate() {
            let next = self.unit.label();
            match self.constant_truth(branch.test) {
                Some(true) => {}
                Some(false) => {
                    self.dead(|this| this.body(branch.body))?;
                    continue;
                }
                None => {
                    if let Some(exit) = self.plain_exit(branch.body) {
                        self.jump_if(branch.test, true, exit)?;
                        continue;
                    }
                    self.jump_if(branch.test, false, next)?;
                }
            }
            self.body(branch.body)?;
            if i + 1 < branches.len() || !orelse.is_empty() {
                self.unit.jump_silent(end);
            }
            self.unit.place(next);
        }
        self.body(orelse)?;
        self.unit.place(end);
        Ok(())
    }

    fn return_stmt(&mut self, value: Option<ExprId>, span: Span) -> Result<()> {
        let unit = self.scopes[self.unit.scope].unit;
        if !matches!(self.scopes[unit].kind, ScopeKind::Function) {
            return Err(self.source.error(span, "'return' outside function"));
        }
        if value.is_some() && self.scopes[unit].makes() == Some(GeneratorKind::AsyncGenerator) {
            return Err(self.source.error(span, "'return' with value in async generator"));
        }
        let constant = match value {
            None => Some(Const::None),
            Some(value) => self.constant(value),
        };
        let early = match (value, &constant) {
            (Some(value), None) if self.leaving_runs_code() => Some(self.push(value)?),
            (Some(value), None) => Some(self.operand(value)?),
            _ => None,
        };
        // CPython's place of a constant that is returned, for the one error there can be.
        let at = match (value, &constant) {
            (Some(value), Some(_)) if self.source.line(self.ast[value].span.start) == self.source.line(span.start) => {
                self.ast[value].span
            }
            _ => span,
        };
        let left = self.leave(0, at)?;
        let a = match early {
            Some(a) => a,
            None => {
                let a = self.unit.alloc();
                self.load_const(a, constant.unwrap_or(Const::None), span);
                a
            }
        };
        self.emit(Op::Return { a }, span);
        self.rejoin(left);
        Ok(())
    }

    /// `return expr`, where nothing has to be left.
    pub(super) fn return_value(&mut self, value: ExprId, span: Span) -> Result<()> {
        let a = self.operand(value)?;
        self.emit(Op::Return { a }, span);
        Ok(())
    }

    /// The implicit `return None` at the end of a body.
    pub(super) fn return_none(&mut self, span: Span) {
        if self.unit.reachable() {
            let a: Reg = self.unit.alloc();
            self.emit(Op::LoadNone { d: a }, span);
            self.emit(Op::Return { a }, span);
        }
    }

    fn raise(&mut self, exc: Option<ExprId>, cause: Option<ExprId>, span: Span) -> Result<()> {
        let op = match (exc, cause) {
            (None, _) => Op::RaiseAgain,
            (Some(exc), None) => Op::Raise { a: self.operand(exc)? },
            (Some(exc), Some(cause)) => {
                let a = self.operand_before(exc, &[cause])?;
                let b = self.operand(cause)?;
                Op::RaiseFrom { a, b }
            }
        };
        self.emit(op, span);
        Ok(())
    }

    fn assert(&mut self, test: ExprId, msg: Option<ExprId>, span: Span) -> Result<()> {
        if let ExprKind::Tuple { elts } = self.ast[test].kind
            && !elts.is_empty()
        {
            let message = "assertion is always true, perhaps remove parentheses?";
            self.warn(span, message.to_owned());
        }
        if self.optimize > 0 {
            return Ok(());
        }
        let passed = self.unit.label();
        self.jump_if(test, true, passed)?;
        let f = self.unit.alloc();
        self.emit(Op::LoadAssertionError { d: f }, span);
        if let Some(msg) = msg {
            self.push(msg)?;
            self.emit(Op::Call { d: f, f, argc: 1 }, span);
        }
        self.emit(Op::Raise { a: f }, self.ast[test].span);
        self.unit.place(passed);
        Ok(())
    }

    // ---- the module

    /// The body of a module or of a line at the prompt.
    pub(super) fn module_body(&mut self, body: List<StmtId>) -> Result<()> {
        let statements = &self.ast[body];
        let at_start = Span::new(0, 0);
        if self.scopes[self.unit.scope].annotations {
            self.emit(Op::SetupAnnotations, at_start);
        }
        let mut rest = statements;
        if self.mode == Mode::File
            && let Some((doc, behind)) = self.docstring(statements)
        {
            let span = self.ast[statements[0]].span;
            let name = self.names.intern("__doc__");
            let top = self.unit.top;
            let v = self.unit.alloc();
            self.load_const(v, doc.clone(), span);
            self.store_special(name, v, span);
            self.unit.top = top;
            self.unit.unit.doc = Some(doc);
            rest = behind;
        }
        self.statements(rest)?;
        let span = statements.last().map_or(at_start, |&last| self.ast[last].span);
        self.return_none(span);
        Ok(())
    }
}
