//! Text to bytes and back: the encodings, by name.

mod escape;
mod handler;
mod narrow;
pub mod registry;
mod utf8;
mod wide;

use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use handler::{Handler, Source};
use wide::Order;

/// An encoding of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Sig,
    Utf16(Order),
    Utf32(Order),
    Latin1,
    Ascii,
    UnicodeEscape,
    RawUnicodeEscape,
}

/// An encoding's name as tables have it: lower case, `_` between words.
pub fn normalized(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_alphanumeric() || c == '.' {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.truncate(out.trim_end_matches('_').len());
    out
}

fn lookup(name: &str) -> Option<Encoding> {
    Some(match normalized(name).as_str() {
        "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001" => Encoding::Utf8,
        "utf_8_sig" => Encoding::Utf8Sig,
        "utf_16" | "utf16" | "u16" => Encoding::Utf16(Order::Marked),
        "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Encoding::Utf16(Order::Little),
        "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Encoding::Utf16(Order::Big),
        "utf_32" | "utf32" | "u32" => Encoding::Utf32(Order::Marked),
        "utf_32_le" | "utf_32le" => Encoding::Utf32(Order::Little),
        "utf_32_be" | "utf_32be" => Encoding::Utf32(Order::Big),
        "latin_1" | "latin1" | "latin" | "l1" | "iso8859_1" | "iso_8859_1" | "iso8859" | "8859" | "cp819"
        | "ibm819" | "iso_8859_1_1987" | "iso_ir_100" | "csisolatin1" => Encoding::Latin1,
        "ascii" | "us_ascii" | "us" | "646" | "iso646_us" | "iso_ir_6" | "cp367" | "ibm367" | "csascii"
        | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "iso_646.irv_1991" => Encoding::Ascii,
        "unicode_escape" => Encoding::UnicodeEscape,
        "raw_unicode_escape" => Encoding::RawUnicodeEscape,
        _ => return None,
    })
}

/// The name by which Python calls a built-in encoding; None if there is none of this name.
pub fn canonical_name(name: &str) -> Option<&'static str> {
    Some(match lookup(name)? {
        Encoding::Utf8 => "utf-8",
        Encoding::Utf8Sig => "utf-8-sig",
        Encoding::Utf16(order) => ["utf-16", "utf-16-le", "utf-16-be"][order as usize],
        Encoding::Utf32(order) => ["utf-32", "utf-32-le", "utf-32-be"][order as usize],
        Encoding::Latin1 => "iso8859-1",
        Encoding::Ascii => "ascii",
        Encoding::UnicodeEscape => "unicode-escape",
        Encoding::RawUnicodeEscape => "raw-unicode-escape",
    })
}

/// Codecs that don't turn text into bytes, which `str.encode` and `bytes.decode` refuse.
fn is_not_of_text(name: &str) -> bool {
    matches!(
        normalized(name).as_str(),
        "hex"
            | "hex_codec"
            | "base64"
            | "base64_codec"
            | "base_64"
            | "bz2"
            | "bz2_codec"
            | "zlib"
            | "zlib_codec"
            | "zip"
            | "quopri"
            | "quopri_codec"
            | "quoted_printable"
            | "uu"
            | "uu_codec"
            | "rot13"
            | "rot_13"
    )
}

#[cold]
fn unknown(vm: &mut Vm, name: &str, function: &str) -> Raised {
    if name.contains('\0') {
        return vm.value_error("embedded null character");
    }
    if is_not_of_text(name) {
        let hint = format!("use codecs.{function}() to handle arbitrary codecs");
        return vm.error(Exc::LookupError, format!("'{name}' is not a text encoding; {hint}"));
    }
    vm.error(Exc::LookupError, format!("unknown encoding: {name}"))
}

