//! `io.TextIOWrapper`: a text file over a binary one. Reading: bytes up to a newline are decoded, line ends translated.

use super::string_io::Newline;
use super::target::Target;
use super::{closed_error, unsupported};
use crate::heap::kinds::Object;
use crate::heap::text::Str;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Res, Vm};
use std::collections::VecDeque;

/// A text file.
pub struct Text {
    /// The binary stream below.
    pub buffer: Value,
    /// `encoding`, as given.
    pub encoding: String,
    /// `errors`
    pub errors: String,
    /// What happens to line ends.
    pub newline: Newline,
    /// Every line is handed on at once.
    pub line_buffering: bool,
    /// It may be read.
    pub readable: bool,
    /// It may be written.
    pub writable: bool,
    /// `mode`, if it was made by `open`; unbound otherwise.
    pub mode: Value,
    /// The buffer was taken away.
    pub detached: bool,
    /// Characters decoded and not yet read.
    pub ahead: VecDeque<u32>,
    /// A `\r` ended what was decoded: a `\n` that follows belongs to it.
    pub after_cr: bool,
    /// The last operation was a step of an iteration: `tell` is refused.
    pub iterating: bool,
}

impl Object for Text {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.buffer);
        visit(self.mode);
    }
    fn size(&self) -> usize {
        self.ahead.capacity() * 4
    }
}

impl Text {
    /// A text file over a binary stream.
    pub fn new(buffer: Value, encoding: &str, errors: &str, newline: Newline) -> Text {
        Text {
            buffer,
            encoding: encoding.to_owned(),
            errors: errors.to_owned(),
            newline,
            line_buffering: false,
            readable: true,
            writable: true,
            mode: Value::Undef,
            detached: false,
            ahead: VecDeque::new(),
            after_cr: false,
            iterating: false,
        }
    }
}

/// UTF-8, by any of its names.
pub fn is_utf8(encoding: &str) -> bool {
    encoding.eq_ignore_ascii_case("utf-8") || encoding.eq_ignore_ascii_case("utf8")
}

/// The file's key; `TypeError` for another object, `ValueError` if the file is closed.
pub fn open_file(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    let k = key(vm, this)?;
    if vm.heap.object::<Text>(k).is_some_and(|f| f.detached) {
        return Err(vm.value_error("underlying buffer has been detached"));
    }
    if super::base::is_closed(vm, this) {
        return Err(closed_error(vm));
    }
    Ok(k)
}

/// The file's key; `TypeError` for another object.
pub fn key(vm: &mut Vm, this: Value) -> Res<ObjectKey> {
    match vm.payload(this) {
        Value::Object(k) if vm.heap.object::<Text>(k).is_some() => Ok(k),
        _ => {
            let t = vm.type_name(this);
            Err(vm.type_error(format!("descriptor requires a '_io.TextIOWrapper' object but received a '{t}'")))
        }
    }
}

/// The file's state.
pub fn state(vm: &mut Vm, k: ObjectKey) -> Res<&mut Text> {
    if vm.heap.object::<Text>(k).is_none() {
        return Err(closed_error(vm));
    }
    match vm.heap.object_mut::<Text>(k) {
        Some(f) => Ok(f),
        None => unreachable!("it was there a moment ago"),
    }
}

/// The stream below.
pub fn target(vm: &mut Vm, k: ObjectKey) -> Res<Target> {
    let buffer = state(vm, k)?.buffer;
    Ok(Target::of(vm, buffer))
}

/// Bytes to text, in the file's encoding.
pub fn decode(vm: &mut Vm, k: ObjectKey, bytes: Vec<u8>) -> Res<Str> {
    let f = state(vm, k)?;
    let (encoding, errors) = (f.encoding.clone(), f.errors.clone());
    let bytes = if is_utf8(&encoding) {
        match String::from_utf8(bytes) {
            Ok(text) => return Ok(Str::new(text)),
            Err(e) => e.into_bytes(),
        }
    } else {
        bytes
    };
    let bytes = vm.heap.new_bytes(bytes);
    let (encoding, errors) = (vm.heap.new_str(encoding), vm.heap.new_str(errors));
    let decode = vm.heap.intern("decode");
    match vm.call_method(bytes, decode, &[encoding, errors])? {
        Value::Str(s) => Ok(vm.heap.strs[s].slice(0, vm.heap.strs[s].len())),
        other => {
            let t = vm.type_name(other);
            Err(vm.type_error(format!("decoder should return a string result, not '{t}'")))
        }
    }
}

/// Text to bytes, in the file's encoding.
pub fn encode(vm: &mut Vm, k: ObjectKey, text: StrKey) -> Res<Vec<u8>> {
    let f = state(vm, k)?;
    let (encoding, errors, newline) = (f.encoding.clone(), f.errors.clone(), f.newline);
    let text = match newline {
        Newline::Cr | Newline::CrLf => {
            let points = newline.written(vm.heap.strs[text].code_points());
            match vm.heap.new_text(Str::from_code_points(&points)) {
                Value::Str(k) => k,
                _ => text,
            }
        }
        Newline::Universal | Newline::Keep | Newline::Lf => text,
    };
    if is_utf8(&encoding)
        && let Some(utf8) = vm.heap.strs[text].as_str()
    {
        return Ok(utf8.as_bytes().to_vec());
    }
    let (encoding, errors) = (vm.heap.new_str(encoding), vm.heap.new_str(errors));
    let encode = vm.heap.intern("encode");
    let bytes = vm.call_method(Value::Str(text), encode, &[encoding, errors])?;
    super::bytes_argument(vm, bytes)
}

