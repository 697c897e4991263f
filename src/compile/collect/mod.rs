//! The walk that finds all scopes and notes what each does with its names.
//!
//! Expressions are walked with a stack of their own, so that their depth costs no Rust stack; only
//! blocks within blocks recurse, and those are counted.

mod expr;
mod pattern;
mod type_params;

use super::names::{Names, Sym};
use super::scope::{Block, ScopeId, ScopeKind, Scopes, TYPE_PARAMS, Uses};
use super::source::Source;
use super::{CompileError, MAX_DEPTH, Result};
use crate::syntax::ast::*;
use expr::Todo;

/// Finds the scopes of `ast`.
pub(super) fn collect<'a>(
    ast: &'a Ast,
    names: &mut Names<'a>,
    source: &Source,
    scopes: &mut Scopes,
    future_annotations: bool,
) -> Result<()> {
    let scope = scopes.add(Block::Module, ScopeKind::Module, None, None);
    let mut collector = Collector {
        ast,
        super_name: names.intern("super"),
        class_name: names.intern("__class__"),
        names,
        source,
        scopes,
        scope,
        depth: 0,
        iterables: 0,
        future_annotations,
        annotation: None,
    };
    match ast.body {
        Body::Module(body) | Body::Interactive(body) => collector.body(body),
        Body::Expression(expr) => collector.expr(expr),
    }
}

struct Collector<'a, 'n> {
    ast: &'a Ast,
    names: &'n mut Names<'a>,
    source: &'n Source<'n>,
    scopes: &'n mut Scopes,
    scope: ScopeId,
    super_name: Sym,
    class_name: Sym,
    depth: usize,
    /// How many comprehension iterables are around the current expression.
    iterables: usize,
    future_annotations: bool,
    /// The scope that stands for an annotation kept as text, inside of it.
    annotation: Option<ScopeId>,
}

