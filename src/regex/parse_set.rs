//! Sets: `[a-z\d]`.

use super::fault::{Fault, Outcome};
use super::node::Node;
use super::parse::Parser;
use super::set::SetItem;
use super::tokens::Token;

impl Parser<'_> {
    /// What follows a `[`.
    pub fn set(&mut self) -> Outcome<Node> {
        let here = self.tokens.tell() - 1;
        if self.tokens.next_if(|c| c == '[').is_some() {
            self.warnings.push(format!("Possible nested set at position {}", self.tokens.tell()));
        }
        let negate = self.tokens.matches('^')?;
        let mut items: Vec<SetItem> = Vec::new();
        loop {
            let Some(this) = self.tokens.get()? else { return Err(self.unterminated(here)) };
            if this.is(']') && !items.is_empty() {
                break;
            }
            self.warn_of_operation(this, items.is_empty());
            let low = self.set_member(this)?;
            if !self.tokens.matches('-')? {
                add(&mut items, low);
                continue;
            }
            let Some(that) = self.tokens.get()? else { return Err(self.unterminated(here)) };
            if that.is(']') {
                add(&mut items, low);
                add(&mut items, SetItem::Char(u32::from('-')));
                break;
            }
            if that.is('-') {
                let place = self.tokens.tell() - 2;
                self.warnings.push(format!("Possible set difference at position {place}"));
            }
            let high = self.set_member(that)?;
            let (SetItem::Char(a), SetItem::Char(b)) = (low, high) else { return Err(self.bad_range(this, that)) };
            if b < a {
                return Err(self.bad_range(this, that));
            }
            add(&mut items, SetItem::Range(a, b));
        }
        Ok(match items.as_slice() {
            [SetItem::Char(c)] if !negate => Node::Literal(*c),
            _ => Node::Set { negate, items },
        })
    }

    fn set_member(&mut self, token: Token) -> Outcome<SetItem> {
        if token.escaped { self.set_escape(token) } else { Ok(SetItem::Char(token.c)) }
    }

    fn unterminated(&self, here: usize) -> Fault {
        self.tokens.error("unterminated character set", self.tokens.tell() - here)
    }

    fn bad_range(&self, this: Token, that: Token) -> Fault {
        let (a, b) = (this.text(), that.text());
        self.tokens.error(format!("bad character range {a}-{b}"), this.len() + 1 + that.len())
    }

    /// `--`, `&&`, `~~` and `||` may come to mean something.
    fn warn_of_operation(&mut self, this: Token, at_start: bool) {
        let Some(c) = char::from_u32(this.c).filter(|&c| !this.escaped && "-&~|".contains(c)) else { return };
        if at_start || self.tokens.next != Some(this) {
            return;
        }
        let operation = match c {
            '-' => "difference",
            '&' => "intersection",
            '~' => "symmetric difference",
            _ => "union",
        };
        let place = self.tokens.tell() - 1;
        self.warnings.push(format!("Possible set {operation} at position {place}"));
    }
}

fn add(items: &mut Vec<SetItem>, item: SetItem) {
    if !items.contains(&item) {
        items.push(item);
    }
}
