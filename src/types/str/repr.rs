//! `repr` and `ascii` of strings: which quotes, what is escaped.

use super::chars::is_printable;
use crate::heap::text::{Builder, Str};
use std::fmt::Write;

/// The quote `repr` takes: single ones, unless there are only single ones inside.
fn quote_for(bytes: &[u8]) -> char {
    if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' }
}

/// `repr(s)`
pub fn quote(s: &Str) -> Str {
    let quote = quote_for(s.as_bytes());
    let mut out = Builder::with_capacity(s.size() + 2);
    out.push(u32::from(quote));
    let mut buffer = String::new();
    for c in s.code_points() {
        match c {
            0x5C => out.push_str("\\\\"),
            0x0A => out.push_str("\\n"),
            0x0D => out.push_str("\\r"),
            0x09 => out.push_str("\\t"),
            c if c == u32::from(quote) => {
                out.push_str("\\");
                out.push(c);
            }
            c if is_printable(c) => out.push(c),
            c => {
                buffer.clear();
                escape(&mut buffer, c);
                out.push_str(&buffer);
            }
        }
    }
    out.push(u32::from(quote));
    out.finish()
}

/// Writes `\xhh`, `\uhhhh` or `\Uhhhhhhhh`.
pub fn escape(out: &mut String, c: u32) {
    // Writing to a String can't fail.
    let _ = match c {
        0..=0xFF => write!(out, "\\x{c:02x}"),
        0x100..=0xFFFF => write!(out, "\\u{c:04x}"),
        _ => write!(out, "\\U{c:08x}"),
    };
}

/// The text with everything beyond ASCII escaped; None if there is nothing to escape.
pub fn escape_non_ascii(s: &Str) -> Option<String> {
    if s.is_ascii() {
        return None;
    }
    let mut out = String::new();
    for c in s.code_points() {
        match char::from_u32(c).filter(char::is_ascii) {
            Some(c) => out.push(c),
            None => escape(&mut out, c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_chosen_and_the_unprintable_escaped() {
        let shown = |points: &[u32]| quote(&Str::from_code_points(points)).lossy().into_owned();
        let of = |s: &str| shown(&s.chars().map(u32::from).collect::<Vec<_>>());
        assert_eq!(of("it's"), "\"it's\"");
        assert_eq!(of("it's \"x\""), "'it\\'s \"x\"'");
        assert_eq!(of("a\n\x07é\u{a0}\u{e000}"), "'a\\n\\x07é\\xa0\\ue000'");
        assert_eq!(shown(&[0xD800, 0x1F600]), "'\\ud800😀'");
    }
}
