//! Ints and text: `int('0x1f', 0)`, digits in any base, the limit on their number.

use super::ops::to_bigint;
use crate::heap::Heap;
use crate::types::buffer;
use crate::types::str::chars::{decimal_value, is_space};
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use num_bigint::{BigInt, Sign};

/// `sys.get_int_max_str_digits()` at start.
pub const DEFAULT_MAX_STR_DIGITS: usize = 4300;

/// The text of a number with digits of all scripts turned to ASCII, without white space around it. Anything
/// else beyond ASCII becomes `?`, which no number contains.
pub fn ascii_number(points: impl Iterator<Item = u32>) -> String {
    let text: String = points
        .map(|c| match decimal_value(c) {
            Some(d) => (b'0' + d as u8) as char,
            None if is_space(c) => ' ',
            None => u8::try_from(c).ok().filter(u8::is_ascii).map_or('?', char::from),
        })
        .collect();
    text.trim_matches(' ').to_owned()
}

/// Why a text is not an int.
enum Bad {
    Literal,
    /// More digits than allowed: how many.
    Digits(usize),
}

/// `int(text, base)` for a str, bytes or bytearray; `base` is 0 or 2 to 36. Raises `ValueError`.
pub fn parse(vm: &mut Vm, text: Value, base: u32) -> Res {
    let ascii = match vm.payload(text) {
        Value::Str(k) => ascii_number(vm.heap.strs[k].code_points()),
        _ => buffer::content(vm, text).map_or_else(String::new, ascii_bytes),
    };
    match parse_ascii(&ascii, base, vm.limits.int_digits) {
        Ok(n) => Ok(vm.heap.new_int(n)),
        Err(Bad::Literal) => Err(invalid_literal(vm, text, base)),
        Err(Bad::Digits(n)) => Err(too_many_digits(vm, Some(n))),
    }
}

fn ascii_bytes(bytes: &[u8]) -> String {
    ascii_number(bytes.iter().map(|&b| if b.is_ascii() { u32::from(b) } else { u32::from(b'?') }))
}

fn parse_ascii(text: &str, base: u32, limit: usize) -> Result<BigInt, Bad> {
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let prefix = rest.get(..2).map(str::to_ascii_lowercase);
    let prefixed = match prefix.as_deref() {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => 0,
    };
    let takes_prefix = prefixed != 0 && (base == 0 || base == prefixed);
    let digits = if takes_prefix { rest[2..].strip_prefix('_').unwrap_or(&rest[2..]) } else { rest };
    let radix = match (base, takes_prefix) {
        (0, true) => prefixed,
        (0, false) => 10,
        _ => base,
    };
    let values = digit_values(digits, radix).ok_or(Bad::Literal)?;
    // "010" reads as octal in other languages: with base 0 it is refused unless it is zero.
    if base == 0 && !takes_prefix && values[0] == 0 && values.iter().any(|&d| d != 0) {
        return Err(Bad::Literal);
    }
    if !radix.is_power_of_two() && limit != 0 && values.len() > limit {
        return Err(Bad::Digits(values.len()));
    }
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    BigInt::from_radix_be(sign, &values, radix).ok_or(Bad::Literal)
}

/// The digits' values, if there is one at least and underscores stand only between two of them.
fn digit_values(digits: &str, radix: u32) -> Option<Vec<u8>> {
    let mut values = Vec::with_capacity(digits.len());
    let mut after_digit = false;
    for c in digits.chars() {
        if c == '_' && after_digit {
            after_digit = false;
            continue;
        }
        values.push(u8::try_from(c.to_digit(radix)?).ok()?);
        after_digit = true;
    }
    after_digit.then_some(values)
}

#[cold]
fn invalid_literal(vm: &mut Vm, text: Value, base: u32) -> Raised {
    let shown = match vm.repr_text(vm.payload(text)) {
        Ok(shown) => shown,
        Err(raised) => return raised,
    };
    let shown: String = shown.chars().take(200).collect();
    vm.value_error(format!("invalid literal for int() with base {base}: {shown}"))
}

#[cold]
fn too_many_digits(vm: &mut Vm, digits: Option<usize>) -> Raised {
    let has = digits.map(|n| format!(": value has {n} digits")).unwrap_or_default();
    let limit = vm.limits.int_digits;
    vm.value_error(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion{has}; use sys.set_int_max_str_digits() to \
         increase the limit"
    ))
}

/// The decimal digits of an int (or bool), with sign. Raises `ValueError` beyond the limit on digits.
pub fn to_decimal(vm: &mut Vm, n: Value) -> Res<String> {
    match n {
        Value::Int(i) => Ok(i.to_string()),
        Value::Bool(b) => Ok(u8::from(b).to_string()),
        _ => {
            let n = to_bigint(&vm.heap, n).into_owned();
            let digits = decimal_digits(vm, &n)?;
            Ok(if n.sign() == Sign::Minus { format!("-{digits}") } else { digits })
        }
    }
}

/// The decimal digits of an int without its sign. Raises `ValueError` beyond the limit on digits.
pub fn decimal_digits(vm: &mut Vm, n: &BigInt) -> Res<String> {
    let limit = vm.limits.int_digits;
    // A digit is more than three bits: what is certainly too long need not be converted to be refused.
    if limit != 0 && n.bits() / 4 > limit as u64 {
        return Err(too_many_digits(vm, None));
    }
    let digits = n.magnitude().to_string();
    if limit != 0 && digits.len() > limit {
        return Err(too_many_digits(vm, None));
    }
    Ok(digits)
}

/// The digits of an int in base 2, 8 or 16 behind its sign and `prefix` (`0x`).
pub fn to_radix(heap: &Heap, n: Value, radix: u32, prefix: &str) -> String {
    let n = to_bigint(heap, n);
    let sign = if n.sign() == Sign::Minus { "-" } else { "" };
    format!("{sign}{prefix}{}", n.magnitude().to_str_radix(radix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, base: u32) -> Option<BigInt> {
        parse_ascii(text, base, 10).ok()
    }

    #[test]
    fn reads_literals_as_cpython() {
        assert_eq!(read("-0x_1f", 0), Some(BigInt::from(-31)));
        assert_eq!(read("0b1", 16), Some(BigInt::from(0xb1)));
        assert_eq!(read("00", 0), Some(BigInt::ZERO));
        for (text, base) in
            [("010", 0), ("1__2", 10), ("_1", 10), ("1_", 10), ("", 10), ("-", 10), ("0x", 16), ("+-1", 10)]
        {
            assert_eq!(read(text, base), None, "{text}");
        }
        assert_eq!(read("12345678901", 10), None);
        assert_eq!(read("12345678901", 16), Some(BigInt::from(0x12345678901i64)));
    }
}
