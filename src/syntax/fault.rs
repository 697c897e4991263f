//! What is wrong where the layout pass finds no token: the tokenizer's errors, in CPython's words.
//!
//! Nothing here runs on a valid source, but for the look at a number that runs into a keyword.
use std::borrow::Cow;

use crate::types::str::chars::is_printable;

use super::error::{Fault, FaultEnd, Origin, SyntaxErrorKind, Warning};

/// Why there is no token at `at`: a string without end or a character that starts nothing.
/// `fstring` is the quote of the f-string around it, with its length.
pub(super) fn token(src: &str, at: usize, fstring: Option<(u8, usize)>) -> Box<Fault> {
    let rest = &src.as_bytes()[at..];
    let prefix = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    match rest.get(prefix) {
        Some(&quote @ (b'\'' | b'"')) => {
            let triple = rest[prefix..].starts_with(&[quote; 3]);
            let size = if triple { 3 } else { 1 };
            if fstring == Some((quote, size)) {
                return Fault::token(at, "f-string: expecting '}'");
            }
            let (stop, escaped) = string_stop(src, at + prefix + size, triple, quote);
            let mut fault = unterminated(src, at, stop, triple, "");
            if escaped {
                fault.message += "; perhaps you escaped the end quote?";
            }
            fault
        }
        Some(b'\\') if prefix == 0 => continuation(src, at),
        _ => {
            let c = src[at..].chars().next().unwrap_or('\u{fffd}');
            bad_character(c, at)
        }
    }
}

/// Where the tokenizer gives up on an unterminated string: the first newline that is not escaped,
/// or the end of the source. Also whether a single quote before it was escaped.
fn string_stop(src: &str, from: usize, triple: bool, quote: u8) -> (usize, bool) {
    let bytes = src.as_bytes();
    if triple {
        return (bytes.len(), false);
    }
    let (mut i, mut escaped) = (from, false);
    while i < bytes.len() && bytes[i] != b'\n' {
        if bytes[i] == b'\\' {
            i += 1;
            escaped |= bytes.get(i) == Some(&quote);
        }
        i += 1;
    }
    (i.min(bytes.len()), escaped)
}

/// A string that starts at `at` and was given up at `stop`.
fn unterminated(src: &str, at: usize, stop: usize, triple: bool, what: &str) -> Box<Fault> {
    let body = &src[..stop];
    // A newline that ends the source starts no further line.
    let body = body.strip_suffix('\n').filter(|_| stop == src.len()).unwrap_or(body);
    let line = body.bytes().filter(|&b| b == b'\n').count() + 1;
    let kind = if triple { "triple-quoted " } else { "" };
    let message = format!("unterminated {kind}{what}string literal (detected at line {line})");
    let mut fault = Fault::token(at, message);
    fault.incomplete = triple;
    fault
}

/// An f-string that starts at `start` and whose text was given up at `stop`.
pub(super) fn unterminated_fstring(src: &str, start: usize, stop: usize, triple: bool) -> Box<Fault> {
    unterminated(src, start, stop, triple, "f-")
}

/// A backslash that is followed by something other than a newline.
fn continuation(src: &str, at: usize) -> Box<Fault> {
    if at + 1 >= src.len() {
        return continued_at_end(src);
    }
    Box::new(Fault {
        kind: SyntaxErrorKind::Syntax,
        message: "unexpected character after line continuation character".into(),
        at: at as u32 + 1,
        end: FaultEnd::Unknown,
        incomplete: false,
        origin: Origin::Layout,
        shift: 0,
        kept: None,
    })
}

/// The source ends in a backslash.
pub(super) fn continued_at_end(src: &str) -> Box<Fault> {
    let at = src.strip_suffix('\n').unwrap_or(src).len();
    Box::new(Fault {
        kind: SyntaxErrorKind::Syntax,
        message: "unexpected EOF while parsing".into(),
        at: at as u32,
        end: FaultEnd::Missing,
        incomplete: true,
        origin: Origin::Layout,
        shift: 0,
        kept: None,
    })
}

fn bad_character(c: char, at: usize) -> Box<Fault> {
    let code = c as u32;
    let message = if is_printable(code) {
        format!("invalid character '{c}' (U+{code:04X})")
    } else {
        format!("invalid non-printable character U+{code:04X}")
    };
    Fault::token(at, message)
}

