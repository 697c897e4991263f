//! From the bytes of a source file to its text: byte order mark, coding cookie, newlines.
use super::error::{SyntaxError, SyntaxErrorKind};

/// Decodes source given as bytes, as `compile(bytes)` does (PEP 263): UTF-8 unless a cookie in the first
/// two lines says latin-1 or ascii. Takes off a byte order mark and turns `\r\n` and `\r` into `\n`.
///
/// # Errors
/// An unknown or contradicting coding, bytes that aren't of the coding, null bytes. A `line` of 0 means
/// that the error has no place: CPython then sets `msg` alone.
pub fn decode_source(bytes: &[u8]) -> Result<String, SyntaxError> {
    let text = decode(bytes)?;
    match text.contains('\0') {
        true => Err(plain("source code string cannot contain null bytes".to_owned())),
        false => Ok(normalized_newlines(text)),
    }
}

/// Decodes a script to be run, as `python path` does: [`decode_source`] with the errors CPython has for
/// files.
///
/// # Errors
/// As for [`decode_source`].
pub fn decode_file(bytes: &[u8], path: &str) -> Result<String, SyntaxError> {
    match decode(bytes) {
        Ok(text) => match text.find('\0') {
            Some(at) => Err(null_byte(&text, at)),
            None => Ok(normalized_newlines(text)),
        },
        Err(error) if error.line > 0 && !is_declared(bytes) => {
            let at = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
            let byte = bytes.get(at).copied().unwrap_or(0);
            Err(plain(format!(
                "Non-UTF-8 code starting with '\\x{byte:02x}' in file {path} on line {}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details",
                line_of(bytes, at)
            )))
        }
        Err(error) => match error.message.strip_prefix("unknown encoding: ") {
            Some(coding) => Err(plain(format!("encoding problem: {coding}"))),
            None if error.message.starts_with("'ascii'") => Err(plain("encoding problem: ascii".to_owned())),
            None => Err(error),
        },
    }
}

/// Whether a byte order mark or a cookie says what the coding is.
fn is_declared(bytes: &[u8]) -> bool {
    bytes.starts_with(BOM) || cookie(bytes).is_some()
}

const BOM: &[u8] = b"\xef\xbb\xbf";

/// The text by its coding.
fn decode(bytes: &[u8]) -> Result<String, SyntaxError> {
    let (bom, body) = match bytes.strip_prefix(BOM) {
        Some(body) => (true, body),
        None => (false, bytes),
    };
    let text = match cookie(body) {
        None => utf8(body)?,
        Some(coding) => match normalized(&coding).as_str() {
            "utf-8" => utf8(body)?,
            other if bom => return Err(plain(format!("encoding problem: {other} with BOM"))),
            "iso-8859-1" => body.iter().map(|&b| char::from(b)).collect(),
            "ascii" => ascii(body)?,
            _ => return Err(plain(format!("unknown encoding: {coding}"))),
        },
    };
    Ok(text)
}

fn normalized_newlines(text: String) -> String {
    match text.contains('\r') {
        true => super::normalize_newlines(&text).into_owned(),
        false => text,
    }
}

/// A null byte at `at`: CPython shows the line up to it.
fn null_byte(text: &str, at: usize) -> SyntaxError {
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    SyntaxError {
        line: line_of(text.as_bytes(), at),
        text: Some(text[start..at].to_owned()),
        ..plain("source code cannot contain null bytes".to_owned())
    }
}

/// An error without a place.
pub(super) fn plain(message: String) -> SyntaxError {
    SyntaxError {
        kind: SyntaxErrorKind::Syntax,
        message,
        line: 0,
        column: 0,
        end_line: 0,
        end_column: 0,
        text: None,
        incomplete: false,
    }
}

/// Canonical names of the codings that are known by several.
fn normalized(coding: &str) -> String {
    let plain: String = coding.chars().map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() }).collect();
    let is = |name: &str| plain == name || plain.starts_with(&format!("{name}-"));
    if is("utf-8") || matches!(plain.as_str(), "utf8" | "u8" | "utf" | "cp65001") {
        "utf-8".to_owned()
    } else if ["latin-1", "iso-8859-1", "iso-latin-1"].into_iter().any(is)
        || matches!(plain.as_str(), "latin1" | "latin" | "l1" | "iso8859-1" | "8859" | "cp819")
    {
        "iso-8859-1".to_owned()
    } else if matches!(plain.as_str(), "ascii" | "us-ascii" | "646") {
        "ascii".to_owned()
    } else {
        plain
    }
}

/// The coding that a comment in one of the first two lines names. The first line has to be blank or
/// a comment for the second to count.
fn cookie(body: &[u8]) -> Option<String> {
    for line in body.split(|&b| matches!(b, b'\n' | b'\r')).take(2) {
        let start = line.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\x0c'));
        match start.map(|at| &line[at..]) {
            None => continue,
            Some(comment @ [b'#', ..]) => {
                if let Some(coding) = named(comment) {
                    return Some(coding);
                }
            }
            Some(_) => return None,
        }
    }
    None
}

