//! The content of a `str`: UTF-8, or generalized UTF-8 where lone surrogates make UTF-8 impossible.
//!
//! Generalized UTF-8 writes a surrogate in three bytes like any other code point of its size. Both forms order
//! and search by bytes exactly as by code points, so one algorithm over [`Str::as_bytes`] serves them.

use super::rope::Rope;
use compact_str::CompactString;
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::cmp::Ordering;
use std::hash::BuildHasher;

/// From this many bytes on, a string that is added to is kept so that it can be added to again without a copy.
const WORTH_SHARING: usize = 4096;

/// Room behind the text of a new string is given back if it is more than this part of it.
const SPARE: usize = 8;

/// One character in this many has its byte offset remembered, once a non-ASCII string is indexed.
const STRIDE: usize = 64;

#[derive(Debug)]
enum Repr {
    Utf8(CompactString),
    /// UTF-8 that is part of the interpreter: names and documentation of what is built in.
    Static(&'static str),
    /// UTF-8 that was added to, and may be again.
    Grown(Box<Rope>),
    /// Generalized UTF-8 that holds at least one surrogate.
    Surrogates(Box<[u8]>),
}

/// A string's content with what is remembered about it.
#[derive(Debug)]
pub struct Str {
    repr: Repr,
    /// Length in characters.
    chars: usize,
    /// 0: not computed yet.
    hash: Cell<u64>,
    /// Byte offsets of every `STRIDE`th character, for non-ASCII text.
    index: OnceCell<Box<[u32]>>,
    /// The one string of this content that the intern table holds.
    pub interned: bool,
}

/// The hash of a string's UTF-8, as `dict` uses it. Never 0.
pub fn hash_utf8(text: &str) -> u64 {
    FixedState::with_seed(0x5e1f_5a3e).hash_one(text).max(1)
}

/// The hash of bytes: that of the text they are, as in CPython `hash(b'a') == hash('a')`. Never 0.
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    match std::str::from_utf8(bytes) {
        Ok(text) => hash_utf8(text),
        Err(_) => FixedState::with_seed(0x5e1f_5a3e).hash_one(bytes).max(1),
    }
}

/// The byte starts a character.
#[inline]
fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Number of characters in (generalized) UTF-8.
pub fn count_chars(bytes: &[u8]) -> usize {
    if bytes.is_ascii() { bytes.len() } else { bytes.iter().filter(|&&b| starts_char(b)).count() }
}

fn joined(start: &str, end: &str) -> CompactString {
    let mut text = CompactString::with_capacity(start.len() + end.len());
    text.push_str(start);
    text.push_str(end);
    text
}

impl Str {
    fn from_repr(repr: Repr, chars: usize) -> Str {
        Str { repr, chars, hash: Cell::new(0), index: OnceCell::new(), interned: false }
    }

    /// From UTF-8.
    pub fn new(text: impl Into<CompactString>) -> Str {
        let mut text = text.into();
        if text.capacity() - text.len() > text.len() / SPARE {
            text.shrink_to_fit();
        }
        let chars = count_chars(text.as_bytes());
        Str::from_repr(Repr::Utf8(text), chars)
    }

    /// From text that is part of the interpreter, which is not copied.
    pub fn from_static(text: &'static str) -> Str {
        Str::from_repr(Repr::Static(text), count_chars(text.as_bytes()))
    }

    /// The string with its hash, [`hash_utf8`] of its text, as it becomes the one the intern table holds.
    pub fn into_interned(mut self, hash: u64) -> Str {
        self.hash.set(hash);
        self.interned = true;
        self
    }

    /// From code points, each at most 0x10FFFF; those without surrogates become UTF-8.
    pub fn from_code_points(points: &[u32]) -> Str {
        let mut b = Builder::with_capacity(points.len());
        points.iter().for_each(|&c| b.push(c));
        b.finish()
    }

