//! Strings of JSON, read and written.

use crate::heap::text::{Builder, CodePoints, Str};
use crate::pickle::by_reference::import_attribute;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// Raises `JSONDecodeError` about the byte `at` of a document.
#[cold]
pub fn fault(vm: &mut Vm, message: &str, text: StrKey, at: usize) -> Raised {
    let class = match import_attribute(vm, "json.decoder", "JSONDecodeError") {
        Ok(class) => class,
        Err(raised) => return raised,
    };
    let message = vm.heap.new_str(message);
    let place = vm.heap.strs[text].char_offset(at);
    match vm.call(class, &[message, Value::Str(text), Value::Int(place as i64)]) {
        Ok(exception) => vm.raise(exception),
        Err(raised) => raised,
    }
}

/// Reads a string whose quote lies before byte `at`: its content, and the byte behind it.
pub fn read(vm: &mut Vm, text: StrKey, at: usize, strict: bool) -> Res<(Str, usize)> {
    let mut out = Builder::new();
    let (begin, mut at) = (at, at);
    loop {
        let s = &vm.heap.strs[text];
        let bytes = s.as_bytes();
        let stop = bytes[at..].iter().position(|&b| b == b'"' || b == b'\\' || (strict && b < 0x20));
        let Some(stop) = stop.map(|n| at + n) else {
            return Err(fault(vm, "Unterminated string starting at", text, begin.saturating_sub(1)));
        };
        match bytes[stop] {
            b'"' if out.is_empty() => return Ok((s.byte_slice(at, stop), stop + 1)),
            b'"' => {
                out.push_slice(s, at, stop);
                return Ok((out.finish(), stop + 1));
            }
            b'\\' => {
                out.push_slice(s, at, stop);
                let (c, end) = escape(vm, text, begin, stop)?;
                out.push(c);
                at = end;
            }
            _ => return Err(fault(vm, "Invalid control character at", text, stop)),
        }
    }
}

/// The character of the escape at byte `at`, and the byte behind it.
fn escape(vm: &mut Vm, text: StrKey, begin: usize, at: usize) -> Res<(u32, usize)> {
    let bytes = vm.heap.strs[text].as_bytes();
    let c = match bytes.get(at + 1) {
        None => return Err(fault(vm, "Unterminated string starting at", text, begin.saturating_sub(1))),
        Some(b'"') => 0x22,
        Some(b'\\') => 0x5C,
        Some(b'/') => 0x2F,
        Some(b'b') => 8,
        Some(b'f') => 12,
        Some(b'n') => 10,
        Some(b'r') => 13,
        Some(b't') => 9,
        Some(b'u') => return unicode_escape(vm, text, at + 1),
        Some(_) => return Err(fault(vm, "Invalid \\escape", text, at)),
    };
    Ok((c, at + 2))
}

/// The four hexadecimal digits behind the `u` at byte `at`, which must not be the last of the document.
fn four_digits(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at + 1..at + 5).filter(|d| d.iter().all(u8::is_ascii_hexdigit))?;
    let behind = bytes.len() > at + 5;
    std::str::from_utf8(digits).ok().filter(|_| behind).and_then(|d| u32::from_str_radix(d, 16).ok())
}

/// `\uXXXX`, or two that are a surrogate pair; `at` is the byte of the `u`.
fn unicode_escape(vm: &mut Vm, text: StrKey, at: usize) -> Res<(u32, usize)> {
    let bytes = vm.heap.strs[text].as_bytes();
    let Some(high) = four_digits(bytes, at) else {
        return Err(fault(vm, "Invalid \\uXXXX escape", text, at));
    };
    let behind = at + 5;
    if (0xD800..0xDC00).contains(&high)
        && bytes.get(behind..behind + 2) == Some(b"\\u")
        && let Some(low @ 0xDC00..0xE000) = four_digits(bytes, behind + 1)
    {
        return Ok((0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), behind + 6));
    }
    Ok((high, behind))
}

/// Writes a string with its quotes; `ascii`: everything else is escaped.
pub fn write(s: &Str, ascii: bool, out: &mut Builder) {
    out.push_str("\"");
    let bytes = s.as_bytes();
    let mut from = 0;
    while let Some(n) = bytes[from..].iter().position(|&b| b < 0x20 || b == b'"' || b == b'\\' || (ascii && b >= 0x7F))
    {
        let at = from + n;
        out.push_slice(s, from, at);
        let mut rest = CodePoints::of(&bytes[at..]);
        if let Some(c) = rest.next() {
            write_escape(c, out);
        }
        from = bytes.len() - rest.rest().len();
    }
    out.push_slice(s, from, bytes.len());
    out.push_str("\"");
}

fn write_escape(c: u32, out: &mut Builder) {
    match c {
        0x22 => out.push_str("\\\""),
        0x5C => out.push_str("\\\\"),
        8 => out.push_str("\\b"),
        12 => out.push_str("\\f"),
        10 => out.push_str("\\n"),
        13 => out.push_str("\\r"),
        9 => out.push_str("\\t"),
        0x10000.. => {
            let c = c - 0x10000;
            out.push_str(&format!("\\u{:04x}\\u{:04x}", 0xD800 + (c >> 10), 0xDC00 + (c & 0x3FF)));
        }
        _ => out.push_str(&format!("\\u{c:04x}")),
    }
}
