//! The text of a source file: its encoding (PEP 263) and its byte order mark.

use crate::heap::types::Exc;
use crate::vm::{Res, Vm};

/// Decodes the bytes of the source file named `filename`. Raises `SyntaxError` for what is not its encoding.
pub fn decode(vm: &mut Vm, bytes: &[u8], filename: &str) -> Res<String> {
    let (bytes, marked) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    let declared = declared_encoding(bytes);
    match declared.as_deref().map(normal_name).as_deref() {
        None | Some("utf-8") => {}
        Some("latin-1" | "iso-8859-1" | "iso-8859-15") if !marked => {
            return Ok(bytes.iter().map(|&b| char::from(b)).collect());
        }
        Some("ascii") if !marked && bytes.is_ascii() => {}
        Some(_) => {
            let name = declared.unwrap_or_default();
            return Err(vm.error(Exc::SyntaxError, format!("encoding problem: {name}")));
        }
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(e) => {
            let at = e.valid_up_to();
            let line = bytes[..at].iter().filter(|&&b| b == b'\n').count() + 1;
            let byte = bytes.get(at).copied().unwrap_or(0);
            let message = if declared.is_none() {
                format!(
                    "Non-UTF-8 code starting with '\\x{byte:02x}' on line {line}, but no encoding declared; see \
                     https://peps.python.org/pep-0263/ for details"
                )
            } else {
                format!(
                    "(unicode error) 'utf-8' codec can't decode byte 0x{byte:02x} in position {at}: invalid start byte"
                )
            };
            let (message, file) = (vm.heap.new_str(message), vm.heap.new_str(filename));
            let none = crate::value::Value::None;
            let place = vm.heap.new_tuple([file, crate::value::Value::Int(line as i64), none, none]);
            Err(vm.error_with(Exc::SyntaxError, &[message, place]))
        }
    }
}

/// The encoding a comment in the first two lines names.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&b| b == b'\n').take(2) {
        let start = line.iter().position(|b| !matches!(b, b' ' | b'\t' | b'\x0c' | b'\r'));
        match start.map(|i| line[i]) {
            None => continue,
            Some(b'#') => {}
            Some(_) => return None,
        }
        let line = String::from_utf8_lossy(line);
        let Some(at) = line.find("coding") else { continue };
        let rest = &line[at + "coding".len()..];
        let Some(rest) = rest.strip_prefix([':', '=']) else { continue };
        let name: String = rest
            .trim_start_matches([' ', '\t'])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
            .collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
    None
}

fn normal_name(name: &str) -> String {
    let name = name.to_ascii_lowercase().replace('_', "-");
    match name.as_str() {
        "utf8" | "utf-8-sig" => "utf-8".to_owned(),
        "latin1" | "iso8859-1" | "l1" => "latin-1".to_owned(),
        "us-ascii" => "ascii".to_owned(),
        _ => name,
    }
}
