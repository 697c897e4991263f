//! The layout pass: what of Python's tokens depends on context.
//!
//! Turns newlines and leading blanks into `Newline`, `Indent` and `Dedent`, matches brackets, takes
//! f-strings apart and tells soft keywords (`match`, `case`, `type`) from names. It stops at the first
//! thing that is not a token and says what was wrong; the tokens before it may hold an earlier error.
use logos::Logos;

use super::error::{Fault, Origin, Warning};
use super::fault;
use super::token::{Spanned, Tok};

/// The most brackets that may be open at once, and the most blocks, as in CPython.
const MAX_BRACKETS: usize = 200;
/// Replacement fields may be nested this deep in format specs, as in CPython.
const MAX_NESTED_SPECS: usize = 3;
const MAX_INDENTS: usize = 100;
/// The most f-strings that may be open within one another, as in CPython.
const MAX_FSTRINGS: usize = 149;

/// The tokens of a source.
pub(super) struct Tokens {
    /// All of them, or those before the fault. The first is the start marker.
    pub tokens: Vec<Spanned>,
    /// Why there are no more.
    pub fault: Option<Box<Fault>>,
    /// Warnings about numbers.
    pub warnings: Vec<Warning>,
    /// Whether that was within an f-string.
    pub in_fstring: bool,
    /// The innermost bracket that was open there, by its offset.
    pub open: Option<u32>,
}

#[derive(Clone, Copy)]
enum Mode {
    /// Literal text of an f-string, or of a format spec within one.
    Text { quote: u8, triple: bool, raw: bool, spec: bool, start: usize },
    /// A replacement field; `depth` is the bracket depth just inside its brace.
    Field { depth: usize },
}

struct Layout<'s> {
    src: &'s str,
    out: Vec<Spanned>,
    /// Columns (tabs to 8, tabs as 1) and whether a `match` line opened the block.
    indents: Vec<(u32, u32, bool)>,
    /// Open brackets and where they are; `f` is the brace of a replacement field.
    brackets: Vec<(u8, u32)>,
    modes: Vec<Mode>,
    /// Index in `out` of the logical line's first token.
    line: usize,
    opens_match: bool,
    warnings: Vec<Warning>,
}

/// Splits `src` (newlines normalised) into tokens, led by `start`.
pub(super) fn tokens(src: &str, start: Tok) -> Tokens {
    let mut layout = Layout {
        src,
        out: Vec::with_capacity(src.len() / 4 + 8),
        indents: vec![(0, 0, false)],
        brackets: Vec::new(),
        modes: Vec::new(),
        line: 1,
        opens_match: false,
        warnings: Vec::new(),
    };
    layout.out.push((0, start, 0));
    let fault = layout.run().err();
    Tokens {
        tokens: layout.out,
        fault,
        warnings: layout.warnings,
        in_fstring: !layout.modes.is_empty(),
        open: layout.brackets.last().map(|bracket| bracket.1),
    }
}

type Done<T> = Result<T, Box<Fault>>;

