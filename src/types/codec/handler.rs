//! What happens where text can't be encoded or bytes can't be decoded: the error handlers.

use super::registry;
use crate::heap::text::Builder;
use crate::heap::types::Exc;
use crate::types::str::repr::escape;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// An error handler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handler {
    /// Raise.
    Strict,
    /// Leave out.
    Ignore,
    /// `?` or U+FFFD.
    Replace,
    /// `\xhh`
    Backslash,
    /// `&#233;`
    Xml,
    /// `\N{…}`
    Name,
    /// Bytes as lone surrogates and back.
    SurrogateEscape,
    /// Surrogates like any code point.
    SurrogatePass,
    /// No handler of this name: a `LookupError` when it is needed.
    Unknown(String),
}

impl Handler {
    /// The handler of a name.
    pub fn named(name: &str) -> Handler {
        match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::Backslash,
            "xmlcharrefreplace" => Handler::Xml,
            "namereplace" => Handler::Name,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            _ => Handler::Unknown(name.to_owned()),
        }
    }
}

/// Characters that can't be encoded.
pub struct Unencodable<'a> {
    /// The encoding's name in messages.
    pub encoding: &'static str,
    /// The string.
    pub text: StrKey,
    /// The first character.
    pub start: usize,
    /// Behind the last one.
    pub end: usize,
    /// The characters.
    pub points: &'a [u32],
    /// Why not.
    pub reason: &'static str,
}

/// What stands for characters that can't be encoded.
pub enum Substitute {
    /// ASCII text, to be encoded.
    Text(String),
    /// Bytes, as they are.
    Bytes(Vec<u8>),
    /// The surrogates themselves.
    Surrogates,
}

impl Unencodable<'_> {
    /// Asks the handler; where encoding goes on. `surrogates` says that the encoding can pass surrogates on.
    pub fn substitute(&self, vm: &mut Vm, handler: &Handler, surrogates: bool) -> Res<(Substitute, usize)> {
        if let Handler::Unknown(name) = handler {
            return self.ask(vm, name);
        }
        self.built_in(vm, handler, surrogates).map(|substitute| (substitute, self.end))
    }

    /// Asks a handler that a program registered.
    fn ask(&self, vm: &mut Vm, name: &str) -> Res<(Substitute, usize)> {
        let args = self.arguments(vm);
        let len = vm.heap.strs[self.text].len();
        let (answer, at) = registry::ask(vm, name, Exc::UnicodeEncodeError, &args, len)?;
        Ok(match vm.payload(answer) {
            Value::Bytes(k) => (Substitute::Bytes(vm.heap.bytes[k].to_vec()), at),
            Value::Str(k) if vm.heap.strs[k].is_ascii() => (Substitute::Text(vm.heap.text(k).into_owned()), at),
            // What is to stand there can't be encoded either.
            _ => return Err(self.raise(vm)),
        })
    }

    fn built_in(&self, vm: &mut Vm, handler: &Handler, surrogates: bool) -> Res<Substitute> {
        let mut out = String::new();
        match handler {
            Handler::Strict => return Err(self.raise(vm)),
            Handler::Ignore => {}
            Handler::Replace => out = "?".repeat(self.points.len()),
            Handler::Backslash => self.points.iter().for_each(|&c| escape(&mut out, c)),
            Handler::Xml => self.points.iter().for_each(|c| out.push_str(&format!("&#{c};"))),
            Handler::Name => {
                for &c in self.points {
                    match char::from_u32(c).and_then(unicode_names2::name) {
                        Some(name) => out.push_str(&format!("\\N{{{name}}}")),
                        None => escape(&mut out, c),
                    }
                }
            }
            Handler::SurrogateEscape => {
                let byte = |&c: &u32| c.checked_sub(0xDC00).and_then(|b| u8::try_from(b).ok()).filter(|&b| b >= 0x80);
                let bytes: Vec<u8> = self.points.iter().map_while(byte).collect();
                return if bytes.len() == self.points.len() {
                    Ok(Substitute::Bytes(bytes))
                } else {
                    Err(Unencodable { start: self.start + bytes.len(), ..*self }.raise(vm))
                };
            }
            Handler::SurrogatePass => {
                return if surrogates && self.points.iter().all(|c| (0xD800..0xE000).contains(c)) {
                    Ok(Substitute::Surrogates)
                } else {
                    Err(self.raise(vm))
                };
            }
            Handler::Unknown(_) => return Err(self.raise(vm)),
        }
        Ok(Substitute::Text(out))
    }

    #[cold]
    fn raise(&self, vm: &mut Vm) -> Raised {
        let args = self.arguments(vm);
        vm.error_with(Exc::UnicodeEncodeError, &args)
    }

    fn arguments(&self, vm: &mut Vm) -> [Value; 5] {
        let (encoding, reason) = (vm.heap.interned_str(self.encoding), vm.heap.new_str(self.reason));
        let (start, end) = (Value::Int(self.start as i64), Value::Int(self.end as i64));
        [encoding, Value::Str(self.text), start, end, reason]
    }
}

