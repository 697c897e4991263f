//! Expressions as text, for annotations that are kept as strings.
//! <https://docs.python.org/3.13/library/ast.html#ast.unparse>

use super::{CompileError, Result};
use crate::code::unit::Const;
use crate::syntax::ast::*;
use crate::types::format::{complex_repr, float_repr};
use crate::types::str::chars::is_printable;
use std::fmt::Write;

/// Expressions nested deeper are refused.
const DEPTH: usize = 200;

/// How tightly an expression binds, from loose to tight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// What needs no parentheses of its own: a subscript, what is yielded.
    Any,
    /// `yield`, `a := b`
    Named,
    /// `a if b else c`, `lambda`
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

/// The text of an expression, as CPython writes an annotation under
/// `from __future__ import annotations`.
pub(super) fn unparse(ast: &Ast, id: ExprId) -> Result<String> {
    if ast.depth(id) > DEPTH {
        return Err(CompileError::TooDeep);
    }
    let mut writer = Writer { ast, out: String::new() };
    writer.expr(id, Level::Test);
    Ok(writer.out)
}

struct Writer<'a> {
    ast: &'a Ast,
    out: String,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// The expression, in parentheses if it binds less tightly than `least`.
    fn expr(&mut self, id: ExprId, least: Level) {
        let level = self.level(id);
        if level < least {
            self.text("(");
            self.bare(id);
            self.text(")");
        } else {
            self.bare(id);
        }
    }

    fn level(&self, id: ExprId) -> Level {
        match self.ast[id].kind {
            ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } | ExprKind::NamedExpr { .. } => Level::Named,
            ExprKind::Lambda { .. } | ExprKind::IfExp { .. } => Level::Test,
            ExprKind::BoolOp { op: BoolOp::Or, .. } => Level::Or,
            ExprKind::BoolOp { op: BoolOp::And, .. } => Level::And,
            ExprKind::UnaryOp { op: UnaryOp::Not, .. } => Level::Not,
            ExprKind::Compare { .. } => Level::Compare,
            ExprKind::BinOp { op, .. } => binary(op).1,
            ExprKind::UnaryOp { .. } => Level::Factor,
            ExprKind::Await { .. } => Level::Await,
            _ => Level::Atom,
        }
    }

    fn list(&mut self, elts: &[ExprId]) {
        for (i, &elt) in elts.iter().enumerate() {
            if i > 0 {
                self.text(", ");
            }
            self.expr(elt, Level::Test);
        }
    }

    fn bare(&mut self, id: ExprId) {
        let ast = self.ast;
        match ast[id].kind {
            ExprKind::Name(name) => self.text(ast.name(name)),
            ExprKind::Constant(constant) => literal(&mut self.out, &ast[constant]),
            ExprKind::Attribute { value, attr } => {
                self.expr(value, Level::Atom);
                // `1 .real`
                if matches!(ast.constant(value), Some(Constant::Int(_) | Constant::BigInt(_))) {
                    self.text(" ");
                }
                self.text(".");
                self.text(ast.name(attr.name));
            }
            ExprKind::Subscript { value, slice } => {
                self.expr(value, Level::Atom);
                self.text("[");
                match ast[slice].kind {
                    ExprKind::Tuple { elts } if !elts.is_empty() => self.tuple(&ast[elts]),
                    _ => self.expr(slice, Level::Any),
                }
                self.text("]");
            }
            ExprKind::Slice { lower, upper, step } => {
                lower.into_iter().for_each(|e| self.expr(e, Level::Test));
                self.text(":");
                upper.into_iter().for_each(|e| self.expr(e, Level::Test));
                if let Some(step) = step {
                    self.text(":");
                    self.expr(step, Level::Test);
                }
            }
            ExprKind::Tuple { elts } => {
                self.text("(");
                self.tuple(&ast[elts]);
                self.text(")");
            }
            ExprKind::List { elts } => {
                self.text("[");
                self.list(&ast[elts]);
                self.text("]");
            }
            ExprKind::Set { elts } => {
                self.text("{");
                self.list(&ast[elts]);
                self.text("}");
            }
            ExprKind::Dict { keys, values } => self.dict(&ast[keys], &ast[values]),
            ExprKind::Starred { value } => {
                self.text("*");
                self.expr(value, Level::BitOr);
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func, Level::Atom);
                self.arguments(&ast[args], &ast[keywords]);
            }
            ExprKind::BoolOp { op, values } => {
                let (word, level) = match op {
                    BoolOp::And => (" and ", Level::Not),
                    BoolOp::Or => (" or ", Level::And),
                };
                for (i, &value) in ast[values].iter().enumerate() {
                    if i > 0 {
                        self.text(word);
                    }
                    self.expr(value, level);
                }
            }
            ExprKind::BinOp { left, op, right } => self.binary(left, op, right),
            ExprKind::UnaryOp { op, operand } => {
                let (sign, level) = match op {
                    UnaryOp::Not => ("not ", Level::Not),
                    UnaryOp::Invert => ("~", Level::Factor),
                    UnaryOp::UAdd => ("+", Level::Factor),
                    UnaryOp::USub => ("-", Level::Factor),
                };
                self.text(sign);
                self.expr(operand, level);
            }
            ExprKind::Compare { left, rest } => {
                self.expr(left, Level::BitOr);
                for comparison in &ast[rest] {
                    self.text(compare(comparison.op));
                    self.expr(comparison.right, Level::BitOr);
                }
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(body, Level::Or);
                self.text(" if ");
                self.expr(test, Level::Or);
                self.text(" else ");
                self.expr(orelse, Level::Test);
            }
            ExprKind::Lambda { parameters, body } => {
                self.text("lambda");
                self.parameters(parameters);
                self.text(": ");
                self.expr(body, Level::Test);
            }
            ExprKind::NamedExpr { target, value } => {
                self.expr(target, Level::Atom);
                self.text(" := ");
                self.expr(value, Level::Test);
            }
            ExprKind::ListComp { elt, generators } => {
                self.comprehension("[", elt, None, generators, "]");
            }
            ExprKind::SetComp { elt, generators } => {
                self.comprehension("{", elt, None, generators, "}");
            }
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension("(", elt, None, generators, ")");
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension("{", key, Some(value), generators, "}");
            }
            ExprKind::Await { value } => {
                self.text("await ");
                self.expr(value, Level::Atom);
            }
            ExprKind::Yield { value } => {
                self.text("yield");
                if let Some(value) = value {
                    self.text(" ");
                    self.expr(value, Level::Any);
                }
            }
            ExprKind::YieldFrom { value } => {
                self.text("yield from ");
                self.expr(value, Level::Test);
            }
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => {
                let mut text = String::new();
                self.template(id, &mut text);
                self.out.push('f');
                quote(&mut self.out, &text);
            }
        }
    }

    fn tuple(&mut self, elts: &[ExprId]) {
        self.list(elts);
        if elts.len() == 1 {
            self.text(",");
        }
    }

    fn dict(&mut self, keys: &[Option<ExprId>], values: &[ExprId]) {
        self.text("{");
        for (i, (&key, &value)) in keys.iter().zip(values).enumerate() {
            if i > 0 {
                self.text(", ");
            }
            match key {
                Some(key) => {
                    self.expr(key, Level::Test);
                    self.text(": ");
                    self.expr(value, Level::Test);
                }
                None => {
                    self.text("**");
                    self.expr(value, Level::BitOr);
                }
            }
        }
        self.text("}");
    }

    fn arguments(&mut self, args: &[ExprId], keywords: &[Keyword]) {
        if let ([only], []) = (args, keywords)
            && matches!(self.ast[*only].kind, ExprKind::GeneratorExp { .. })
        {
            return self.bare(*only);
        }
        self.text("(");
        self.list(args);
        for (i, keyword) in keywords.iter().enumerate() {
            if i > 0 || !args.is_empty() {
                self.text(", ");
            }
            match keyword.arg {
                Some(arg) => {
                    self.text(self.ast.name(arg.name));
                    self.text("=");
                }
                None => self.text("**"),
            }
            self.expr(keyword.value, Level::Test);
        }
        self.text(")");
    }

    fn binary(&mut self, left: ExprId, op: Operator, right: ExprId) {
        let (sign, level) = binary(op);
        let tighter = next(level);
        // `**` groups to the right.
        let (left_level, right_level) = match op {
            Operator::Pow => (tighter, Level::Power),
            _ => (level, tighter),
        };
        self.expr(left, left_level);
        self.text(sign);
        self.expr(right, right_level);
    }

    fn parameters(&mut self, id: ParametersId) {
        let ast = self.ast;
        let Parameters { posonly, args, vararg, kwonly, kwarg } = ast[id];
        // As CPython has it: `lambda*a: a`.
        if !posonly.is_empty() || !args.is_empty() {
            self.text(" ");
        }
        let mut first = true;
        let mut separate = |this: &mut Self| {
            this.text(if std::mem::take(&mut first) { "" } else { ", " });
        };
        for param in &ast[posonly] {
            separate(self);
            self.parameter(param);
        }
        if !posonly.is_empty() {
            separate(self);
            self.text("/");
        }
        for param in &ast[args] {
            separate(self);
            self.parameter(param);
        }
        if let Some(param) = vararg {
            separate(self);
            self.text("*");
            self.parameter(&param);
        } else if !kwonly.is_empty() {
            separate(self);
            self.text("*");
        }
        for param in &ast[kwonly] {
            separate(self);
            self.parameter(param);
        }
        if let Some(param) = kwarg {
            separate(self);
            self.text("**");
            self.parameter(&param);
        }
    }

    fn parameter(&mut self, param: &Param) {
        self.text(self.ast.name(param.name.name));
        if let Some(default) = param.default {
            self.text("=");
            self.expr(default, Level::Test);
        }
    }

    fn comprehension(
        &mut self,
        open: &str,
        elt: ExprId,
        value: Option<ExprId>,
        generators: List<Comprehension>,
        close: &str,
    ) {
        self.text(open);
        self.expr(elt, Level::Test);
        if let Some(value) = value {
            self.text(": ");
            self.expr(value, Level::Test);
        }
        for generator in &self.ast[generators] {
            self.text(if generator.is_async { " async for " } else { " for " });
            match self.ast[generator.target].kind {
                ExprKind::Tuple { elts } if !elts.is_empty() => self.tuple(&self.ast[elts]),
                _ => self.expr(generator.target, Level::Test),
            }
            self.text(" in ");
            self.expr(generator.iter, Level::Or);
            for &condition in &self.ast[generator.ifs] {
                self.text(" if ");
                self.expr(condition, Level::Or);
            }
        }
        self.text(close);
    }

    /// The inside of an f-string, unquoted.
    fn template(&self, id: ExprId, out: &mut String) {
        match self.ast[id].kind {
            ExprKind::JoinedStr { values } => {
                self.ast[values].iter().for_each(|&value| self.template(value, out));
            }
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                let mut inner = Writer { ast: self.ast, out: String::new() };
                inner.expr(value, Level::Or);
                out.push('{');
                if inner.out.starts_with('{') {
                    out.push(' ');
                }
                out.push_str(&inner.out);
                match conversion {
                    None => {}
                    Some(Conversion::Str) => out.push_str("!s"),
                    Some(Conversion::Repr) => out.push_str("!r"),
                    Some(Conversion::Ascii) => out.push_str("!a"),
                }
                if let Some(spec) = format_spec {
                    out.push(':');
                    self.template(spec, out);
                }
                out.push('}');
            }
            ExprKind::Constant(constant) => {
                if let Constant::Str(StrLit::Utf8(text)) = &self.ast[constant] {
                    out.push_str(&text.replace('{', "{{").replace('}', "}}"));
                }
            }
            _ => {}
        }
    }
}

