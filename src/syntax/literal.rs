//! The values of literals: numbers, strings, bytes and the text of f-strings.
use std::borrow::Cow;

use num_bigint::BigInt;
use num_traits::Num;

use super::ast::{Constant, StrLit};
use super::error::Warning;

/// How many decimal digits an integer literal may have, as `sys.set_int_max_str_digits` by default.
const MAX_DECIMAL_DIGITS: usize = 4300;

/// The value of a number as the lexer lets it pass.
///
/// # Errors
/// A decimal integer with too many digits.
pub(super) fn number(text: &str) -> Result<Constant, String> {
    let plain: Cow<'_, str> = match text.contains('_') {
        true => text.replace('_', "").into(),
        false => text.into(),
    };
    let text: &str = &plain;
    let radix = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        return Ok(integer(&text[2..], radix));
    }
    if let Some(digits) = text.strip_suffix(['j', 'J']) {
        return Ok(Constant::Imag(float(digits)));
    }
    if text.bytes().any(|b| matches!(b, b'.' | b'e' | b'E')) {
        return Ok(Constant::Float(float(text)));
    }
    if text.len() > MAX_DECIMAL_DIGITS {
        return Err(format!(
            "Exceeds the limit ({MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer \
             literals to avoid decimal conversion limits.",
            text.len()
        ));
    }
    Ok(integer(text, 10))
}

fn integer(digits: &str, radix: u32) -> Constant {
    match i64::from_str_radix(digits, radix) {
        Ok(small) => Constant::Int(small),
        Err(_) => Constant::BigInt(BigInt::from_str_radix(digits, radix).unwrap_or_default()),
    }
}

fn float(digits: &str) -> f64 {
    // Both are correctly rounded, and Rust takes all of Python's spellings.
    digits.parse().unwrap_or(f64::NAN)
}

/// The prefix of a string literal taken apart: what is left is between the quotes.
pub(super) struct Quoted<'s> {
    /// Whether it has an `r`.
    pub raw: bool,
    /// What stands between the quotes.
    pub body: &'s str,
}

/// Takes prefix and quotes off a string or bytes literal.
pub(super) fn unquote(text: &str) -> Quoted<'_> {
    let bytes = text.as_bytes();
    let prefix = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let raw = bytes[..prefix].iter().any(|b| matches!(b, b'r' | b'R'));
    let rest = &bytes[prefix..];
    let triple = rest.len() >= 6 && rest[1] == rest[0] && rest[2] == rest[0];
    let quotes = if triple { 3 } else { 1 };
    let offset = prefix + quotes;
    let body = text.get(offset..text.len().saturating_sub(quotes)).unwrap_or("");
    Quoted { raw, body }
}

/// Text under construction: UTF-8 until a lone surrogate comes along.
#[derive(Default)]
pub(super) struct Text {
    utf8: String,
    /// All code points so far, once one of them was a surrogate.
    wide: Option<Vec<u32>>,
}

impl Text {
    /// Appends ordinary text.
    pub fn push_str(&mut self, text: &str) {
        match &mut self.wide {
            None => self.utf8.push_str(text),
            Some(wide) => wide.extend(text.chars().map(u32::from)),
        }
    }

    /// Appends a code point, which may be a surrogate.
    pub fn push(&mut self, code: u32) {
        match (char::from_u32(code), &mut self.wide) {
            (Some(c), None) => self.utf8.push(c),
            (_, Some(wide)) => wide.push(code),
            (None, wide) => {
                let mut all: Vec<u32> = self.utf8.chars().map(u32::from).collect();
                all.push(code);
                *wide = Some(all);
            }
        }
    }

    /// Whether nothing was appended.
    pub fn is_empty(&self) -> bool {
        self.utf8.is_empty() && self.wide.is_none()
    }

    /// The finished literal.
    pub fn finish(self) -> StrLit {
        match self.wide {
            None => StrLit::Utf8(self.utf8.into_boxed_str()),
            Some(wide) => StrLit::Wide(wide.into_boxed_slice()),
        }
    }
}

