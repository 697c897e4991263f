//! The walk through expressions, with a stack of its own: their depth costs no Rust stack.

use super::Collector;
use crate::compile::Result;
use crate::compile::scope::{Block, ScopeKind, Uses};
use crate::syntax::ast::*;

/// A piece of an expression still to be walked.
pub(super) enum Todo {
    Load(ExprId),
    Store(ExprId),
    Delete(ExprId),
    /// The target of a `:=`, and all of it.
    Walrus(ExprId, Span),
}

impl Collector<'_, '_> {
    pub(super) fn maybe(&mut self, id: Option<ExprId>) -> Result<()> {
        id.map_or(Ok(()), |id| self.expr(id))
    }

    pub(super) fn expr(&mut self, id: ExprId) -> Result<()> {
        self.walk(Todo::Load(id))
    }

    pub(super) fn walk(&mut self, first: Todo) -> Result<()> {
        let mut stack = vec![first];
        while let Some(todo) = stack.pop() {
            let from = stack.len();
            match todo {
                Todo::Load(id) => self.load(id, &mut stack)?,
                Todo::Store(id) => self.store(id, Uses::LOCAL, &mut stack)?,
                Todo::Delete(id) => self.store(id, Uses::DELETED.or(Uses::LOCAL), &mut stack)?,
                Todo::Walrus(id, span) => self.walrus_target(id, span)?,
            }
            // Children were pushed in the order of evaluation; the first has to be on top.
            stack[from..].reverse();
        }
        Ok(())
    }

    fn store(&mut self, id: ExprId, uses: Uses, stack: &mut Vec<Todo>) -> Result<()> {
        let ast = self.ast;
        let span = ast[id].span;
        match ast[id].kind {
            ExprKind::Name(name) => {
                let scope = &self.scopes[self.scope];
                let mut uses = uses;
                if scope.in_target {
                    let sym = self.name(name);
                    if self.scopes[self.scope].uses(sym).has(Uses::WALRUS) {
                        let text = ast.name(name);
                        let message =
                            format!("comprehension inner loop cannot rebind assignment expression target '{text}'");
                        return Err(self.source.error(span, message));
                    }
                    uses = uses.or(Uses::ITERATION);
                }
                self.note(name, uses, span)
            }
            ExprKind::Tuple { elts } | ExprKind::List { elts } => {
                stack.extend(
                    ast[elts].iter().map(
                        |&elt| {
                            if uses.has(Uses::DELETED) { Todo::Delete(elt) } else { Todo::Store(elt) }
                        },
                    ),
                );
                Ok(())
            }
            ExprKind::Starred { value } => {
                stack.push(Todo::Store(value));
                Ok(())
            }
            ExprKind::Attribute { attr, value } => {
                if ast.name(attr.name) == "__debug__" {
                    let verb = if uses.has(Uses::DELETED) { "delete" } else { "assign to" };
                    return Err(self.source.error(span, format!("cannot {verb} __debug__")));
                }
                stack.push(Todo::Load(value));
                Ok(())
            }
            _ => self.load(id, stack),
        }
    }

