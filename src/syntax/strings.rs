//! String literals put together: neighbours joined, f-strings made of text and replacement fields.
use super::ast::*;
use super::builder::{Builder, FString, Fail, Open, Piece};
use super::error::{Fault, FaultEnd, Origin, Warning};
use super::literal::{self, Text};

/// What is said of neighbours that don't go together.
pub(super) const MIXED: &str = "cannot mix bytes and nonbytes literals";

impl Builder<'_> {
    /// A number literal.
    pub fn number(&mut self, start: u32, end: u32) -> Result<ExprId, Fail> {
        match literal::number(self.text(start, end)) {
            Ok(constant) => Ok(self.constant(constant, start, end)),
            Err(message) => {
                let mut error = Fault::syntax(Span::new(start, end), message);
                (error.origin, error.end) = (Origin::Literal, FaultEnd::NoColumns);
                Err(Fail::User { error })
            }
        }
    }

    /// Adds a literal to a run of neighbours; gives the position of the run's first.
    pub fn piece(&mut self, piece: Piece) -> u32 {
        self.pieces.push(piece);
        self.pieces.len() as u32 - 1
    }

    /// Joins the literals from `from` on into one expression.
    pub fn strings(&mut self, from: u32, start: u32, end: u32) -> Result<ExprId, Fail> {
        let from = from as usize;
        let bytes = |piece: &Piece| matches!(piece, Piece::Bytes(_));
        let all = &self.pieces[from..];
        if all.iter().any(bytes) {
            if !all.iter().all(bytes) {
                // CPython places this at the token behind, which the parser looks up.
                return self.fail_literal(Span::new(end, end), MIXED.to_owned());
            }
            return self.bytes(from, start, end);
        }
        if all.iter().any(|piece| matches!(piece, Piece::Joined(_))) {
            return self.joined(from, start, end);
        }
        let mut text = Text::default();
        for i in from..self.pieces.len() {
            if let Piece::Str(span) = self.pieces[i] {
                self.decode(span, &mut text)?;
            }
        }
        self.pieces.truncate(from);
        Ok(self.constant(Constant::Str(text.finish()), start, end))
    }

    fn bytes(&mut self, from: usize, start: u32, end: u32) -> Result<ExprId, Fail> {
        let mut value = Vec::new();
        for i in from..self.pieces.len() {
            let Piece::Bytes(span) = self.pieces[i] else {
                continue;
            };
            let quoted = literal::unquote(span.text(self.src));
            if !quoted.body.is_ascii() {
                return self.fail_literal(span, literal::NOT_ASCII.to_owned());
            }
            if quoted.raw {
                value.extend_from_slice(quoted.body.as_bytes());
                continue;
            }
            if let Err(message) = literal::decode_bytes(quoted.body, span.start, &mut value, &mut self.warnings) {
                return self.fail_literal(span, message);
            }
        }
        self.pieces.truncate(from);
        Ok(self.constant(Constant::Bytes(value.into_boxed_slice()), start, end))
    }

    /// Decodes a string literal with prefix and quotes onto `text`.
    fn decode(&mut self, span: Span, text: &mut Text) -> Result<(), Fail> {
        let quoted = literal::unquote(span.text(self.src));
        if quoted.raw {
            text.push_str(quoted.body);
            return Ok(());
        }
        match literal::decode(quoted.body, span.start, false, text, &mut self.warnings) {
            Ok(()) => Ok(()),
            Err(message) => self.fail_literal(span, message),
        }
    }

    /// Joins strings and f-strings: neighbouring text becomes one constant, empty text none.
    fn joined(&mut self, from: usize, start: u32, end: u32) -> Result<ExprId, Fail> {
        let pieces = self.pieces.split_off(from);
        let open = self.none();
        let mut merge = Merge::default();
        for piece in pieces {
            match piece {
                Piece::Str(span) => {
                    merge.cover(span);
                    self.decode(span, &mut merge.text)?;
                }
                Piece::Bytes(_) => {}
                Piece::Joined(parts) => self.join_parts(&mut merge, open, parts),
            }
        }
        if let Some(constant) = merge.finish(self) {
            self.push(open, constant);
        }
        let values = self.close(open);
        Ok(self.expr(ExprKind::JoinedStr { values }, start, end))
    }

    /// Adds an f-string's parts to `open`, but text to what is merged.
    fn join_parts(&mut self, merge: &mut Merge, open: Open<ExprId>, parts: List<ExprId>) {
        for i in 0..parts.len() {
            let part = self.ast[parts][i];
            if let Some(Constant::Str(text)) = self.ast.constant(part) {
                merge.add(text);
                merge.cover(self.span(part));
                continue;
            }
            if let Some(constant) = merge.finish(self) {
                self.push(open, constant);
            }
            self.push(open, part);
        }
    }

    /// A format spec.
    pub fn format_spec(&mut self, parts: Open<ExprId>, start: u32, end: u32) -> ExprId {
        let parts = self.close(parts);
        let (open, mut merge) = (self.none(), Merge::default());
        self.join_parts(&mut merge, open, parts);
        if let Some(constant) = merge.finish(self) {
            self.push(open, constant);
        }
        let values = self.close(open);
        self.expr(ExprKind::JoinedStr { values }, start, end)
    }

    /// An f-string begins with this prefix and quotes.
    pub fn fstring(&mut self, start: u32, end: u32) {
        let raw = self.text(start, end).contains(['r', 'R']);
        self.fstrings.push(FString { raw, error: None, warnings: Vec::new() });
    }

    /// Literal text of the innermost f-string.
    pub fn middle(&mut self, start: u32, end: u32) -> ExprId {
        let body = self.text(start, end);
        let mut text = Text::default();
        if let Some(fstring) = self.fstrings.last_mut() {
            if fstring.raw {
                text.push_str(&body.replace("{{", "{").replace("}}", "}"));
            } else if let Err(message) = literal::decode(body, start, true, &mut text, &mut fstring.warnings) {
                fstring.error.get_or_insert(message);
            }
        }
        self.constant(Constant::Str(text.finish()), start, end)
    }

    /// An f-string ends with these quotes, which is where CPython places errors and warnings about
    /// its text.
    pub fn end_fstring(&mut self, parts: Open<ExprId>, start: u32, end: u32) -> Result<u32, Fail> {
        if let Some(fstring) = self.fstrings.pop() {
            if let Some(message) = fstring.error {
                return self.fail_literal(Span::new(start, end), message);
            }
            let placed = fstring.warnings.into_iter().map(|warning| Warning { at: start, ..warning });
            self.warnings.extend(placed);
        }
        let parts = self.close(parts);
        Ok(self.piece(Piece::Joined(parts)))
    }

    /// A replacement field between the offsets of its braces, as one or two parts of the f-string.
    /// With `debug`, the part before is its own source up to what follows the `=`. The conversion comes
    /// with the offset of its `!`.
    pub fn field(
        &mut self,
        value: ExprId,
        debug: bool,
        conversion: Option<(u32, Conversion)>,
        format_spec: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> (Option<ExprId>, ExprId) {
        let text = debug.then(|| {
            let spec = format_spec.map(|spec| self.span(spec).start);
            let stop = conversion.map(|c| c.0).or(spec).unwrap_or(end - 1);
            let text = without_comments(self.text(start + 1, stop));
            self.constant(Constant::Str(StrLit::Utf8(text.into())), start + 1, stop)
        });
        let conversion = match (debug, conversion, format_spec) {
            (true, None, None) => Some(Conversion::Repr),
            (_, conversion, _) => conversion.map(|c| c.1),
        };
        let kind = ExprKind::FormattedValue { value, conversion, format_spec };
        (text, self.expr(kind, start, end))
    }

    /// The letter behind `!`, whose token starts at `bang`.
    pub fn conversion(&self, bang: u32, start: u32, end: u32) -> Result<Conversion, Fail> {
        if start != bang + 1 {
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return self.fail_literal(Span::new(bang, end), message.to_owned());
        }
        match self.text(start, end) {
            "r" => Ok(Conversion::Repr),
            "s" => Ok(Conversion::Str),
            "a" => Ok(Conversion::Ascii),
            other => {
                let message = format!("f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'");
                self.fail_literal(Span::new(start, end), message)
            }
        }
    }
}

/// Neighbouring text that becomes one constant.
#[derive(Default)]
struct Merge {
    text: Text,
    span: Option<Span>,
}

impl Merge {
    fn cover(&mut self, span: Span) {
        self.span = Some(self.span.map_or(span, |before| before.to(span)));
    }

    fn add(&mut self, text: &StrLit) {
        match text {
            StrLit::Utf8(text) => self.text.push_str(text),
            StrLit::Wide(codes) => codes.iter().for_each(|&code| self.text.push(code)),
        }
    }

    fn finish(&mut self, builder: &mut Builder<'_>) -> Option<ExprId> {
        let Merge { text, span } = std::mem::take(self);
        let span = span.filter(|_| !text.is_empty())?;
        Some(builder.constant(Constant::Str(text.finish()), span.start, span.end))
    }
}

/// The source of a field as `=` shows it: comments are left out. As in CPython 3.13, so is whatever
/// else follows a `#` on its line.
fn without_comments(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('#') {
        return text.into();
    }
    let lines = text.split('\n').map(|line| line.split('#').next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n").into()
}
