//! Floats and text: `float('1_0.5e3')`, hexadecimal.

use super::ops::{decode, ratio_to_f64};
use crate::types::buffer;
use crate::types::format::float_repr;
use crate::types::int::ascii_number;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use num_bigint::BigUint;

/// `float(text)` for a str, bytes or bytearray. Raises `ValueError`.
pub fn parse(vm: &mut Vm, text: Value) -> Res<f64> {
    let ascii = match vm.payload(text) {
        Value::Str(k) => ascii_number(vm.heap.strs[k].code_points()),
        _ => buffer::content(vm, text).map_or_else(String::new, from_bytes),
    };
    match read(&ascii) {
        Some(f) if f.is_nan() => Ok(vm.heap.new_nan(f)),
        Some(f) => Ok(f),
        None => Err(not_a_float(vm, text)),
    }
}

fn from_bytes(bytes: &[u8]) -> String {
    ascii_number(bytes.iter().map(|&b| if b.is_ascii() { u32::from(b) } else { u32::from(b'?') }))
}

#[cold]
fn not_a_float(vm: &mut Vm, text: Value) -> Raised {
    match vm.repr_text(text) {
        Ok(shown) => vm.value_error(format!("could not convert string to float: {shown}")),
        Err(raised) => raised,
    }
}

/// The float a text says, if all of it is one. Underscores may stand between digits.
pub fn read(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    for (i, _) in text.match_indices('_') {
        if i == 0 || !digit(i - 1) || !digit(i + 1) {
            return None;
        }
    }
    let text = text.replace('_', "");
    (read_prefix(&text) == Some(text.len())).then(|| text.parse().ok()).flatten()
}

/// The length of the float at the start of a text; None if there is none.
pub fn read_prefix(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let skip_digits = |mut i: usize| {
        while bytes.get(i).is_some_and(u8::is_ascii_digit) {
            i += 1;
        }
        i
    };
    let start = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    for word in ["infinity", "inf", "nan"] {
        if bytes.get(start..start + word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word.as_bytes())) {
            return Some(start + word.len());
        }
    }
    let whole = skip_digits(start);
    let mut end = whole;
    let mut digits = whole - start;
    if bytes.get(whole) == Some(&b'.') {
        end = skip_digits(whole + 1);
        digits += end - whole - 1;
    }
    if digits == 0 {
        return None;
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let signed = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let behind = skip_digits(signed);
        if behind > signed {
            end = behind;
        }
    }
    Some(end)
}

/// `float.hex`
pub fn to_hex(f: f64) -> String {
    if !f.is_finite() {
        return float_repr(f);
    }
    let (negative, mantissa, exponent) = decode(f);
    let sign = if negative { "-" } else { "" };
    if mantissa == 0 {
        return format!("{sign}0x0.0p+0");
    }
    let (lead, fraction) = (mantissa >> 52, mantissa & ((1 << 52) - 1));
    format!("{sign}0x{lead}.{fraction:013x}p{:+}", exponent + 52)
}

/// Why a text is not a hexadecimal float.
pub enum BadHex {
    /// It does not look like one.
    Syntax,
    /// Its value is beyond the range.
    Overflow,
}

/// `float.fromhex`
pub fn from_hex(text: &str) -> Result<f64, BadHex> {
    let text = text.trim_matches(|c: char| matches!(c, ' ' | '\t'..='\r'));
    let (negative, body) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = match body.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        lower => hex_magnitude(lower.strip_prefix("0x").unwrap_or(lower))?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn hex_magnitude(text: &str) -> Result<f64, BadHex> {
    let (number, exponent) = match text.split_once('p') {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits: String = format!("{whole}{fraction}");
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(BadHex::Syntax);
    }
    let exponent = match exponent {
        Some(e) => {
            let unsigned = e.strip_prefix(['+', '-']).unwrap_or(e);
            if unsigned.is_empty() || !unsigned.bytes().all(|b| b.is_ascii_digit()) {
                return Err(BadHex::Syntax);
            }
            let size = unsigned.parse::<i64>().unwrap_or(i64::MAX / 4);
            if e.starts_with('-') { -size } else { size }
        }
        None => 0,
    };
    let Some(mantissa) = BigUint::parse_bytes(digits.as_bytes(), 16) else { return Err(BadHex::Syntax) };
    if mantissa.bits() == 0 {
        return Ok(0.0);
    }
    let exponent = exponent.saturating_sub(fraction.len() as i64 * 4);
    let top = exponent.saturating_add(mantissa.bits() as i64);
    if top > 1024 {
        return Err(BadHex::Overflow);
    }
    if top < -1080 {
        return Ok(0.0);
    }
    let one = BigUint::from(1u8);
    // With the top bit's place known to be near, the exponent is as small as the digits are many.
    let value = if exponent >= 0 {
        ratio_to_f64(&(mantissa << exponent.unsigned_abs()), &one)
    } else {
        ratio_to_f64(&mantissa, &(one << exponent.unsigned_abs()))
    };
    value.ok_or(BadHex::Overflow)
}

/// Rounds to a number of decimal places, halves of the exact value to even; None beyond the range.
pub fn round_to(f: f64, digits: i64) -> Option<f64> {
    if !f.is_finite() || digits > 323 {
        return Some(f);
    }
    if digits < -308 {
        return Some(0f64.copysign(f));
    }
    let rounded = if digits >= 0 {
        format!("{:.*}", digits as usize, f).parse().unwrap_or(f)
    } else {
        round_to_tens(f, digits.unsigned_abs() as u32)?
    };
    rounded.is_finite().then_some(rounded)
}

/// Rounds to a multiple of ten to this power.
fn round_to_tens(f: f64, places: u32) -> Option<f64> {
    let (negative, mantissa, exponent) = decode(f);
    let unit = BigUint::from(10u8).pow(places);
    // f = numerator / (denominator of a power of two); count units.
    let (numerator, denominator) = if exponent >= 0 {
        (BigUint::from(mantissa) << exponent.unsigned_abs(), unit.clone())
    } else {
        (BigUint::from(mantissa), &unit << exponent.unsigned_abs())
    };
    let quotient = &numerator / &denominator;
    let twice = (numerator - &quotient * &denominator) << 1u32;
    let up = twice > denominator || twice == denominator && quotient.bit(0);
    let whole = (if up { quotient + 1u8 } else { quotient }) * unit;
    let rounded = ratio_to_f64(&whole, &BigUint::from(1u8))?;
    Some(if negative { -rounded } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_exact_values_half_to_even() {
        for (f, digits, result) in [
            (2.675, 2, 2.67),
            (0.5, 0, 0.0),
            (1.5, 0, 2.0),
            (2.5, 0, 2.0),
            (0.25, 1, 0.2),
            (0.35, 1, 0.3),
            (12345.0, -2, 12300.0),
            (25.0, -1, 20.0),
            (35.0, -1, 40.0),
        ] {
            assert_eq!(round_to(f, digits), Some(result), "round({f}, {digits})");
        }
        assert_eq!(round_to(1.7e308, -308), None);
    }

    #[test]
    fn reads_hexadecimal() {
        assert_eq!(from_hex("0x1.8p3").ok(), Some(12.0));
        assert_eq!(from_hex("-0x.1p-1074").ok(), Some(-0.0));
        assert_eq!(from_hex("0x1p-1074").ok(), Some(5e-324));
        assert!(matches!(from_hex("0x1p1024"), Err(BadHex::Overflow)));
        assert!(matches!(from_hex("0x"), Err(BadHex::Syntax)));
    }
}
