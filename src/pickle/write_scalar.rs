//! Writing numbers, text and bytes.

use super::errors::pickling_error;
use super::framing::FRAME_SIZE_TARGET;
use super::opcodes::*;
use super::writer::Writer;
use crate::heap::text::Str;
use crate::value::*;
use crate::vm::{Res, Vm};
use num_bigint::BigInt;
use std::borrow::Cow;

/// A string in UTF-8, lone surrogates as three bytes (`surrogatepass`).
pub fn utf8_of(s: &Str) -> Cow<'_, [u8]> {
    match s.as_str() {
        Some(text) => Cow::Borrowed(text.as_bytes()),
        None => {
            let mut bytes = Vec::with_capacity(s.len() * 3);
            for c in s.code_points() {
                match char::from_u32(c) {
                    Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
                    None => bytes.extend_from_slice(&[
                        0xe0 | (c >> 12) as u8,
                        0x80 | (c >> 6 & 0x3f) as u8,
                        0x80 | (c & 0x3f) as u8,
                    ]),
                }
            }
            Cow::Owned(bytes)
        }
    }
}

/// A string as protocol 0 writes it: Latin-1 with `\u` and `\U` escapes, on one line.
fn raw_unicode_escape(s: &Str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(s.len());
    for c in s.code_points() {
        match c {
            0x10000.. => bytes.extend_from_slice(format!("\\U{c:08x}").as_bytes()),
            0x100.. | 0x5c | 0 | 0x0a | 0x0d | 0x1a => bytes.extend_from_slice(format!("\\u{c:04x}").as_bytes()),
            _ => bytes.push(c as u8),
        }
    }
    bytes
}

/// The shortest little-endian two's complement of an int that is not zero.
fn twos_complement(n: &BigInt) -> Vec<u8> {
    n.to_signed_bytes_le()
}

impl Writer {
    pub(super) fn write_bool(&mut self, b: bool) {
        match (self.protocol >= 2, b) {
            (true, true) => self.out.byte(NEWTRUE),
            (true, false) => self.out.byte(NEWFALSE),
            (false, true) => self.out.write(b"I01\n"),
            (false, false) => self.out.write(b"I00\n"),
        }
    }

    /// Writes an int of 64 bits by a binary opcode; false if the protocol has none for it.
    #[inline]
    pub(super) fn write_small_int(&mut self, i: i64) -> bool {
        let b = i.to_le_bytes();
        match i {
            0..=0xff => self.out.write(&[BININT1, b[0]]),
            0x100..=0xffff => self.out.write(&[BININT2, b[0], b[1]]),
            -0x8000_0000..=0x7fff_ffff => self.out.write(&[BININT, b[0], b[1], b[2], b[3]]),
            _ if self.protocol < 2 => return false,
            _ => {
                // The sign takes a bit: the bits of the magnitude, and one more.
                let bits = 65 - if i < 0 { i.leading_ones() } else { i.leading_zeros() };
                let n = bits.div_ceil(8) as usize;
                self.out.write(&[LONG1, n as u8]);
                self.out.write(&b[..n]);
            }
        }
        true
    }

    pub(super) fn save_int(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        if let Value::Int(i) = v {
            if self.bin && self.write_small_int(i) {
                return Ok(());
            }
            let short = i32::try_from(i).is_ok();
            self.out.write(if short { format!("I{i}\n") } else { format!("L{i}L\n") }.as_bytes());
            return Ok(());
        }
        let Value::BigInt(k) = v else { return Ok(()) };
        if self.protocol < 2 {
            let text = vm.repr_text(v)?;
            self.out.write(format!("L{text}L\n").as_bytes());
            return Ok(());
        }
        let bytes = twos_complement(&vm.heap.bigints[k]);
        if let Ok(n) = u8::try_from(bytes.len()) {
            self.out.write(&[LONG1, n]);
        } else if let Ok(n) = i32::try_from(bytes.len()) {
            self.out.byte(LONG4);
            self.out.write(&n.to_le_bytes());
        } else {
            return Err(vm.overflow_error("int too large to pickle"));
        }
        self.out.write(&bytes);
        Ok(())
    }