/// A literal, as it is written.
fn literal(out: &mut String, constant: &Constant) {
    match constant {
        Constant::None => out.push_str("None"),
        Constant::True => out.push_str("True"),
        Constant::False => out.push_str("False"),
        Constant::Ellipsis => out.push_str("..."),
        // Writing to a string doesn't fail.
        Constant::Int(value) => drop(write!(out, "{value}")),
        Constant::BigInt(value) => drop(write!(out, "{value}")),
        Constant::Float(value) => out.push_str(&float(*value)),
        Constant::Imag(value) => {
            let text = float(*value);
            out.push_str(text.strip_suffix(".0").unwrap_or(&text));
            out.push('j');
        }
        Constant::Str(StrLit::Utf8(text)) => quote(out, text),
        Constant::Str(StrLit::Wide(points)) => {
            out.push('\'');
            for &point in points {
                match char::from_u32(point) {
                    Some(c) => escape(out, c, '\''),
                    None => drop(write!(out, "\\u{point:04x}")),
                }
            }
            out.push('\'');
        }
        Constant::Bytes(bytes) => {
            let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
            out.push('b');
            out.push(quote);
            for &byte in bytes {
                match byte {
                    0x20..0x7f => escape(out, byte.into(), quote),
                    b'\n' | b'\r' | b'\t' => escape(out, byte.into(), quote),
                    _ => drop(write!(out, "\\x{byte:02x}")),
                }
            }
            out.push(quote);
        }
    }
}

