//! Format strings: what lies where in a struct.

use super::error;
use crate::types::codec;
use crate::types::scalar::Scalar;
use crate::value::*;
use crate::vm::{Res, Vm};

/// What one format character with its count says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// So many scalars of the type of this character.
    Scalars(Scalar, u8, usize),
    /// Bytes of this length.
    Bytes(usize),
    /// Bytes with their length before them, in this room.
    Pascal(usize),
}

/// A struct: its items with their offsets, and the order of bytes.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Items with their offsets; padding is left out.
    pub items: Vec<(usize, Item)>,
    /// The size in bytes.
    pub size: usize,
    /// How many values go in.
    pub values: usize,
    /// The least significant byte comes first.
    pub little: bool,
    /// Sizes are those that are the same everywhere.
    pub standard: bool,
}

/// The text of a format: a str or bytes of ASCII characters.
pub fn text(vm: &mut Vm, format: Value) -> Res<Vec<u8>> {
    match vm.payload(format) {
        Value::Str(k) => codec::encode_to_vec(vm, k, "ascii", "strict"),
        Value::Bytes(k) => Ok(vm.heap.bytes[k].to_vec()),
        _ => {
            let t = vm.type_name(format);
            Err(vm.type_error(format!("Struct() argument 1 must be a str or bytes object, not {t}")))
        }
    }
}

impl Layout {
    /// Reads a format given as an argument.
    pub fn of(vm: &mut Vm, format: Value) -> Res<Layout> {
        let text = text(vm, format)?;
        Layout::parse(&text).map_err(|message| error(vm, message))
    }

    /// Reads a format.
    pub fn parse(text: &[u8]) -> Result<Layout, &'static str> {
        const TOO_LONG: &str = "total struct size too long";
        if text.contains(&0) {
            return Err("embedded null character");
        }
        let native = cfg!(target_endian = "little");
        let (little, standard, codes) = match text {
            [b'<', rest @ ..] => (true, true, rest),
            [b'>' | b'!', rest @ ..] => (false, true, rest),
            [b'=', rest @ ..] => (native, true, rest),
            [b'@', rest @ ..] => (native, false, rest),
            rest => (native, false, rest),
        };
        let mut layout = Layout { little, standard, ..Layout::default() };
        let mut i = 0;
        while let Some(&first) = codes.get(i) {
            if first.is_ascii_whitespace() || first == b'\x0b' {
                i += 1;
                continue;
            }
            let digits = codes[i..].iter().take_while(|c| c.is_ascii_digit()).count();
            let mut count = 1usize;
            if digits > 0 {
                let number = std::str::from_utf8(&codes[i..i + digits]).unwrap_or_default();
                count = number.parse::<i64>().map_err(|_| TOO_LONG)? as usize;
                i += digits;
            }
            let &code = codes.get(i).ok_or("repeat count given without format specifier")?;
            i += 1;
            layout.add(code, count)?;
            if layout.size > i64::MAX as usize {
                return Err(TOO_LONG);
            }
        }
        Ok(layout)
    }

    fn add(&mut self, code: u8, count: usize) -> Result<(), &'static str> {
        let (item, unit, values) = match code {
            b'x' => (None, 1, 0),
            b's' => (Some(Item::Bytes(count)), 1, 1),
            b'p' => (Some(Item::Pascal(count)), 1, 1),
            _ => {
                let scalar = if self.standard { Scalar::standard(code) } else { Scalar::native(code) };
                let scalar = scalar.ok_or("bad char in struct format")?;
                if !self.standard {
                    self.size = self.size.next_multiple_of(scalar.size());
                }
                (Some(Item::Scalars(scalar, code, count)), scalar.size(), count)
            }
        };
        if let Some(item) = item {
            self.items.push((self.size, item));
        }
        self.values += values;
        let bytes = count.checked_mul(unit).filter(|&n| n <= i64::MAX as usize);
        self.size = bytes.and_then(|n| self.size.checked_add(n)).ok_or("total struct size too long")?;
        Ok(())
    }

    /// The tuple of the values in a struct's bytes.
    pub fn read(&self, vm: &mut Vm, bytes: &[u8]) -> Value {
        let mut values = Vec::with_capacity(self.values);
        for &(offset, item) in &self.items {
            let rest = &bytes[offset..];
            match item {
                Item::Scalars(scalar, _, count) => {
                    let size = scalar.size();
                    values.extend(rest.chunks_exact(size).take(count).map(|b| scalar.read(vm, b, self.little)));
                }
                Item::Bytes(n) => values.push(vm.heap.new_bytes(&rest[..n])),
                Item::Pascal(room) => {
                    let n = rest.first().map_or(0, |&n| usize::from(n)).min(room.saturating_sub(1));
                    let content = if room == 0 { &[] } else { &rest[1..=n] };
                    values.push(vm.heap.new_bytes(content));
                }
            }
        }
        vm.heap.new_tuple(values)
    }
}