    #[inline]
    pub(super) fn write_binfloat(&mut self, x: f64) {
        // The payload of a NaN is its identity here (`Heap::new_nan`); CPython's have none.
        let x = if x.is_nan() { f64::NAN.copysign(x) } else { x };
        let b = x.to_be_bytes();
        self.out.write(&[BINFLOAT, b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7]]);
    }

    pub(super) fn save_float(&mut self, vm: &mut Vm, x: f64) -> Res<()> {
        if self.bin {
            self.write_binfloat(x);
            return Ok(());
        }
        let text = vm.repr_text(Value::Float(x))?;
        self.out.write(format!("F{text}\n").as_bytes());
        Ok(())
    }

    /// Writes and memoises a short str; false if it is long or the protocol is 0.
    #[inline]
    pub(super) fn write_small_str(&mut self, vm: &Vm, k: StrKey) -> bool {
        let Some(text) = vm.heap.strs[k].as_str() else { return false };
        if !self.bin || text.len() >= FRAME_SIZE_TARGET {
            return false;
        }
        self.write_str_header(text.len());
        self.out.write(text.as_bytes());
        self.memoize(Value::Str(k));
        true
    }

    #[inline]
    fn write_str_header(&mut self, len: usize) {
        if len <= 0xff && self.protocol >= 4 {
            self.out.write(&[SHORT_BINUNICODE, len as u8]);
        } else {
            let n = (len as u32).to_le_bytes();
            self.out.write(&[BINUNICODE, n[0], n[1], n[2], n[3]]);
        }
    }

    pub(super) fn save_str(&mut self, vm: &mut Vm, k: StrKey) -> Res<()> {
        if self.write_small_str(vm, k) {
            return Ok(());
        }
        if !self.bin {
            let line = raw_unicode_escape(&vm.heap.strs[k]);
            self.out.byte(UNICODE);
            self.out.write(&line);
            self.out.byte(b'\n');
            self.memoize(Value::Str(k));
            return Ok(());
        }
        vm.reserve(vm.heap.strs[k].size())?;
        let bytes = utf8_of(&vm.heap.strs[k]).into_owned();
        let len = bytes.len();
        if u32::try_from(len).is_ok() {
            if len < FRAME_SIZE_TARGET {
                self.write_str_header(len);
                self.out.write(&bytes);
            } else {
                let n = (len as u32).to_le_bytes();
                self.write_payload(vm, &[BINUNICODE, n[0], n[1], n[2], n[3]], bytes, Value::Undef)?;
            }
        } else if self.protocol >= 4 {
            self.write_payload(vm, &long_header(BINUNICODE8, len), bytes, Value::Undef)?;
        } else {
            let message = "serializing a string larger than 4 GiB requires pickle protocol 4 or higher";
            return Err(vm.overflow_error(message));
        }
        self.memoize(Value::Str(k));
        Ok(())
    }

    pub(super) fn save_bytes(&mut self, vm: &mut Vm, k: BytesKey) -> Res<()> {
        let v = Value::Bytes(k);
        if self.protocol < 3 {
            return self.save_bytes_as_text(vm, k);
        }
        let len = vm.heap.bytes[k].len();
        if len < FRAME_SIZE_TARGET {
            if let Ok(n) = u8::try_from(len) {
                self.out.write(&[SHORT_BINBYTES, n]);
            } else {
                self.out.byte(BINBYTES);
                self.out.write(&(len as u32).to_le_bytes());
            }
            self.out.write(&vm.heap.bytes[k]);
        } else {
            self.save_bytes_payload(vm, v)?;
        }
        self.memoize(v);
        Ok(())
    }

    fn save_bytes_payload(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        let Value::Bytes(k) = v else { return Ok(()) };
        let len = vm.heap.bytes[k].len();
        vm.reserve(len)?;
        let bytes = vm.heap.bytes[k].to_vec();
        match u32::try_from(len) {
            Ok(n) => {
                let n = n.to_le_bytes();
                self.write_payload(vm, &[BINBYTES, n[0], n[1], n[2], n[3]], bytes, v)
            }
            Err(_) if self.protocol >= 4 => self.write_payload(vm, &long_header(BINBYTES8, len), bytes, v),
            Err(_) => {
                let message = "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher";
                Err(vm.overflow_error(message))
            }
        }
    }

    /// Before protocol 3: `_codecs.encode(text, 'latin1')`, or `bytes()`.
    fn save_bytes_as_text(&mut self, vm: &mut Vm, k: BytesKey) -> Res<()> {
        let mark = vm.pin(Value::Bytes(k));
        let bytes_class = Value::Class(vm.heap.types.bytes);
        let (callable, args) = if vm.heap.bytes[k].is_empty() {
            (bytes_class, vm.heap.new_tuple([]))
        } else {
            let text: String = vm.heap.bytes[k].iter().map(|&b| char::from(b)).collect();
            let text = vm.heap.new_str(text);
            let encoding = vm.heap.interned_str("latin1");
            let args = vm.heap.new_tuple([text, encoding]);
            (self.outside(vm, |vm| super::by_reference::import_attribute(vm, "_codecs", "encode"))?, args)
        };
        let result = self.reduce_parts(vm, callable, args, Value::Bytes(k), 0);
        vm.unpin_to(mark);
        result
    }

    pub(super) fn save_bytearray(&mut self, vm: &mut Vm, k: ByteArrayKey) -> Res<()> {
        let v = Value::ByteArray(k);
        let len = vm.heap.bytearrays[k].len();
        vm.reserve(len)?;
        let content = vm.heap.bytearrays[k].clone();
        if self.protocol < 5 {
            let args = if content.is_empty() {
                vm.heap.new_tuple([])
            } else {
                let bytes = vm.heap.new_own_bytes(content);
                vm.heap.new_tuple([bytes])
            };
            let class = Value::Class(vm.heap.types.bytearray);
            return self.reduce_parts(vm, class, args, v, 1);
        }
        self.write_payload(vm, &long_header(BYTEARRAY8, len), content, v)?;
        self.memoize(v);
        self.depth -= 1;
        Ok(())
    }

    /// Writes a header and its data; large data stand outside frames and go to a file by themselves. `object`
    /// is what the file gets instead of fresh bytes, if bound.
    pub(super) fn write_payload(&mut self, vm: &mut Vm, header: &[u8], data: Vec<u8>, object: Value) -> Res<()> {
        if data.len() < FRAME_SIZE_TARGET {
            self.out.write(header);
            self.out.write(&data);
            return Ok(());
        }
        self.out.commit_frame();
        let framing = std::mem::replace(&mut self.out.framing, false);
        self.out.write(header);
        let result = if self.write.is_undef() {
            self.out.write(&data);
            Ok(())
        } else {
            let mark = vm.pin(object);
            let object = object.bound().unwrap_or_else(|| vm.heap.new_bytes(data));
            let result = self.flush(vm).and_then(|()| self.write_to_file(vm, object));
            vm.unpin_to(mark);
            result
        };
        self.out.framing = framing;
        result
    }

    /// An opcode, an identifier and a newline, as GLOBAL's lines are; error if it can't be encoded.
    pub(super) fn write_identifier(&mut self, vm: &mut Vm, text: &str, what: &str) -> Res<()> {
        if self.protocol < 3 && !text.is_ascii() {
            let protocol = self.protocol;
            let message = format!("can't pickle {what} identifier '{text}' using pickle protocol {protocol}");
            return Err(pickling_error(vm, &message));
        }
        self.out.write(text.as_bytes());
        self.out.byte(b'\n');
        Ok(())
    }
}

