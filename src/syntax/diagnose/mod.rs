//! Finds the words for a syntax error: reads the tokens once more, the way CPython's parser does.
//!
//! The LR parser knows that a source is wrong and where it noticed. What CPython says of it depends on
//! how its own parser goes about it: a PEG parser that tries alternatives in order, and that on failure
//! starts again with further alternatives for known mistakes, the first of which to match gives the
//! message. So this is a second reading of the grammar, without a tree, for broken sources only. Each
//! function reads one rule, gives `None` (and restores the position) when it does not match, and is
//! named as in Python's grammar; `invalid_` ones are the known mistakes.
mod call;
mod compound;
mod display;
mod expression;
mod fstring;
mod parameters;
mod pattern;
mod simple;
mod target;

use std::borrow::Cow;
use std::collections::HashMap;

use super::Mode;
use super::ast::Span;
use super::error::{Fault, FaultEnd, Origin, SyntaxErrorKind};
use super::fault;
use super::layout::Tokens;
use super::token::{Spanned, Tok};

/// How deeply rules may nest; beyond that the error stays as general as the LR parser gave it.
const MAX_DEPTH: u32 = 90;

/// Index of a node read.
type Node = u32;

/// What is remembered of a piece of source that matched an expression or target.
struct Read {
    /// What CPython's messages call it.
    what: &'static str,
    span: Span,
    /// Elements, operands, or arguments, where a rule asks for them.
    children: Vec<Node>,
}

/// The parts of an argument list that messages speak of.
#[derive(Clone, Default)]
struct Arguments {
    positional: Vec<Node>,
    /// Whether the last keyword argument is `**x`.
    unpacks: bool,
}

/// Rules whose result at a place is remembered.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Rule {
    Expression,
    StarExpression,
    Disjunction,
    Conjunction,
    Inversion,
    Bitwise,
    Factor,
    Await,
    Primary,
    InvalidNamed,
    StarTarget,
    TargetWithStarAtom,
    TPrimary,
    Strings,
    Arguments,
    Block,
    DelTarget,
    Pattern,
    ClosedPattern,
}

struct Diagnosis<'t> {
    src: &'t str,
    tokens: Vec<Spanned>,
    /// For each token how many brackets are open behind it.
    levels: Vec<u16>,
    /// What keeps the layout pass from finding more tokens.
    fault: Option<Box<Fault>>,
    in_fstring: bool,
    /// The innermost bracket that is open there.
    open: Option<u32>,
    /// The next token.
    mark: usize,
    /// How many tokens were looked at.
    fill: usize,
    /// Whether known mistakes are looked for.
    invalid: bool,
    /// The error found; from then on no rule matches.
    error: Option<Box<Fault>>,
    /// What is said if no mistake is found: that a certain token is missing.
    missing: Option<Box<Fault>>,
    reads: Vec<Read>,
    memo: HashMap<(Rule, u32), Option<(Node, u32)>>,
    depth: u32,
    gave_up: bool,
}

/// What CPython says of a source that the LR parser refused with `noticed`.
pub(super) fn diagnose(src: &str, lexed: &Tokens, mode: Mode, noticed: Box<Fault>) -> Box<Fault> {
    let mut tokens = lexed.tokens[1..].to_vec();
    if lexed.fault.is_none() {
        let end = src.len() as u32;
        if mode == Mode::Eval && tokens.last() == Some(&(end, Tok::Newline, end)) {
            // Only in the other modes does CPython add a newline that is missing at the end.
            tokens.pop();
        }
        tokens.push((end, Tok::End, end));
    }
    let mut diagnosis = Diagnosis {
        src,
        levels: levels(&tokens),
        tokens,
        fault: lexed.fault.clone(),
        in_fstring: lexed.in_fstring,
        open: lexed.open,
        mark: 0,
        fill: 0,
        invalid: false,
        error: None,
        missing: None,
        reads: Vec::new(),
        memo: HashMap::new(),
        depth: 0,
        gave_up: false,
    };
    let found = diagnosis.run(mode);
    let mut fault = match diagnosis.gave_up {
        true => noticed,
        false => found.unwrap_or(noticed),
    };
    fault.kept = match fault.origin {
        Origin::Parser => diagnosis.read_to().map(|at| diagnosis.kept(at)),
        Origin::Unclosed => Some(diagnosis.kept(src.len().saturating_sub(1) as u32)),
        Origin::Tokenizer | Origin::Layout | Origin::Literal | Origin::Compiler => None,
    };
    fault
}