    fn load(&mut self, id: ExprId, stack: &mut Vec<Todo>) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        let loads = |list: List<ExprId>| ast[list].iter().map(|&e| Todo::Load(e));
        match kind {
            ExprKind::Name(name) => {
                let sym = self.name(name);
                self.scopes.note(self.scope, sym, Uses::LOAD, span);
                let kind = self.scopes[self.scope].kind;
                if sym == self.super_name && !matches!(kind, ScopeKind::Module | ScopeKind::Class) {
                    let class = self.class_name;
                    self.scopes.note(self.scope, class, Uses::LOAD, span);
                }
            }
            ExprKind::Constant(_) => {}
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => {
                stack.extend(loads(values));
            }
            ExprKind::Set { elts } | ExprKind::List { elts } | ExprKind::Tuple { elts } => {
                stack.extend(loads(elts));
            }
            ExprKind::NamedExpr { target, value } => {
                stack.extend([Todo::Load(value), Todo::Walrus(target, span)]);
            }
            ExprKind::BinOp { left, right, .. } => {
                stack.extend([Todo::Load(left), Todo::Load(right)]);
            }
            ExprKind::UnaryOp { operand: value, .. }
            | ExprKind::Attribute { value, .. }
            | ExprKind::Starred { value } => stack.push(Todo::Load(value)),
            ExprKind::IfExp { test, body, orelse } => {
                stack.extend([Todo::Load(test), Todo::Load(body), Todo::Load(orelse)]);
            }
            ExprKind::Dict { keys, values } => {
                for (&key, &value) in ast[keys].iter().zip(&ast[values]) {
                    stack.extend(key.map(Todo::Load));
                    stack.push(Todo::Load(value));
                }
            }
            ExprKind::Compare { left, rest } => {
                stack.push(Todo::Load(left));
                stack.extend(ast[rest].iter().map(|c| Todo::Load(c.right)));
            }
            ExprKind::Call { func, args, keywords } => {
                stack.push(Todo::Load(func));
                stack.extend(loads(args));
                for keyword in &ast[keywords] {
                    if let Some(arg) = keyword.arg
                        && ast.name(arg.name) == "__debug__"
                    {
                        let message = "cannot assign to __debug__";
                        return Err(self.source.error(keyword.span, message));
                    }
                    stack.push(Todo::Load(keyword.value));
                }
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                stack.push(Todo::Load(value));
                stack.extend(format_spec.map(Todo::Load));
            }
            ExprKind::Subscript { value, slice } => {
                stack.extend([Todo::Load(value), Todo::Load(slice)]);
            }
            ExprKind::Slice { lower, upper, step } => {
                stack.extend([lower, upper, step].into_iter().flatten().map(Todo::Load));
            }
            ExprKind::Yield { value } => {
                self.yields(span)?;
                stack.extend(value.map(Todo::Load));
            }
            ExprKind::YieldFrom { value } => {
                self.yields(span)?;
                stack.push(Todo::Load(value));
            }
            ExprKind::Await { value } => {
                self.not_in_annotation("await", span)?;
                self.scopes[self.scope].coroutine = true;
                stack.push(Todo::Load(value));
            }
            ExprKind::Lambda { parameters, body } => {
                self.defaults(parameters)?;
                let class = self.scopes[self.scope].class;
                self.enter(Block::Expr(id), ScopeKind::Lambda, class, |this| {
                    this.parameters(parameters)?;
                    this.expr(body)
                })?;
            }
            ExprKind::ListComp { elt, generators } | ExprKind::SetComp { elt, generators } => {
                self.comprehension(id, ScopeKind::Inlined, generators, [Some(elt), None])?;
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(id, ScopeKind::Inlined, generators, [Some(key), Some(value)])?;
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(id, ScopeKind::Generator, generators, [Some(elt), None])?;
            }
        }
        Ok(())
    }

    fn yields(&mut self, span: Span) -> Result<()> {
        self.not_in_annotation("yield", span)?;
        if self.scopes[self.scope].kind.is_comprehension() {
            let what = self.comprehension_name();
            return Err(self.source.error(span, format!("'yield' inside {what}")));
        }
        self.scopes[self.scope].generator = true;
        Ok(())
    }

    fn not_in_annotation(&self, what: &str, span: Span) -> Result<()> {
        if let Some(within) = self.scopes[self.scope].within {
            let message = format!("{what} expression cannot be used within {within}");
            return Err(self.source.error(span, message));
        }
        if self.annotation == Some(self.scope) {
            let message = format!("{what} expression cannot be used within an annotation");
            return Err(self.source.error(span, message));
        }
        Ok(())
    }

    fn comprehension_name(&self) -> &'static str {
        let Block::Expr(id) = self.scopes[self.scope].block else {
            return "generator expression";
        };
        match self.ast[id].kind {
            ExprKind::ListComp { .. } => "list comprehension",
            ExprKind::SetComp { .. } => "set comprehension",
            ExprKind::DictComp { .. } => "dict comprehension",
            _ => "generator expression",
        }
    }

    pub(super) fn comprehension(
        &mut self,
        id: ExprId,
        kind: ScopeKind,
        generators: List<Comprehension>,
        elements: [Option<ExprId>; 2],
    ) -> Result<()> {
        let ast = self.ast;
        let generators = &ast[generators];
        if let Some(first) = generators.first() {
            self.iterable(first.iter)?;
        }
        let class = self.scopes[self.scope].class;
        let mut is_async = false;
        self.enter(Block::Expr(id), kind, class, |this| {
            this.scopes[this.scope].coroutine = generators.iter().any(|generator| generator.is_async);
            if kind == ScopeKind::Generator {
                let span = ast[id].span;
                let name = this.names.intern(".0");
                this.scopes.note(this.scope, name, Uses::PARAM, span);
                this.scopes[this.scope].generator = true;
            }
            for (i, generator) in generators.iter().enumerate() {
                this.scopes[this.scope].in_target = true;
                this.walk(Todo::Store(generator.target))?;
                this.scopes[this.scope].in_target = false;
                if i > 0 {
                    this.iterable(generator.iter)?;
                }
                for &condition in &ast[generator.ifs] {
                    this.expr(condition)?;
                }
            }
            elements.into_iter().flatten().try_for_each(|e| this.expr(e))?;
            is_async = this.scopes[this.scope].coroutine && kind != ScopeKind::Generator;
            Ok(())
        })?;
        if is_async {
            let around = &mut self.scopes[self.scope];
            if !around.asynchronous && !around.kind.is_comprehension() {
                let message = "asynchronous comprehension outside of an asynchronous function";
                return Err(self.source.error(ast[id].span, message));
            }
            around.coroutine = true;
        }
        Ok(())
    }

    fn iterable(&mut self, iter: ExprId) -> Result<()> {
        self.iterables += 1;
        self.expr(iter)?;
        self.iterables -= 1;
        Ok(())
    }

    /// <https://peps.python.org/pep-0572/#scope-of-the-target>
    fn walrus_target(&mut self, target: ExprId, whole: Span) -> Result<()> {
        let span = self.ast[target].span;
        let ExprKind::Name(ident) = self.ast[target].kind else {
            return Ok(());
        };
        self.not_in_annotation("named", whole)?;
        if self.iterables > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(self.source.error(whole, message));
        }
        if !self.scopes[self.scope].kind.is_comprehension() {
            return self.note(ident, Uses::LOCAL.or(Uses::WALRUS), span);
        }
        let text = self.ast.name(ident);
        let name = self.name(ident);
        let mut at = self.scope;
        while self.scopes[at].kind.is_comprehension() {
            if self.scopes[at].uses(name).has(Uses::ITERATION) {
                let message = format!("assignment expression cannot rebind comprehension iteration variable '{text}'");
                return Err(self.source.error(span, message));
            }
            self.scopes.note(at, name, Uses::WALRUS, span);
            let Some(parent) = self.scopes[at].parent else {
                break;
            };
            at = parent;
        }
        if self.scopes[at].kind == ScopeKind::Class {
            let message = "assignment expression within a comprehension cannot be used in a class body";
            return Err(self.source.error(span, message));
        }
        if let Some(within) = self.scopes[at].within {
            let message = format!("assignment expression within a comprehension cannot be used in {within}");
            return Err(self.source.error(span, message));
        }
        let uses = Uses::LOCAL.or(Uses::WALRUS);
        self.scopes.note(at, name, uses, span);
        Ok(())
    }
}