/// Whether a string or bytes literal, with prefix and quotes, can be decoded.
///
/// # Errors
/// What CPython says if not.
pub(super) fn check(text: &str, bytes: bool) -> Result<(), String> {
    let Quoted { raw, body } = unquote(text);
    if bytes && !body.is_ascii() {
        return Err(NOT_ASCII.to_owned());
    }
    match (raw, bytes) {
        (true, _) => Ok(()),
        (false, true) => decode_bytes(body, 0, &mut Vec::new(), &mut Vec::new()),
        (false, false) => decode(body, 0, false, &mut Text::default(), &mut Vec::new()),
    }
}

/// What is said of a bytes literal with other characters in it.
pub(super) const NOT_ASCII: &str = "bytes can only contain ASCII literal characters";

/// Decodes the body of a string literal that is not raw onto `out`. Warnings are
/// placed at `at`, as CPython does: at the literal's start. With `braces`, `{{` and `}}` stand for one brace (the text of an f-string).
///
/// # Errors
/// What CPython says of an escape that cannot be decoded.
pub(super) fn decode(
    body: &str,
    at: u32,
    braces: bool,
    out: &mut Text,
    warnings: &mut Vec<Warning>,
) -> Result<(), String> {
    if !body.contains('\\') && !braces {
        out.push_str(body);
        return Ok(());
    }
    let bytes = body.as_bytes();
    let (mut i, mut warned) = (0, false);
    while i < bytes.len() {
        let plain = bytes[i..].iter().position(|&b| b == b'\\' || (braces && matches!(b, b'{' | b'}')));
        let next = plain.map_or(bytes.len(), |n| i + n);
        out.push_str(&body[i..next]);
        i = next;
        match bytes.get(i) {
            None => break,
            Some(b'\\') => {}
            Some(&brace) => {
                out.push(u32::from(brace));
                i += if bytes.get(i + 1) == Some(&brace) { 2 } else { 1 };
                continue;
            }
        }
        let escape = match i + 1 == bytes.len() && braces {
            // The text of an f-string ends where a field begins, behind this backslash.
            true => unknown('{'),
            false => escape(body, i)?,
        };
        match escape.code {
            Some(code) => out.push(code),
            None if escape.len == 2 && bytes[i + 1] == b'\n' => {}
            None => out.push(u32::from(b'\\')),
        }
        if let Some(message) = escape.warning.filter(|_| !warned) {
            warned = true;
            warnings.push(Warning { message, at });
        }
        i += escape.len;
    }
    Ok(())
}

/// What a backslash stands for: nothing when a newline follows, itself when no escape does.
struct Escape {
    code: Option<u32>,
    /// How much of the body was read; 1 when the backslash stands for itself.
    len: usize,
    warning: Option<String>,
}

fn escape(body: &str, at: usize) -> Result<Escape, String> {
    let bytes = body.as_bytes();
    let done = |code: u32, len| Ok(Escape { code: Some(code), len, warning: None });
    let Some(&kind) = bytes.get(at + 1) else {
        return Err(codec(body, at, at + 1, "\\ at end of string"));
    };
    match kind {
        b'\n' => Ok(Escape { code: None, len: 2, warning: None }),
        b'\\' | b'\'' | b'"' => done(u32::from(kind), 2),
        b'0'..=b'7' => {
            let (code, len) = octal(&bytes[at + 1..]);
            let warning =
                (code > 0o377).then(|| format!("invalid octal escape sequence '{}'", &body[at..at + 1 + len]));
            Ok(Escape { code: Some(code), len: len + 1, warning })
        }
        b'x' => hex(body, at, 2, "truncated \\xXX escape"),
        b'u' => hex(body, at, 4, "truncated \\uXXXX escape"),
        b'U' => hex(body, at, 8, "truncated \\UXXXXXXXX escape"),
        b'N' => named(body, at),
        _ => match simple(kind) {
            Some(code) => done(u32::from(code), 2),
            None => Ok(unknown(body[at + 1..].chars().next().unwrap_or('\\'))),
        },
    }
}

/// A backslash before something that makes no escape: it stands for itself.
fn unknown(c: char) -> Escape {
    let warning = Some(format!("invalid escape sequence '\\{c}'"));
    Escape { code: None, len: 1, warning }
}

