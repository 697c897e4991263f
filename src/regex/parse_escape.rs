//! Escapes of patterns, inside sets and outside.

use super::fault::Outcome;
use super::node::{At, Node};
use super::parse::Parser;
use super::set::{Class, SetItem};
use super::tokens::Token;
use crate::syntax::character_named;

/// The character of `\n` and its like.
pub(super) fn control(c: u32) -> Option<u32> {
    Some(match char::from_u32(c)? {
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' => 92,
        _ => return None,
    })
}

/// The class of `\d` and its like.
fn class(c: u32) -> Option<SetItem> {
    Some(match char::from_u32(c)? {
        'd' => SetItem::Class(Class::Digit, false),
        'D' => SetItem::Class(Class::Digit, true),
        's' => SetItem::Class(Class::Space, false),
        'S' => SetItem::Class(Class::Space, true),
        'w' => SetItem::Class(Class::Word, false),
        'W' => SetItem::Class(Class::Word, true),
        _ => return None,
    })
}

/// The place of `\b` and its like.
fn place(c: u32) -> Option<At> {
    Some(match char::from_u32(c)? {
        'A' => At::BeginningOfText,
        'b' => At::Boundary,
        'B' => At::NonBoundary,
        'Z' => At::EndOfText,
        _ => return None,
    })
}

pub(super) fn is_octal(c: char) -> bool {
    ('0'..='7').contains(&c)
}

impl Parser<'_> {
    /// An escape outside sets.
    pub fn escape(&mut self, this: Token) -> Outcome<Node> {
        if let Some(item) = class(this.c) {
            return Ok(Node::Set { negate: false, items: vec![item] });
        }
        if let Some(at) = place(this.c) {
            return Ok(Node::At(at));
        }
        if let Some(c) = control(this.c) {
            return Ok(Node::Literal(c));
        }
        match char::from_u32(this.c) {
            Some('0') => {
                let digits = self.tokens.get_while(2, is_octal)?;
                Ok(Node::Literal(octal(&digits)))
            }
            Some(first @ '1'..='9') => self.reference(first),
            _ => self.character(this).map(Node::Literal),
        }
    }

    /// An escape in a set.
    pub fn set_escape(&mut self, this: Token) -> Outcome<SetItem> {
        if let Some(c) = control(this.c) {
            return Ok(SetItem::Char(c));
        }
        if let Some(item) = class(this.c) {
            return Ok(item);
        }
        match char::from_u32(this.c) {
            Some(first @ '0'..='7') => {
                let digits = first.to_string() + &self.tokens.get_while(2, is_octal)?;
                self.checked_octal(&digits).map(SetItem::Char)
            }
            Some('8' | '9') => Err(self.tokens.error(format!("bad escape {}", this.text()), this.len())),
            _ => self.character(this).map(SetItem::Char),
        }
    }

    /// `\12`: a group, or three octal digits.
    fn reference(&mut self, first: char) -> Outcome<Node> {
        let mut digits = first.to_string();
        digits += &self.tokens.get_while(1, |c| c.is_ascii_digit())?;
        if digits.len() == 2 && digits.chars().all(is_octal) && self.tokens.next_if(is_octal).is_some() {
            digits += &self.tokens.get_while(1, is_octal)?;
            return self.checked_octal(&digits).map(Node::Literal);
        }
        let group: u32 = digits.parse().unwrap_or(u32::MAX);
        if group as usize >= self.widths.len() {
            return Err(self.tokens.error(format!("invalid group reference {group}"), digits.len()));
        }
        if !self.is_closed(group) {
            return Err(self.tokens.error("cannot refer to an open group", digits.len() + 1));
        }
        self.check_behind(group)?;
        Ok(Node::Backref(group))
    }

    fn checked_octal(&self, digits: &str) -> Outcome<u32> {
        match octal(digits) {
            c @ ..=0o377 => Ok(c),
            _ => {
                let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                Err(self.tokens.error(message, digits.len() + 1))
            }
        }
    }

    /// An escape that stands for one character.
    fn character(&mut self, this: Token) -> Outcome<u32> {
        let letter = char::from_u32(this.c).filter(char::is_ascii_alphabetic);
        match letter {
            Some('x') => self.hexadecimal('x', 2),
            Some('u') if self.tokens.is_text => self.hexadecimal('u', 4),
            Some('U') if self.tokens.is_text => self.hexadecimal('U', 8),
            Some('N') if self.tokens.is_text => self.named(),
            Some(_) => Err(self.tokens.error(format!("bad escape {}", this.text()), 2)),
            None => Ok(this.c),
        }
    }

    fn hexadecimal(&mut self, letter: char, length: usize) -> Outcome<u32> {
        let digits = self.tokens.get_while(length, |c| c.is_ascii_hexdigit())?;
        let back = digits.len() + 2;
        if digits.len() != length {
            return Err(self.tokens.error(format!("incomplete escape \\{letter}{digits}"), back));
        }
        match u32::from_str_radix(&digits, 16) {
            Ok(c @ ..=0x10_FFFF) => Ok(c),
            _ => Err(self.tokens.error(format!("bad escape \\{letter}{digits}"), back)),
        }
    }

    /// `\N{EM DASH}`
    fn named(&mut self) -> Outcome<u32> {
        if !self.tokens.matches('{')? {
            return Err(self.tokens.error("missing {", 0));
        }
        let name = self.tokens.get_until('}', "character name")?;
        match character_named(&name.text()) {
            Some(c) => Ok(u32::from(c)),
            None => {
                let message = format!("undefined character name {}", name.repr(true));
                Err(self.tokens.error(message, name.len() + r"\N{}".len()))
            }
        }
    }
}

/// The number of up to three octal digits; 0 for none.
pub(super) fn octal(digits: &str) -> u32 {
    u32::from_str_radix(digits, 8).unwrap_or(0)
}
