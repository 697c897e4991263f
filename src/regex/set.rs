//! Sets of characters: what `[…]` and `\w` stand for.

use super::case::{self, Fold};
use super::flags::{ASCII, Flags, LOCALE, UNICODE};
use crate::types::str::chars;

/// What may be in a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetItem {
    /// A character.
    Char(u32),
    /// The characters from one to another.
    Range(u32, u32),
    /// `\d`, `\W`, ….
    Class(Class, Negate),
}

/// A class is meant as a whole, or all characters but those.
pub type Negate = bool;

/// A class of characters that has an escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

impl Class {
    /// A character belongs to it; `unicode`: as Unicode has it, else ASCII.
    pub fn contains(self, c: u32, unicode: bool) -> bool {
        if unicode {
            return match self {
                Class::Digit => chars::is_decimal(c),
                Class::Space => chars::is_space(c),
                Class::Word => is_unicode_word(c),
            };
        }
        let Some(b) = u8::try_from(c).ok().filter(u8::is_ascii) else { return false };
        match self {
            Class::Digit => b.is_ascii_digit(),
            Class::Space => matches!(b, b'\t'..=b'\r' | b' '),
            Class::Word => is_ascii_word(b),
        }
    }
}

/// `\w` for bytes.
pub fn is_ascii_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_'
}

/// `\w` for text.
pub fn is_unicode_word(c: u32) -> bool {
    match u8::try_from(c) {
        Ok(b) if b.is_ascii() => is_ascii_word(b),
        _ => chars::is_alnum(c),
    }
}

/// Classes are Unicode's under these flags.
pub fn is_unicode(flags: Flags) -> bool {
    flags & UNICODE != 0 && flags & (ASCII | LOCALE) == 0
}

/// A set ready to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// The answer for the first 256 characters.
    low: [bool; 256],
    /// The rest, as sorted ranges.
    ranges: Vec<(u32, u32)>,
    /// Ranges beyond the BMP of which upper-case forms count too.
    upper_ranges: Vec<(u32, u32)>,
    classes: Vec<(Class, Negate)>,
    unicode: bool,
    /// How a character is changed before it is looked up.
    fold: Fold,
    negate: bool,
}

impl Set {
    /// The set of some items under some flags.
    pub fn new(items: &[SetItem], negate: bool, flags: Flags) -> Set {
        let unicode = is_unicode(flags);
        let fold = if items.iter().any(|i| has_case(*i, Fold::of(flags))) { Fold::of(flags) } else { Fold::None };
        let mut set = Set {
            low: [false; 256],
            ranges: Vec::new(),
            upper_ranges: Vec::new(),
            classes: Vec::new(),
            unicode,
            fold,
            negate,
        };
        for &item in items {
            set.add(item);
        }
        set.merge();
        for c in 0..256u32 {
            set.low[c as usize] = set.search(c);
        }
        set
    }

    fn add(&mut self, item: SetItem) {
        match (item, self.fold) {
            (SetItem::Class(class, negate), _) => self.classes.push((class, negate)),
            (SetItem::Char(c), Fold::None) => self.ranges.push((c, c)),
            (SetItem::Range(a, b), Fold::None) => self.ranges.push((a, b)),
            (SetItem::Char(c), fold) => self.add_folded(c, fold),
            (SetItem::Range(a, b), fold) if b <= 0xFFFF => (a..=b).for_each(|c| self.add_folded(c, fold)),
            (SetItem::Range(a, b), _) => self.upper_ranges.push((a, b)),
        }
    }

    fn add_folded(&mut self, c: u32, fold: Fold) {
        let lower = fold.lower(c);
        self.ranges.push((lower, lower));
        if fold == Fold::Unicode {
            let twins = case::twins(lower);
            self.ranges.extend(twins.iter().map(|&c| (c, c)));
        }
    }

    /// Sorts the ranges and joins those that touch.
    fn merge(&mut self) {
        self.ranges.sort_unstable();
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for &(a, b) in &self.ranges {
            match merged.last_mut() {
                Some((_, end)) if a <= end.saturating_add(1) => *end = b.max(*end),
                _ => merged.push((a, b)),
            }
        }
        self.ranges = merged;
    }

    /// A character is in the set.
    #[inline]
    pub fn contains(&self, c: u32) -> bool {
        match self.low.get(c as usize) {
            Some(&answer) => answer,
            None => self.search(c),
        }
    }

    fn search(&self, c: u32) -> bool {
        let c = self.fold.lower(c);
        let at = self.ranges.partition_point(|&(_, end)| end < c);
        let found = self.ranges.get(at).is_some_and(|&(start, _)| start <= c)
            || self.classes.iter().any(|&(class, negate)| class.contains(c, self.unicode) != negate)
            || self.in_upper_ranges(c);
        found != self.negate
    }

    fn in_upper_ranges(&self, c: u32) -> bool {
        let within = |c: u32| self.upper_ranges.iter().any(|&(a, b)| (a..=b).contains(&c));
        !self.upper_ranges.is_empty() && (within(c) || within(self.fold.upper(c)))
    }
}

/// Case matters for the item, so that it matters for the set.
fn has_case(item: SetItem, fold: Fold) -> bool {
    match item {
        SetItem::Char(c) => fold.has_case(c),
        SetItem::Range(a, b) => fold != Fold::None && (b > 0xFFFF || (a..=b).any(|c| fold.has_case(c))),
        SetItem::Class(..) => false,
    }
}
