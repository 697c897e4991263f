//! What "ignoring case" means: characters are compared by their one-character lower case.

use super::flags::{ASCII, Flags, IGNORECASE, LOCALE, UNICODE};
use crate::types::str::chars;

/// How characters are changed before they are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Not at all.
    None,
    /// ASCII letters become lower case.
    Ascii,
    /// All letters become lower case.
    Unicode,
}

impl Fold {
    /// What flags ask for. A locale is always C's.
    pub fn of(flags: Flags) -> Fold {
        match flags {
            _ if flags & IGNORECASE == 0 => Fold::None,
            _ if flags & UNICODE != 0 && flags & (ASCII | LOCALE) == 0 => Fold::Unicode,
            _ => Fold::Ascii,
        }
    }

    /// The character that is compared.
    #[inline]
    pub fn lower(self, c: u32) -> u32 {
        match self {
            Fold::None => c,
            Fold::Ascii if (0x41..=0x5A).contains(&c) => c + 32,
            Fold::Ascii => c,
            Fold::Unicode => lower(c),
        }
    }

    /// The upper case of a character.
    pub fn upper(self, c: u32) -> u32 {
        match self {
            Fold::Unicode => first_of(|c, mut put| chars::to_upper(c, &mut put), c),
            Fold::Ascii if (0x61..=0x7A).contains(&c) => c - 32,
            Fold::None | Fold::Ascii => c,
        }
    }

    /// Folding makes a difference for the character.
    pub fn has_case(self, c: u32) -> bool {
        match self {
            Fold::None => false,
            Fold::Ascii => u8::try_from(c).is_ok_and(|b| b.is_ascii_alphabetic()),
            Fold::Unicode => self.lower(c) != c || self.upper(c) != c,
        }
    }
}

#[inline]
fn lower(c: u32) -> u32 {
    match u8::try_from(c) {
        Ok(b) if b.is_ascii() => u32::from(b.to_ascii_lowercase()),
        _ => first_of(|c, mut put| chars::to_lower(c, &mut put), c),
    }
}

/// The first character of a mapping: what stands for the whole where one character is wanted.
fn first_of(map: fn(u32, &mut dyn FnMut(u32)), c: u32) -> u32 {
    let mut first = None;
    map(c, &mut |m| {
        first.get_or_insert(m);
    });
    first.unwrap_or(c)
}

/// Other lower-case characters that have the same upper case: `ſ` and `s`, `ı` and `i`.
pub fn twins(lower: u32) -> &'static [u32] {
    SAME_UPPER_CASE.iter().find(|group| group.contains(&lower)).copied().unwrap_or_default()
}

/// Lower-case characters that share their upper case, as of Unicode 15.1.
#[rustfmt::skip] // one group a line
const SAME_UPPER_CASE: &[&[u32]] = &[
    &[0x69, 0x131],
    &[0x73, 0x17F],
    &[0xB5, 0x3BC],
    &[0x345, 0x3B9, 0x1FBE],
    &[0x390, 0x1FD3],
    &[0x3B0, 0x1FE3],
    &[0x3B2, 0x3D0],
    &[0x3B5, 0x3F5],
    &[0x3B8, 0x3D1],
    &[0x3BA, 0x3F0],
    &[0x3C0, 0x3D6],
    &[0x3C1, 0x3F1],
    &[0x3C2, 0x3C3],
    &[0x3C6, 0x3D5],
    &[0x432, 0x1C80],
    &[0x434, 0x1C81],
    &[0x43E, 0x1C82],
    &[0x441, 0x1C83],
    &[0x442, 0x1C84, 0x1C85],
    &[0x44A, 0x1C86],
    &[0x463, 0x1C87],
    &[0x1C88, 0xA64B],
    &[0x1E61, 0x1E9B],
    &[0xFB05, 0xFB06],
];
