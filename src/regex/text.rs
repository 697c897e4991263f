//! The text a pattern is matched against: bytes, each a character (`NARROW`), or generalized UTF-8.

/// Bytes each of which is a character: bytes objects, and strings of ASCII.
pub const NARROW: bool = false;
/// Generalized UTF-8.
pub const WIDE: bool = true;

/// The character at `at`, and where the next one begins.
#[inline]
pub fn next<const W: bool>(text: &[u8], at: usize) -> Option<(u32, usize)> {
    let &first = text.get(at)?;
    if !W || first < 0x80 {
        return Some((u32::from(first), at + 1));
    }
    let mut rest = crate::heap::text::CodePoints::of(&text[at..]);
    let c = rest.next()?;
    Some((c, text.len() - rest.rest().len()))
}

/// Where the character before `at` begins.
#[inline]
pub fn before<const W: bool>(text: &[u8], at: usize) -> Option<usize> {
    let mut at = at.checked_sub(1)?;
    while W && at > 0 && text[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    Some(at)
}

/// Where the character `n` before `at` begins.
pub fn step_back<const W: bool>(text: &[u8], at: usize, n: u32) -> Option<usize> {
    if !W {
        return at.checked_sub(n as usize);
    }
    let mut at = at;
    for _ in 0..n {
        at = before::<W>(text, at)?;
    }
    Some(at)
}

/// The character before `at`.
#[inline]
pub fn previous<const W: bool>(text: &[u8], at: usize) -> Option<u32> {
    let at = before::<W>(text, at)?;
    next::<W>(text, at).map(|(c, _)| c)
}
