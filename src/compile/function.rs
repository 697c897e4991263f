//! Functions and lambdas: `def`, defaults, annotations, closures, decorators.

use super::names::Sym;
use super::registers::{PARAMS, Reg};
use super::scope::Block;
use super::unparse::unparse;
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::{BlockKind, CodeUnit, Const};
use crate::syntax::ast::*;

/// What a function is made with besides its code, in temporaries.
#[derive(Default)]
pub(super) struct Extras {
    pub(super) defaults: Option<Reg>,
    pub(super) keyword_defaults: Option<Reg>,
    pub(super) annotations: Option<Reg>,
    pub(super) type_params: Option<Reg>,
}

impl Compiler<'_> {
    pub(super) fn function_def(&mut self, id: FunctionId, span: Span) -> Result<()> {
        let ast = self.ast;
        let function = ast[id];
        let name = self.mangle(function.name.name);
        let decorators = self.decorators(function.decorators)?;
        // The places of the decorators' calls: each decorator's expression.
        let f = self.unit.alloc();
        let line = self.first_line(function.decorators, span);
        if function.type_params.is_empty() {
            let mut extras = self.defaults(function.parameters, span)?;
            extras.annotations = self.annotations(function.parameters, function.returns, span)?;
            let code = self.function_code(id, line, span)?;
            self.function_object(f, code, &extras, span);
        } else {
            self.generic_function(id, f, line, span)?;
        }
        self.decorate(f, &decorators, name, span);
        Ok(())
    }

    /// The code of a function's body.
    pub(super) fn function_code(&mut self, id: FunctionId, line: u32, span: Span) -> Result<CodeUnit> {
        let ast = self.ast;
        let function = ast[id];
        let scope = self.scopes.of(Block::Function(id));
        let plain = self.names.plain(function.name.name);
        self.enter_unit(scope, plain, BlockKind::Function, line);
        self.parameters(function.parameters)?;
        let mut body = &ast[function.body];
        if let Some((doc, rest)) = self.docstring(body) {
            self.unit.unit.doc = Some(doc);
            body = rest;
        }
        self.statements(body)?;
        let last = ast[function.body].last().map_or(span, |&last| ast[last].span);
        self.return_none(last);
        self.leave_unit()
    }

    /// Evaluates decorators: their registers, each followed by a free one for its argument.
    pub(super) fn decorators(&mut self, decorators: List<ExprId>) -> Result<Vec<(Reg, Span)>> {
        let mut registers = Vec::new();
        for &decorator in &self.ast[decorators] {
            registers.push((self.push(decorator)?, self.ast[decorator].span));
        }
        Ok(registers)
    }

    /// Calls the decorators on what is in `r[f]`, directly above them, and stores the result.
    pub(super) fn decorate(&mut self, f: Reg, decorators: &[(Reg, Span)], name: Sym, span: Span) {
        let mut value = f;
        for &(decorator, at) in decorators.iter().rev() {
            self.unit.top = u16::from(value) + 1;
            self.emit(Op::Call { d: decorator, f: decorator, argc: 1 }, at);
            value = decorator;
        }
        self.store_name(name, value, span);
    }

    /// The line that a function's or class's code begins at: that of its first decorator.
    pub(super) fn first_line(&self, decorators: List<ExprId>, span: Span) -> u32 {
        let first = self.ast[decorators].first();
        let start = first.map_or(span.start, |&first| self.ast[first].span.start);
        self.source.line(start)
    }

    pub(super) fn lambda(&mut self, id: ExprId, parameters: ParametersId, body: ExprId, d: Reg) -> Result<()> {
        let span = self.ast[id].span;
        self.unit.reuse(d);
        let f = self.unit.alloc();
        let extras = self.defaults(parameters, span)?;
        let scope = self.scopes.of(Block::Expr(id));
        let name = self.names.intern("<lambda>");
        let line = self.source.line(span.start);
        self.enter_unit(scope, name, BlockKind::Function, line);
        self.parameters(parameters)?;
        // A unit within a unit takes more of the stack than an expression within an expression.
        let at = self.ast[body].span;
        self.deeper(|this| this.return_value(body, at))?;
        let code = self.leave_unit()?;
        self.function_object(f, code, &extras, span);
        self.move_to(d, f, span);
        Ok(())
    }

    /// Describes the parameters of the unit just begun, and does what it does first.
    fn parameters(&mut self, parameters: ParametersId) -> Result<()> {
        let ast = self.ast;
        let Parameters { posonly, args, vararg, kwonly, kwarg } = ast[parameters];
        let unit = &mut self.unit.unit;
        unit.positional = (posonly.len() + args.len()) as u32;
        unit.positional_only = posonly.len() as u32;
        unit.keyword_only = kwonly.len() as u32;
        unit.varargs = vararg.is_some();
        unit.varkw = kwarg.is_some();
        let positional = ast[posonly].iter().chain(&ast[args]);
        for param in positional.chain(&ast[kwonly]).chain(&vararg).chain(&kwarg) {
            let name = self.mangle(param.name.name);
            let text = self.names.text(name).into();
            self.unit.unit.params.push(text);
            if self.unit.unit.params.len() > PARAMS {
                let message = format!("more than {PARAMS} parameters are not supported");
                return Err(self.source.error(param.span, message));
            }
        }
        self.prologue();
        Ok(())
    }

    /// Evaluates the defaults of parameters.
    pub(super) fn defaults(&mut self, parameters: ParametersId, span: Span) -> Result<Extras> {
        let ast = self.ast;
        let Parameters { posonly, args, kwonly, .. } = ast[parameters];
        let mut extras = Extras::default();
        let positional = ast[posonly].iter().chain(&ast[args]);
        let defaults: Vec<ExprId> = positional.filter_map(|param| param.default).collect();
        if !defaults.is_empty() {
            let d = self.unit.alloc();
            self.tuple_of(&defaults, d, span)?;
            extras.defaults = Some(d);
        }
        let mut m = None;
        for param in &ast[kwonly] {
            if let Some(default) = param.default {
                let m = self.dict_once(&mut m, span);
                let name = self.mangle(param.name.name);
                self.named_item(m, name, span, |this| this.operand(default))?;
            }
        }
        extras.keyword_defaults = m;
        Ok(extras)
    }

    /// A dict in a new temporary, made at the first call.
    fn dict_once(&mut self, m: &mut Option<Reg>, span: Span) -> Reg {
        *m.get_or_insert_with(|| {
            let d = self.unit.alloc();
            self.emit(Op::BuildDict { d, first: d, n: 0 }, span);
            d
        })
    }

    /// `r[m][name] = value`, on a dict being built.
    fn named_item(
        &mut self,
        m: Reg,
        name: Sym,
        span: Span,
        value: impl FnOnce(&mut Self) -> Result<Reg>,
    ) -> Result<()> {
        let top = self.unit.top;
        let k = self.unit.alloc();
        let name = Const::Str(self.names.text(name).into());
        self.load_const(k, name, span);
        let v = value(self)?;
        self.emit(Op::DictSet { m, k, v }, span);
        self.unit.top = top;
        Ok(())
    }

    /// A function's annotations as a dict. In CPython's order: that of the parameters but for the
    /// positional-only ones, which come behind the other positional ones.
    pub(super) fn annotations(
        &mut self,
        parameters: ParametersId,
        returns: Option<ExprId>,
        span: Span,
    ) -> Result<Option<Reg>> {
        let ast = self.ast;
        let Parameters { posonly, args, vararg, kwonly, kwarg } = ast[parameters];
        let mut m = None;
        let positional = ast[args].iter().chain(&ast[posonly]);
        for param in positional.chain(&vararg).chain(&ast[kwonly]).chain(&kwarg) {
            if let Some(annotation) = param.annotation {
                let m = self.dict_once(&mut m, span);
                let name = self.mangle(param.name.name);
                self.named_item(m, name, span, |this| this.annotation_value(annotation))?;
            }
        }
        if let Some(returns) = returns {
            let m = self.dict_once(&mut m, span);
            let name = self.names.intern("return");
            self.named_item(m, name, span, |this| this.annotation_value(returns))?;
        }
        Ok(m)
    }

    /// The value of an annotation: its source text if that is wanted.
    pub(super) fn annotation_value(&mut self, annotation: ExprId) -> Result<Reg> {
        let span = self.ast[annotation].span;
        if self.future_annotations {
            let d = self.unit.alloc();
            let text = unparse(self.ast, annotation)?;
            self.load_const(d, Const::Str(text.into()), span);
            return Ok(d);
        }
        if let ExprKind::Starred { value } = self.ast[annotation].kind {
            // `*args: *Ts`
            let d = self.unit.alloc();
            let a = self.operand(value)?;
            self.unit.top = u16::from(d) + 1;
            self.emit(Op::Unpack { a, first: d, n: 1 }, span);
            return Ok(d);
        }
        self.operand(annotation)
    }

    pub(super) fn function_object(&mut self, f: Reg, code: CodeUnit, extras: &Extras, span: Span) {
        self.make_function(f, code, span);
        if let Some(v) = extras.annotations {
            self.emit(Op::SetAnnotations { f, v }, span);
        }
        if let Some(v) = extras.keyword_defaults {
            self.emit(Op::SetKwDefaults { f, v }, span);
        }
        if let Some(v) = extras.defaults {
            self.emit(Op::SetDefaults { f, v }, span);
        }
        if let Some(v) = extras.type_params {
            self.emit(Op::SetTypeParams { f, v }, span);
        }
        self.unit.top = u16::from(f) + 1;
    }

    /// `r[f] =` a function of the code, with its closure. `r[f]` is a temporary.
    pub(super) fn make_function(&mut self, f: Reg, code: CodeUnit, span: Span) {
        let free: Vec<String> = code.free.iter().map(|name| name.to_string()).collect();
        let k = self.unit.pool.constant(Const::Code(Box::new(code)));
        self.emit(Op::MakeFunction { d: f, k }, span);
        if free.is_empty() {
            return;
        }
        let top = self.unit.top;
        let first = self.unit.alloc_run(free.len());
        for (i, name) in free.iter().enumerate() {
            let name = self.names.intern(name);
            let a = self.captured_cell(name);
            self.emit(Op::Move { d: first + i as u8, a }, span);
        }
        let n = free.len() as u8;
        self.emit(Op::SetClosure { f, first, n }, span);
        self.unit.top = top;
    }
}