/// The `encoding` or `errors` argument of a function; the default if absent.
pub fn name_argument(vm: &mut Vm, v: Value, function: &str, argument: &str, default: &str) -> Res<String> {
    match vm.payload(v) {
        Value::Undef => Ok(default.to_owned()),
        Value::Str(k) => Ok(vm.heap.text(k).into_owned()),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("{function}() argument '{argument}' must be str, not {t}")))
        }
    }
}

/// `text.encode(encoding, errors)`: a bytes object.
pub fn encode(vm: &mut Vm, text: StrKey, encoding: &str, errors: &str) -> Res {
    let bytes = encode_to_vec(vm, text, encoding, errors)?;
    Ok(vm.heap.new_bytes(bytes))
}

/// The bytes of `text.encode(encoding, errors)`.
pub fn encode_to_vec(vm: &mut Vm, text: StrKey, encoding: &str, errors: &str) -> Res<Vec<u8>> {
    let Some(codec) = lookup(encoding) else {
        return match registry::convert(vm, encoding, "encode", Value::Str(text), errors)? {
            Some(Value::Bytes(k)) => Ok(vm.heap.bytes[k].to_vec()),
            _ => Err(unknown(vm, encoding, "encode")),
        };
    };
    let s = &vm.heap.strs[text];
    let size = match codec {
        Encoding::Utf16(_) => s.len().saturating_mul(4),
        Encoding::Utf32(_) => s.len().saturating_mul(4),
        Encoding::UnicodeEscape | Encoding::RawUnicodeEscape => s.len().saturating_mul(10),
        _ => s.size(),
    };
    vm.reserve(size)?;
    let handler = Handler::named(errors);
    match codec {
        Encoding::Utf8 => utf8::encode(vm, text, &handler, Vec::new()),
        Encoding::Utf8Sig => utf8::encode(vm, text, &handler, vec![0xEF, 0xBB, 0xBF]),
        Encoding::Utf16(order) => wide::encode_16(vm, text, &handler, order),
        Encoding::Utf32(order) => wide::encode_32(vm, text, &handler, order),
        Encoding::Latin1 => narrow::encode(vm, text, &handler, narrow::LATIN_1),
        Encoding::Ascii => narrow::encode(vm, text, &handler, narrow::ASCII),
        Encoding::UnicodeEscape => Ok(escape::encode(&vm.heap.strs[text])),
        Encoding::RawUnicodeEscape => Ok(escape::encode_raw(&vm.heap.strs[text])),
    }
}

/// `bytes.decode(encoding, errors)` of a bytes or bytearray: a str. Nothing decodes to nothing, in whatever encoding.
pub fn decode(vm: &mut Vm, object: Value, encoding: &str, errors: &str) -> Res {
    let Some(codec) = lookup(encoding) else {
        if crate::types::buffer::content(vm, object).is_some_and(|bytes| bytes.is_empty()) {
            return Ok(vm.heap.interned_str(""));
        }
        return match registry::convert(vm, encoding, "decode", object, errors)? {
            Some(text) => Ok(text),
            None => Err(unknown(vm, encoding, "decode")),
        };
    };
    let bytes: Box<[u8]> = crate::types::bytes::buffer(vm, object).unwrap_or_default().into();
    vm.reserve(bytes.len())?;
    let source = Source { bytes: &bytes, object, handler: Handler::named(errors) };
    let text = match codec {
        Encoding::Utf8 => utf8::decode(vm, &source, 0)?,
        Encoding::Utf8Sig => {
            let mark = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
            utf8::decode(vm, &source, mark)?
        }
        Encoding::Utf16(order) => wide::decode_16(vm, &source, order)?,
        Encoding::Utf32(order) => wide::decode_32(vm, &source, order)?,
        Encoding::Latin1 => narrow::decode_latin_1(&bytes),
        Encoding::Ascii => narrow::decode_ascii(vm, &source)?,
        Encoding::UnicodeEscape => escape::decode(vm, &source)?,
        Encoding::RawUnicodeEscape => escape::decode_raw(vm, &source)?,
    };
    Ok(vm.heap.new_text(text))
}
