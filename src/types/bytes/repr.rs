//! `repr` of bytes.

use std::fmt::Write;

/// `repr(b)`: `b'…'` with everything but printable ASCII escaped.
pub fn quote(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    push_quoted(&mut out, bytes, false);
    out
}

/// `repr(b)` of a bytearray without its name and parentheses. It escapes single quotes in double ones, too.
pub fn quote_array(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    push_quoted(&mut out, bytes, true);
    out
}

/// Writes the bytes in quotes, double ones if there are only single ones inside.
fn push_quoted(out: &mut String, bytes: &[u8], escape_single: bool) {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    out.push(char::from(quote));
    for &b in bytes {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b if b == quote || (b == b'\'' && escape_single) => {
                out.push('\\');
                out.push(char::from(b));
            }
            0x20..0x7F => out.push(char::from(b)),
            _ => {
                // Writing to a String can't fail.
                let _ = write!(out, "\\x{b:02x}");
            }
        }
    }
    out.push(char::from(quote));
}
