//! `open`: from a path and a mode to a file object.

use super::binary::{BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER, Binary, FILE_IO, Source};
use super::string_io::Newline;
use super::text::Text;
use super::text_methods::TEXT_IO_WRAPPER;
use crate::heap::types::Exc;
use crate::types::exception::from_io;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};
use std::fs::OpenOptions;

/// `open`
pub static FUNCTIONS: &[NativeSpec] = &[NativeSpec::new(
    "open",
    "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    open,
    "Open file and return a stream.  Raise OSError upon failure.",
)];

/// What a mode string asks for.
#[derive(Clone, Copy, Default)]
struct Mode {
    /// One of `r`, `w`, `a`, `x`.
    kind: u8,
    update: bool,
    binary: bool,
    text: bool,
}

impl Mode {
    fn parse(vm: &mut Vm, mode: &str) -> Res<Mode> {
        let mut m = Mode::default();
        let mut kinds = 0;
        for (i, c) in mode.bytes().enumerate() {
            let again = mode.as_bytes()[..i].contains(&c);
            match c {
                _ if again => return Err(vm.value_error(format!("invalid mode: '{mode}'"))),
                b'r' | b'w' | b'a' | b'x' => {
                    kinds += 1;
                    m.kind = c;
                }
                b'+' => m.update = true,
                b'b' => m.binary = true,
                b't' => m.text = true,
                _ => return Err(vm.value_error(format!("invalid mode: '{mode}'"))),
            }
        }
        if m.text && m.binary {
            return Err(vm.value_error("can't have text and binary mode at once"));
        }
        if kinds != 1 {
            let message = if kinds > 1 {
                "must have exactly one of create/read/write/append mode"
            } else {
                "Must have exactly one of create/read/write/append mode and at most one plus"
            };
            return Err(vm.value_error(message));
        }
        Ok(m)
    }

    fn readable(self) -> bool {
        self.kind == b'r' || self.update
    }

    fn writable(self) -> bool {
        self.kind != b'r' || self.update
    }

    fn options(self) -> OpenOptions {
        let mut options = OpenOptions::new();
        options.read(self.readable());
        match self.kind {
            b'w' => options.write(true).create(true).truncate(true),
            b'a' => options.append(true).create(true),
            b'x' => options.write(true).create_new(true),
            _ => options.write(self.update),
        };
        options
    }

    /// `FileIO.mode`
    fn raw_name(self) -> &'static str {
        match (self.kind, self.update) {
            (b'x', false) => "xb",
            (b'x', true) => "xb+",
            (b'a', false) => "ab",
            (b'a', true) => "ab+",
            (b'w', false) => "wb",
            (_, true) => "rb+",
            _ => "rb",
        }
    }
}

/// The path an argument names: a str, bytes, or what `__fspath__` answers.
fn path_of(vm: &mut Vm, file: Value) -> Res<Option<String>> {
    match vm.payload(file) {
        Value::Str(k) => return Ok(Some(vm.heap.text(k).into_owned())),
        Value::Bytes(k) => return Ok(Some(String::from_utf8_lossy(&vm.heap.bytes[k]).into_owned())),
        Value::Int(_) | Value::Bool(_) => return Ok(None),
        _ => {}
    }
    let fspath = vm.heap.intern("__fspath__");
    match vm.call_special(file, fspath, &[])? {
        Some(path) if matches!(vm.payload(path), Value::Str(_) | Value::Bytes(_)) => path_of(vm, path),
        Some(other) => {
            let (t, r) = (vm.type_name(file), vm.type_name(other));
            Err(vm.type_error(format!("expected {t}.__fspath__() to return str or bytes, not {r}")))
        }
        None => {
            let t = vm.type_name(file);
            Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {t}")))
        }
    }
}

fn open(vm: &mut Vm, args: Args) -> Res {
    let [file, mode, buffering, encoding, errors, newline, _, opener] = args.take(vm);
    let mode_text = match mode.bound() {
        None => "r".to_owned(),
        Some(v) => match vm.payload(v) {
            Value::Str(k) => vm.heap.text(k).into_owned(),
            _ => {
                let t = vm.type_name(v);
                return Err(vm.type_error(format!("open() argument 'mode' must be str, not {t}")));
            }
        },
    };
    let m = Mode::parse(vm, &mode_text)?;
    let buffering = match buffering.bound() {
        None => -1,
        Some(v) => super::int_argument(vm, v)?,
    };
    check_arguments(vm, m, buffering, [encoding, errors, newline])?;
    if !opener.or_none().is_none() {
        return Err(vm.error(Exc::NotImplementedError, "open() with an opener is not supported yet"));
    }
    let binary = open_binary(vm, file, m, buffering == 0)?;
    if m.binary {
        return Ok(binary);
    }
    let newline = Newline::of(vm, newline.or_none())?;
    let mut text = Text::new(binary, "UTF-8", "strict", newline);
    if !encoding.or_none().is_none() {
        text.encoding = super::text_methods::text_argument(vm, encoding, "encoding")?;
    }
    if !errors.or_none().is_none() {
        text.errors = super::text_methods::text_argument(vm, errors, "errors")?;
    }
    (text.readable, text.writable) = (m.readable(), m.writable());
    text.line_buffering = buffering == 1;
    text.mode = vm.heap.new_str(mode_text);
    let class = vm.class_for(&TEXT_IO_WRAPPER);
    Ok(vm.heap.new_object(class, text))
}

fn check_arguments(vm: &mut Vm, m: Mode, buffering: i64, text_only: [Value; 3]) -> Res<()> {
    if m.binary {
        for (v, what) in text_only.into_iter().zip(["an encoding", "an errors", "a newline"]) {
            if !v.or_none().is_none() {
                return Err(vm.value_error(format!("binary mode doesn't take {what} argument")));
            }
        }
    } else if buffering == 0 {
        return Err(vm.value_error("can't have unbuffered text I/O"));
    }
    Ok(())
}

fn open_binary(vm: &mut Vm, file: Value, m: Mode, unbuffered: bool) -> Res {
    let source = match path_of(vm, file)? {
        Some(path) => {
            if !vm.host.files {
                let error = std::io::Error::from_raw_os_error(13);
                return Err(from_io(vm, &error, file));
            }
            if path.contains('\0') {
                return Err(vm.value_error("embedded null byte"));
            }
            vm.settle_files();
            let opened = m
                .options()
                .open(&path)
                .and_then(|f| if f.metadata()?.is_dir() { Err(std::io::Error::from_raw_os_error(21)) } else { Ok(f) });
            match opened {
                Ok(f) => Source::File(f),
                Err(e) => return Err(from_io(vm, &e, file)),
            }
        }
        None => match vm.index(file)? {
            Value::Int(0) => Source::Stdin,
            Value::Int(1) => Source::Stdout,
            Value::Int(2) => Source::Stderr,
            Value::Int(n) if n < 0 => return Err(vm.value_error("negative file descriptor")),
            _ => {
                let error = std::io::Error::from_raw_os_error(9);
                return Err(from_io(vm, &error, file));
            }
        },
    };
    let spec = match (unbuffered, m.update, m.writable()) {
        (true, ..) => &FILE_IO,
        (_, true, _) => &BUFFERED_RANDOM,
        (_, _, true) => &BUFFERED_WRITER,
        _ => &BUFFERED_READER,
    };
    let class = vm.class_for(spec);
    let mut binary = Binary::new(source, m.readable(), m.writable(), file, m.raw_name());
    binary.unbuffered = unbuffered;
    Ok(vm.heap.new_object(class, binary))
}