/// Checks a name with characters outside ASCII.
pub(super) fn identifier(text: &str, at: usize) -> Result<(), Box<Fault>> {
    for (i, c) in text.char_indices() {
        let fits = match i {
            0 => c == '_' || unicode_ident::is_xid_start(c),
            _ => unicode_ident::is_xid_continue(c),
        };
        if !fits {
            return Err(bad_character(c, at + i));
        }
    }
    Ok(())
}

/// A closing bracket at `at` that does not belong to the innermost open one.
pub(super) fn bracket(src: &str, at: usize, open: Option<(u8, u32)>) -> Box<Fault> {
    let close = src.as_bytes()[at] as char;
    let message = match open {
        None => format!("unmatched '{close}'"),
        Some((b'f', _)) => format!("f-string: unmatched '{close}'"),
        Some((open, from)) => {
            let line = |to: usize| src.as_bytes()[..to].iter().filter(|&&b| b == b'\n').count() + 1;
            let (opened, closed) = (line(from as usize), line(at));
            let on = if opened == closed { String::new() } else { format!(" on line {opened}") };
            let open = open as char;
            format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'{on}")
        }
    };
    Fault::token(at, message)
}

/// The source ends within a bracket opened at `at`.
pub(super) fn never_closed(src: &str, at: usize) -> Box<Fault> {
    let open = src.as_bytes()[at] as char;
    Box::new(Fault {
        kind: SyntaxErrorKind::Syntax,
        message: format!("'{open}' was never closed").into(),
        at: at as u32,
        end: FaultEnd::Unknown,
        incomplete: true,
        origin: Origin::Unclosed,
        shift: 0,
        kept: None,
    })
}

/// Indentation that mixes tabs and blanks so that their width matters.
pub(super) fn tabs(src: &str, at: usize) -> Box<Fault> {
    line_fault(src, at, SyntaxErrorKind::Tab, "inconsistent use of tabs and spaces in indentation")
}

/// More blocks within one another than are allowed.
pub(super) fn too_deep(src: &str, at: usize) -> Box<Fault> {
    line_fault(src, at, SyntaxErrorKind::Indentation, "too many levels of indentation")
}

fn line_fault(src: &str, at: usize, kind: SyntaxErrorKind, message: &'static str) -> Box<Fault> {
    let start = src[..at].rfind('\n').map_or(0, |newline| newline + 1);
    Box::new(Fault {
        kind,
        message: message.into(),
        at: start as u32,
        end: FaultEnd::Unknown,
        incomplete: false,
        origin: Origin::Layout,
        shift: 0,
        kept: None,
    })
}

/// A line that is indented less than the one before and like none around it.
pub(super) fn unindent(src: &str, at: usize) -> Box<Fault> {
    let end = src[at..].find('\n').map_or(src.len(), |newline| at + newline);
    Box::new(Fault {
        kind: SyntaxErrorKind::Indentation,
        message: "unindent does not match any outer indentation level".into(),
        at: end as u32,
        end: FaultEnd::Missing,
        incomplete: false,
        origin: Origin::Layout,
        shift: 0,
        kept: None,
    })
}

/// Looks at the number that starts at `start` and has a letter, digit or underscore behind it.
/// Valid when that begins one of a few keywords, which is worth a warning.
pub(super) fn number(src: &str, start: usize) -> Result<Option<Warning>, Box<Fault>> {
    Number { src: src.as_bytes(), text: src, start, at: start }.check()
}

/// Reads a number as CPython's tokenizer does, to find the place and words of its complaint.
struct Number<'s> {
    src: &'s [u8],
    text: &'s str,
    start: usize,
    /// The next byte.
    at: usize,
}

type Checked<T> = Result<T, Box<Fault>>;

