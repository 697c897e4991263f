//! Encodings of a byte a character: Latin-1 and ASCII.

use super::handler::{Handler, Source, Substitute, Undecodable, Unencodable};
use crate::heap::text::{Builder, Str};
use crate::value::*;
use crate::vm::{Res, Vm};

/// The code points below `limit`, a byte each.
#[derive(Clone, Copy, Debug)]
pub struct Narrow {
    name: &'static str,
    limit: u32,
    reason: &'static str,
}

/// ASCII
pub const ASCII: Narrow = Narrow { name: "ascii", limit: 128, reason: "ordinal not in range(128)" };
/// Latin-1
pub const LATIN_1: Narrow = Narrow { name: "latin-1", limit: 256, reason: "ordinal not in range(256)" };

/// Encodes.
pub fn encode(vm: &mut Vm, text: StrKey, handler: &Handler, codec: Narrow) -> Res<Vec<u8>> {
    let s = &vm.heap.strs[text];
    if s.is_ascii() {
        return Ok(s.as_bytes().to_vec());
    }
    let points: Vec<u32> = s.code_points().collect();
    let mut out = Vec::with_capacity(points.len());
    let mut at = 0;
    while at < points.len() {
        match u8::try_from(points[at]) {
            Ok(b) if points[at] < codec.limit => {
                out.push(b);
                at += 1;
                continue;
            }
            _ => {}
        }
        let run = points[at..].iter().take_while(|&&c| c >= codec.limit).count();
        let error = Unencodable {
            encoding: codec.name,
            text,
            start: at,
            end: at + run,
            points: &points[at..at + run],
            reason: codec.reason,
        };
        let (substitute, next) = error.substitute(vm, handler, false)?;
        match substitute {
            Substitute::Text(text) => out.extend_from_slice(text.as_bytes()),
            Substitute::Bytes(bytes) => out.extend_from_slice(&bytes),
            Substitute::Surrogates => {}
        }
        at = next;
    }
    Ok(out)
}

/// Decodes Latin-1, which never fails.
pub fn decode_latin_1(bytes: &[u8]) -> Str {
    Str::new(bytes.iter().map(|&b| char::from(b)).collect::<String>())
}

/// Decodes ASCII.
pub fn decode_ascii(vm: &mut Vm, source: &Source) -> Res<Str> {
    let mut out = Builder::with_capacity(source.bytes.len());
    let mut at = 0;
    while let Some(good) = source.bytes[at..].iter().position(|b| !b.is_ascii()) {
        out.push_bytes(&source.bytes[at..at + good]);
        let start = at + good;
        let bad = Undecodable { encoding: "ascii", start, end: start + 1, reason: ASCII.reason, surrogate: None };
        at = source.substitute(vm, &mut out, bad)?;
    }
    out.push_bytes(&source.bytes[at..]);
    Ok(out.finish())
}
