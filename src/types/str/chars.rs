//! What Unicode says of a character, as CPython 3.13 (Unicode 15.1) asks it: classes, digits, case.
//!
//! Classes come from `unicode-properties` at 15.1. Case comes from the standard library, which is newer: what it
//! says of, or maps to, characters unassigned in 15.1 is set aside. Tests compare with CPython character by character.

use unicode_properties::{GeneralCategory as Category, GeneralCategoryGroup as Group, UnicodeGeneralCategory};

/// The general category of a code point.
pub fn category(c: u32) -> Category {
    char::from_u32(c).map_or(Category::Surrogate, |c| c.general_category())
}

fn group(c: u32) -> Group {
    char::from_u32(c).map_or(Group::Other, |c| c.general_category_group())
}

fn is_assigned(c: char) -> bool {
    c.is_ascii() || c.general_category() != Category::Unassigned
}

/// `str.isspace`
pub fn is_space(c: u32) -> bool {
    matches!(c, 0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000)
}

/// What `str.splitlines` splits at.
pub fn is_line_break(c: u32) -> bool {
    matches!(c, 0x0A..=0x0D | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}

/// `str.isprintable`: what `repr` shows as it is.
#[inline]
pub fn is_printable(c: u32) -> bool {
    if c < 0x7F {
        return c >= 0x20;
    }
    !matches!(group(c), Group::Other | Group::Separator)
}

/// `str.isalpha`
pub fn is_alpha(c: u32) -> bool {
    if c < 0x80 {
        return u8::try_from(c).is_ok_and(|b| b.is_ascii_alphabetic());
    }
    group(c) == Group::Letter
}

/// `str.isdecimal`
pub fn is_decimal(c: u32) -> bool {
    if c < 0x80 { matches!(c, 0x30..=0x39) } else { category(c) == Category::DecimalNumber }
}

/// The value of a decimal digit of any script, as `int('٣')` reads it.
pub fn decimal_value(c: u32) -> Option<u32> {
    if c < 0x80 {
        return c.checked_sub(0x30).filter(|&d| d < 10);
    }
    if !is_decimal(c) {
        return None;
    }
    // Decimal digits lie in runs of ten, zero first.
    let before = (0..c).rev().take_while(|&b| is_decimal(b)).count();
    Some((before % 10) as u32)
}

/// Characters that are digits without being decimal digits: superscripts, circled digits, ….
const OTHER_DIGITS: &[(u32, u32)] = &[
    (0xB2, 0xB3),
    (0xB9, 0xB9),
    (0x1369, 0x1371),
    (0x19DA, 0x19DA),
    (0x2070, 0x2070),
    (0x2074, 0x2079),
    (0x2080, 0x2089),
    (0x2460, 0x2468),
    (0x2474, 0x247C),
    (0x2488, 0x2490),
    (0x24EA, 0x24EA),
    (0x24F5, 0x24FD),
    (0x24FF, 0x24FF),
    (0x2776, 0x277E),
    (0x2780, 0x2788),
    (0x278A, 0x2792),
    (0x10A40, 0x10A43),
    (0x10E60, 0x10E68),
    (0x11052, 0x1105A),
    (0x1F100, 0x1F10A),
];

/// `str.isdigit`
pub fn is_digit(c: u32) -> bool {
    is_decimal(c) || (c >= 0x80 && OTHER_DIGITS.iter().any(|&(a, b)| (a..=b).contains(&c)))
}

/// Ideographs that stand for numbers.
const NUMERIC_IDEOGRAPHS: &[u32] = &[
    0x3405, 0x3483, 0x382A, 0x3B4D, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E24, 0x4E5D, 0x4E8C, 0x4E94, 0x4E96, 0x4EAC,
    0x4EBF, 0x4EC0, 0x4EDF, 0x4EE8, 0x4F0D, 0x4F70, 0x4FE9, 0x5006, 0x5104, 0x5146, 0x5169, 0x516B, 0x516D, 0x5341,
    0x5343, 0x5344, 0x5345, 0x534C, 0x53C1, 0x53C2, 0x53C3, 0x53C4, 0x56DB, 0x58F1, 0x58F9, 0x5E7A, 0x5EFE, 0x5EFF,
    0x5F0C, 0x5F0D, 0x5F0E, 0x5F10, 0x62D0, 0x62FE, 0x634C, 0x67D2, 0x6D1E, 0x6F06, 0x7396, 0x767E, 0x7695, 0x79ED,
    0x8086, 0x842C, 0x8CAE, 0x8CB3, 0x8D30, 0x920E, 0x94A9, 0x9621, 0x9646, 0x964C, 0x9678, 0x96F6, 0xF96B, 0xF973,
    0xF978, 0xF9B2, 0xF9D1, 0xF9D3, 0xF9FD, 0x20001, 0x20064, 0x200E2, 0x20121, 0x2092A, 0x20983, 0x2098C, 0x2099C,
    0x20AEA, 0x20AFD, 0x20B19, 0x22390, 0x22998, 0x23B1B, 0x2626D, 0x2F890,
];

/// `str.isnumeric`
pub fn is_numeric(c: u32) -> bool {
    if c < 0x80 {
        return matches!(c, 0x30..=0x39);
    }
    group(c) == Group::Number || NUMERIC_IDEOGRAPHS.binary_search(&c).is_ok()
}

/// `str.isalnum`
pub fn is_alnum(c: u32) -> bool {
    is_alpha(c) || is_numeric(c)
}

/// A lower-case character.
pub fn is_lower(c: u32) -> bool {
    // U+0295 lost its case after Unicode 15.1.
    c == 0x295 || char::from_u32(c).is_some_and(|c| c.is_lowercase() && is_assigned(c))
}

/// An upper-case character.
pub fn is_upper(c: u32) -> bool {
    char::from_u32(c).is_some_and(|c| c.is_uppercase() && is_assigned(c))
}

/// A title-case character, such as `ǅ`.
pub fn is_title(c: u32) -> bool {
    c >= 0x80 && category(c) == Category::TitlecaseLetter
}

/// A character that has case.
pub fn is_cased(c: u32) -> bool {
    is_lower(c) || is_upper(c) || is_title(c)
}

/// A character that is skipped when looking whether a sigma ends a word.
pub fn is_case_ignorable(c: u32) -> bool {
    use Category::*;
    matches!(
        c,
        0x27 | 0x2E
            | 0x3A
            | 0xB7
            | 0x387
            | 0x55F
            | 0x5F4
            | 0x2018
            | 0x2019
            | 0x2024
            | 0x2027
            | 0xFE13
            | 0xFE52
            | 0xFE55
            | 0xFF07
            | 0xFF0E
            | 0xFF1A
    ) || matches!(category(c), NonspacingMark | EnclosingMark | Format | ModifierLetter | ModifierSymbol)
}

/// Calls `put` with each code point of a mapping, or with `c` itself if the mapping is newer than Unicode 15.1.
fn map_known(c: char, mapped: impl Iterator<Item = char> + Clone, put: &mut impl FnMut(u32)) {
    if is_assigned(c) && mapped.clone().all(is_assigned) {
        mapped.for_each(|m| put(u32::from(m)));
    } else {
        put(u32::from(c));
    }
}

/// The lower-case form, one character at a time (a final sigma is the caller's business).
pub fn to_lower(c: u32, put: &mut impl FnMut(u32)) {
    match char::from_u32(c) {
        Some(c) => map_known(c, c.to_lowercase(), put),
        None => put(c),
    }
}

/// The upper-case form.
pub fn to_upper(c: u32, put: &mut impl FnMut(u32)) {
    match char::from_u32(c) {
        Some(c) => map_known(c, c.to_uppercase(), put),
        None => put(c),
    }
}

/// The title-case form.
pub fn to_title(c: u32, put: &mut impl FnMut(u32)) {
    let Some(ch) = char::from_u32(c) else { return put(c) };
    let points = unicode_case_mapping::to_titlecase(ch);
    if points[0] == 0 || !is_assigned(ch) {
        return put(c);
    }
    let mapped = points.into_iter().filter(|&p| p != 0).filter_map(char::from_u32);
    map_known(ch, mapped, put);
}

/// The full case folding: lower case of upper case, but Cherokee folds to upper case.
pub fn fold(c: u32, put: &mut impl FnMut(u32)) {
    match c {
        0x131 => put(c),
        0x1E9E => [0x73, 0x73].into_iter().for_each(put),
        0x13A0..=0x13FD | 0xAB70..=0xABBF => to_upper(c, put),
        _ => to_upper(c, &mut |u| to_lower(u, put)),
    }
}

/// May start an identifier.
pub fn starts_identifier(c: u32) -> bool {
    c == 0x5F || char::from_u32(c).is_some_and(|c| unicode_ident::is_xid_start(c) && is_assigned(c))
}

/// May continue an identifier.
pub fn continues_identifier(c: u32) -> bool {
    char::from_u32(c).is_some_and(|c| unicode_ident::is_xid_continue(c) && is_assigned(c))
}

/// `str.isidentifier`
pub fn is_identifier(mut points: impl Iterator<Item = u32>) -> bool {
    points.next().is_some_and(starts_identifier) && points.all(continues_identifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(f: impl Fn(u32, &mut dyn FnMut(u32)), c: char) -> String {
        let mut out = String::new();
        f(u32::from(c), &mut |m| out.extend(char::from_u32(m)));
        out
    }

    #[test]
    fn case_follows_unicode_15() {
        assert_eq!(mapped(|c, mut p| to_upper(c, &mut p), 'ß'), "SS");
        assert_eq!(mapped(|c, mut p| to_title(c, &mut p), 'ǆ'), "ǅ");
        assert_eq!(mapped(|c, mut p| fold(c, &mut p), 'ẞ'), "ss");
        assert_eq!(mapped(|c, mut p| fold(c, &mut p), 'ᏸ'), "Ᏸ");
        assert_eq!(mapped(|c, mut p| to_upper(c, &mut p), '\u{19b}'), "\u{19b}");
    }

    #[test]
    fn digits_have_values() {
        assert_eq!(decimal_value(u32::from('٣')), Some(3));
        assert_eq!(decimal_value(0x1D7FF), Some(9));
        assert_eq!(decimal_value(u32::from('²')), None);
        assert!(is_digit(u32::from('²')) && is_numeric(u32::from('五')) && !is_numeric(u32::from('五') + 1));
    }
}
