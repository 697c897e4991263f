//! Replacement templates: `\1`, `\g<name>`, and text.

use super::fault::{Fault, Outcome};
use super::parse_escape::{control, is_octal, octal};
use super::tokens::{Name, Token, Tokens};

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text as code points.
    Text(Vec<u32>),
    /// What a group matched.
    Group(usize),
}

/// Numbers from here on are no groups.
const MAX_GROUPS: usize = (1 << 30) - 1;

/// Reads a template for a pattern with so many groups; `named` finds a group by its name.
pub fn parse_template(
    points: &[u32],
    is_text: bool,
    groups: usize,
    named: impl Fn(&str) -> Option<usize>,
) -> Outcome<Vec<Piece>> {
    let mut t = Template { tokens: Tokens::new(points, is_text)?, groups, pieces: Vec::new(), text: Vec::new() };
    while let Some(this) = t.tokens.get()? {
        match char::from_u32(this.c).filter(|_| this.escaped) {
            _ if !this.escaped => t.text.push(this.c),
            Some('g') => t.named_group(&named)?,
            Some('0') => {
                let digits = t.tokens.get_while(2, is_octal)?;
                t.text.push(octal(&digits) & 0xFF);
            }
            Some(first @ '1'..='9') => t.numbered(first)?,
            _ => t.escape(this)?,
        }
    }
    t.flush();
    Ok(t.pieces)
}

struct Template<'a> {
    tokens: Tokens<'a>,
    groups: usize,
    pieces: Vec<Piece>,
    text: Vec<u32>,
}

impl Template<'_> {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.pieces.push(Piece::Text(std::mem::take(&mut self.text)));
        }
    }

    fn add_group(&mut self, group: usize, back: usize) -> Outcome<()> {
        if group > self.groups {
            return Err(self.tokens.error(format!("invalid group reference {group}"), back));
        }
        self.flush();
        self.pieces.push(Piece::Group(group));
        Ok(())
    }

    /// `\g<name>`, `\g<1>`
    fn named_group(&mut self, named: &impl Fn(&str) -> Option<usize>) -> Outcome<()> {
        if !self.tokens.matches('<')? {
            return Err(self.tokens.error("missing <", 0));
        }
        let name = self.tokens.get_until('>', "group name")?;
        let group = match name.number() {
            Some(n) if n as usize >= MAX_GROUPS => {
                return Err(self.tokens.error(format!("invalid group reference {}", name.text()), name.len() + 1));
            }
            Some(n) => n as usize,
            None => self.find(&name, named)?,
        };
        self.add_group(group, name.len() + 1)
    }

    fn find(&self, name: &Name, named: &impl Fn(&str) -> Option<usize>) -> Outcome<usize> {
        self.tokens.check_group_name(name, 1)?;
        named(&name.text()).ok_or_else(|| Fault::UnknownGroup(format!("unknown group name {}", name.repr(true))))
    }

    /// `\1`, `\12`, or three octal digits.
    fn numbered(&mut self, first: char) -> Outcome<()> {
        let mut digits = first.to_string();
        digits += &self.tokens.get_while(1, |c| c.is_ascii_digit())?;
        if digits.len() == 2 && digits.chars().all(is_octal) && self.tokens.next_if(is_octal).is_some() {
            digits += &self.tokens.get_while(1, is_octal)?;
            let c = octal(&digits);
            if c > 0o377 {
                let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                return Err(self.tokens.error(message, digits.len() + 1));
            }
            self.text.push(c);
            return Ok(());
        }
        let group = digits.parse().unwrap_or(usize::MAX);
        self.add_group(group, digits.len())
    }

    fn escape(&mut self, this: Token) -> Outcome<()> {
        match control(this.c) {
            Some(c) => self.text.push(c),
            None if char::from_u32(this.c).is_some_and(|c| c.is_ascii_alphabetic()) => {
                return Err(self.tokens.error(format!("bad escape {}", this.text()), 2));
            }
            None => self.text.extend([u32::from('\\'), this.c]),
        }
        Ok(())
    }
}
