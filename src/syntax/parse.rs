//! The one file that knows LALRPOP: runs the grammar over the tokens and turns its errors into ours.
use lalrpop_util::{ParseError, lalrpop_mod};

use super::ast::Span;
use super::builder::{Builder, Fail};
use super::diagnose;
use super::error::{Fault, FaultEnd, Origin, SyntaxError};
use super::layout;
use super::lines::LineIndex;
use super::strings::MIXED;
use super::token::{Spanned, Tok};
use super::{Mode, Parsed};

lalrpop_mod!(
    #[allow(clippy::all, clippy::pedantic, missing_docs, unused)]
    grammar,
    "/python.rs"
);

/// Parses a source whose newlines are normalised.
pub(super) fn parse(source: &str, mode: Mode) -> Result<Parsed, SyntaxError> {
    let start = match mode {
        Mode::File => Tok::StartFile,
        Mode::Eval => Tok::StartEval,
        Mode::Single => Tok::StartSingle,
    };
    let lexed = layout::tokens(source, start);
    let mut builder = Builder::new(source);
    builder.warnings = lexed.warnings.clone();
    let tokens = Tokens { tokens: lexed.tokens.iter(), fault: lexed.fault.clone() };
    let outcome = grammar::TopParser::new().parse(&mut builder, tokens);
    if let Err(error) = outcome {
        return Err(explain(fault(error, source), source, &lexed, mode).located(source));
    }
    let Builder { ast, mut warnings, .. } = builder;
    warnings.sort_by_key(|warning| warning.at);
    let warnings = if warnings.is_empty() {
        Vec::new()
    } else {
        let lines = LineIndex::new(source);
        warnings.into_iter().map(|warning| warning.located(&lines)).collect()
    };
    Ok(Parsed { ast, warnings })
}

/// Finds CPython's words for an error that the grammar or its actions noticed.
fn explain(fault: Box<Fault>, source: &str, lexed: &layout::Tokens, mode: Mode) -> Box<Fault> {
    match fault.origin {
        Origin::Parser | Origin::Tokenizer | Origin::Layout | Origin::Unclosed => {
            diagnose::diagnose(source, lexed, mode, fault)
        }
        Origin::Literal if fault.message == MIXED => {
            let at = fault.at as usize;
            let next = lexed.tokens.iter().find(|token| token.0 >= fault.at);
            next.map_or(fault, |&(start, tok, end)| {
                let mut fault = Fault::syntax(Span::new(start, end), MIXED);
                if tok == Tok::Newline {
                    // A comment before it belongs to it.
                    let comment = source.get(at..start as usize).and_then(|text| text.find('#'));
                    fault.at = comment.map_or(start, |comment| (at + comment) as u32);
                    fault.end = FaultEnd::Behind(start);
                }
                fault
            })
        }
        Origin::Literal | Origin::Compiler => fault,
    }
}

/// The tokens, then what kept the layout pass from finding more.
struct Tokens<'t> {
    tokens: std::slice::Iter<'t, Spanned>,
    fault: Option<Box<Fault>>,
}

impl Iterator for Tokens<'_> {
    type Item = Result<Spanned, Box<Fault>>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.tokens.next() {
            Some(&token) => Some(Ok(token)),
            None => self.fault.take().map(Err),
        }
    }
}

fn fault(error: Fail, source: &str) -> Box<Fault> {
    match error {
        ParseError::User { error } => error,
        ParseError::UnrecognizedToken { token: (start, _, end), .. }
        | ParseError::ExtraToken { token: (start, _, end) } => Fault::syntax(Span::new(start, end), "invalid syntax"),
        ParseError::InvalidToken { location } => Fault::syntax(Span::new(location, location), "invalid syntax"),
        ParseError::UnrecognizedEof { .. } => {
            let end = source.len() as u32;
            Fault::syntax(Span::new(end, end), "invalid syntax")
        }
    }
}