    /// From generalized UTF-8, as [`Str::as_bytes`] gives it; without surrogates it becomes UTF-8.
    pub fn from_bytes(bytes: &[u8]) -> Str {
        match std::str::from_utf8(bytes) {
            Ok(text) => Str::new(text),
            Err(_) => Str::from_repr(Repr::Surrogates(bytes.into()), count_chars(bytes)),
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
            Repr::Static(s) => Some(s),
            Repr::Grown(rope) => Some(rope.text()),
            Repr::Surrogates(_) => None,
        }
    }

    /// The text as generalized UTF-8: what UTF-8 with `surrogatepass` encodes it to.
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.repr {
            Repr::Utf8(s) => s.as_bytes(),
            Repr::Static(s) => s.as_bytes(),
            Repr::Grown(rope) => rope.text().as_bytes(),
            Repr::Surrogates(b) => b,
        }
    }

    /// The text as UTF-8, lone surrogates as U+FFFD. For messages only.
    pub fn lossy(&self) -> Cow<'_, str> {
        match self.as_str() {
            Some(s) => Cow::Borrowed(s),
            None => self.code_points().map(|c| char::from_u32(c).unwrap_or('\u{fffd}')).collect::<String>().into(),
        }
    }

    /// Every character is ASCII, so that byte offsets are character offsets.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.size() == self.chars
    }

    /// Bytes the content takes.
    #[inline]
    pub fn size(&self) -> usize {
        match &self.repr {
            Repr::Utf8(s) => s.len(),
            Repr::Static(s) => s.len(),
            Repr::Grown(rope) => rope.len(),
            Repr::Surrogates(b) => b.len(),
        }
    }

    /// Estimate of the bytes it takes beside its slot; strings that grew share.
    pub fn memory(&self) -> usize {
        match &self.repr {
            Repr::Grown(rope) => rope.memory(),
            Repr::Static(_) => 0,
            Repr::Utf8(s) if s.is_heap_allocated() => s.capacity(),
            Repr::Utf8(_) => 0,
            Repr::Surrogates(b) => b.len(),
        }
    }

    /// The code points, surrogates included.
    #[inline]
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints { bytes: self.as_bytes() }
    }

    /// The code point at character `i`. O(1) for ASCII, O(64) otherwise after the first use.
    pub fn code_point_at(&self, i: usize) -> Option<u32> {
        let bytes = self.as_bytes();
        if bytes.len() == self.chars {
            return bytes.get(i).map(|&b| u32::from(b));
        }
        CodePoints { bytes: &bytes[self.byte_offset(i)..] }.next()
    }

    /// The byte offset of character `i` (the length in bytes when `i` is at or behind the end).
    pub fn byte_offset(&self, i: usize) -> usize {
        let bytes = self.as_bytes();
        if bytes.len() == self.chars {
            return i.min(bytes.len());
        }
        if i >= self.chars {
            return bytes.len();
        }
        let start = self.index()[i / STRIDE] as usize;
        char_starts(&bytes[start..]).nth(i % STRIDE).map_or(bytes.len(), |at| start + at)
    }

    /// The character that starts at byte `offset` (the length in characters for the end).
    pub fn char_offset(&self, offset: usize) -> usize {
        let bytes = self.as_bytes();
        if bytes.len() == self.chars {
            return offset;
        }
        let index = self.index();
        let stride = index.partition_point(|&at| (at as usize) <= offset).saturating_sub(1);
        let start = index.get(stride).map_or(0, |&at| at as usize);
        stride * STRIDE + count_chars(&bytes[start..offset])
    }

    fn index(&self) -> &[u32] {
        self.index.get_or_init(|| {
            let starts = char_starts(self.as_bytes()).step_by(STRIDE);
            starts.map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect()
        })
    }

    /// Characters `start..end` as a new string; the range must lie within the string.
    pub fn slice(&self, start: usize, end: usize) -> Str {
        self.byte_slice(self.byte_offset(start), self.byte_offset(end))
    }

    /// Bytes `start..end` as a new string; both must be where characters start, or the end.
    pub fn byte_slice(&self, start: usize, end: usize) -> Str {
        match self.as_str() {
            Some(s) if s.len() == self.chars => Str::from_repr(Repr::Utf8(s[start..end].into()), end - start),
            Some(s) => Str::new(&s[start..end]),
            None => Str::from_bytes(&self.as_bytes()[start..end]),
        }
    }

    /// `self + other`
    pub fn concat(&self, other: &Str) -> Str {
        let chars = self.chars + other.chars;
        let repr = match (&self.repr, other.as_str()) {
            (Repr::Grown(rope), Some(b)) if b.len() <= rope.len() => Repr::Grown(Box::new(rope.grown(b))),
            (Repr::Utf8(a), Some(b)) if a.len() >= WORTH_SHARING && b.len() <= a.len() => {
                Repr::Grown(Box::new(Rope::new(a, b)))
            }
            (Repr::Utf8(a), Some(b)) => Repr::Utf8(joined(a, b)),
            (Repr::Static(a), Some(b)) => Repr::Utf8(joined(a, b)),
            (Repr::Grown(rope), Some(b)) => Repr::Utf8(joined(rope.text(), b)),
            (Repr::Surrogates(_), _) | (_, None) => {
                Repr::Surrogates([self.as_bytes(), other.as_bytes()].concat().into())
            }
        };
        Str::from_repr(repr, chars)
    }

    /// `self * n`
    pub fn repeat(&self, n: usize) -> Str {
        let repr = match self.as_str() {
            Some(s) => Repr::Utf8(s.repeat(n).into()),
            None if n > 0 => Repr::Surrogates(self.as_bytes().repeat(n).into()),
            None => Repr::Utf8(CompactString::default()),
        };
        Str::from_repr(repr, self.chars * n)
    }

    /// The hash, computed once. Never 0.
    #[inline]
    pub fn hash(&self) -> u64 {
        match self.hash.get() {
            0 => {
                let h = match self.as_str() {
                    Some(s) => hash_utf8(s),
                    None => hash_bytes(self.as_bytes()),
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
        self.chars == other.chars && self.as_bytes() == other.as_bytes()
    }
}

impl Eq for Str {}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    /// By code points, as Python orders strings.
    fn cmp(&self, other: &Str) -> Ordering {
        self.as_bytes().cmp(other.as_bytes())
    }
}

/// Where characters start in generalized UTF-8.
fn char_starts(bytes: &[u8]) -> impl Iterator<Item = usize> {
    bytes.iter().enumerate().filter(|&(_, &b)| starts_char(b)).map(|(at, _)| at)
}

/// Iterates over code points, surrogates included.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    bytes: &'a [u8],
}