/// Translates the line ends of text that was read.
fn translate(f: &mut Text, text: &Str) -> Vec<u32> {
    let mut points: Vec<u32> = text.code_points().collect();
    if f.newline == Newline::Universal {
        if f.after_cr && points.first() == Some(&10) {
            points.remove(0);
        }
        f.after_cr = points.last() == Some(&13);
        if points.contains(&13) {
            points = Newline::universal(&points);
        }
    }
    points
}

/// Decodes the next piece (up to a `\n`) into what is read ahead; false at the end.
fn fill(vm: &mut Vm, k: ObjectKey) -> Res<bool> {
    let bytes = target(vm, k)?.read_line(vm)?;
    if bytes.is_empty() {
        return Ok(false);
    }
    let text = decode(vm, k, bytes)?;
    let f = state(vm, k)?;
    let points = translate(f, &text);
    f.ahead.extend(points);
    Ok(true)
}

/// `UnsupportedOperation` unless the file may be read.
pub fn check_readable(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    if state(vm, k)?.readable { Ok(()) } else { Err(unsupported(vm, "not readable")) }
}

/// `UnsupportedOperation` unless the file may be written.
pub fn check_writable(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    if state(vm, k)?.writable { Ok(()) } else { Err(unsupported(vm, "not writable")) }
}

/// At most `n` characters, or all.
pub fn read_text(vm: &mut Vm, k: ObjectKey, n: Option<usize>) -> Res {
    check_readable(vm, k)?;
    let Some(n) = n else {
        let bytes = target(vm, k)?.read_all(vm)?;
        let text = decode(vm, k, bytes)?;
        let f = state(vm, k)?;
        if f.ahead.is_empty() && f.newline != Newline::Universal {
            return Ok(vm.heap.new_text(text));
        }
        let points = translate(f, &text);
        f.ahead.extend(points);
        let all: Vec<u32> = std::mem::take(&mut f.ahead).into();
        return Ok(vm.heap.new_text(Str::from_code_points(&all)));
    };
    while state(vm, k)?.ahead.len() < n && fill(vm, k)? {}
    let f = state(vm, k)?;
    let n = n.min(f.ahead.len());
    let points: Vec<u32> = f.ahead.drain(..n).collect();
    Ok(vm.heap.new_text(Str::from_code_points(&points)))
}

/// A line of at most `limit` characters; empty at the end.
pub fn read_line(vm: &mut Vm, k: ObjectKey, limit: usize) -> Res {
    check_readable(vm, k)?;
    loop {
        let f = state(vm, k)?;
        let points = f.ahead.make_contiguous();
        let end = f.newline.line_end(points);
        // Without a line end in sight, or with a `\r` that a `\n` may follow, there may be more.
        let sure = points[..end].ends_with(&[10]) || (end < points.len()) || end >= limit;
        if sure || !fill(vm, k)? {
            let f = state(vm, k)?;
            let end = end.min(limit).min(f.ahead.len());
            let line: Vec<u32> = f.ahead.drain(..end).collect();
            return Ok(vm.heap.new_text(Str::from_code_points(&line)));
        }
    }
}

/// Writes a str; answers its length.
pub fn write_text(vm: &mut Vm, k: ObjectKey, text: StrKey) -> Res {
    check_writable(vm, k)?;
    let bytes = encode(vm, k, text)?;
    let to = target(vm, k)?;
    if !state(vm, k)?.ahead.is_empty() {
        drop_ahead(vm, k)?;
    }
    to.write(vm, &bytes)?;
    if state(vm, k)?.line_buffering && bytes.contains(&b'\n') {
        to.flush(vm)?;
    }
    Ok(Value::Int(vm.heap.strs[text].len() as i64))
}

/// Moves the stream below back to where the reader is.
pub fn drop_ahead(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    let back = bytes_ahead(vm, k)?;
    let f = state(vm, k)?;
    f.ahead.clear();
    f.after_cr = false;
    if back > 0 {
        target(vm, k)?.seek(vm, -back, 1)?;
    }
    Ok(())
}

/// How many bytes of the stream below the characters read ahead were.
pub fn bytes_ahead(vm: &mut Vm, k: ObjectKey) -> Res<i64> {
    let points: Vec<u32> = state(vm, k)?.ahead.iter().copied().collect();
    if points.is_empty() {
        return Ok(0);
    }
    let Value::Str(text) = vm.heap.new_text(Str::from_code_points(&points)) else { return Ok(0) };
    let f = state(vm, k)?;
    let newline = std::mem::replace(&mut f.newline, Newline::Keep);
    let bytes = encode(vm, k, text);
    state(vm, k)?.newline = newline;
    Ok(bytes?.len() as i64)
}

/// `tell` is refused within an iteration.
pub fn check_telling(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    if state(vm, k)?.iterating {
        return Err(vm.error(Exc::OSError, "telling position disabled by next() call"));
    }
    Ok(())
}
