//! Text that grows: `s += t` in a loop copies `t` each time, and `s` only when it has doubled.
//!
//! The strings `s` was and is share what they have in common: a base, and a chain of pieces behind it. A string is
//! put together in one place when its text is first looked at.

use std::cell::OnceCell;
use std::sync::Arc;

/// What a piece costs beside its text: so much of the base must have been paid for before pieces are joined.
const PIECE: usize = 64;

/// A piece, behind those before it.
#[derive(Debug)]
struct Piece {
    before: Option<Arc<Piece>>,
    text: Box<str>,
}

impl Drop for Piece {
    /// A chain is long: it must not be dropped recursively.
    fn drop(&mut self) {
        let mut next = self.before.take();
        while let Some(mut piece) = next.and_then(|p| Arc::try_unwrap(p).ok()) {
            next = piece.before.take();
        }
    }
}

/// A base and pieces behind it.
#[derive(Debug)]
pub(super) struct Rope {
    base: Arc<str>,
    last: Option<Arc<Piece>>,
    /// Bytes of the whole text.
    len: usize,
    pieces: usize,
    whole: OnceCell<Box<str>>,
}

impl Rope {
    /// `start + end`
    pub(super) fn new(start: &str, end: &str) -> Rope {
        Rope::from_base([start, end].concat().into())
    }

    fn from_base(base: Arc<str>) -> Rope {
        Rope { len: base.len(), base, last: None, pieces: 0, whole: OnceCell::new() }
    }

    /// This text with more behind it.
    pub(super) fn grown(&self, end: &str) -> Rope {
        let behind_base = self.len - self.base.len() + self.pieces * PIECE;
        if behind_base > self.base.len() {
            return Rope::new(self.text(), end);
        }
        let piece = Piece { before: self.last.clone(), text: end.into() };
        Rope {
            base: self.base.clone(),
            last: Some(Arc::new(piece)),
            len: self.len + end.len(),
            pieces: self.pieces + 1,
            whole: OnceCell::new(),
        }
    }

    /// Bytes of the text.
    #[inline]
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        if self.last.is_none() { &self.base } else { self.whole.get_or_init(|| self.join()) }
    }

    fn join(&self) -> Box<str> {
        let mut pieces = Vec::with_capacity(self.pieces);
        let mut next = &self.last;
        while let Some(piece) = next {
            pieces.push(&*piece.text);
            next = &piece.before;
        }
        let mut text = String::with_capacity(self.len);
        text.push_str(&self.base);
        pieces.iter().rev().for_each(|piece| text.push_str(piece));
        text.into_boxed_str()
    }

    /// Estimate of the bytes it takes: the base is shared.
    pub(super) fn memory(&self) -> usize {
        let piece = self.last.as_ref().map_or(0, |p| p.text.len() + PIECE);
        size_of::<Rope>()
            + piece
            + self.base.len() / Arc::strong_count(&self.base)
            + self.whole.get().map_or(0, |w| w.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_and_keeps_what_it_was() {
        let mut rope = Rope::new("start:", "é");
        let mut expected = String::from("start:é");
        let mut kept = Vec::new();
        for i in 0..100_000 {
            let more = if i % 7 == 0 { "ü" } else { "x" };
            if i % 10_000 == 5 {
                kept.push((Rope::new(rope.text(), ""), expected.clone()));
                assert_eq!(rope.text(), expected);
            }
            rope = rope.grown(more);
            expected.push_str(more);
        }
        assert_eq!(rope.text(), expected);
        assert_eq!(rope.len(), expected.len());
        assert!(kept.iter().all(|(rope, text)| rope.text() == text));
    }
}
