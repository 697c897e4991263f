//! The scopes of type parameters and type aliases (PEP 695, PEP 696).

use super::Collector;
use crate::compile::Result;
use crate::compile::scope::{Block, DEFAULTS, ScopeKind, Uses};
use crate::syntax::ast::*;

impl Collector<'_, '_> {
    /// The type parameters of the scope just entered.
    pub(super) fn type_params(&mut self, params: List<TypeParam>) -> Result<()> {
        let ast = self.ast;
        self.scopes[self.scope].within = Some("the definition of a generic");
        for param in &ast[params] {
            let name = self.name(param.name.name);
            if self.scopes[self.scope].uses(name).has(Uses::LOCAL) {
                let message = format!("duplicate type parameter '{}'", ast.name(param.name.name));
                return Err(self.source.error(param.span, message));
            }
            self.note(param.name.name, Uses::LOCAL, param.span)?;
            let kind = match param.kind {
                TypeParamKind::TypeVar { bound } => {
                    if let Some(bound) = bound {
                        let constraints = matches!(ast[bound].kind, ExprKind::Tuple { .. });
                        self.lazy(bound, if constraints { "a TypeVar constraint" } else { "a TypeVar bound" })?;
                    }
                    "a TypeVar default"
                }
                TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
                TypeParamKind::ParamSpec => "a ParamSpec default",
            };
            if let Some(default) = param.default {
                self.lazy(default, kind)?;
            }
        }
        Ok(())
    }

    /// The parameters by which a generic function's scope gets the defaults.
    pub(super) fn default_holders(&mut self, parameters: ParametersId, span: Span) {
        for (name, used) in DEFAULTS.into_iter().zip(self.ast.has_defaults(parameters)) {
            if used {
                let name = self.names.intern(name);
                self.scopes.note(self.scope, name, Uses::PARAM, span);
            }
        }
    }

    /// An expression that is evaluated when it is asked for.
    fn lazy(&mut self, expr: ExprId, within: &'static str) -> Result<()> {
        let class = self.scopes[self.scope].class;
        self.enter(Block::Lazy(expr), ScopeKind::Lazy, class, |this| {
            this.scopes[this.scope].within = Some(within);
            this.expr(expr)
        })
    }

    /// `type name[params] = value`
    pub(super) fn type_alias(
        &mut self,
        id: StmtId,
        name: ExprId,
        params: List<TypeParam>,
        value: ExprId,
    ) -> Result<()> {
        let span = self.ast[id].span;
        if let ExprKind::Name(name) = self.ast[name].kind {
            self.note(name, Uses::LOCAL, span)?;
        }
        if params.is_empty() {
            return self.lazy(value, "a type alias");
        }
        let class = self.scopes[self.scope].class;
        self.enter(Block::AliasParams(id), ScopeKind::TypeParams, class, |this| {
            this.type_params(params)?;
            this.lazy(value, "a type alias")
        })
    }
}