fn long_header(op: u8, len: usize) -> [u8; 9] {
    let n = (len as u64).to_le_bytes();
    [op, n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints_are_as_short_as_possible() {
        let mut w = Writer::new(2, true);
        for i in [0, 255, 256, 65535, 65536, -1, i64::from(i32::MIN), 1 << 31, -(1 << 31) - 1, i64::MAX, i64::MIN] {
            assert!(w.write_small_int(i));
        }
        let expected = b"K\x00K\xffM\x00\x01M\xff\xffJ\x00\x00\x01\x00J\xff\xff\xff\xffJ\x00\x00\x00\x80\
            \x8a\x05\x00\x00\x00\x80\x00\x8a\x05\xff\xff\xff\x7f\xff\
            \x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f\x8a\x08\x00\x00\x00\x00\x00\x00\x00\x80";
        assert_eq!(w.out.bytes, expected);
    }

    #[test]
    fn protocol_0_text_stays_on_its_line() {
        let s = Str::new("a\\\n\0\x1aé€😀");
        assert_eq!(raw_unicode_escape(&s), b"a\\u005c\\u000a\\u0000\\u001a\xe9\\u20ac\\U0001f600");
        let lone = Str::from_code_points(&[0xd800]);
        assert_eq!(&*utf8_of(&lone), b"\xed\xa0\x80");
    }
}
