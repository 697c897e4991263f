//! UTF-8.

use super::handler::{Handler, Source, Substitute, Undecodable, Unencodable};
use crate::heap::text::{Builder, CodePoints, Str};
use crate::value::*;
use crate::vm::{Res, Vm};

/// Encodes behind what `out` holds already.
pub fn encode(vm: &mut Vm, text: StrKey, handler: &Handler, mut out: Vec<u8>) -> Res<Vec<u8>> {
    if let Some(s) = vm.heap.strs[text].as_str() {
        out.extend_from_slice(s.as_bytes());
        return Ok(out);
    }
    let points: Vec<u32> = vm.heap.strs[text].code_points().collect();
    let is_surrogate = |c: u32| (0xD800..0xE000).contains(&c);
    let mut at = 0;
    while at < points.len() {
        if let Some(c) = char::from_u32(points[at]) {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            at += 1;
            continue;
        }
        let run = points[at..].iter().take_while(|&&c| is_surrogate(c)).count();
        let bad = &points[at..at + run];
        let error = Unencodable {
            encoding: "utf-8",
            text,
            start: at,
            end: at + run,
            points: bad,
            reason: "surrogates not allowed",
        };
        let (substitute, next) = error.substitute(vm, handler, true)?;
        match substitute {
            Substitute::Text(text) => out.extend_from_slice(text.as_bytes()),
            Substitute::Bytes(bytes) => out.extend_from_slice(&bytes),
            Substitute::Surrogates => out.extend_from_slice(Str::from_code_points(bad).as_bytes()),
        }
        at = next;
    }
    Ok(out)
}

/// Decodes from `at` on.
pub fn decode(vm: &mut Vm, source: &Source, mut at: usize) -> Res<Str> {
    let mut out = Builder::with_capacity(source.bytes.len() - at);
    loop {
        let rest = &source.bytes[at..];
        let error = match std::str::from_utf8(rest) {
            Ok(text) => {
                out.push_str(text);
                return Ok(out.finish());
            }
            Err(e) => e,
        };
        let (good, bad) = rest.split_at(error.valid_up_to());
        out.push_bytes(good);
        let start = at + good.len();
        let (end, reason) = match error.error_len() {
            None => (source.bytes.len(), "unexpected end of data"),
            Some(n) if matches!(bad[0], 0x80..=0xC1 | 0xF5..) => (start + n, "invalid start byte"),
            Some(n) => (start + n, "invalid continuation byte"),
        };
        let surrogate = match bad {
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => CodePoints::of(&bad[..3]).next().map(|c| (c, 3)),
            _ => None,
        };
        at = source.substitute(vm, &mut out, Undecodable { encoding: "utf-8", start, end, reason, surrogate })?;
    }
}
