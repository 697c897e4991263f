//! Laying out a number in its field: sign, prefix, grouping, padding.

use super::spec::{Align, Grouping, Spec};
use crate::heap::text::Builder;

/// A number's text in its parts.
#[derive(Clone, Debug, Default)]
pub struct Parts<'a> {
    /// It is below zero.
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'a str,
    /// The digits that may be grouped.
    pub digits: &'a str,
    /// What follows them: point, fraction, exponent, percent sign.
    pub tail: &'a str,
}

impl<'a> Parts<'a> {
    /// Takes the text of a float apart.
    pub fn of_float(text: &'a str) -> Parts<'a> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        Parts { negative, prefix: "", digits: &text[..end], tail: &text[end..] }
    }

    /// The sign that shows.
    pub fn sign(&self, spec: &Spec) -> &'static str {
        match (self.negative, spec.sign) {
            (true, _) => "-",
            (false, Some(b'+')) => "+",
            (false, Some(b' ')) => " ",
            (false, _) => "",
        }
    }
}

/// How far digits grouped so, at least `min_width` wide with zeros in front, reach: the groups from the right,
/// each with its zeros and digits.
fn group(digits: &str, min_width: usize, grouping: Grouping) -> String {
    let (size, separator) = match grouping {
        Grouping::None => {
            let zeros = min_width.saturating_sub(digits.len());
            return "0".repeat(zeros) + digits;
        }
        Grouping::Comma => (3, ','),
        Grouping::Underscore => (3, '_'),
        Grouping::UnderscoreFour => (4, '_'),
    };
    let mut reversed = String::new();
    let mut left = digits.as_bytes().iter().rev();
    let mut width = min_width as i64;
    loop {
        let len = (size as i64).min(width.max(left.len() as i64).max(1));
        for _ in 0..len {
            reversed.push(left.next().map_or('0', |&d| char::from(d)));
        }
        width -= len;
        if left.len() == 0 && width <= 0 {
            break;
        }
        reversed.push(separator);
        width -= 1;
    }
    reversed.chars().rev().collect()
}

/// Writes the number into its field.
pub fn lay_out(out: &mut Builder, parts: &Parts, spec: &Spec) {
    let sign = parts.sign(spec);
    let others = sign.len() + parts.prefix.len() + parts.tail.chars().count();
    let zero_padded = spec.fill == 0x30 && spec.align == Align::AfterSign;
    let min_width = if zero_padded { spec.width.saturating_sub(others) } else { 0 };
    let digits = if parts.digits.is_empty() { String::new() } else { group(parts.digits, min_width, spec.grouping) };
    let padding = spec.width.saturating_sub(others + digits.len());
    let (before, inside, after) = split_padding(padding, spec.align);
    pad(out, spec.fill, before);
    out.push_str(sign);
    out.push_str(parts.prefix);
    pad(out, spec.fill, inside);
    out.push_str(&digits);
    out.push_str(parts.tail);
    pad(out, spec.fill, after);
}

/// Padding before, after the sign, and behind.
pub fn split_padding(padding: usize, align: Align) -> (usize, usize, usize) {
    match align {
        Align::Left => (0, 0, padding),
        Align::Right => (padding, 0, 0),
        Align::Center => (padding / 2, 0, padding - padding / 2),
        Align::AfterSign => (0, padding, 0),
    }
}

/// Writes the fill character `n` times.
pub fn pad(out: &mut Builder, fill: u32, n: usize) {
    match char::from_u32(fill) {
        Some(c) if n > 0 => out.push_str(&String::from(c).repeat(n)),
        _ => (0..n).for_each(|_| out.push(fill)),
    }
}
