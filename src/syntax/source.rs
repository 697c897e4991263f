//! From the bytes of a source file to its text: byte order mark, coding cookie, newlines.
use super::error::{SyntaxError, SyntaxErrorKind};

/// Decodes a source file as CPython does (PEP 263): UTF-8 unless a cookie in the first two lines says
/// latin-1 or ascii. Takes off a byte order mark and turns `\r\n` and `\r` into `\n`.
///
/// # Errors
/// An unknown or contradicting coding, bytes that aren't of the coding, null bytes.
pub fn decode_source(bytes: &[u8]) -> Result<String, SyntaxError> {
    let (bom, body) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(body) => (true, body),
        None => (false, bytes),
    };
    let text = match cookie(body) {
        None => utf8(body)?,
        Some(coding) => match normalized(&coding).as_str() {
            "utf-8" => utf8(body)?,
            other if bom => {
                return Err(plain(format!("encoding problem: {other} with BOM")));
            }
            "iso-8859-1" => body.iter().map(|&b| char::from(b)).collect(),
            "ascii" => ascii(body)?,
            _ => return Err(plain(format!("unknown encoding: {coding}"))),
        },
    };
    if text.contains('\0') {
        return Err(plain("source code string cannot contain null bytes".to_owned()));
    }
    Ok(match text.contains('\r') {
        true => super::normalize_newlines(&text).into_owned(),
        false => text,
    })
}

/// An error that is about no line in particular.
fn plain(message: String) -> SyntaxError {
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
        Err(error) => {
            let at = error.valid_up_to();
            let line = line_of(body, at);
            let byte = body.get(at).copied().unwrap_or(0);
            Err(undecodable(
                body,
                at,
                format!(
                    "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: {}",
                    reason(body, at, error.error_len())
                ),
                line,
            ))
        }
    }
}

/// What CPython's decoder calls a fault in UTF-8.
fn reason(body: &[u8], at: usize, len: Option<usize>) -> &'static str {
    match (body.get(at), len) {
        (_, None) => "unexpected end of data",
        (Some(0x80..=0xc1 | 0xf5..=0xff), _) => "invalid start byte",
        _ => "invalid continuation byte",
    }
}

fn ascii(body: &[u8]) -> Result<String, SyntaxError> {
    match body.iter().position(|b| !b.is_ascii()) {
        None => Ok(body.iter().map(|&b| char::from(b)).collect()),
        Some(at) => {
            let message = format!(
                "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                body[at]
            );
            Err(undecodable(body, at, message, line_of(body, at)))
        }
    }
}

fn line_of(body: &[u8], at: usize) -> u32 {
    body[..at].iter().filter(|&&b| b == b'\n').count() as u32 + 1
}

fn undecodable(body: &[u8], at: usize, message: String, line: u32) -> SyntaxError {
    let start = body[..at].iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let column = String::from_utf8_lossy(&body[start..at]).chars().count() as u32 + 1;
    let end = body[start..].iter().position(|&b| b == b'\n').map_or(body.len(), |len| start + len);
    SyntaxError {
        kind: SyntaxErrorKind::Syntax,
        message,
        line,
        column,
        end_line: line,
        end_column: column as i32,
        text: Some(String::from_utf8_lossy(&body[start..end]).into_owned()),
        incomplete: false,
    }
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
}