/// What `coding[:=]\s*([-\w.]+)` finds in a comment.
fn named(comment: &[u8]) -> Option<String> {
    let at = comment.windows(7).position(|w| &w[..6] == b"coding" && matches!(w[6], b':' | b'='))?;
    let rest = &comment[at + 7..];
    let blanks = rest.iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    let name: String = rest[blanks..]
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        .map(|&b| char::from(b))
        .collect();
    (!name.is_empty()).then_some(name)
}

fn utf8(body: &[u8]) -> Result<String, SyntaxError> {
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_utf8(body, error.valid_up_to())),
    }
}

/// The error about bytes from `at` on that aren't UTF-8. CPython finds it where it decodes the token:
/// for a string literal it counts from behind the quote.
fn not_utf8(body: &[u8], at: usize) -> SyntaxError {
    let start = body[..at].iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let end = body[at..].iter().position(|&b| b == b'\n').map_or(body.len(), |len| at + len);
    let quote = body[start..at].iter().rposition(|b| matches!(b, b'"' | b'\'')).map(|i| start + i);
    let from = quote.map_or(start, |quote| quote + 1);
    let to = quote.and_then(|quote| body[at..end].iter().position(|&b| b == body[quote]));
    let to = to.map_or(end, |len| at + len);
    let characters = |bytes: &[u8]| String::from_utf8_lossy(bytes).chars().count() as u32;
    let column = characters(&body[start..quote.unwrap_or(at)]) + 1;
    let line = line_of(body, at);
    SyntaxError {
        line,
        column,
        end_line: line,
        end_column: column as i32 + (to - from) as i32,
        text: Some(String::from_utf8_lossy(&body[start..end]).into_owned() + "\n"),
        ..plain(format!("(unicode error) 'utf-8' codec can't decode {}", utf8_fault(&body[from..to])))
    }
}

/// What CPython's decoder says of bytes that aren't UTF-8.
fn utf8_fault(bytes: &[u8]) -> String {
    let Err(error) = std::str::from_utf8(bytes) else { return "bytes".to_owned() };
    let first = error.valid_up_to();
    let byte = bytes[first];
    let (last, reason) = match error.error_len() {
        None => (bytes.len() - 1, "unexpected end of data"),
        Some(_) if matches!(byte, 0x80..=0xc1 | 0xf5..=0xff) => (first, "invalid start byte"),
        Some(len) => (first + len - 1, "invalid continuation byte"),
    };
    match first == last {
        true => format!("byte 0x{byte:02x} in position {first}: {reason}"),
        false => format!("bytes in position {first}-{last}: {reason}"),
    }
}

fn ascii(body: &[u8]) -> Result<String, SyntaxError> {
    match body.iter().position(|b| !b.is_ascii()) {
        None => Ok(body.iter().map(|&b| char::from(b)).collect()),
        Some(at) => Err(plain(format!(
            "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
            body[at]
        ))),
    }
}

fn line_of(body: &[u8], at: usize) -> u32 {
    body[..at].iter().filter(|&&b| b == b'\n').count() as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codings_are_found_in_the_first_two_lines() {
        assert_eq!(
            decode_source(b"# -*- coding: latin-1 -*-\nx = '\xe9'").unwrap(),
            "# -*- coding: latin-1 -*-\nx = 'é'"
        );
        assert_eq!(decode_source(b"#!x\n# vim: set fileencoding=utf-8 :\n\xc3\xa9").unwrap().chars().last(), Some('é'));
        assert_eq!(decode_source(b"\xef\xbb\xbfx\r\ny\rz").unwrap(), "x\ny\nz");
        assert!(decode_source(b"x = 1\n# coding: nonsense\n").is_ok());
        let error = decode_source(b"# coding: nonsense\n").unwrap_err();
        assert_eq!(error.message, "unknown encoding: nonsense");
        assert!(decode_source(b"x = '\xe9'").is_err());
        assert!(decode_source(b"x\0").is_err());
    }

    #[test]
    fn undecodable_bytes_are_told_as_cpython_does() {
        let error = decode_source(b"x=1\ny = \"a\xe9b\"\nz=3\n").unwrap_err();
        assert_eq!(
            error.message,
            "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 1: invalid continuation byte"
        );
        assert_eq!((error.line, error.column, error.end_line, error.end_column), (2, 5, 2, 8));
        let error = decode_source(b"x = \"\xe2\x82\"\n").unwrap_err();
        assert!(error.message.ends_with("can't decode bytes in position 0-1: unexpected end of data"));
        let error = decode_file(b"x = 1\ny = \"\xf6\"\n", "a.py").unwrap_err();
        assert_eq!(
            error.message,
            "Non-UTF-8 code starting with '\\xf6' in file a.py on line 2, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details"
        );
        let error = decode_file(b"x = 1\ny=\0 1\n", "a.py").unwrap_err();
        assert_eq!((error.message.as_str(), error.line), ("source code cannot contain null bytes", 2));
    }
}