impl<'a> CodePoints<'a> {
    /// Over generalized UTF-8.
    pub fn of(bytes: &'a [u8]) -> CodePoints<'a> {
        CodePoints { bytes }
    }

    /// What is left.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes
    }
}

/// Bytes of the character that starts with this one.
#[inline]
fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        0xF0.. => 4,
    }
}

/// The code point written in one whole character of generalized UTF-8.
#[inline]
fn decode(c: &[u8]) -> u32 {
    let low = |b: u8| u32::from(b & 0x3F);
    match *c {
        [a] => u32::from(a),
        [a, b] => u32::from(a & 0x1F) << 6 | low(b),
        [a, b, c] => u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c),
        [a, b, c, d] => u32::from(a & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d),
        _ => 0xFFFD,
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;
    #[inline]
    fn next(&mut self) -> Option<u32> {
        let &first = self.bytes.first()?;
        if first < 0x80 {
            self.bytes = &self.bytes[1..];
            return Some(u32::from(first));
        }
        let (c, rest) = self.bytes.split_at(width(first).min(self.bytes.len()));
        self.bytes = rest;
        Some(decode(c))
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<u32> {
        let start = self.bytes.iter().rposition(|&b| starts_char(b))?;
        let (rest, c) = self.bytes.split_at(start);
        self.bytes = rest;
        Some(decode(c))
    }
}

/// Builds a string piece by piece.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    /// The text as long as it has no surrogates.
    text: String,
    /// The text from the first surrogate on as a whole, as generalized UTF-8; `text` is empty then.
    wide: Option<Vec<u8>>,
}