impl Number<'_> {
    fn peek(&self) -> u8 {
        self.src.get(self.at).copied().unwrap_or(0)
    }

    fn eat(&mut self, which: impl Fn(u8) -> bool) -> bool {
        let found = which(self.peek());
        self.at += usize::from(found);
        found
    }

    /// The fault lies on the byte before the next one.
    fn fail<T>(&self, message: impl Into<Cow<'static, str>>) -> Checked<T> {
        Err(Fault::token(self.at - 1, message))
    }

    fn check(mut self) -> Checked<Option<Warning>> {
        if !self.eat(|b| b == b'0') {
            self.digits()?;
            return self.decimal_rest();
        }
        match self.peek() | 0x20 {
            b'x' => self.radix("hexadecimal", |b| b.is_ascii_hexdigit()),
            b'o' => self.radix("octal", |b| matches!(b, b'0'..=b'7')),
            b'b' => self.radix("binary", |b| matches!(b, b'0' | b'1')),
            _ => self.after_zero(),
        }
    }

    /// Behind a leading zero that is no prefix: more zeros, or a float.
    fn after_zero(mut self) -> Checked<Option<Warning>> {
        loop {
            if self.eat(|b| b == b'_') && !self.peek().is_ascii_digit() {
                return self.fail("invalid decimal literal");
            }
            if !self.eat(|b| b == b'0') {
                break;
            }
        }
        if !self.peek().is_ascii_digit() {
            return self.decimal_rest();
        }
        let zeros = self.at;
        self.digits()?;
        if !matches!(self.peek(), b'.' | b'e' | b'E' | b'j' | b'J') {
            let mut fault = Fault::token(
                self.start,
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            );
            fault.end = FaultEnd::At(zeros as u32);
            return Err(fault);
        }
        self.decimal_rest()
    }

    fn radix(mut self, kind: &'static str, fits: fn(u8) -> bool) -> Checked<Option<Warning>> {
        self.at += 1;
        loop {
            self.eat(|b| b == b'_');
            if !fits(self.peek()) {
                self.wrong_digit(kind)?;
                return self.fail(format!("invalid {kind} literal"));
            }
            while self.eat(fits) {}
            if self.peek() != b'_' {
                break;
            }
        }
        self.wrong_digit(kind)?;
        self.end(kind)
    }

    fn wrong_digit(&self, kind: &str) -> Checked<()> {
        let digit = self.peek();
        if digit.is_ascii_digit() {
            let message = format!("invalid digit '{}' in {kind} literal", digit as char);
            return Err(Fault::token(self.at, message));
        }
        Ok(())
    }

    /// Decimal digits with single underscores between.
    fn digits(&mut self) -> Checked<()> {
        loop {
            while self.eat(|b| b.is_ascii_digit()) {}
            if !self.eat(|b| b == b'_') {
                return Ok(());
            }
            if !self.peek().is_ascii_digit() {
                return self.fail("invalid decimal literal");
            }
        }
    }

    /// Behind the whole part: fraction, exponent, `j`.
    fn decimal_rest(mut self) -> Checked<Option<Warning>> {
        if self.eat(|b| b == b'.') && self.peek().is_ascii_digit() {
            self.digits()?;
        }
        if matches!(self.peek(), b'e' | b'E') {
            let before = self.at;
            self.at += 1;
            if self.eat(|b| matches!(b, b'+' | b'-')) {
                if !self.peek().is_ascii_digit() {
                    return self.fail("invalid decimal literal");
                }
            } else if !self.peek().is_ascii_digit() {
                self.at = before;
                return self.end("decimal");
            }
            self.digits()?;
        }
        if self.eat(|b| matches!(b, b'j' | b'J')) {
            return self.end("imaginary");
        }
        self.end("decimal")
    }

    /// The number ends here: only one of the keywords that may follow a number directly is let pass.
    fn end(self, kind: &str) -> Checked<Option<Warning>> {
        let rest = &self.src[self.at..];
        let message = format!("invalid {kind} literal");
        let whole: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
        let is_whole = |keyword: &&[u8]| {
            let behind = rest.get(keyword.len()).copied().unwrap_or(b' ');
            rest.starts_with(keyword) && !(behind.is_ascii_alphanumeric() || behind == b'_' || behind >= 128)
        };
        // CPython looks behind these, but not behind `if`, `in` and `is`.
        if whole.iter().any(is_whole) || matches!(rest, [b'i', b'f' | b'n' | b's', ..]) {
            return Ok(Some(Warning { message, at: self.at as u32 - 1 }));
        }
        let next = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        match next {
            Some(c) if c == '_' || c.is_ascii_alphanumeric() => self.fail(message),
            _ => Ok(None),
        }
    }
}
