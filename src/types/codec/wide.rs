//! UTF-16 and UTF-32, in either byte order.

use super::handler::{Handler, Source, Substitute, Undecodable, Unencodable};
use crate::heap::text::{Builder, Str};
use crate::value::*;
use crate::vm::{Res, Vm};

/// The order of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As a byte order mark says, which is written little-endian.
    Marked,
    /// Little-endian, no mark.
    Little,
    /// Big-endian, no mark.
    Big,
}

fn push_16(out: &mut Vec<u8>, unit: u16, order: Order) {
    out.extend_from_slice(&if order == Order::Big { unit.to_be_bytes() } else { unit.to_le_bytes() });
}

fn push_32(out: &mut Vec<u8>, c: u32, order: Order) {
    out.extend_from_slice(&if order == Order::Big { c.to_be_bytes() } else { c.to_le_bytes() });
}

fn push_char_16(out: &mut Vec<u8>, c: u32, order: Order) {
    match char::from_u32(c) {
        Some(c) => c.encode_utf16(&mut [0; 2]).iter().for_each(|&u| push_16(out, u, order)),
        None => push_16(out, c as u16, order),
    }
}

/// Encodes as UTF-16.
pub fn encode_16(vm: &mut Vm, text: StrKey, handler: &Handler, order: Order) -> Res<Vec<u8>> {
    let name = ["utf-16", "utf-16-le", "utf-16-be"][order as usize];
    encode(vm, text, handler, order, name, push_char_16)
}

/// Encodes as UTF-32.
pub fn encode_32(vm: &mut Vm, text: StrKey, handler: &Handler, order: Order) -> Res<Vec<u8>> {
    let name = ["utf-32", "utf-32-le", "utf-32-be"][order as usize];
    encode(vm, text, handler, order, name, push_32)
}

fn encode(
    vm: &mut Vm,
    text: StrKey,
    handler: &Handler,
    order: Order,
    encoding: &'static str,
    push: fn(&mut Vec<u8>, u32, Order),
) -> Res<Vec<u8>> {
    let points: Vec<u32> = vm.heap.strs[text].code_points().collect();
    let mut out = Vec::with_capacity(points.len() * 2 + 2);
    if order == Order::Marked {
        push(&mut out, 0xFEFF, order);
    }
    let mut at = 0;
    while let Some(&c) = points.get(at) {
        if !(0xD800..0xE000).contains(&c) {
            push(&mut out, c, order);
            at += 1;
            continue;
        }
        let reason = "surrogates not allowed";
        let error = Unencodable { encoding, text, start: at, end: at + 1, points: &[c], reason };
        let (substitute, next) = error.substitute(vm, handler, true)?;
        at = next;
        match substitute {
            Substitute::Text(text) => text.chars().for_each(|c| push(&mut out, u32::from(c), order)),
            // A byte is no whole unit, so that CPython has no use for it either.
            Substitute::Bytes(_) => {
                error.substitute(vm, &Handler::Strict, true)?;
            }
            Substitute::Surrogates => push(&mut out, c, order),
        }
    }
    Ok(out)
}

/// The byte order of marked data, and where it starts.
fn read_mark(bytes: &[u8], order: Order, little: &[u8], big: &[u8]) -> (Order, usize) {
    match order {
        Order::Marked if bytes.starts_with(little) => (Order::Little, little.len()),
        Order::Marked if bytes.starts_with(big) => (Order::Big, big.len()),
        Order::Marked => (Order::Little, 0),
        _ => (order, 0),
    }
}

/// Decodes UTF-16.
pub fn decode_16(vm: &mut Vm, source: &Source, order: Order) -> Res<Str> {
    let bytes = source.bytes;
    let (order, mut at) = read_mark(bytes, order, &[0xFF, 0xFE], &[0xFE, 0xFF]);
    let encoding = if order == Order::Big { "utf-16-be" } else { "utf-16-le" };
    let unit = |at: usize| -> Option<u32> {
        let &[a, b] = bytes.get(at..at + 2)? else { return None };
        Some(u32::from(if order == Order::Big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) }))
    };
    let mut out = Builder::with_capacity(bytes.len());
    while at < bytes.len() {
        let mut bad = Undecodable { encoding, start: at, end: at + 2, reason: "", surrogate: None };
        match (unit(at), unit(at + 2)) {
            (None, _) => (bad.end, bad.reason) = (bytes.len(), "truncated data"),
            (Some(high @ 0xD800..0xDC00), Some(low @ 0xDC00..0xE000)) => {
                out.push(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
                at += 4;
                continue;
            }
            (Some(0xD800..0xDC00), None) => (bad.end, bad.reason) = (bytes.len(), "unexpected end of data"),
            (Some(0xD800..0xDC00), Some(_)) => bad.reason = "illegal UTF-16 surrogate",
            (Some(0xDC00..0xE000), _) => bad.reason = "illegal encoding",
            (Some(c), _) => {
                out.push(c);
                at += 2;
                continue;
            }
        }
        bad.surrogate = unit(at).map(|c| (c, 2));
        at = source.substitute(vm, &mut out, bad)?;
    }
    Ok(out.finish())
}

/// Decodes UTF-32.
pub fn decode_32(vm: &mut Vm, source: &Source, order: Order) -> Res<Str> {
    let bytes = source.bytes;
    let (order, mut at) = read_mark(bytes, order, &[0xFF, 0xFE, 0, 0], &[0, 0, 0xFE, 0xFF]);
    let encoding = if order == Order::Big { "utf-32-be" } else { "utf-32-le" };
    let mut out = Builder::with_capacity(bytes.len());
    while at < bytes.len() {
        let mut bad = Undecodable { encoding, start: at, end: at + 4, reason: "", surrogate: None };
        let unit = bytes.get(at..at + 4).and_then(|b| <[u8; 4]>::try_from(b).ok());
        match unit.map(|b| if order == Order::Big { u32::from_be_bytes(b) } else { u32::from_le_bytes(b) }) {
            None => (bad.end, bad.reason) = (bytes.len(), "truncated data"),
            Some(c @ 0xD800..0xE000) => {
                bad.reason = "code point in surrogate code point range(0xd800, 0xe000)";
                bad.surrogate = Some((c, 4));
            }
            Some(0x11_0000..) => bad.reason = "code point not in range(0x110000)",
            Some(c) => {
                out.push(c);
                at += 4;
                continue;
            }
        }
        at = source.substitute(vm, &mut out, bad)?;
    }
    Ok(out.finish())
}