impl Builder {
    /// An empty one.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// An empty one with room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Builder {
        Builder { text: String::with_capacity(bytes), wide: None }
    }

    /// Bytes so far.
    pub fn size(&self) -> usize {
        self.wide.as_ref().map_or(self.text.len(), Vec::len)
    }

    /// Nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.size() == 0
    }

    fn widen(&mut self) -> &mut Vec<u8> {
        let text = &mut self.text;
        self.wide.get_or_insert_with(|| std::mem::take(text).into_bytes())
    }

    /// Adds a code point of at most 0x10FFFF.
    #[inline]
    pub fn push(&mut self, c: u32) {
        match (char::from_u32(c), &mut self.wide) {
            (Some(c), None) => self.text.push(c),
            (Some(c), Some(wide)) => wide.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            (None, _) => {
                let bytes = [0xE0 | (c >> 12) as u8, 0x80 | (c >> 6 & 0x3F) as u8, 0x80 | (c & 0x3F) as u8];
                self.widen().extend_from_slice(&bytes);
            }
        }
    }

    /// Adds UTF-8.
    #[inline]
    pub fn push_str(&mut self, text: &str) {
        match &mut self.wide {
            None => self.text.push_str(text),
            Some(wide) => wide.extend_from_slice(text.as_bytes()),
        }
    }

    /// Adds a string.
    pub fn push_text(&mut self, s: &Str) {
        match s.as_str() {
            Some(text) => self.push_str(text),
            None => self.widen().extend_from_slice(s.as_bytes()),
        }
    }

    /// Adds bytes `start..end` of a string; both must be where characters start, or the end.
    pub fn push_slice(&mut self, s: &Str, start: usize, end: usize) {
        match s.as_str() {
            Some(text) => self.push_str(&text[start..end]),
            None => self.push_bytes(&s.as_bytes()[start..end]),
        }
    }

    /// Adds generalized UTF-8.
    pub fn push_bytes(&mut self, bytes: &[u8]) {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.push_str(text),
            Err(_) => self.widen().extend_from_slice(bytes),
        }
    }

    /// The string.
    pub fn finish(self) -> Str {
        match self.wide {
            None => Str::new(self.text),
            Some(wide) => Str::from_bytes(&wide),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surrogates_survive_and_index() {
        let points: Vec<u32> = (0..500).map(|i| if i % 3 == 0 { 0xD800 + i } else { 0x61 + i * 400 }).collect();
        let s = Str::from_code_points(&points);
        assert!(s.as_str().is_none());
        assert_eq!(s.len(), points.len());
        assert!(s.code_points().eq(points.iter().copied()));
        assert!(s.code_points().rev().eq(points.iter().rev().copied()));
        for i in 0..=points.len() {
            assert_eq!(s.code_point_at(i), points.get(i).copied());
            assert_eq!(s.char_offset(s.byte_offset(i)), i);
        }
        assert_eq!(s.slice(100, 300), Str::from_code_points(&points[100..300]));
        assert_eq!(s.slice(1, 2).as_str().map(|s| s.chars().count()), Some(1));
    }

    #[test]
    fn a_pair_of_surrogates_is_not_the_character() {
        let (high, low) = (Str::from_code_points(&[0xD83D]), Str::from_code_points(&[0xDE00]));
        let pair = high.concat(&low);
        assert_eq!(pair.len(), 2);
        assert_ne!(pair, Str::new("\u{1F600}"));
        assert!(pair < Str::new("\u{1F600}"));
    }
}