impl<'a> Collector<'a, '_> {
    fn name(&mut self, ident: NameId) -> Sym {
        let class = self.scopes[self.scope].class;
        self.names.mangled(class, ident)
    }

    fn note(&mut self, ident: NameId, uses: Uses, span: Span) -> Result<()> {
        if !uses.has(Uses::LOAD) && self.ast.name(ident) == "__debug__" {
            let verb = if uses.has(Uses::DELETED) { "delete" } else { "assign to" };
            let message = format!("cannot {verb} __debug__");
            return Err(self.source.error(span, message));
        }
        let name = self.name(ident);
        self.scopes.note(self.scope, name, uses, span);
        Ok(())
    }

    /// Walks `inside` in a new scope.
    fn enter(
        &mut self,
        block: Block,
        kind: ScopeKind,
        class: Option<Sym>,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(CompileError::TooDeep);
        }
        let around = self.scope;
        self.scope = self.scopes.add(block, kind, Some(around), class);
        inside(self)?;
        self.scope = around;
        self.depth -= 1;
        Ok(())
    }

    // ---- statements

    fn body(&mut self, body: List<StmtId>) -> Result<()> {
        for &stmt in &self.ast[body] {
            self.stmt(stmt)?;
        }
        Ok(())
    }

    fn stmt(&mut self, id: StmtId) -> Result<()> {
        let ast = self.ast;
        let Stmt { kind, span } = ast[id];
        match kind {
            StmtKind::FunctionDef(function) => self.function(function, false, span)?,
            StmtKind::AsyncFunctionDef(function) => self.function(function, true, span)?,
            StmtKind::ClassDef(class) => self.class(class, span)?,
            StmtKind::Return { value } => self.maybe(value)?,
            StmtKind::Delete { targets } => {
                for &target in &ast[targets] {
                    self.walk(Todo::Delete(target))?;
                }
            }
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                for &target in &ast[targets] {
                    self.walk(Todo::Store(target))?;
                }
            }
            StmtKind::AugAssign { target, value, .. } => {
                if let ExprKind::Name(_) = ast[target].kind {
                    self.walk(Todo::Load(target))?;
                }
                self.expr(value)?;
                self.walk(Todo::Store(target))?;
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(target, annotation, value, simple, span)?
            }
            StmtKind::For { target, iter, body, orelse } | StmtKind::AsyncFor { target, iter, body, orelse } => {
                self.expr(iter)?;
                self.walk(Todo::Store(target))?;
                self.body(body)?;
                self.body(orelse)?;
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.body(body)?;
                self.body(orelse)?;
            }
            StmtKind::If { branches, orelse } => {
                for branch in &ast[branches] {
                    self.expr(branch.test)?;
                    self.body(branch.body)?;
                }
                self.body(orelse)?;
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                for item in &ast[items] {
                    self.expr(item.context_expr)?;
                    if let Some(target) = item.optional_vars {
                        self.walk(Todo::Store(target))?;
                    }
                }
                self.body(body)?;
            }
            StmtKind::Raise { exc, cause } => {
                self.maybe(exc)?;
                self.maybe(cause)?;
            }
            StmtKind::Try { body, handlers, orelse, finalbody }
            | StmtKind::TryStar { body, handlers, orelse, finalbody } => {
                self.body(body)?;
                for handler in &ast[handlers] {
                    self.maybe(handler.kind)?;
                    if let Some(name) = handler.name {
                        self.note(name.name, Uses::LOCAL, handler.span)?;
                        self.note(name.name, Uses::DELETED.or(Uses::LOCAL), handler.span)?;
                    }
                    self.body(handler.body)?;
                }
                self.body(orelse)?;
                self.body(finalbody)?;
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.maybe(msg)?;
            }
            StmtKind::Import { names } => {
                for alias in &ast[names] {
                    self.import(alias, span)?;
                }
            }
            StmtKind::ImportFrom { names, .. } => {
                for alias in &ast[names] {
                    if ast.name(alias.name.name) != "*" {
                        self.import(alias, span)?;
                    } else if self.scopes[self.scope].kind != ScopeKind::Module {
                        let message = "import * only allowed at module level";
                        return Err(self.source.error(alias.span, message));
                    }
                }
            }
            StmtKind::Global { names } => self.declare(names, Uses::GLOBAL, span)?,
            StmtKind::Nonlocal { names } => self.declare(names, Uses::NONLOCAL, span)?,
            StmtKind::Expr { value } => self.expr(value)?,
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {}
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for case in &ast[cases] {
                    self.pattern(case.pattern)?;
                    self.maybe(case.guard)?;
                    self.body(case.body)?;
                }
            }
            StmtKind::TypeAlias { name, type_params, value } => self.type_alias(id, name, type_params, value)?,
        }
        Ok(())
    }

    fn import(&mut self, alias: &Alias, span: Span) -> Result<()> {
        if let Some(name) = alias.asname {
            return self.note(name.name, Uses::IMPORT, span);
        }
        match self.ast.name(alias.name.name).split_once('.') {
            None => self.note(alias.name.name, Uses::IMPORT, span),
            Some((first, _)) => {
                let name = self.names.intern(first);
                self.scopes.note(self.scope, name, Uses::IMPORT, span);
                Ok(())
            }
        }
    }

    fn declare(&mut self, names: List<Ident>, how: Uses, span: Span) -> Result<()> {
        let word = if how == Uses::GLOBAL { "global" } else { "nonlocal" };
        for ident in &self.ast[names] {
            let text = self.ast.name(ident.name);
            let name = self.name(ident.name);
            let uses = self.scopes[self.scope].uses(name);
            let message = if uses.has(Uses::PARAM) {
                format!("name '{text}' is parameter and {word}")
            } else if uses.has(Uses::LOAD) {
                format!("name '{text}' is used prior to {word} declaration")
            } else if uses.has(Uses::ANNOTATED) {
                format!("annotated name '{text}' can't be {word}")
            } else if uses.has(Uses::LOCAL) {
                format!("name '{text}' is assigned to before {word} declaration")
            } else {
                self.scopes.note(self.scope, name, how, span);
                if how == Uses::GLOBAL {
                    // The module, which may run in a namespace of its own, means the same by that name.
                    self.scopes.note(Scopes::MODULE, name, how, span);
                }
                continue;
            };
            return Err(self.source.error(span, message));
        }
        Ok(())
    }

    fn annotated(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        simple: bool,
        span: Span,
    ) -> Result<()> {
        self.maybe(value)?;
        let scope_kind = self.scopes[self.scope].kind;
        let in_namespace = matches!(scope_kind, ScopeKind::Module | ScopeKind::Class);
        if let ExprKind::Name(ident) = self.ast[target].kind {
            let name = self.name(ident);
            let uses = self.scopes[self.scope].uses(name);
            if simple && !matches!(scope_kind, ScopeKind::Module) {
                for (how, word) in [(Uses::GLOBAL, "global"), (Uses::NONLOCAL, "nonlocal")] {
                    if uses.has(how) {
                        let text = self.ast.name(ident);
                        let message = format!("annotated name '{text}' can't be {word}");
                        return Err(self.source.error(span, message));
                    }
                }
            }
            if simple {
                let uses = Uses::ANNOTATED.or(Uses::LOCAL);
                self.note(ident, uses, self.ast[target].span)?;
                self.scopes[self.scope].annotations |= in_namespace;
            } else if value.is_some() {
                self.note(ident, Uses::LOCAL, self.ast[target].span)?;
            }
        } else {
            self.walk(Todo::Store(target))?;
        }
        self.annotation(Some(annotation))
    }

    fn annotation(&mut self, annotation: Option<ExprId>) -> Result<()> {
        let (Some(annotation), true) = (annotation, self.future_annotations) else {
            return self.maybe(annotation);
        };
        // It is kept as text: checked, but nothing in it counts.
        let known = self.scopes.len();
        let class = self.scopes[self.scope].class;
        self.enter(Block::Expr(annotation), ScopeKind::Lambda, class, |this| {
            this.annotation = Some(this.scope);
            this.expr(annotation)
        })?;
        self.annotation = None;
        self.scopes.truncate(known);
        Ok(())
    }

    fn function(&mut self, id: FunctionId, asynchronous: bool, span: Span) -> Result<()> {
        let ast = self.ast;
        let function = ast[id];
        for &decorator in &ast[function.decorators] {
            self.expr(decorator)?;
        }
        self.defaults(function.parameters)?;
        self.note(function.name.name, Uses::LOCAL, span)?;
        if function.type_params.is_empty() {
            return self.function_itself(id, asynchronous);
        }
        let class = self.scopes[self.scope].class;
        self.enter(Block::FunctionParams(id), ScopeKind::TypeParams, class, |this| {
            this.default_holders(function.parameters, span);
            this.type_params(function.type_params)?;
            this.function_itself(id, asynchronous)
        })
    }

    /// A function's annotations and its body.
    fn function_itself(&mut self, id: FunctionId, asynchronous: bool) -> Result<()> {
        let ast = self.ast;
        let function = ast[id];
        let Parameters { posonly, args, vararg, kwonly, kwarg } = ast[function.parameters];
        let all = ast[args].iter().chain(&ast[posonly]).chain(&vararg);
        for param in all.chain(&ast[kwonly]).chain(&kwarg) {
            self.annotation(param.annotation)?;
        }
        self.annotation(function.returns)?;
        let class = self.scopes[self.scope].class;
        self.enter(Block::Function(id), ScopeKind::Function, class, |this| {
            this.scopes[this.scope].asynchronous = asynchronous;
            this.scopes[this.scope].coroutine = asynchronous;
            this.parameters(function.parameters)?;
            this.body(function.body)
        })
    }

    fn defaults(&mut self, parameters: ParametersId) -> Result<()> {
        let Parameters { posonly, args, kwonly, .. } = self.ast[parameters];
        for list in [posonly, args, kwonly] {
            for param in &self.ast[list] {
                self.maybe(param.default)?;
            }
        }
        Ok(())
    }

    fn parameters(&mut self, parameters: ParametersId) -> Result<()> {
        let ast = self.ast;
        let Parameters { posonly, args, vararg, kwonly, kwarg } = ast[parameters];
        let positional = ast[posonly].iter().chain(&ast[args]);
        for param in positional.chain(&ast[kwonly]).chain(&vararg).chain(&kwarg) {
            let name = self.name(param.name.name);
            if self.scopes[self.scope].uses(name).has(Uses::PARAM) {
                let text = ast.name(param.name.name);
                let message = format!("duplicate argument '{text}' in function definition");
                return Err(self.source.error(param.span, message));
            }
            self.note(param.name.name, Uses::PARAM, param.span)?;
        }
        Ok(())
    }

    fn class(&mut self, id: ClassId, span: Span) -> Result<()> {
        let ast = self.ast;
        let class = ast[id];
        for &decorator in &ast[class.decorators] {
            self.expr(decorator)?;
        }
        let private = self.names.plain(class.name.name);
        if class.type_params.is_empty() {
            self.class_itself(id, private, None)?;
        } else {
            let holder = self.names.intern(TYPE_PARAMS);
            self.enter(Block::ClassParams(id), ScopeKind::TypeParams, Some(private), |this| {
                this.scopes.note(this.scope, holder, Uses::LOCAL, span);
                this.type_params(class.type_params)?;
                this.class_itself(id, private, Some((holder, span)))
            })?;
        }
        self.note(class.name.name, Uses::LOCAL, span)
    }

    /// A class's bases, its keywords and its body, which takes its type parameters from the holder.
    fn class_itself(&mut self, id: ClassId, private: Sym, holder: Option<(Sym, Span)>) -> Result<()> {
        let ast = self.ast;
        let class = ast[id];
        for &base in &ast[class.bases] {
            self.expr(base)?;
        }
        for keyword in &ast[class.keywords] {
            self.keyword(keyword)?;
        }
        self.enter(Block::Class(id), ScopeKind::Class, Some(private), |this| {
            if let Some((holder, span)) = holder {
                this.scopes.note(this.scope, holder, Uses::LOAD, span);
            }
            this.body(class.body)
        })
    }

    fn keyword(&mut self, keyword: &Keyword) -> Result<()> {
        if let Some(arg) = keyword.arg
            && self.ast.name(arg.name) == "__debug__"
        {
            let message = "cannot assign to __debug__";
            return Err(self.source.error(keyword.span, message));
        }
        self.expr(keyword.value)
    }
}
