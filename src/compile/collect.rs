//! The walk that finds all scopes and notes what each does with its names.
//!
//! Expressions are walked with a stack of their own, so that their depth costs no Rust stack; only
//! blocks within blocks recurse, and those are counted.

use super::names::{Names, Sym};
use super::scope::{Block, ScopeId, ScopeKind, Scopes, Uses};
use super::source::Source;
use super::{CompileError, MAX_DEPTH, Result};
use crate::syntax::ast::*;

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
}

/// A piece of an expression still to be walked.
enum Todo {
    Load(ExprId),
    Store(ExprId),
    Delete(ExprId),
    /// The target of a `:=`.
    Walrus(ExprId, Span),
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
            StmtKind::FunctionDef(function) => self.function(function, span)?,
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
            StmtKind::For { target, iter, body, orelse } => {
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
            StmtKind::With { items, body } => {
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
            StmtKind::Try { body, handlers, orelse, finalbody } => {
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
            StmtKind::AsyncFunctionDef(_) => {
                return Err(self.not_compiled(span, "'async def' is not supported yet"));
            }
            StmtKind::AsyncFor { .. } => {
                return Err(self.not_compiled(span, "'async for' is not supported yet"));
            }
            StmtKind::AsyncWith { .. } => {
                return Err(self.not_compiled(span, "'async with' is not supported yet"));
            }
            StmtKind::Match { .. } => {
                return Err(self.not_compiled(span, "'match' statements are not supported yet"));
            }
            StmtKind::TryStar { .. } => {
                return Err(self.not_compiled(span, "'except*' is not supported yet"));
            }
            StmtKind::TypeAlias { .. } => {
                return Err(self.not_compiled(span, "'type' statements are not supported yet"));
            }
        }
        Ok(())
    }

    fn not_compiled(&self, span: Span, what: &'static str) -> CompileError {
        self.source.not_compiled(span, what)
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
        if self.future_annotations {
            return Ok(());
        }
        self.maybe(annotation)
    }

    fn function(&mut self, id: FunctionId, span: Span) -> Result<()> {
        let ast = self.ast;
        let function = ast[id];
        if let Some(param) = ast[function.type_params].first() {
            return Err(self.not_compiled(param.span, "type parameters are not supported yet"));
        }
        for &decorator in &ast[function.decorators] {
            self.expr(decorator)?;
        }
        self.defaults(function.parameters)?;
        let Parameters { posonly, args, vararg, kwonly, kwarg } = ast[function.parameters];
        let all = ast[args].iter().chain(&ast[posonly]).chain(&vararg);
        for param in all.chain(&ast[kwonly]).chain(&kwarg) {
            self.annotation(param.annotation)?;
        }
        self.annotation(function.returns)?;
        self.note(function.name.name, Uses::LOCAL, span)?;
        let class = self.scopes[self.scope].class;
        self.enter(Block::Function(id), ScopeKind::Function, class, |this| {
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
        if let Some(param) = ast[class.type_params].first() {
            return Err(self.not_compiled(param.span, "type parameters are not supported yet"));
        }
        for &expr in ast[class.decorators].iter().chain(&ast[class.bases]) {
            self.expr(expr)?;
        }
        for keyword in &ast[class.keywords] {
            self.keyword(keyword)?;
        }
        self.note(class.name.name, Uses::LOCAL, span)?;
        let private = self.names.plain(class.name.name);
        self.enter(Block::Class(id), ScopeKind::Class, Some(private), |this| this.body(class.body))
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

    // ---- expressions

    fn maybe(&mut self, id: Option<ExprId>) -> Result<()> {
        id.map_or(Ok(()), |id| self.expr(id))
    }

    fn expr(&mut self, id: ExprId) -> Result<()> {
        self.walk(Todo::Load(id))
    }

    fn walk(&mut self, first: Todo) -> Result<()> {
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
            ExprKind::Await { .. } => {
                return Err(self.not_compiled(span, "'await' is not supported yet"));
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
        if self.scopes[self.scope].kind.is_comprehension() {
            let what = self.comprehension_name();
            return Err(self.source.error(span, format!("'yield' inside {what}")));
        }
        self.scopes[self.scope].generator = true;
        Ok(())
    }

    fn comprehension_name(&self) -> &'static str {
        let block = self.scopes.block(self.scope);
        let Some(Block::Expr(id)) = block else {
            return "generator expression";
        };
        match self.ast[id].kind {
            ExprKind::ListComp { .. } => "list comprehension",
            ExprKind::SetComp { .. } => "set comprehension",
            ExprKind::DictComp { .. } => "dict comprehension",
            _ => "generator expression",
        }
    }

    fn comprehension(
        &mut self,
        id: ExprId,
        kind: ScopeKind,
        generators: List<Comprehension>,
        elements: [Option<ExprId>; 2],
    ) -> Result<()> {
        let ast = self.ast;
        let generators = &ast[generators];
        if let Some(generator) = generators.iter().find(|g| g.is_async) {
            let what = "asynchronous comprehensions are not supported yet";
            return Err(self.not_compiled(generator.span, what));
        }
        if let Some(first) = generators.first() {
            self.iterable(first.iter)?;
        }
        let class = self.scopes[self.scope].class;
        self.enter(Block::Expr(id), kind, class, |this| {
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
            elements.into_iter().flatten().try_for_each(|e| this.expr(e))
        })
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
        let uses = Uses::LOCAL.or(Uses::WALRUS);
        self.scopes.note(at, name, uses, span);
        Ok(())
    }
}