/// Bytes being decoded.
pub struct Source<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// The object they come from.
    pub object: Value,
    /// What to do where they can't be decoded.
    pub handler: Handler,
}

/// Bytes that can't be decoded.
#[derive(Clone, Copy)]
pub struct Undecodable {
    /// The encoding's name in messages.
    pub encoding: &'static str,
    /// The first byte.
    pub start: usize,
    /// Behind the last one.
    pub end: usize,
    /// Why not.
    pub reason: &'static str,
    /// The surrogate that the bytes from `start` encode, and how many they are, if they do.
    pub surrogate: Option<(u32, usize)>,
}

impl Source<'_> {
    /// Asks the handler what stands for undecodable bytes; where decoding goes on.
    pub fn substitute(&self, vm: &mut Vm, out: &mut Builder, bad: Undecodable) -> Res<usize> {
        let bytes = &self.bytes[bad.start..bad.end];
        match &self.handler {
            Handler::Strict => return Err(self.raise(vm, bad)),
            Handler::Ignore => {}
            Handler::Replace => out.push(0xFFFD),
            Handler::Backslash => bytes.iter().for_each(|b| out.push_str(&format!("\\x{b:02x}"))),
            Handler::Xml | Handler::Name => {
                return Err(vm.type_error("don't know how to handle UnicodeDecodeError in error callback"));
            }
            Handler::SurrogateEscape => {
                let escaped = bytes.iter().take(4).take_while(|&&b| b >= 0x80).count();
                if escaped == 0 {
                    return Err(self.raise(vm, bad));
                }
                bytes[..escaped].iter().for_each(|&b| out.push(0xDC00 + u32::from(b)));
                return Ok(bad.start + escaped);
            }
            Handler::SurrogatePass => {
                let Some((c, width)) = bad.surrogate else { return Err(self.raise(vm, bad)) };
                out.push(c);
                return Ok(bad.start + width);
            }
            Handler::Unknown(name) => {
                let object = self.bytes_object(vm);
                let args = registry::decode_error(vm, object, bad);
                let (answer, at) = registry::ask(vm, name, Exc::UnicodeDecodeError, &args, self.bytes.len())?;
                if let Value::Str(k) = vm.payload(answer) {
                    out.push_text(&vm.heap.strs[k]);
                }
                return Ok(at);
            }
        }
        Ok(bad.end)
    }

    #[cold]
    fn raise(&self, vm: &mut Vm, bad: Undecodable) -> Raised {
        let object = self.bytes_object(vm);
        let args = registry::decode_error(vm, object, bad);
        vm.error_with(Exc::UnicodeDecodeError, &args)
    }

    fn bytes_object(&self, vm: &mut Vm) -> Value {
        match self.object {
            Value::Bytes(_) => self.object,
            _ => vm.heap.new_bytes(self.bytes),
        }
    }
}
