//! The content of a `str`: UTF-8, or code points where lone surrogates make UTF-8 impossible.

use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::hash::BuildHasher;

/// One character in this many has its byte offset remembered, once a non-ASCII string is indexed.
const STRIDE: usize = 64;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Repr {
    Utf8(Box<str>),
    /// Holds at least one lone surrogate; each element is at most 0x10FFFF.
    Wide(Box<[u32]>),
}

/// A string's content with what is remembered about it.
#[derive(Debug)]
pub struct Str {
    repr: Repr,
    /// Length in characters.
    chars: usize,
    /// 0: not computed yet.
    hash: Cell<u64>,
    /// Byte offsets of every `STRIDE`th character, for non-ASCII UTF-8.
    index: OnceCell<Box<[u32]>>,
    /// The one string of this content that the intern table holds.
    pub interned: bool,
}

/// The hash of a string's UTF-8, as `dict` uses it. Never 0.
pub fn hash_utf8(text: &str) -> u64 {
    FixedState::with_seed(0x5e1f_5a3e).hash_one(text).max(1)
}

impl Str {
    /// From UTF-8.
    pub fn new(text: impl Into<Box<str>>) -> Str {
        let text = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str { repr: Repr::Utf8(text), chars, hash: Cell::new(0), index: OnceCell::new(), interned: false }
    }

    /// From code points, each at most 0x10FFFF; those without surrogates become UTF-8.
    pub fn from_code_points(points: &[u32]) -> Str {
        match points.iter().map(|&c| char::from_u32(c)).collect::<Option<String>>() {
            Some(text) => Str::new(text),
            None => Str {
                chars: points.len(),
                repr: Repr::Wide(points.into()),
                hash: Cell::new(0),
                index: OnceCell::new(),
                interned: false,
            },
        }
    }

    /// Length in characters (code points): Python's `len`.
    #[inline]
    pub fn len(&self) -> usize {
        self.chars
    }

    /// `''`
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// The text as UTF-8, unless it has lone surrogates.
    #[inline]
    pub fn as_str(&self) -> Option<&str> {
        match &self.repr {
            Repr::Utf8(s) => Some(s),
            Repr::Wide(_) => None,
        }
    }

    /// The text as UTF-8, lone surrogates as U+FFFD. For messages only.
    pub fn lossy(&self) -> Cow<'_, str> {
        match &self.repr {
            Repr::Utf8(s) => Cow::Borrowed(s),
            Repr::Wide(w) => w.iter().map(|&c| char::from_u32(c).unwrap_or('\u{fffd}')).collect::<String>().into(),
        }
    }

    /// Every character is ASCII, so that byte offsets are character offsets.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        matches!(&self.repr, Repr::Utf8(s) if s.len() == self.chars)
    }

    /// Bytes the content takes.
    pub fn size(&self) -> usize {
        match &self.repr {
            Repr::Utf8(s) => s.len(),
            Repr::Wide(w) => w.len() * 4,
        }
    }

    /// The code points, surrogates included.
    pub fn code_points(&self) -> CodePoints<'_> {
        match &self.repr {
            Repr::Utf8(s) => CodePoints::Utf8(s.chars()),
            Repr::Wide(w) => CodePoints::Wide(w.iter()),
        }
    }

    /// The code point at character `i`. O(1) for ASCII, O(64) otherwise after the first use.
    pub fn code_point_at(&self, i: usize) -> Option<u32> {
        match &self.repr {
            Repr::Wide(w) => w.get(i).copied(),
            Repr::Utf8(s) if s.len() == self.chars => s.as_bytes().get(i).map(|&b| u32::from(b)),
            Repr::Utf8(s) => s[self.byte_offset(i)..].chars().next().map(u32::from),
        }
    }

    /// The byte offset of character `i` (the length in bytes when `i` is at or behind the end), for UTF-8 text.
    pub fn byte_offset(&self, i: usize) -> usize {
        let Repr::Utf8(s) = &self.repr else { return 0 };
        if s.len() == self.chars {
            return i.min(s.len());
        }
        if i >= self.chars {
            return s.len();
        }
        let index = self.index.get_or_init(|| {
            s.char_indices().step_by(STRIDE).map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect()
        });
        let start = index[i / STRIDE] as usize;
        s[start..].char_indices().nth(i % STRIDE).map_or(s.len(), |(at, _)| start + at)
    }

    /// Characters `start..end` as a new string; the range must lie within the string.
    pub fn slice(&self, start: usize, end: usize) -> Str {
        match &self.repr {
            Repr::Utf8(s) => Str::new(&s[self.byte_offset(start)..self.byte_offset(end)]),
            Repr::Wide(w) => Str::from_code_points(&w[start..end]),
        }
    }

    /// The hash, computed once. Never 0.
    #[inline]
    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => {
                let h = match &self.repr {
                    Repr::Utf8(s) => hash_utf8(s),
                    Repr::Wide(w) => FixedState::with_seed(0x5e1f_5a3e).hash_one(w).max(1),
                };
                self.hash.set(h);
                h
            }
            h => h,
        }
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.chars == other.chars && self.repr == other.repr
    }
}

/// Iterates over code points, surrogates included.
#[derive(Clone)]
pub enum CodePoints<'a> {
    /// Of UTF-8 text.
    Utf8(std::str::Chars<'a>),
    /// Of text with lone surrogates.
    Wide(std::slice::Iter<'a, u32>),
}

impl Iterator for CodePoints<'_> {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        match self {
            CodePoints::Utf8(c) => c.next().map(u32::from),
            CodePoints::Wide(w) => w.next().copied(),
        }
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    fn next_back(&mut self) -> Option<u32> {
        match self {
            CodePoints::Utf8(c) => c.next_back().map(u32::from),
            CodePoints::Wide(w) => w.next_back().copied(),
        }
    }
}