/// A constant as `repr` shows it, but for code.
pub(super) fn constant_text(value: &Const) -> String {
    let mut out = String::new();
    let mut put = |constant: Constant| literal(&mut out, &constant);
    match value {
        Const::None => put(Constant::None),
        Const::Ellipsis => put(Constant::Ellipsis),
        Const::Bool(true) => put(Constant::True),
        Const::Bool(false) => put(Constant::False),
        Const::Int(value) => put(Constant::Int(*value)),
        Const::BigInt(value) => put(Constant::BigInt(value.clone())),
        Const::Float(value) => out.push_str(&float_repr(*value)),
        Const::Complex(re, im) => out.push_str(&complex_repr(*re, *im)),
        Const::Str(text) => put(Constant::Str(StrLit::Utf8(text.clone()))),
        Const::WideStr(points) => put(Constant::Str(StrLit::Wide(points.clone()))),
        Const::Bytes(bytes) => put(Constant::Bytes(bytes.clone())),
        Const::Tuple(_) | Const::FrozenSet(_) | Const::Code(_) => {}
    }
    out
}

/// As `repr(str)`.
fn quote(out: &mut String, text: &str) {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    out.push(quote);
    text.chars().for_each(|c| escape(out, c, quote));
    out.push(quote);
}

fn escape(out: &mut String, c: char, quote: char) {
    match c {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if c == quote => {
            out.push('\\');
            out.push(c);
        }
        _ if is_printable(c.into()) => out.push(c),
        _ => drop(match u32::from(c) {
            code @ ..0x100 => write!(out, "\\x{code:02x}"),
            code @ ..0x10000 => write!(out, "\\u{code:04x}"),
            code => write!(out, "\\U{code:08x}"),
        }),
    }
}

