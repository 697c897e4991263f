//! `unicode_escape` and `raw_unicode_escape`: text as it stands in Python source.

use super::handler::{Source, Undecodable};
use crate::heap::text::{Builder, Str};
use crate::types::str::repr::escape;
use crate::vm::{Res, Vm};

/// Encodes as `unicode_escape`.
pub fn encode(s: &Str) -> Vec<u8> {
    let mut out = String::with_capacity(s.size());
    for c in s.code_points() {
        match c {
            0x5C => out.push_str("\\\\"),
            0x09 => out.push_str("\\t"),
            0x0A => out.push_str("\\n"),
            0x0D => out.push_str("\\r"),
            0x20..0x7F => out.extend(char::from_u32(c)),
            _ => escape(&mut out, c),
        }
    }
    out.into_bytes()
}

/// Encodes as `raw_unicode_escape`.
pub fn encode_raw(s: &Str) -> Vec<u8> {
    let mut out = Vec::with_capacity(s.size());
    let mut escaped = String::new();
    for c in s.code_points() {
        match u8::try_from(c) {
            Ok(b) => out.push(b),
            Err(_) => {
                escaped.clear();
                escape(&mut escaped, c);
                out.extend_from_slice(escaped.as_bytes());
            }
        }
    }
    out
}

/// Up to `most` hexadecimal digits from `at` on: how many there are and their value.
fn hex(bytes: &[u8], at: usize, most: usize) -> (usize, u32) {
    let digits = bytes[at.min(bytes.len())..].iter().take(most).map_while(|&b| char::from(b).to_digit(16));
    digits.fold((0, 0), |(n, value), digit| (n + 1, value << 4 | digit))
}

/// One escape read: what it stands for and where it ends, or why it can't be read and where that shows.
type Escape = Result<(Option<u32>, usize), (&'static str, usize)>;

/// The escape `\x`, `\u` or `\U` whose digits start at `at`.
fn numeric(bytes: &[u8], at: usize, width: usize) -> Escape {
    let (n, value) = hex(bytes, at, width);
    if n < width {
        let reason = match width {
            2 => "truncated \\xXX escape",
            4 => "truncated \\uXXXX escape",
            _ => "truncated \\UXXXXXXXX escape",
        };
        return Err((reason, at + n));
    }
    if value > 0x10_FFFF { Err(("illegal Unicode character", at + n)) } else { Ok((Some(value), at + n)) }
}

/// The escape `\N{…}` whose brace should be at `at`.
fn named(bytes: &[u8], at: usize) -> Escape {
    let malformed = "malformed \\N character escape";
    if bytes.get(at) != Some(&b'{') {
        return Err((malformed, at));
    }
    let Some(length) = bytes[at + 1..].iter().position(|&b| b == b'}') else {
        return Err((malformed, bytes.len()));
    };
    let (name, end) = (&bytes[at + 1..at + 1 + length], at + length + 2);
    if name.is_empty() {
        return Err((malformed, end - 1));
    }
    match std::str::from_utf8(name).ok().and_then(crate::syntax::character_named) {
        Some(c) => Ok((Some(u32::from(c)), end)),
        None => Err(("unknown Unicode character name", end)),
    }
}

/// The escape whose backslash is at `start`; None stands for nothing.
fn read(bytes: &[u8], start: usize) -> Escape {
    let at = start + 2;
    let Some(&letter) = bytes.get(start + 1) else { return Err(("\\ at end of string", bytes.len())) };
    let simple = match letter {
        b'\n' => return Ok((None, at)),
        b'\\' | b'\'' | b'"' => letter,
        b'a' => 0x07,
        b'b' => 0x08,
        b'f' => 0x0C,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 0x0B,
        b'0'..=b'7' => {
            let digits = bytes[start + 1..].iter().take(3).take_while(|b| matches!(b, b'0'..=b'7'));
            let (n, value) = digits.fold((0, 0), |(n, v), b| (n + 1, v * 8 + u32::from(b - b'0')));
            return Ok((Some(value), start + 1 + n));
        }
        b'x' => return numeric(bytes, at, 2),
        b'u' => return numeric(bytes, at, 4),
        b'U' => return numeric(bytes, at, 8),
        b'N' => return named(bytes, at),
        // Not an escape: the backslash stands for itself.
        _ => return Ok((Some(0x5C), start + 1)),
    };
    Ok((Some(u32::from(simple)), at))
}

/// Decodes `unicode_escape`.
pub fn decode(vm: &mut Vm, source: &Source) -> Res<Str> {
    decode_with(vm, source, "unicodeescape", |_, bytes, at| read(bytes, at))
}

/// Decodes `raw_unicode_escape`: only `\u` and `\U`, behind an odd number of backslashes.
pub fn decode_raw(vm: &mut Vm, source: &Source) -> Res<Str> {
    decode_with(vm, source, "rawunicodeescape", |odd, bytes, at| match bytes.get(at + 1) {
        Some(b'u') if odd => numeric(bytes, at + 2, 4),
        Some(b'U') if odd => numeric(bytes, at + 2, 8),
        _ => Ok((Some(0x5C), at + 1)),
    })
}

fn decode_with(
    vm: &mut Vm,
    source: &Source,
    encoding: &'static str,
    read: fn(bool, &[u8], usize) -> Escape,
) -> Res<Str> {
    let bytes = source.bytes;
    let mut out = Builder::with_capacity(bytes.len());
    let (mut at, mut backslashes) = (0, 0);
    while let Some(&b) = bytes.get(at) {
        if b != b'\\' {
            out.push(u32::from(b));
            at += 1;
            backslashes = 0;
            continue;
        }
        backslashes += 1;
        match read(backslashes % 2 == 1, bytes, at) {
            Ok((c, end)) => {
                if let Some(c) = c {
                    out.push(c);
                }
                if end > at + 1 {
                    backslashes = 0;
                }
                at = end;
            }
            Err((reason, end)) => {
                let bad = Undecodable { encoding, start: at, end, reason, surrogate: None };
                at = source.substitute(vm, &mut out, bad)?;
                backslashes = 0;
            }
        }
    }
    Ok(out.finish())
}
