//! What is valid but surely a mistake: CPython's `SyntaxWarning`s.

use super::Compiler;
use crate::code::unit::Const;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// Notes a warning. Of code that is compiled more than once there are several, as in CPython.
    pub(super) fn warn(&mut self, span: Span, message: String) {
        let warning = self.source.warning(span, message);
        self.warnings.push(warning);
    }

    /// The type of a literal that `is` shouldn't be used with.
    fn literal_type(&self, id: ExprId) -> Option<&'static str> {
        if let ExprKind::Tuple { .. } = self.ast[id].kind {
            return self.is_constant(id).then_some("tuple");
        }
        if let Some(value) = self.folded.get(&id) {
            return constant_type(value);
        }
        match self.ast.constant(id)? {
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis => None,
            Constant::Int(_) | Constant::BigInt(_) => Some("int"),
            Constant::Float(_) => Some("float"),
            Constant::Imag(_) => Some("complex"),
            Constant::Str(_) => Some("str"),
            Constant::Bytes(_) => Some("bytes"),
        }
    }

    /// `x is 1`.
    pub(super) fn warn_comparison(&mut self, left: ExprId, op: CmpOp, right: ExprId, span: Span) {
        let (sign, better) = match op {
            CmpOp::Is => ("is", "=="),
            CmpOp::IsNot => ("is not", "!="),
            _ => return,
        };
        if let Some(kind) = self.literal_type(left).or_else(|| self.literal_type(right)) {
            let message = format!("\"{sign}\" with '{kind}' literal. Did you mean \"{better}\"?");
            self.warn(span, message);
        }
    }

    /// The type of a display or literal that can't be called or subscripted.
    fn display_type(&self, id: ExprId) -> Option<&'static str> {
        Some(match self.ast[id].kind {
            ExprKind::Constant(constant) => match self.ast[constant] {
                Constant::None => "NoneType",
                Constant::True | Constant::False => "bool",
                Constant::Ellipsis => "ellipsis",
                _ => return self.literal_type(id),
            },
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
            ExprKind::Dict { .. } | ExprKind::DictComp { .. } => "dict",
            ExprKind::Set { .. } | ExprKind::SetComp { .. } => "set",
            ExprKind::GeneratorExp { .. } => "generator",
            ExprKind::Lambda { .. } => "function",
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "str",
            _ => return None,
        })
    }

    /// `(1, 2)(3)`.
    pub(super) fn warn_call(&mut self, func: ExprId) {
        if matches!(self.ast[func].kind, ExprKind::Lambda { .. }) {
            return;
        }
        if let Some(kind) = self.display_type(func) {
            let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.warn(self.ast[func].span, message);
        }
    }

    /// `1[2]`, `'text'['x']`.
    pub(super) fn warn_subscript(&mut self, value: ExprId, slice: ExprId) {
        let span = self.ast[value].span;
        let Some(kind) = self.display_type(value) else {
            return;
        };
        let sequence = matches!(kind, "str" | "bytes" | "tuple" | "list");
        if !sequence && kind != "dict" {
            let message = format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
            return self.warn(span, message);
        }
        let index = match self.display_type(slice) {
            Some("int" | "bool") | None => return,
            Some(index) => index,
        };
        if sequence {
            let message =
                format!("{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?");
            self.warn(span, message);
        }
    }
}

/// The type of a constant that `is` shouldn't be used with.
fn constant_type(value: &Const) -> Option<&'static str> {
    match value {
        Const::None | Const::Ellipsis | Const::Bool(_) | Const::Code(_) => None,
        Const::Int(_) | Const::BigInt(_) => Some("int"),
        Const::Float(_) => Some("float"),
        Const::Complex(..) => Some("complex"),
        Const::Str(_) | Const::WideStr(_) => Some("str"),
        Const::Bytes(_) => Some("bytes"),
        Const::Tuple(_) => Some("tuple"),
        Const::FrozenSet(_) => Some("frozenset"),
    }
}