/// The one-letter escapes.
fn simple(kind: u8) -> Option<u8> {
    Some(match kind {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}

/// Up to three octal digits: their value and how many there are.
fn octal(bytes: &[u8]) -> (u32, usize) {
    let digits = bytes.iter().take(3).take_while(|b| matches!(b, b'0'..=b'7'));
    digits.fold((0, 0), |(code, len), b| (code * 8 + u32::from(b - b'0'), len + 1))
}

fn hex(body: &str, at: usize, count: usize, message: &str) -> Result<Escape, String> {
    let bytes = body.as_bytes();
    let start = at + 2;
    let len = bytes[start..].iter().take(count).take_while(|b| b.is_ascii_hexdigit()).count();
    if len < count {
        return Err(codec(body, at, start + len, message));
    }
    let code = u32::from_str_radix(&body[start..start + count], 16).unwrap_or(u32::MAX);
    if code > 0x10_ffff {
        return Err(codec(body, at, start + count, "illegal Unicode character"));
    }
    Ok(Escape { code: Some(code), len: count + 2, warning: None })
}

fn named(body: &str, at: usize) -> Result<Escape, String> {
    let rest = &body[at + 2..];
    let malformed = "malformed \\N character escape";
    if !rest.starts_with('{') {
        return Err(codec(body, at, at + 2, malformed));
    }
    let Some(close) = rest.find('}') else {
        return Err(codec(body, at, body.len(), malformed));
    };
    if close == 1 {
        return Err(codec(body, at, at + 3, malformed));
    }
    let end = at + 2 + close + 1;
    match character_named(&rest[1..close]) {
        Some(c) => Ok(Escape { code: Some(c as u32), len: end - at, warning: None }),
        None => Err(codec(body, at, end, "unknown Unicode character name")),
    }
}

/// The character `\N{name}` stands for: case does not matter, blanks and hyphens do.
pub fn character_named(name: &str) -> Option<char> {
    let found = unicode_names2::character(name)?;
    // The crate leaves out blanks and hyphens before it compares; CPython doesn't.
    let bare = |text: &str| text.replace([' ', '-', '_'], "").to_ascii_uppercase();
    let official = unicode_names2::name(found).map(|name| name.to_string()).unwrap_or_default();
    let is_alias = bare(&official) != bare(name);
    let well_spaced = !name.contains("  ") && !name.contains('_') && name.trim() == name;
    (official.eq_ignore_ascii_case(name) || (is_alias && well_spaced)).then_some(found)
}

/// What CPython's `unicodeescape` codec says of the bytes from `start` up to `end`. It sees other than
/// ASCII characters as `\UXXXXXXXX`, and counts accordingly.
fn codec(body: &str, start: usize, end: usize, message: &str) -> String {
    let count = |to: usize| -> usize {
        let mut previous = ' ';
        let mut total = 0;
        for c in body[..to].chars() {
            // A backslash before such a character is spelled `\u005c`.
            total += match (c.is_ascii(), previous) {
                (true, _) => 1,
                (false, '\\') => 15,
                (false, _) => 10,
            };
            previous = c;
        }
        total
    };
    let (first, last) = (count(start), count(end).saturating_sub(1));
    match first == last {
        true => format!("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position {first}: {message}"),
        false => {
            format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{last}: {message}")
        }
    }
}

/// Decodes the body of a bytes literal (known to be ASCII) that is not raw onto `out`.
///
/// # Errors
/// What CPython says of an escape that cannot be decoded.
pub(super) fn decode_bytes(body: &str, at: u32, out: &mut Vec<u8>, warnings: &mut Vec<Warning>) -> Result<(), String> {
    let bytes = body.as_bytes();
    let (mut i, mut warned) = (0, false);
    while i < bytes.len() {
        if bytes[i] != b'\\' {
            out.push(bytes[i]);
            i += 1;
            continue;
        }
        let mut warning = None;
        i += match bytes.get(i + 1).copied() {
            None => return Err("(value error) Trailing \\ in string".to_owned()),
            Some(b'\n') => 2,
            Some(b @ (b'\\' | b'\'' | b'"')) => {
                out.push(b);
                2
            }
            Some(b'0'..=b'7') => {
                let (code, len) = octal(&bytes[i + 1..]);
                if code > 0o377 {
                    let text = &body[i..i + 1 + len];
                    warning = Some(format!("invalid octal escape sequence '{text}'"));
                }
                out.push(code as u8);
                len + 1
            }
            Some(b'x') => {
                let digits = body.get(i + 2..i + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
                let Some(code) = digits.and_then(|d| u8::from_str_radix(d, 16).ok()) else {
                    return Err(format!("(value error) invalid \\x escape at position {i}"));
                };
                out.push(code);
                4
            }
            Some(kind) => match simple(kind) {
                Some(b) => {
                    out.push(b);
                    2
                }
                None => {
                    warning = Some(format!("invalid escape sequence '\\{}'", kind as char));
                    out.push(b'\\');
                    1
                }
            },
        };
        if let Some(message) = warning.filter(|_| !warned) {
            warned = true;
            warnings.push(Warning { message, at });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(body: &str) -> StrLit {
        let mut out = Text::default();
        decode(body, 0, false, &mut out, &mut Vec::new()).expect("decodes");
        out.finish()
    }

    fn utf8(text: &str) -> StrLit {
        StrLit::Utf8(text.into())
    }

    #[test]
    fn escapes_are_decoded() {
        assert_eq!(text(r"a\n\x41\101\u00e9\U0001F600\N{BULLET}"), utf8("a\nAAé😀•"));
        assert_eq!(text("a\\\nb"), utf8("ab"));
        assert_eq!(text(r"\0\08"), utf8("\0\08"));
        assert_eq!(text(r"\d"), utf8(r"\d"));
        assert_eq!(character_named("latin small letter a"), Some('a'));
        assert_eq!(character_named("NBSP"), Some('\u{a0}'));
        assert_eq!(character_named("LATIN SMALL LETTER-A"), None);
    }

    #[test]
    fn surrogates_make_wide_text() {
        assert_eq!(text(r"é\ud800x"), StrLit::Wide([0xe9, 0xd800, 0x78].into()));
        // A pair of them stays a pair, as in CPython.
        assert_eq!(text(r"\ud83d\ude00"), StrLit::Wide([0xd83d, 0xde00].into()));
    }

    #[test]
    fn faults_are_told_as_the_codec_does() {
        let said = |body: &str| check(&format!("'{body}'"), false).unwrap_err();
        let prefix = "(unicode error) 'unicodeescape' codec can't decode bytes in position";
        assert_eq!(said(r"ab\x1"), format!("{prefix} 2-4: truncated \\xXX escape"));
        assert_eq!(said(r"é\N{nope}"), format!("{prefix} 10-17: unknown Unicode character name"));
        assert_eq!(said(r"\U00110000"), format!("{prefix} 0-9: illegal Unicode character"));
        assert_eq!(check("b'\\x1'", true).unwrap_err(), "(value error) invalid \\x escape at position 0");
        assert_eq!(check("b'é'", true).unwrap_err(), NOT_ASCII);
    }

    #[test]
    fn numbers_have_their_values() {
        assert_eq!(number("1_000"), Ok(Constant::Int(1000)));
        assert_eq!(number("0xFF"), Ok(Constant::Int(255)));
        assert_eq!(number("0b1_0"), Ok(Constant::Int(2)));
        assert_eq!(number("9223372036854775808"), Ok(Constant::BigInt(BigInt::from(1u64 << 63))));
        assert_eq!(number("1e400"), Ok(Constant::Float(f64::INFINITY)));
        assert_eq!(number("1_0.5e-1_0"), Ok(Constant::Float(10.5e-10)));
        assert_eq!(number("2J"), Ok(Constant::Imag(2.0)));
        assert!(number(&"9".repeat(4301)).is_err());
        assert!(number(&("0x".to_owned() + &"9".repeat(9999))).is_ok());
    }

    #[test]
    fn invalid_escapes_warn_once_a_literal() {
        let mut warnings = Vec::new();
        decode(r"ok\n\d\e", 10, false, &mut Text::default(), &mut warnings).expect("decodes");
        let expected = Warning { message: r"invalid escape sequence '\d'".to_owned(), at: 10 };
        assert_eq!(warnings, [expected]);
    }
}
