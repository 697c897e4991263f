//! Generic functions, generic classes and type aliases (PEP 695): their type parameters live in a function of
//! their own, which is called at once and answers the function, class or alias.

use super::function::Extras;
use super::registers::Reg;
use super::scope::{Block, DEFAULTS, ScopeId, TYPE_PARAMS};
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::{BlockKind, CodeUnit, Const, TypeParameter};
use crate::syntax::ast::*;

impl Ast {
    /// Whether a function has defaults for positional parameters, and for keyword-only ones.
    pub(super) fn has_defaults(&self, parameters: ParametersId) -> [bool; 2] {
        let Parameters { posonly, args, kwonly, .. } = self[parameters];
        let any = |list: List<Param>| self[list].iter().any(|param| param.default.is_some());
        [any(posonly) || any(args), any(kwonly)]
    }
}

impl Compiler<'_> {
    /// `r[f] =` a function with type parameters. `r[f]` is the topmost temporary.
    pub(super) fn generic_function(&mut self, id: FunctionId, f: Reg, line: u32, span: Span) -> Result<()> {
        let function = self.ast[id];
        let Extras { defaults, keyword_defaults, .. } = self.defaults(function.parameters, span)?;
        let given: Vec<Reg> = defaults.into_iter().chain(keyword_defaults).collect();
        let scope = self.scopes.of(Block::FunctionParams(id));
        self.enter_type_params(scope, function.name.name, line);
        let used = self.ast.has_defaults(function.parameters);
        let holders = DEFAULTS.into_iter().zip(used).filter_map(|(name, used)| used.then_some(name));
        self.unit.unit.params = holders.map(Into::into).collect();
        self.unit.unit.positional = given.len() as u32;
        self.prologue();
        let mut registers = 0..given.len() as Reg;
        let mut extras = Extras {
            defaults: defaults.and_then(|_| registers.next()),
            keyword_defaults: keyword_defaults.and_then(|_| registers.next()),
            ..Extras::default()
        };
        let params = self.type_params(function.type_params, span)?;
        extras.type_params = Some(params);
        let made = self.unit.alloc();
        extras.annotations = self.annotations(function.parameters, function.returns, span)?;
        let code = self.function_code(id, line, span)?;
        self.function_object(made, code, &extras, span);
        self.emit(Op::Return { a: made }, span);
        let code = self.leave_unit()?;
        self.call_made(f, code, &given, span)
    }

    /// `r[f] =` a class with type parameters. `r[f]` is the topmost temporary.
    pub(super) fn generic_class(&mut self, id: ClassId, f: Reg, line: u32, span: Span) -> Result<()> {
        let class = self.ast[id];
        let scope = self.scopes.of(Block::ClassParams(id));
        self.enter_type_params(scope, class.name.name, line);
        self.prologue();
        let params = self.type_params(class.type_params, span)?;
        let holder = self.names.intern(TYPE_PARAMS);
        self.store_name(holder, params, span);
        let base = self.unit.alloc();
        let made = self.unit.alloc();
        self.class_object(id, made, line, Some((params, base)), span)?;
        self.emit(Op::Return { a: made }, span);
        let code = self.leave_unit()?;
        self.call_made(f, code, &[], span)
    }

    /// `type name[params] = value`
    pub(super) fn type_alias(
        &mut self,
        id: StmtId,
        target: ExprId,
        params: List<TypeParam>,
        value: ExprId,
        span: Span,
    ) -> Result<()> {
        let ExprKind::Name(name) = self.ast[target].kind else { return Ok(()) };
        let d = self.unit.alloc();
        if params.is_empty() {
            self.alias_object(d, name, None, value, span)?;
        } else {
            let scope = self.scopes.of(Block::AliasParams(id));
            let line = self.source.line(span.start);
            self.enter_type_params(scope, name, line);
            self.prologue();
            let params = self.type_params(params, span)?;
            let made = self.unit.alloc();
            self.alias_object(made, name, Some(params), value, span)?;
            self.emit(Op::Return { a: made }, span);
            let code = self.leave_unit()?;
            self.call_made(d, code, &[], span)?;
        }
        let name = self.mangle(name);
        self.store_name(name, d, span);
        Ok(())
    }

    /// `r[d] =` a type alias whose value is made on demand.
    fn alias_object(&mut self, d: Reg, name: NameId, params: Option<Reg>, value: ExprId, span: Span) -> Result<()> {
        let first = self.unit.alloc_run(3);
        let text = Const::Str(self.ast.name(name).into());
        self.load_const(first, text, span);
        match params {
            Some(params) => self.move_to(first + 1, params, span),
            None => self.load_const(first + 1, Const::None, span),
        }
        self.lazy_function(first + 2, value, name, false)?;
        self.emit(Op::MakeTypeAlias { d, first }, span);
        Ok(())
    }

    fn enter_type_params(&mut self, scope: ScopeId, of: NameId, line: u32) {
        let name = format!("<generic parameters of {}>", self.ast.name(of));
        let name = self.names.intern(&name);
        self.enter_unit(scope, name, BlockKind::Function, line);
    }

    /// `r[f] =` what the code makes when it is called with these arguments.
    fn call_made(&mut self, f: Reg, code: CodeUnit, given: &[Reg], span: Span) -> Result<()> {
        let callee = self.unit.alloc();
        self.make_function(callee, code, span);
        for &a in given {
            let argument = self.unit.alloc();
            self.move_to(argument, a, span);
        }
        self.emit(Op::Call { d: f, f: callee, argc: given.len() as u8 }, span);
        self.unit.top = u16::from(f) + 1;
        Ok(())
    }

    /// Makes the type parameters, binds their names, and gives the register of a tuple of them.
    fn type_params(&mut self, params: List<TypeParam>, span: Span) -> Result<Reg> {
        let tuple = self.unit.alloc();
        let first = self.unit.top as Reg;
        let mut has_default = false;
        for param in &self.ast[params] {
            let d = self.unit.alloc();
            self.type_param(d, param)?;
            let text = self.ast.name(param.name.name);
            if let Some(default) = param.default {
                has_default = true;
                let top = self.unit.top;
                let f = self.unit.alloc();
                let starred = matches!(param.kind, TypeParamKind::TypeVarTuple);
                self.lazy_function(f, default, param.name.name, starred)?;
                self.emit(Op::SetTypeDefault { p: d, f }, param.span);
                self.unit.top = top;
            } else if has_default {
                let message = format!("non-default type parameter '{text}' follows default type parameter");
                return Err(self.source.error(param.span, message));
            }
            let name = self.mangle(param.name.name);
            self.store_name(name, d, param.span);
        }
        let n = params.len();
        if usize::from(first) + n > usize::from(u8::MAX) {
            return Err(self.too_complex());
        }
        self.emit(Op::BuildTuple { d: tuple, first, n: n as u8 }, span);
        self.unit.top = u16::from(tuple) + 1;
        Ok(tuple)
    }

    fn type_param(&mut self, d: Reg, param: &TypeParam) -> Result<()> {
        let top = self.unit.top;
        let first = self.unit.alloc_run(2);
        let name = Const::Str(self.ast.name(param.name.name).into());
        self.load_const(first, name, param.span);
        let what = match param.kind {
            TypeParamKind::TypeVar { bound: Some(bound) } => {
                self.lazy_function(first + 1, bound, param.name.name, false)?;
                let constraints = matches!(self.ast[bound].kind, ExprKind::Tuple { .. });
                if constraints { TypeParameter::Constrained } else { TypeParameter::Bound }
            }
            TypeParamKind::TypeVar { bound: None } => TypeParameter::TypeVar,
            TypeParamKind::TypeVarTuple => TypeParameter::TypeVarTuple,
            TypeParamKind::ParamSpec => TypeParameter::ParamSpec,
        };
        if !matches!(what, TypeParameter::Bound | TypeParameter::Constrained) {
            self.load_const(first + 1, Const::None, param.span);
        }
        self.emit(Op::MakeTypeParam { d, first, what }, param.span);
        self.unit.top = top;
        Ok(())
    }

    /// `r[d] =` a function that evaluates an expression; a starred one, if allowed, is unpacked to its one value.
    fn lazy_function(&mut self, d: Reg, expr: ExprId, name: NameId, starred: bool) -> Result<()> {
        let Expr { span, kind, .. } = self.ast[expr];
        let scope = self.scopes.of(Block::Lazy(expr));
        let name = self.names.plain(name);
        let line = self.source.line(span.start);
        self.enter_unit(scope, name, BlockKind::Function, line);
        self.prologue();
        match kind {
            ExprKind::Starred { value } if starred => {
                let d = self.unit.alloc();
                let a = self.operand(value)?;
                self.emit(Op::Unpack { a, first: d, n: 1 }, span);
                self.emit(Op::Return { a: d }, span);
            }
            _ => self.deeper(|this| this.return_value(expr, span))?,
        }
        let code = self.leave_unit()?;
        self.make_function(d, code, span);
        Ok(())
    }
}
