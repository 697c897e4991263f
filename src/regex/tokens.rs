//! The tokens of a pattern or template: characters, and backslashes with the character after them.

use super::fault::{Fault, Outcome};
use crate::heap::text::Str;
use crate::types::str::chars;
use crate::types::str::repr::{escape_non_ascii, quote};

/// A character, or a backslash and a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The character, the one after the backslash if there is one.
    pub c: u32,
    /// A backslash comes before it.
    pub escaped: bool,
}

impl Token {
    /// It is this character, without a backslash.
    pub fn is(self, c: char) -> bool {
        !self.escaped && self.c == u32::from(c)
    }

    /// Characters it takes.
    pub fn len(self) -> usize {
        1 + usize::from(self.escaped)
    }

    /// As it is written.
    pub fn text(self) -> String {
        let c = shown(self.c);
        if self.escaped { format!("\\{c}") } else { c.to_string() }
    }
}

/// A code point in a message.
pub fn shown(c: u32) -> char {
    char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// Reads tokens, one ahead.
#[derive(Debug)]
pub struct Tokens<'a> {
    /// The pattern is a `str`, not bytes.
    pub is_text: bool,
    points: &'a [u32],
    index: usize,
    /// The token to come.
    pub next: Option<Token>,
}

impl<'a> Tokens<'a> {
    /// Over the code points of a str, or the bytes of a bytes object.
    pub fn new(points: &'a [u32], is_text: bool) -> Outcome<Tokens<'a>> {
        let mut tokens = Tokens { is_text, points, index: 0, next: None };
        tokens.advance()?;
        Ok(tokens)
    }

    fn advance(&mut self) -> Outcome<()> {
        let Some(&c) = self.points.get(self.index) else {
            self.next = None;
            return Ok(());
        };
        if c != u32::from('\\') {
            self.index += 1;
            self.next = Some(Token { c, escaped: false });
            return Ok(());
        }
        let Some(&c) = self.points.get(self.index + 1) else {
            return Err(Fault::Pattern("bad escape (end of pattern)".into(), Some(self.points.len() - 1)));
        };
        self.index += 2;
        self.next = Some(Token { c, escaped: true });
        Ok(())
    }

    /// Takes the next token.
    pub fn get(&mut self) -> Outcome<Option<Token>> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Takes the next token if it is this character.
    pub fn matches(&mut self, c: char) -> Outcome<bool> {
        let found = self.next.is_some_and(|t| t.is(c));
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    /// The next token's character if it isn't escaped and passes.
    pub fn next_if(&self, test: impl Fn(char) -> bool) -> Option<char> {
        self.next.filter(|t| !t.escaped).and_then(|t| char::from_u32(t.c)).filter(|&c| test(c))
    }

    /// Takes up to `n` characters that pass.
    pub fn get_while(&mut self, n: usize, test: impl Fn(char) -> bool) -> Outcome<String> {
        let mut taken = String::new();
        for _ in 0..n {
            let Some(c) = self.next_if(&test) else { break };
            taken.push(c);
            self.advance()?;
        }
        Ok(taken)
    }

    /// Takes what comes before a terminator, and the terminator.
    pub fn get_until(&mut self, terminator: char, name: &str) -> Outcome<Name> {
        let mut points = Vec::new();
        loop {
            let Some(token) = self.get()? else {
                if points.is_empty() {
                    return Err(self.error(format!("missing {name}"), 0));
                }
                return Err(self.error(format!("missing {terminator}, unterminated name"), points.len()));
            };
            if token.is(terminator) {
                if points.is_empty() {
                    return Err(self.error(format!("missing {name}"), 1));
                }
                return Ok(Name { points });
            }
            if token.escaped {
                points.push(u32::from('\\'));
            }
            points.push(token.c);
        }
    }

    /// Where the next token begins.
    pub fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::len)
    }

    /// Goes back to a place.
    pub fn seek(&mut self, index: usize) -> Outcome<()> {
        self.index = index;
        self.advance()
    }

    /// An error so many characters before the next token.
    pub fn error(&self, message: impl Into<String>, back: usize) -> Fault {
        let mut message = message.into();
        if !self.is_text && !message.is_ascii() {
            message = escape_non_ascii(&Str::new(message.as_str())).unwrap_or(message);
        }
        Fault::Pattern(message, Some(self.tell().saturating_sub(back)))
    }

    /// Refuses a name that is no identifier; it ends `back` characters before the next token.
    pub fn check_group_name(&self, name: &Name, back: usize) -> Outcome<()> {
        let known = self.is_text || name.points.iter().all(|&c| c < 0x80);
        if known && chars::is_identifier(name.points.iter().copied()) {
            return Ok(());
        }
        let shown = name.repr(self.is_text);
        Err(self.error(format!("bad character in group name {shown}"), name.len() + back))
    }
}

/// A name in a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    points: Vec<u32>,
}

impl Name {
    /// Its length in characters.
    pub fn len(&self) -> usize {
        self.points.len()
    }

    /// As text.
    pub fn text(&self) -> String {
        self.points.iter().map(|&c| shown(c)).collect()
    }

    /// The number it is, if it is one in ASCII digits; those beyond any group's are all the same.
    pub fn number(&self) -> Option<u32> {
        let mut n = 0u32;
        for &c in &self.points {
            let digit = char::from_u32(c)?.to_digit(10)?;
            n = n.saturating_mul(10).saturating_add(digit);
        }
        Some(n)
    }

    /// As `repr` shows it, in ASCII for bytes patterns.
    pub fn repr(&self, is_text: bool) -> String {
        let quoted = quote(&Str::from_code_points(&self.points));
        let escaped = if is_text { None } else { escape_non_ascii(&quoted) };
        escaped.unwrap_or_else(|| quoted.lossy().into_owned())
    }
}
