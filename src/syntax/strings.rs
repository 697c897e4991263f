//! String literals put together: neighbours joined, f-strings made of text and replacement fields.
use super::ast::*;
use super::builder::{Builder, FString, Fail, Piece};
use super::literal::{self, Text};

impl Builder<'_> {
    /// A number literal.
    pub fn number(&mut self, start: u32, end: u32) -> Result<ExprId, Fail> {
        match literal::number(self.text(start, end)) {
            Ok(constant) => Ok(self.constant(constant, start, end)),
            Err(message) => self.fail(Span::new(start, end), message),
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
                return self.fail(Span::new(start, end), "cannot mix bytes and nonbytes literals");
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
                return self.fail(span, "bytes can only contain ASCII literal characters");
            }
            if quoted.raw {
                value.extend_from_slice(quoted.body.as_bytes());
                continue;
            }
            let at = span.start + quoted.offset as u32;
            if let Err(message) = literal::decode_bytes(quoted.body, at, &mut value, &mut self.warnings) {
                return self.fail(span, message);
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
        let at = span.start + quoted.offset as u32;
        match literal::decode(quoted.body, at, false, text, &mut self.warnings) {
            Ok(()) => Ok(()),
            Err(message) => self.fail(span, message),
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
                Piece::Joined(parts) => {
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
            }
        }
        if let Some(constant) = merge.finish(self) {
            self.push(open, constant);
        }
        let values = self.close(open);
        Ok(self.expr(ExprKind::JoinedStr { values }, start, end))
    }

    /// An f-string begins with this prefix and quotes.
    pub fn fstring(&mut self, start: u32, end: u32) {
        let raw = self.text(start, end).contains(['r', 'R']);
        self.fstrings.push(FString { raw });
    }

    /// Literal text of the innermost f-string.
    pub fn middle(&mut self, start: u32, end: u32) -> Result<ExprId, Fail> {
        let body = self.text(start, end);
        let raw = self.fstrings.last().is_some_and(|f| f.raw);
        let mut text = Text::default();
        if raw {
            text.push_str(&body.replace("{{", "{").replace("}}", "}"));
        } else if let Err(message) = literal::decode(body, start, true, &mut text, &mut self.warnings) {
            return self.fail(Span::new(start, end), message);
        }
        Ok(self.constant(Constant::Str(text.finish()), start, end))
    }

    /// A replacement field between the offsets of its braces, as one or two parts of the f-string.
    /// `debug` is where the text that `=` asks for ends.
    pub fn field(
        &mut self,
        value: ExprId,
        debug: Option<u32>,
        conversion: Option<Conversion>,
        format_spec: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> (Option<ExprId>, ExprId) {
        let text = debug.map(|stop| {
            let text = without_comments(self.text(start + 1, stop));
            self.constant(Constant::Str(StrLit::Utf8(text.into())), start + 1, stop)
        });
        let conversion = match (text, conversion, format_spec) {
            (Some(_), None, None) => Some(Conversion::Repr),
            (_, conversion, _) => conversion,
        };
        let kind = ExprKind::FormattedValue { value, conversion, format_spec };
        (text, self.expr(kind, start, end))
    }

    /// The letter behind `!`, whose token starts at `bang`.
    pub fn conversion(&self, bang: u32, start: u32, end: u32) -> Result<Conversion, Fail> {
        if start != bang + 1 {
            let message = "f-string: conversion type must come right after the exclamanation mark";
            return self.fail(Span::new(bang, end), message);
        }
        match self.text(start, end) {
            "r" => Ok(Conversion::Repr),
            "s" => Ok(Conversion::Str),
            "a" => Ok(Conversion::Ascii),
            other => {
                let message = format!("f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'");
                self.fail(Span::new(start, end), message)
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

/// The source of a field as `=` shows it: comments are left out.
fn without_comments(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('#') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            ('#', None) => {
                if chars.by_ref().any(|c| c == '\n') {
                    out.push('\n');
                }
                continue;
            }
            ('\'' | '"', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out.into()
}
