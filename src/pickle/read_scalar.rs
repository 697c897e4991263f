//! Reading numbers, text and bytes.

use super::errors::unpickling_error;
use super::reader::Reader;
use super::world::World;
use crate::heap::text::Str;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// CPython's default limit on the digits of a decimal int.
const MAX_DIGITS: usize = 4300;

impl<W: World> Reader<W> {
    /// A line of at least one character, with its newline.
    pub(super) fn line_text(&mut self, vm: &mut Vm) -> Res<String> {
        let range = self.line(vm, 2)?;
        Ok(String::from_utf8_lossy(&self.input.data[range]).into_owned())
    }

    /// An int as a decimal line, the argument of GET.
    pub(super) fn line_index(&mut self, vm: &mut Vm) -> Res<i64> {
        let text = self.line_text(vm)?;
        index_from_text(vm, &text)
    }

    pub(super) fn load_int(&mut self, vm: &mut Vm) -> Res<()> {
        let range = self.line(vm, 2)?;
        let len = range.len();
        let text = String::from_utf8_lossy(&self.input.data[range]).into_owned();
        let v = match c_integer(&text) {
            Some(i @ 0..=1) if len == 3 => Value::Bool(i == 1),
            Some(i) => Value::Int(i),
            None => match int_from_text(vm, &text, 0) {
                Ok(n) => vm.heap.new_int(n),
                Err(Raised) => {
                    vm.take_pending();
                    return Err(vm.value_error("could not convert string to int"));
                }
            },
        };
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_long(&mut self, vm: &mut Vm) -> Res<()> {
        let range = self.line(vm, 2)?;
        let line = &self.input.data[range];
        let line = line.strip_suffix(b"L\n").unwrap_or(line);
        let text = String::from_utf8_lossy(line).into_owned();
        let n = int_from_text(vm, &text, 0)?;
        let v = vm.heap.new_int(n);
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_counted_long(&mut self, vm: &mut Vm, n: usize) -> Res<()> {
        let range = self.take(vm, n)?;
        let bytes = &self.input.data[range];
        let v = match bytes.len() {
            0..=8 => {
                let negative = bytes.last().is_some_and(|&b| b & 0x80 != 0);
                let mut full = [if negative { 0xff } else { 0 }; 8];
                full[..bytes.len()].copy_from_slice(bytes);
                Value::Int(i64::from_le_bytes(full))
            }
            _ => {
                vm.reserve(n)?;
                vm.heap.new_int(BigInt::from_signed_bytes_le(bytes))
            }
        };
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_float(&mut self, vm: &mut Vm) -> Res<()> {
        let range = self.line(vm, 2)?;
        let text = String::from_utf8_lossy(&self.input.data[range]).into_owned();
        let number = float_prefix(&text);
        if number.is_empty() {
            let shown: String = text.chars().take(200).collect();
            return Err(vm.value_error(format!("could not convert string to float: '{shown}'")));
        }
        let x: f64 = number.parse().unwrap_or(f64::NAN);
        if x.is_infinite() && !number.to_ascii_lowercase().contains("inf") {
            let message = format!("value too large to convert to float: '{text}'");
            return Err(vm.overflow_error(message));
        }
        if &text[number.len()..] != "\n" {
            return Err(vm.value_error("could not convert string to float"));
        }
        self.stack.push(Value::Float(x));
        Ok(())
    }

    #[inline]
    pub(super) fn load_utf8(&mut self, vm: &mut Vm, n: usize) -> Res<()> {
        let range = self.take(vm, n)?;
        let bytes = &self.input.data[range];
        let v = match std::str::from_utf8(bytes) {
            Ok(text) => vm.heap.new_str(text),
            Err(_) => surrogatepass(vm, bytes)?,
        };
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_unicode(&mut self, vm: &mut Vm) -> Res<()> {
        let range = self.line(vm, 1)?;
        let line = self.input.data[range.start..range.end - 1].to_vec();
        let v = raw_unicode_unescape(vm, &line)?;
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_bytes(&mut self, vm: &mut Vm, n: usize) -> Res<()> {
        if n > isize::MAX as usize - 64 {
            return Err(vm.overflow_error("byte string is too large"));
        }
        let bytes = self.content(vm, n)?;
        let v = vm.heap.new_own_bytes(bytes);
        self.stack.push(v);
        Ok(())
    }

    pub(super) fn load_string(&mut self, vm: &mut Vm) -> Res<()> {
        let range = self.line(vm, 1)?;
        let line = &self.input.data[range.start..range.end - 1];
        let quoted = match line {
            [q @ (b'\'' | b'"'), inner @ .., end] if q == end => inner.to_vec(),
            _ => return Err(unpickling_error(vm, "the STRING opcode argument must be quoted")),
        };
        let bytes = unescape(vm, &quoted)?;
        self.push_old_string(vm, bytes)
    }

    pub(super) fn load_binstring(&mut self, vm: &mut Vm, n: usize) -> Res<()> {
        let range = self.take(vm, n)?;
        let bytes = self.input.data[range].to_vec();
        self.push_old_string(vm, bytes)
    }

    /// A string of Python 2: bytes, or text in the encoding given to the unpickler.
    fn push_old_string(&mut self, vm: &mut Vm, bytes: Vec<u8>) -> Res<()> {
        let v = if self.encoding == "bytes" {
            vm.heap.new_bytes(bytes)
        } else if bytes.is_ascii() && self.encoding.eq_ignore_ascii_case("ascii") {
            vm.heap.new_str(String::from_utf8_lossy(&bytes).into_owned())
        } else {
            W::decode(self, vm, bytes)?
        };
        self.stack.push(v);
        Ok(())
    }
}

/// A memo index from its line.
pub(super) fn index_from_text(vm: &mut Vm, text: &str) -> Res<i64> {
    let n = int_from_text(vm, text, 10)?;
    match n.to_i64() {
        Some(i) => Ok(i),
        None => Err(vm.overflow_error("Python int too large to convert to C ssize_t")),
    }
}

/// What C's `strtol` with base 0 makes of a whole line: `0x1f`, `010` (octal), `12`.
fn c_integer(line: &str) -> Option<i64> {
    let s = line.strip_suffix('\n')?.trim_start_matches([' ', '\t', '\x0b', '\x0c', '\r']);
    let (negative, digits) = match s.as_bytes().first()? {
        b'-' => (true, &s[1..]),
        b'+' => (false, &s[1..]),
        _ => (false, s),
    };
    let (base, digits) = match digits.as_bytes() {
        [b'0', b'x' | b'X', _, ..] => (16, &digits[2..]),
        [b'0', _, ..] => (8, &digits[1..]),
        _ => (10, digits),
    };
    if !digits.bytes().all(|b| char::from(b).is_digit(base)) {
        return None;
    }
    let n = i128::from_str_radix(digits, base).ok()?;
    i64::try_from(if negative { -n } else { n }).ok()
}

/// `int(text, base)` for base 0 or 10, with its errors.
fn int_from_text(vm: &mut Vm, text: &str, base: u32) -> Res<BigInt> {
    let invalid = |vm: &mut Vm, base: u32| {
        let shown = vm.heap.new_str(text);
        let shown = vm.repr_text(shown)?;
        Err(vm.value_error(format!("invalid literal for int() with base {base}: {shown}")))
    };
    let s = text.trim_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let (negative, unsigned) = match s.as_bytes().first() {
        Some(b'-') => (true, &s[1..]),
        Some(b'+') => (false, &s[1..]),
        _ => (false, s),
    };
    let (radix, mut digits, prefixed) = match unsigned.as_bytes() {
        [b'0', b'x' | b'X', ..] if base == 0 => (16, &unsigned[2..], true),
        [b'0', b'o' | b'O', ..] if base == 0 => (8, &unsigned[2..], true),
        [b'0', b'b' | b'B', ..] if base == 0 => (2, &unsigned[2..], true),
        _ => (10, unsigned, false),
    };
    if prefixed {
        digits = digits.strip_prefix('_').unwrap_or(digits);
    }
    let plain = digits.replace('_', "");
    let underscores = digits.starts_with('_') || digits.ends_with('_') || digits.contains("__");
    if plain.is_empty() || underscores || !plain.bytes().all(|b| char::from(b).is_digit(radix)) {
        return invalid(vm, if prefixed { 0 } else { 10 });
    }
    if base == 0 && !prefixed && plain.len() > 1 && plain.starts_with('0') && plain.bytes().any(|b| b != b'0') {
        return invalid(vm, 0);
    }
    if radix == 10 && plain.len() > MAX_DIGITS {
        return Err(vm.value_error(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; use \
             sys.set_int_max_str_digits() to increase the limit",
            plain.len()
        )));
    }
    match BigInt::parse_bytes(plain.as_bytes(), radix) {
        Some(n) => Ok(if negative { -n } else { n }),
        None => invalid(vm, base),
    }
}

/// The longest beginning of a line that is a float literal.
fn float_prefix(text: &str) -> &str {
    let b = text.as_bytes();
    let digits = |mut i: usize| {
        while b.get(i).is_some_and(u8::is_ascii_digit) {
            i += 1;
        }
        i
    };
    let start = usize::from(matches!(b.first(), Some(b'+' | b'-')));
    let lower = text[start..].to_ascii_lowercase();
    for word in ["infinity", "inf", "nan"] {
        if lower.starts_with(word) {
            return &text[..start + word.len()];
        }
    }
    let whole = digits(start);
    let mut end = whole;
    if b.get(whole) == Some(&b'.') {
        end = digits(whole + 1);
        if end == whole + 1 && whole == start {
            return "";
        }
    } else if whole == start {
        return "";
    }
    if matches!(b.get(end), Some(b'e' | b'E')) {
        let exponent = end + 1 + usize::from(matches!(b.get(end + 1), Some(b'+' | b'-')));
        let behind = digits(exponent);
        if behind > exponent {
            end = behind;
        }
    }
    &text[..end]
}

/// UTF-8 in which lone surrogates are three bytes; anything else is a `UnicodeDecodeError`.
fn surrogatepass(vm: &mut Vm, bytes: &[u8]) -> Res {
    let mut points = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while !rest.is_empty() {
        match std::str::from_utf8(rest) {
            Ok(text) => {
                points.extend(text.chars().map(u32::from));
                break;
            }
            Err(e) => {
                let (good, bad) = rest.split_at(e.valid_up_to());
                points.extend(String::from_utf8_lossy(good).chars().map(u32::from));
                match bad {
                    [0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..] => {
                        points.push(0xd000 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f));
                        rest = &bad[3..];
                    }
                    _ => return Err(utf8_error(vm, bytes, bytes.len() - bad.len(), e.error_len())),
                }
            }
        }
    }
    Ok(vm.heap.new_text(Str::from_code_points(&points)))
}

/// The `UnicodeDecodeError` for bytes that aren't UTF-8.
fn utf8_error(vm: &mut Vm, bytes: &[u8], start: usize, bad: Option<usize>) -> Raised {
    let first = bytes[start];
    let reason = match bad {
        None => "unexpected end of data",
        Some(_) if !matches!(first, 0xc2..=0xf4) => "invalid start byte",
        Some(_) => "invalid continuation byte",
    };
    let end = start + bad.unwrap_or(bytes.len() - start);
    decode_error(vm, "utf-8", bytes, start..end, reason)
}

fn decode_error(vm: &mut Vm, encoding: &str, bytes: &[u8], at: std::ops::Range<usize>, reason: &str) -> Raised {
    let encoding = vm.heap.new_str(encoding);
    let object = vm.heap.new_bytes(bytes);
    let reason = vm.heap.new_str(reason);
    let (start, end) = (Value::Int(at.start as i64), Value::Int(at.end as i64));
    vm.error_with(Exc::UnicodeDecodeError, &[encoding, object, start, end, reason])
}

/// An interned string that stays until the native returns.
fn kept(vm: &mut Vm, text: &str) -> StrKey {
    let key = vm.heap.intern(text);
    vm.heap.recent.push(Value::Str(key));
    key
}

/// A str from strict UTF-8, as GLOBAL's lines are.
pub(super) fn utf8_strict(vm: &mut Vm, bytes: &[u8]) -> Res<StrKey> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(kept(vm, text)),
        Err(e) => Err(utf8_error(vm, bytes, e.valid_up_to(), e.error_len())),
    }
}

/// A str from ASCII.
pub(super) fn ascii_strict(vm: &mut Vm, bytes: &[u8]) -> Res<StrKey> {
    match bytes.iter().position(|b| !b.is_ascii()) {
        None => Ok(kept(vm, &String::from_utf8_lossy(bytes))),
        Some(i) => Err(decode_error(vm, "ascii", bytes, i..i + 1, "ordinal not in range(128)")),
    }
}

/// Latin-1 with `\u` and `\U` escapes after an odd number of backslashes.
fn raw_unicode_unescape(vm: &mut Vm, line: &[u8]) -> Res {
    let mut points = Vec::with_capacity(line.len());
    let mut i = 0;
    while i < line.len() {
        if line[i] != b'\\' {
            points.push(u32::from(line[i]));
            i += 1;
            continue;
        }
        let digits = match line.get(i + 1) {
            Some(b'u') => 4,
            Some(b'U') => 8,
            Some(&next) => {
                points.extend([0x5c, u32::from(next)]);
                i += 2;
                continue;
            }
            None => {
                points.push(0x5c);
                break;
            }
        };
        let hex: Vec<u8> = line[i + 2..].iter().copied().take(digits).take_while(u8::is_ascii_hexdigit).collect();
        if hex.len() < digits {
            let reason = if digits == 4 { "truncated \\uXXXX escape" } else { "truncated \\UXXXXXXXX escape" };
            return Err(decode_error(vm, "rawunicodeescape", line, i..i + 2 + hex.len(), reason));
        }
        let c = hex.iter().fold(0, |n, &h| n << 4 | u64::from(char::from(h).to_digit(16).unwrap_or(0)));
        if c > 0x10ffff {
            let reason = "\\Uxxxxxxxx out of range";
            return Err(decode_error(vm, "rawunicodeescape", line, i..i + 2 + digits, reason));
        }
        points.push(c as u32);
        i += 2 + digits;
    }
    Ok(vm.heap.new_text(Str::from_code_points(&points)))
}

/// The content of a bytes literal.
fn unescape(vm: &mut Vm, quoted: &[u8]) -> Res<Vec<u8>> {
    let mut out = Vec::with_capacity(quoted.len());
    let mut i = 0;
    while i < quoted.len() {
        let b = quoted[i];
        i += 1;
        if b != b'\\' {
            out.push(b);
            continue;
        }
        let Some(&escape) = quoted.get(i) else {
            return Err(vm.value_error("Trailing \\ in string"));
        };
        i += 1;
        match escape {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => out.push(escape),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b't' => out.push(9),
            b'n' => out.push(10),
            b'r' => out.push(13),
            b'v' => out.push(11),
            b'a' => out.push(7),
            b'0'..=b'7' => {
                let mut n = u32::from(escape - b'0');
                for _ in 0..2 {
                    let Some(&d @ b'0'..=b'7') = quoted.get(i) else { break };
                    n = n * 8 + u32::from(d - b'0');
                    i += 1;
                }
                out.push(n as u8);
            }
            b'x' => {
                let hex = quoted.get(i..i + 2).and_then(|h| std::str::from_utf8(h).ok());
                match hex.filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit())).map(|h| u8::from_str_radix(h, 16)) {
                    Some(Ok(byte)) => out.push(byte),
                    _ => return Err(vm.value_error(format!("invalid \\x escape at position {}", i - 2))),
                }
                i += 2;
            }
            _ => out.extend([b'\\', escape]),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn int_lines_are_read_as_c_reads_them() {
        assert_eq!(c_integer("010\n"), Some(8));
        assert_eq!(c_integer("0x1f\n"), Some(31));
        assert_eq!(c_integer(" -12\n"), Some(-12));
        assert_eq!(c_integer("0\n"), Some(0));
        assert_eq!(c_integer("09\n"), None);
        assert_eq!(c_integer("12 \n"), None);
    }

    #[test]
    fn a_float_line_may_go_on_behind_the_number() {
        assert_eq!(float_prefix("1.5\n"), "1.5");
        assert_eq!(float_prefix("-inf\n"), "-inf");
        assert_eq!(float_prefix("1e5x\n"), "1e5");
        assert_eq!(float_prefix("1e\n"), "1");
        assert_eq!(float_prefix(".\n"), "");
        assert_eq!(float_prefix("abc\n"), "");
    }
}