fn levels(tokens: &[Spanned]) -> Vec<u16> {
    let mut level = 0u16;
    let count = |&(_, tok, _): &Spanned| {
        match tok {
            Tok::LPar | Tok::LSqb | Tok::LBrace | Tok::FOpen => level += 1,
            Tok::RPar | Tok::RSqb | Tok::RBrace | Tok::FClose => level = level.saturating_sub(1),
            _ => {}
        }
        level
    };
    tokens.iter().map(count).collect()
}

impl Diagnosis<'_> {
    /// Both readings. `None` if this reading of the grammar finds nothing wrong.
    fn run(&mut self, mode: Mode) -> Option<Box<Fault>> {
        self.start(mode);
        if self.gave_up {
            return None;
        }
        if let Some(error) = self.error.take() {
            return Some(self.or_lexical(error));
        }
        let last = self.fill.checked_sub(1)?;
        if self.mark >= self.tokens.len() && self.fault.is_none() {
            return None;
        }
        let incomplete = self.at_end();
        self.mark = 0;
        self.memo.clear();
        self.invalid = true;
        self.start(mode);
        let mut fault = match self.error.take().or_else(|| self.missing.take()) {
            Some(error) => self.or_lexical(error),
            None => self.general(last)?,
        };
        fault.incomplete = incomplete;
        Some(fault)
    }

    /// What is said at the token where the first reading got stuck if there are no better words.
    fn general(&self, last: usize) -> Option<Box<Fault>> {
        let &(start, tok, end) = self.tokens.get(last)?;
        if let Tok::Indent | Tok::Dedent = tok {
            let message = if tok == Tok::Indent { "unexpected indent" } else { "unexpected unindent" };
            return Some(self.indentation_at(last, message.to_owned()));
        }
        let mut error = Fault::syntax(Span::new(start, end), "invalid syntax");
        self.fit_newline(&mut error, last);
        if tok == Tok::End {
            error.end = FaultEnd::NoColumns;
        }
        Some(self.or_lexical(error))
    }

    fn start(&mut self, mode: Mode) {
        match mode {
            Mode::File => {
                self.statements();
                self.eat(Tok::End);
            }
            Mode::Single => {
                if self.at() == Some(Tok::Newline) || self.eat(Tok::End).is_some() {
                    return;
                }
                if self.compound_statement().is_some() {
                    self.eat(Tok::End);
                } else if self.simple_statements().is_some() && self.eat_end().is_none() {
                    let message = "multiple statements found while compiling a single statement";
                    self.raise_token::<()>(self.mark - 1, message);
                    self.error.iter_mut().for_each(|error| error.origin = Origin::Compiler);
                }
            }
            Mode::Eval => {
                if self.expressions().is_some() && self.opt(|p| p.eat(Tok::Newline)).is_some() {
                    self.eat(Tok::End);
                }
            }
        }
    }

    /// A place in the line the tokenizer was on when it gave the last token that was looked at.
    fn read_to(&self) -> Option<u32> {
        let &(start, tok, end) = self.tokens.get(self.fill.checked_sub(1)?)?;
        Some(match tok {
            // At the end there is no line more.
            Tok::Newline | Tok::Indent | Tok::Dedent | Tok::End => start.min(self.src.len().saturating_sub(1) as u32),
            _ => end.max(start + 1) - 1,
        })
    }

    /// What CPython's tokenizer has in its buffer at a place: its line, with those before that a backslash joins to
    /// it, or a string that goes over several lines.
    fn kept(&self, at: u32) -> Span {
        // In bytes: the place may be within a character.
        let bytes = self.src.as_bytes();
        let line_start = |at: u32| {
            let before = bytes[..bytes.len().min(at as usize)].iter().rposition(|&b| b == b'\n');
            before.map_or(0, |newline| newline as u32 + 1)
        };
        let mut from = line_start(at);
        while from > 0 {
            let over = |&&(start, tok, end): &&Spanned| {
                matches!(tok, Tok::Str | Tok::Bytes | Tok::FMid) && start < from && from <= end
            };
            from = match self.tokens.iter().find(over) {
                Some(&(start, ..)) => line_start(start),
                None if bytes[..from as usize].ends_with(b"\\\n") => line_start(from - 1),
                None => break,
            };
        }
        Span::new(from, at.max(from))
    }

    /// The end of the source; that there are no more tokens is not it.
    fn eat_end(&mut self) -> Option<Span> {
        self.tokens.get(self.mark)?;
        self.eat(Tok::End)
    }

    /// Whether the first reading got to the end of the source: then more of it might help.
    fn at_end(&self) -> bool {
        let last = self.tokens.get(self.fill.saturating_sub(1));
        last.is_some_and(|&(start, tok, _)| matches!(tok, Tok::End | Tok::Dedent) && start as usize >= self.src.len())
    }

    /// A tokenizer's error later on goes before an error of the parser, a bracket that is never closed
    /// only when it was opened on an earlier line.
    fn or_lexical(&self, error: Box<Fault>) -> Box<Fault> {
        // Within an f-string CPython does not see it, for whatever reason.
        let from_parser = error.origin == Origin::Parser && !self.in_fstring;
        let Some(fault) = self.fault.as_ref().filter(|_| from_parser) else { return error };
        if fault.origin == Origin::Tokenizer {
            return fault.clone();
        }
        // Of other errors it only notices that a bracket is open there.
        let Some(open) = self.open else { return error };
        let last = self.tokens.get(self.fill.saturating_sub(1)).map_or(fault.at, |token| token.0);
        match self.src[..last as usize].get(open as usize..).is_some_and(|text| text.contains('\n')) {
            true => fault::never_closed(self.src, open as usize),
            false => error,
        }
    }

    // Tokens.

    /// The kind of the next token.
    fn at(&mut self) -> Option<Tok> {
        if self.error.is_some() {
            return None;
        }
        match self.tokens.get(self.mark) {
            Some(&(_, tok, _)) => {
                self.fill = self.fill.max(self.mark + 1);
                Some(tok)
            }
            None => {
                if let Some(fault) = &self.fault {
                    self.error = Some(fault.clone());
                }
                None
            }
        }
    }

    /// Reads one token of a kind; gives where it is.
    fn eat(&mut self, kind: Tok) -> Option<Span> {
        self.eat_if(|tok| tok == kind)
    }

    fn eat_if(&mut self, fits: impl Fn(Tok) -> bool) -> Option<Span> {
        if !fits(self.at()?) {
            return None;
        }
        let (start, _, end) = self.tokens[self.mark];
        self.mark += 1;
        Some(Span::new(start, end))
    }

    /// Whether the next token is of a kind, without reading it.
    fn ahead(&mut self, fits: impl Fn(Tok) -> bool) -> Option<()> {
        fits(self.at()?).then_some(())
    }

    /// Whether it is not. `None` also when there is an error.
    fn not_ahead(&mut self, fits: impl Fn(Tok) -> bool) -> Option<()> {
        (!fits(self.at()?)).then_some(())
    }

    /// Where the next token is.
    fn next_span(&self) -> Span {
        let end = self.tokens.get(self.mark).map_or(0, |token| token.2);
        Span::new(self.token_start(self.mark), end)
    }

    /// Where a token starts; a comment before a newline belongs to it.
    fn token_start(&self, index: usize) -> u32 {
        let Some(&(start, tok, _)) = self.tokens.get(index) else { return 0 };
        let before = index.checked_sub(1).map_or(0, |i| self.tokens[i].2);
        let between = self.src.get(before as usize..start as usize).unwrap_or("");
        match between.find('#').filter(|_| tok == Tok::Newline) {
            Some(comment) => before + comment as u32,
            None => start,
        }
    }

    /// A token that has to be here: if it is not, that is the error unless a mistake is found.
    fn force(&mut self, kind: Tok, shown: &str) -> Option<Span> {
        if let Some(span) = self.eat(kind) {
            return Some(span);
        }
        self.at()?;
        self.raise_token::<()>(self.mark, format!("expected '{shown}'"));
        self.missing = self.error.take();
        None
    }

    /// A name; soft keywords are names.
    fn name(&mut self) -> Option<Node> {
        let span = self.eat_if(is_name)?;
        Some(self.read("name", span, Vec::new()))
    }

    fn text(&self, node: Node) -> &str {
        self.span(node).text(self.src)
    }

    /// Whether the next token is a name with this text.
    fn at_word(&mut self, word: &str) -> Option<()> {
        self.ahead(is_name)?;
        let (start, _, end) = self.tokens[self.mark];
        (Span::new(start, end).text(self.src) == word).then_some(())
    }

    /// Reads a soft keyword.
    fn word(&mut self, word: &str) -> Option<Span> {
        self.at_word(word)?;
        self.eat_if(is_name)
    }

    // Reading.

    /// One alternative: restores the position if it does not match.
    fn alt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.error.is_some() {
            return None;
        }
        let mark = self.mark;
        let found = rule(self).filter(|_| self.error.is_none());
        if found.is_none() {
            self.mark = mark;
        }
        found
    }

    /// Something that may be left out. `None` only when there is an error.
    fn opt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        let found = self.alt(rule);
        self.error.is_none().then_some(found)
    }

    /// Any number, one after the other. `None` only when there is an error.
    fn many<T>(&mut self, rule: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut all = Vec::new();
        loop {
            let mark = self.mark;
            match self.alt(&rule) {
                Some(one) if self.mark > mark => all.push(one),
                _ => break,
            }
        }
        self.error.is_none().then_some(all)
    }

    /// At least one.
    fn some<T>(&mut self, rule: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.many(rule).filter(|all| !all.is_empty())
    }

    /// At least one, commas between.
    fn list<T>(&mut self, item: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut all = vec![self.alt(&item)?];
        while let Some(next) = self.alt(|p| {
            p.eat(Tok::Comma)?;
            item(p)
        }) {
            all.push(next);
        }
        self.error.is_none().then_some(all)
    }

    /// Looks for known mistakes, in the second reading only. They end in an error or don't match.
    fn mistake(&mut self, rule: impl FnOnce(&mut Self) -> Option<()>) {
        if self.invalid {
            let mark = self.mark;
            rule(self);
            self.mark = mark;
        }
    }

    /// A rule whose result at each place is remembered.
    fn memoized(&mut self, rule: Rule, read: impl FnOnce(&mut Self) -> Option<Node>) -> Option<Node> {
        if self.error.is_some() {
            return None;
        }
        let key = (rule, self.mark as u32);
        if let Some(&known) = self.memo.get(&key) {
            let (node, end) = known?;
            self.mark = end as usize;
            // It had been looked at further than it matched; `fill` knows that already.
            return Some(node);
        }
        let found = self.nested(|p| p.alt(read));
        if self.error.is_none() {
            self.memo.insert(key, found.map(|node| (node, self.mark as u32)));
        }
        found
    }

    /// Counts how deeply rules nest, and gives up beyond a limit.
    fn nested<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.depth += 1;
        let found = if self.depth > MAX_DEPTH * 8 {
            self.gave_up = true;
            self.error = Some(Fault::token(0, ""));
            None
        } else {
            rule(self)
        };
        self.depth -= 1;
        found
    }

    fn read(&mut self, what: &'static str, span: Span, children: Vec<Node>) -> Node {
        self.reads.push(Read { what, span, children });
        (self.reads.len() - 1) as Node
    }

    /// A node from the token at `from` to the last one read.
    fn since(&mut self, from: usize, what: &'static str, children: Vec<Node>) -> Node {
        let span = self.span_since(from);
        self.read(what, span, children)
    }

    /// The source from the token at `from` to the last one read.
    fn span_since(&self, from: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |token| token.0);
        let end = self.tokens.get(self.mark.saturating_sub(1)).map_or(start, |token| token.2);
        Span::new(start, end)
    }

    fn span(&self, node: Node) -> Span {
        self.reads[node as usize].span
    }

    fn what(&self, node: Node) -> &'static str {
        self.reads[node as usize].what
    }

    // Errors.

    fn raise<T>(&mut self, span: Span, message: impl Into<Cow<'static, str>>) -> Option<T> {
        if self.error.is_none() {
            self.error = Some(Fault::syntax(span, message));
        }
        None
    }

    /// At one token.
    fn raise_token<T>(&mut self, index: usize, message: impl Into<Cow<'static, str>>) -> Option<T> {
        let index = index.min(self.tokens.len().saturating_sub(1));
        let &(start, _, end) = self.tokens.get(index)?;
        let mut fault = Fault::syntax(Span::new(start, end), message);
        self.fit_newline(&mut fault, index);
        self.error.get_or_insert(fault);
        None
    }

    /// At the last token that was looked at.
    fn raise_last<T>(&mut self, message: impl Into<Cow<'static, str>>) -> Option<T> {
        self.raise_token(self.fill.saturating_sub(1), message)
    }

    /// From `start` to the last token that was looked at.
    fn raise_from<T>(&mut self, start: Span, message: &'static str) -> Option<T> {
        let mut fault = Fault::syntax(start, message);
        match self.tokens.get(self.fill.saturating_sub(1)) {
            Some(&(newline, Tok::Newline, _)) => fault.end = FaultEnd::At(newline),
            Some(&(_, _, end)) => fault.end = FaultEnd::Cursor(end),
            None => {}
        }
        self.error.get_or_insert(fault);
        None
    }

    /// `IndentationError` at the last token that was looked at.
    fn raise_indentation<T>(&mut self, message: String) -> Option<T> {
        let fault = self.indentation_at(self.fill.saturating_sub(1), message);
        self.error.get_or_insert(fault);
        None
    }

    /// "expected an indented block", with what it is missing behind.
    fn raise_no_block<T>(&mut self, what: &str, keyword: Span) -> Option<T> {
        let line = self.src[..keyword.start as usize].bytes().filter(|&b| b == b'\n').count() + 1;
        self.raise_indentation(format!("expected an indented block after {what} on line {line}"))
    }

    fn indentation_at(&self, index: usize, message: String) -> Box<Fault> {
        let (start, _, end) = self.tokens.get(index).copied().unwrap_or((0, Tok::End, 0));
        let mut fault = Fault::syntax(Span::new(start, end), message);
        fault.kind = SyntaxErrorKind::Indentation;
        self.fit_newline(&mut fault, index);
        fault
    }

    /// Tokens that have no text are placed as CPython places them.
    fn fit_newline(&self, fault: &mut Fault, index: usize) {
        let (start, tok, _) = self.tokens[index];
        match tok {
            Tok::Newline => {
                fault.at = self.token_start(index);
                fault.end = FaultEnd::Behind(start);
            }
            Tok::End | Tok::Dedent if start as usize >= self.src.len() => {
                fault.at = self.src.strip_suffix('\n').unwrap_or(self.src).len() as u32;
                fault.end = FaultEnd::Missing;
            }
            Tok::Indent | Tok::Dedent => {
                fault.end = FaultEnd::Missing;
                fault.shift = -1;
            }
            _ => {}
        }
    }
}

fn is_name(tok: Tok) -> bool {
    matches!(tok, Tok::Name | Tok::KwMatch | Tok::KwCase | Tok::KwType)
}

fn is_colon(tok: Tok) -> bool {
    matches!(tok, Tok::Colon | Tok::FColon)
}