/// As `repr(float)`: the shortest digits, with an exponent outside of `1e-4..1e16`.
fn float(value: f64) -> String {
    if value.is_infinite() {
        return "1e309".to_owned();
    }
    let size = value.abs();
    if size != 0.0 && !(1e-4..1e16).contains(&size) {
        let text = format!("{value:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, exponent) = match exponent.strip_prefix('-') {
            Some(exponent) => ('-', exponent),
            None => ('+', exponent),
        };
        return format!("{digits}e{sign}{exponent:0>2}");
    }
    let text = format!("{value}");
    if text.contains('.') { text } else { text + ".0" }
}

fn next(level: Level) -> Level {
    match level {
        Level::BitOr => Level::BitXor,
        Level::BitXor => Level::BitAnd,
        Level::BitAnd => Level::Shift,
        Level::Shift => Level::Sum,
        Level::Sum => Level::Term,
        Level::Term => Level::Factor,
        Level::Power => Level::Await,
        other => other,
    }
}

fn binary(op: Operator) -> (&'static str, Level) {
    match op {
        Operator::Add => (" + ", Level::Sum),
        Operator::Sub => (" - ", Level::Sum),
        Operator::Mult => (" * ", Level::Term),
        Operator::MatMult => (" @ ", Level::Term),
        Operator::Div => (" / ", Level::Term),
        Operator::Mod => (" % ", Level::Term),
        Operator::FloorDiv => (" // ", Level::Term),
        Operator::Pow => (" ** ", Level::Power),
        Operator::LShift => (" << ", Level::Shift),
        Operator::RShift => (" >> ", Level::Shift),
        Operator::BitOr => (" | ", Level::BitOr),
        Operator::BitXor => (" ^ ", Level::BitXor),
        Operator::BitAnd => (" & ", Level::BitAnd),
    }
}

fn compare(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => " == ",
        CmpOp::NotEq => " != ",
        CmpOp::Lt => " < ",
        CmpOp::LtE => " <= ",
        CmpOp::Gt => " > ",
        CmpOp::GtE => " >= ",
        CmpOp::Is => " is ",
        CmpOp::IsNot => " is not ",
        CmpOp::In => " in ",
        CmpOp::NotIn => " not in ",
    }
}
