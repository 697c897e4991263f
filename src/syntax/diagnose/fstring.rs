//! Strings and f-strings: what may go wrong between the braces.
use super::super::ast::Span;
use super::super::literal;
use super::super::strings::MIXED;
use super::super::token::Tok;
use super::{Diagnosis, Node, Rule, is_name};

impl Diagnosis<'_> {
    /// One or more neighbouring literals.
    pub(super) fn strings(&mut self) -> Option<Node> {
        self.memoized(Rule::Strings, |p| {
            let from = p.mark;
            let all = p.some(|p| {
                let kind = p.at()?;
                match kind {
                    Tok::Str | Tok::Bytes => p.literal(kind)?,
                    Tok::FStart => p.fstring()?,
                    _ => return None,
                }
                Some(kind)
            })?;
            let bytes = all.iter().filter(|&&kind| kind == Tok::Bytes).count();
            if bytes > 0 && bytes < all.len() {
                return p.raise_last(MIXED);
            }
            let what = if all.contains(&Tok::FStart) { "f-string expression" } else { "literal" };
            Some(p.since(from, what, Vec::new()))
        })
    }

    /// A string or bytes literal, which is decoded as soon as it is read.
    fn literal(&mut self, kind: Tok) -> Option<()> {
        let span = self.eat(kind)?;
        match literal::check(span.text(self.src), kind == Tok::Bytes) {
            Ok(()) => Some(()),
            Err(message) => self.raise(span, message),
        }
    }

    fn fstring(&mut self) -> Option<()> {
        self.eat(Tok::FStart)?;
        self.many(Self::fstring_middle)?;
        self.eat(Tok::FEnd).map(|_| ())
    }

    fn fstring_middle(&mut self) -> Option<()> {
        if self.eat(Tok::FMid).is_some() {
            return Some(());
        }
        self.ahead(|tok| tok == Tok::FOpen)?;
        let field = self.alt(|p| {
            p.eat(Tok::FOpen)?;
            p.annotated_rhs()?;
            p.not(|p| p.is_behind_braces())?;
            p.opt(|p| p.eat(Tok::Eq))?;
            p.opt(Self::conversion)?;
            p.opt(|p| {
                p.eat(Tok::FColon)?;
                p.many(Self::fstring_middle)
            })?;
            p.eat(Tok::FClose)
        });
        if field.is_none() {
            self.mistake(Self::invalid_replacement_field);
        }
        field.map(|_| ())
    }

    fn conversion(&mut self) -> Option<()> {
        self.eat(Tok::Bang)?;
        self.eat_if(is_name).map(|_| ())
    }

    fn invalid_replacement_field(&mut self) -> Option<()> {
        self.eat(Tok::FOpen)?;
        let first = match self.at()? {
            Tok::Eq => Some("="),
            Tok::Bang => Some("!"),
            Tok::FColon => Some(":"),
            Tok::FClose => Some("}"),
            _ => None,
        };
        if let Some(first) = first {
            let message = format!("f-string: valid expression required before '{first}'");
            return self.raise_token(self.mark, message);
        }
        if self.annotated_rhs().is_none() {
            return self.raise_next("f-string: expecting a valid expression after '{'");
        }
        let expected = "f-string: expecting '=', or '!', or ':', or '}'";
        if self.is_behind_braces().is_some() && self.at()? == Tok::FClose {
            let at = self.next_span().start;
            return self.raise(Span::new(at, at), expected);
        }
        if !matches!(self.at()?, Tok::Eq | Tok::Bang | Tok::FColon | Tok::FClose) {
            return self.raise_next(expected);
        }
        if self.eat(Tok::Eq).is_some() && !matches!(self.at()?, Tok::Bang | Tok::FColon | Tok::FClose) {
            return self.raise_next("f-string: expecting '!', or ':', or '}'");
        }
        if self.eat(Tok::Bang).is_some() {
            match self.at()? {
                Tok::FColon | Tok::FClose => {
                    return self.raise_next("f-string: missing conversion character");
                }
                tok if !is_name(tok) => {
                    return self.raise_next("f-string: invalid conversion character");
                }
                _ => self.mark += 1,
            }
        }
        if !matches!(self.at()?, Tok::FColon | Tok::FClose) {
            return self.raise_next("f-string: expecting ':' or '}'");
        }
        if self.eat(Tok::FColon).is_some() {
            self.many(Self::fstring_middle)?;
            self.not_ahead(|tok| tok == Tok::FClose)?;
            return self.raise_next("f-string: expecting '}', or format specs");
        }
        None
    }

    /// Behind the braces of a lambda (`f'{lambda x:{1}}'`) the format goes on, if only with no text.
    fn is_behind_braces(&self) -> Option<()> {
        let before = self.mark.checked_sub(1)?;
        (self.tokens.get(before)?.1 == Tok::FClose).then_some(())
    }

    /// At the next token.
    fn raise_next(&mut self, message: &'static str) -> Option<()> {
        self.at()?;
        self.raise_token(self.mark, message)
    }
}