impl Layout<'_> {
    fn run(&mut self) -> Done<()> {
        let src = self.src;
        let mut lex = Tok::lexer(src);
        let mut fresh = true;
        loop {
            let from = lex.span().end;
            if let Some(&Mode::Text { quote, triple, raw, spec, start }) = self.modes.last() {
                let to = self.text(from, quote, triple, raw, spec, start)?;
                lex.bump(to - from);
                continue;
            }
            if fresh {
                let to = self.leading(from)?;
                lex.bump(to - from);
                fresh = false;
            }
            let Some(next) = lex.next() else { break };
            let (start, end) = (lex.span().start, lex.span().end);
            let Ok(tok) = next else {
                return Err(self.no_token(start));
            };
            if tok == Tok::Nl {
                if self.brackets.is_empty() {
                    self.newline(start, end);
                    fresh = true;
                }
                continue;
            }
            let (tok, to) = self.token(tok, start, end)?;
            if to != end {
                // Only the `:` of a `:=` was meant: start anew behind it.
                lex = Tok::lexer(src);
                lex.bump(to);
            }
            self.out.push((start as u32, tok, to as u32));
        }
        self.finish(fresh)
    }

    /// Why there is no token at `at`.
    fn no_token(&self, at: usize) -> Box<Fault> {
        // A backslash at the very end: that a bracket is open matters more.
        if &self.src[at..] == "\\"
            && let Some(&(_, open)) = self.brackets.last()
        {
            return fault::never_closed(self.src, open as usize);
        }
        let mut fault = fault::token(self.src, at, self.fstring_quote());
        if fault.origin == Origin::Layout {
            // CPython counts the column of a stray backslash from the first of several joined lines.
            let line_start = |at: usize| self.src[..at].rfind('\n').map_or(0, |newline| newline + 1);
            let own = line_start(at);
            let mut first = own;
            while first > 0 && self.is_joined(first - 1) {
                first = line_start(first - 1);
            }
            fault.shift = self.src[first..own].chars().count() as i32;
        }
        fault
    }

    /// Whether the newline at `at` is within a string or behind a backslash.
    fn is_joined(&self, at: usize) -> bool {
        let within = |token: &&Spanned| (token.0 as usize) < at && at < token.2 as usize;
        self.src[..at].ends_with('\\') || self.out.iter().rev().find(within).is_some()
    }

    /// The blanks a line starts with; gives the offset of its first token.
    fn leading(&mut self, from: usize) -> Done<usize> {
        let bytes = self.src.as_bytes();
        let (mut i, mut col, mut alt) = (from, 0u32, 0u32);
        // The column at the first of several continued blank beginnings is the one that counts.
        let mut continued = None;
        while i < bytes.len() {
            match bytes[i] {
                b' ' => (col, alt) = (col + 1, alt + 1),
                b'\t' => (col, alt) = (col / 8 * 8 + 8, alt + 1),
                b'\x0c' => (col, alt) = (0, 0),
                b'\\' if bytes.get(i + 1) == Some(&b'\n') => {
                    continued = continued.or(Some((col, col)).filter(|c| c.0 > 0));
                    i += 1;
                }
                _ => break,
            }
            i += 1;
        }
        if i < bytes.len() && bytes[i] != b'\n' && bytes[i] != b'#' {
            let (col, alt) = continued.unwrap_or((col, alt));
            self.indent(i, col, alt)?;
            self.line = self.out.len();
        }
        Ok(i)
    }

    /// Looks at one token in its context: what it is there, and where it ends.
    fn token(&mut self, tok: Tok, start: usize, end: usize) -> Done<(Tok, usize)> {
        let bytes = self.src.as_bytes();
        Ok(match tok {
            Tok::Name => (self.name(start, end)?, end),
            Tok::Num => {
                if bytes.get(end).is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'_' || b >= 128) {
                    self.warnings.extend(fault::number(self.src, start)?);
                }
                (tok, end)
            }
            Tok::FStart => {
                let opened = &bytes[start..end];
                let quote = opened[opened.len() - 1];
                let triple = opened.len() >= 4 && opened[opened.len() - 2] == quote;
                let raw = opened[..2].iter().any(|c| matches!(c, b'r' | b'R'));
                if self.modes.iter().filter(|m| matches!(m, Mode::Text { spec: false, .. })).count() >= MAX_FSTRINGS {
                    return Err(Fault::token(start, "too many nested f-strings"));
                }
                self.modes.push(Mode::Text { quote, triple, raw, spec: false, start });
                (tok, end)
            }
            Tok::LPar | Tok::LSqb | Tok::LBrace => {
                self.open(bytes[start], start)?;
                (tok, end)
            }
            Tok::RPar | Tok::RSqb | Tok::RBrace => (self.close_bracket(tok, start)?, end),
            Tok::Colon | Tok::Walrus if self.at_field() => {
                self.spec();
                (Tok::FColon, start + 1)
            }
            _ => (tok, end),
        })
    }

    /// Whether the innermost bracket is the brace of a replacement field.
    fn at_field(&self) -> bool {
        matches!(self.modes.last(), Some(Mode::Field { depth }) if *depth == self.brackets.len())
    }

    /// The innermost f-string goes on as a format spec.
    fn spec(&mut self) {
        let text = self.modes.iter().rev().find_map(|mode| match *mode {
            Mode::Text { quote, triple, raw, start, .. } => Some((quote, triple, raw, start)),
            Mode::Field { .. } => None,
        });
        if let Some((quote, triple, raw, start)) = text {
            self.modes.push(Mode::Text { quote, triple, raw, spec: true, start });
        }
    }

    fn open(&mut self, bracket: u8, at: usize) -> Done<()> {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(Fault::token(at, "too many nested parentheses"));
        }
        self.brackets.push((bracket, at as u32));
        Ok(())
    }

    fn close_bracket(&mut self, tok: Tok, at: usize) -> Done<Tok> {
        let field = self.at_field();
        let want = match tok {
            Tok::RPar => b'(',
            Tok::RSqb => b'[',
            _ if field => b'f',
            _ => b'{',
        };
        let top = self.brackets.last().copied();
        if top.is_none_or(|(open, _)| open != want) {
            return Err(fault::bracket(self.src, at, top));
        }
        self.brackets.pop();
        if field {
            self.modes.pop();
            return Ok(Tok::FClose);
        }
        Ok(tok)
    }

    /// The end of the source: closes the last line and all blocks.
    fn finish(&mut self, fresh: bool) -> Done<()> {
        let len = self.src.len();
        if let Some(&(_, at)) = self.brackets.last() {
            return Err(fault::never_closed(self.src, at as usize));
        }
        if self.src.ends_with("\\\n") && !self.in_comment(len - 2) {
            return Err(fault::continued_at_end(self.src));
        }
        if !fresh {
            self.newline(len, len);
        }
        for _ in 1..self.indents.len() {
            self.out.push((len as u32, Tok::Dedent, len as u32));
        }
        Ok(())
    }

    /// Whether a backslash at `at`, the last thing in the source, belongs to a comment.
    fn in_comment(&self, at: usize) -> bool {
        let last = self.out[self.out.len() - 1].2 as usize;
        self.src
            .as_bytes()
            .get(last..at)
            .is_some_and(|rest| rest.iter().rev().take_while(|&&b| b != b'\n').any(|&b| b == b'#'))
    }

    /// Ends a logical line. A line that starts with the name `match` and ends in `:` can be
    /// nothing but a match statement, so the first token is turned here, looking back.
    fn newline(&mut self, start: usize, end: usize) {
        if self.line >= self.out.len() {
            return; // blank or comment
        }
        let (from, tok, to) = self.out[self.line];
        self.opens_match = tok == Tok::Name
            && self.out[self.out.len() - 1].1 == Tok::Colon
            && &self.src[from as usize..to as usize] == "match";
        if self.opens_match {
            self.out[self.line].1 = Tok::KwMatch;
        }
        self.out.push((start as u32, Tok::Newline, end as u32));
        self.line = self.out.len();
    }

    fn indent(&mut self, at: usize, col: u32, alt: u32) -> Done<()> {
        let here = at as u32;
        let (top, top_alt, _) = self.indents[self.indents.len() - 1];
        if col > top {
            if alt <= top_alt {
                return Err(fault::tabs(self.src, at));
            }
            if self.indents.len() >= MAX_INDENTS {
                return Err(fault::too_deep(self.src, at));
            }
            self.indents.push((col, alt, self.opens_match));
            self.out.push((here, Tok::Indent, here));
        }
        while col < self.indents[self.indents.len() - 1].0 {
            self.indents.pop();
            self.out.push((here, Tok::Dedent, here));
        }
        let (top, top_alt, _) = self.indents[self.indents.len() - 1];
        if col != top {
            return Err(fault::unindent(self.src, at));
        }
        if alt != top_alt {
            return Err(fault::tabs(self.src, at));
        }
        Ok(())
    }

    /// Soft keywords other than `match`. `type` is one when a name follows it directly (two names
    /// never stand side by side otherwise); `case` is one when it starts a line of a match block.
    fn name(&mut self, start: usize, end: usize) -> Done<Tok> {
        let text = &self.src[start..end];
        if !text.is_ascii() {
            fault::identifier(text, start)?;
        }
        let n = self.out.len();
        if let Some(&(from, Tok::Name, to)) = self.out.last() {
            let first = n - 1 == self.line || matches!(self.out[n - 2].1, Tok::Semi | Tok::Colon);
            if first && &self.src[from as usize..to as usize] == "type" {
                self.out[n - 1].1 = Tok::KwType;
            }
        }
        if n == self.line && text == "case" && self.indents[self.indents.len() - 1].2 {
            return Ok(Tok::KwCase);
        }
        Ok(Tok::Name)
    }

    /// Emits literal text and what ends it; returns where to go on.
    fn text(&mut self, from: usize, quote: u8, triple: bool, raw: bool, spec: bool, start: usize) -> Done<usize> {
        let bytes = self.src.as_bytes();
        let mut i = from;
        while i < bytes.len() {
            let c = bytes[i];
            if c == quote && (!triple || bytes[i..].starts_with(&[quote; 3])) {
                self.middle(from, i);
                let to = i + if triple { 3 } else { 1 };
                self.out.push((i as u32, Tok::FEnd, to as u32));
                self.end_fstring();
                return Ok(to);
            }
            match c {
                b'\n' if !triple => break,
                b'\\' if !raw && bytes[i + 1..].starts_with(b"N{") => {
                    while i + 1 < bytes.len() && bytes[i] != b'}' && bytes[i + 1] != quote && bytes[i + 1] != b'\n' {
                        i += 1;
                    }
                }
                b'\\' if !matches!(bytes.get(i + 1), Some(b'{' | b'}')) => i += 1,
                b'{' if !spec && bytes.get(i + 1) == Some(&b'{') => i += 1,
                b'{' => {
                    self.middle(from, i);
                    self.out.push((i as u32, Tok::FOpen, i as u32 + 1));
                    if self.nested_specs() >= MAX_NESTED_SPECS {
                        return Err(Fault::token(i, "f-string: expressions nested too deeply"));
                    }
                    self.open(b'f', i)?;
                    self.modes.push(Mode::Field { depth: self.brackets.len() });
                    return Ok(i + 1);
                }
                b'}' if spec => {
                    self.middle(from, i);
                    self.out.push((i as u32, Tok::FClose, i as u32 + 1));
                    self.modes.truncate(self.modes.len().saturating_sub(2));
                    self.brackets.pop();
                    return Ok(i + 1);
                }
                b'}' if bytes.get(i + 1) == Some(&b'}') => i += 1,
                b'}' => return Err(Fault::token(i, "f-string: single '}' is not allowed")),
                _ => {}
            }
            i += 1;
        }
        let stop = i.min(bytes.len());
        // A backslash took the newline with it, or would have.
        let escaped = i > stop || bytes[from..stop].ends_with(b"\\\n");
        if spec && !triple && !escaped {
            // The field goes on without its spec; the parser will miss the brace.
            self.middle(from, stop);
            self.modes.pop();
            return Ok(stop);
        }
        Err(fault::unterminated_fstring(self.src, start, stop, triple))
    }

    /// How many format specs of the innermost f-string are open, one in the other.
    fn nested_specs(&self) -> usize {
        let open = self.modes.iter().rev().take_while(|m| !matches!(m, Mode::Text { spec: false, .. }));
        open.filter(|m| matches!(m, Mode::Text { .. })).count()
    }

    /// Leaves the innermost f-string. The brace of a field that is missing its other one stays open, as an
    /// ordinary one.
    fn end_fstring(&mut self) {
        while let Some(mode) = self.modes.pop() {
            match mode {
                Mode::Text { spec: false, .. } => break,
                Mode::Text { .. } => {}
                Mode::Field { depth } => {
                    if let Some(brace) = self.brackets.get_mut(depth.wrapping_sub(1)) {
                        brace.0 = b'{';
                    }
                }
            }
        }
    }

    /// The quote of the innermost f-string whose field is being read, and how many of it there are.
    fn fstring_quote(&self) -> Option<(u8, usize)> {
        self.modes.iter().rev().find_map(|mode| match *mode {
            Mode::Text { quote, triple, .. } => Some((quote, if triple { 3 } else { 1 })),
            Mode::Field { .. } => None,
        })
    }

    /// Literal text of an f-string, unless there is none.
    fn middle(&mut self, from: usize, to: usize) {
        if to > from {
            self.out.push((from as u32, Tok::FMid, to as u32));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kinds of the tokens, without the start marker, and what stopped the pass.
    fn kinds(src: &str) -> (Vec<Tok>, Option<String>) {
        let lexed = tokens(src, Tok::StartFile);
        let kinds = lexed.tokens[1..].iter().map(|token| token.1).collect();
        (kinds, lexed.fault.map(|fault| fault.message.into_owned()))
    }

    #[test]
    fn blocks_are_marked() {
        use Tok::{Colon, Dedent, If, Indent, Name, Newline};
        let (found, fault) = kinds("if a:\n  b\n\n # c\nd");
        assert_eq!(found, [If, Name, Colon, Newline, Indent, Name, Newline, Dedent, Name, Newline]);
        assert_eq!(fault, None);
        let (_, fault) = kinds("if a:\n    b\n  c\n");
        assert_eq!(fault.as_deref(), Some("unindent does not match any outer indentation level"));
    }

    #[test]
    fn brackets_hide_newlines() {
        use Tok::{Comma, LPar, LSqb, Name, Newline, RPar, RSqb};
        let (found, _) = kinds("(a,\n  [b\n])\n");
        assert_eq!(found, [LPar, Name, Comma, LSqb, Name, RSqb, RPar, Newline]);
        let (_, fault) = kinds("(a\n]");
        assert_eq!(fault.as_deref(), Some("closing parenthesis ']' does not match opening parenthesis '(' on line 1"));
    }

    #[test]
    fn fstrings_are_taken_apart() {
        use Tok::{Bang, Eq, FClose, FColon, FEnd, FMid, FOpen, FStart, Name, Newline, Num};
        let (found, _) = kinds("f'a{b!r:>{c}}{{d'");
        let expected =
            [FStart, FMid, FOpen, Name, Bang, Name, FColon, FMid, FOpen, Name, FClose, FClose, FMid, FEnd, Newline];
        assert_eq!(found, expected);
        // At the level of the field `:=` is a colon and a spec.
        let (found, _) = kinds("f'{x:=1}{y=}'");
        assert_eq!(found, [FStart, FOpen, Name, FColon, FMid, FClose, FOpen, Name, Eq, FClose, FEnd, Newline]);
        let (found, _) = kinds("f'{(x:=1)}'");
        assert!(found.contains(&Tok::Walrus) && found.contains(&Num));
    }

    #[test]
    fn soft_keywords_are_names_elsewhere() {
        let first = |src: &str| kinds(src).0[0];
        assert_eq!(first("match x:\n  case 1: pass"), Tok::KwMatch);
        assert_eq!(first("match = 1"), Tok::Name);
        assert_eq!(first("match(x)"), Tok::Name);
        assert_eq!(first("type X = int"), Tok::KwType);
        assert_eq!(first("type(x)"), Tok::Name);
        assert_eq!(first("case = 1"), Tok::Name);
        let (found, _) = kinds("match x:\n  case case: pass");
        assert_eq!(found.iter().filter(|&&tok| tok == Tok::KwCase).count(), 1);
    }

    #[test]
    fn numbers_end_where_cpython_ends_them() {
        let said = |src: &str| kinds(src).1.unwrap_or_default();
        assert_eq!(
            said("0777"),
            "leading zeros in decimal integer literals are not permitted; \
             use an 0o prefix for octal integers"
        );
        assert_eq!(said("1__0"), "invalid decimal literal");
        assert_eq!(said("0b12"), "invalid digit '2' in binary literal");
        assert_eq!(said("0xg"), "invalid hexadecimal literal");
        assert_eq!(said("1if x else y"), "");
        assert_eq!(tokens("1if x else y", Tok::StartFile).warnings.len(), 1);
    }
}
