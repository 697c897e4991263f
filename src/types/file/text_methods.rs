//! The class `io.TextIOWrapper` and its methods.

use super::base::TEXT_IO_BASE;
use super::string_io::Newline;
use super::text::*;
use super::{int_argument, size_argument, unsupported};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class.
pub static TEXT_IO_WRAPPER: TypeSpec = TypeSpec {
    name: "TextIOWrapper",
    module: "_io",
    doc: "Character and line based layer over a BufferedIOBase object, buffer.",
    base: Some(&TEXT_IO_BASE),
    subclassable: true,
    weakref: true,
    new: Some(NativeSpec::new(
        "__new__",
        "($type, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
        new,
        "Create and return a new object.  See help(type) for accurate signature.",
    )),
    methods: &[
        NativeSpec::new("read", "($self, size=-1, /)", read, ""),
        NativeSpec::new("readline", "($self, size=-1, /)", readline, ""),
        NativeSpec::new("write", "($self, text, /)", write, ""),
        NativeSpec::new("flush", "($self, /)", flush, ""),
        NativeSpec::new("close", "($self, /)", close, ""),
        NativeSpec::new("seek", "($self, cookie, whence=0, /)", seek, ""),
        NativeSpec::new("tell", "($self, /)", tell, ""),
        NativeSpec::new("truncate", "($self, pos=None, /)", truncate, ""),
        NativeSpec::new("detach", "($self, /)", detach, ""),
        NativeSpec::new(
            "reconfigure",
            "($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
            reconfigure,
            "",
        ),
        NativeSpec::new("fileno", "($self, /)", |vm, a| below(vm, a, "fileno"), ""),
        NativeSpec::new("isatty", "($self, /)", |vm, a| below(vm, a, "isatty"), ""),
        NativeSpec::new("readable", "($self, /)", |vm, a| ask(vm, a, |f| f.readable), ""),
        NativeSpec::new("writable", "($self, /)", |vm, a| ask(vm, a, |f| f.writable), ""),
        NativeSpec::new("seekable", "($self, /)", |vm, a| below(vm, a, "seekable"), ""),
    ],
    specials: &[
        NativeSpec::new("__next__", "($self, /)", next, "Implement next(self)."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    getsets: &[
        GetSetSpec { name: "buffer", get: |vm, v| get(vm, v, |f| f.buffer), set: None, doc: "" },
        GetSetSpec {
            name: "line_buffering",
            get: |vm, v| get(vm, v, |f| Value::Bool(f.line_buffering)),
            set: None,
            doc: "",
        },
        GetSetSpec { name: "encoding", get: get_encoding, set: None, doc: "" },
        GetSetSpec { name: "errors", get: get_errors, set: None, doc: "" },
        GetSetSpec { name: "name", get: get_name, set: None, doc: "" },
        GetSetSpec { name: "mode", get: get_mode, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, buffer, encoding, errors, newline, line_buffering, _] = args.take(vm);
    let base = vm.class_for(&TEXT_IO_WRAPPER);
    let class = vm.check_new(cls, base)?;
    let mut file = Text::new(buffer, "UTF-8", "strict", Newline::Universal);
    if !encoding.or_none().is_none() {
        file.encoding = text_argument(vm, encoding, "encoding")?;
    }
    if !errors.or_none().is_none() {
        file.errors = text_argument(vm, errors, "errors")?;
    }
    file.newline = Newline::of(vm, newline.or_none())?;
    file.line_buffering = vm.truth(line_buffering.or_none())?;
    for (name, field) in [("readable", &mut file.readable), ("writable", &mut file.writable)] {
        let name = vm.heap.intern(name);
        let answer = vm.call_method(buffer, name, &[])?;
        *field = vm.truth(answer)?;
    }
    let made = vm.heap.new_object(base, file);
    Ok(vm.wrap_new(class, made))
}

/// A str argument as Rust text.
pub fn text_argument(vm: &mut Vm, v: Value, name: &str) -> Res<String> {
    match vm.payload(v) {
        Value::Str(k) => Ok(vm.heap.text(k).into_owned()),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("TextIOWrapper() argument '{name}' must be str or None, not {t}")))
        }
    }
}

fn get<T>(vm: &mut Vm, this: Value, f: impl FnOnce(&Text) -> T) -> Res<T> {
    let k = key(vm, this)?;
    Ok(f(state(vm, k)?))
}

fn ask(vm: &mut Vm, args: Args, f: impl FnOnce(&Text) -> bool) -> Res {
    let [this] = args.take(vm);
    open_file(vm, this)?;
    get(vm, this, f).map(Value::Bool)
}

/// Asks the stream below.
fn below(vm: &mut Vm, args: Args, method: &str) -> Res {
    let [this] = args.take(vm);
    open_file(vm, this)?;
    let buffer = get(vm, this, |f| f.buffer)?;
    let method = vm.heap.intern(method);
    vm.call_method(buffer, method, &[])
}

fn read(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let k = open_file(vm, this)?;
    let n = size_argument(vm, size)?;
    state(vm, k)?.iterating = false;
    read_text(vm, k, n)
}

fn readline(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let k = open_file(vm, this)?;
    let n = size_argument(vm, size)?.unwrap_or(usize::MAX);
    read_line(vm, k, n)
}

fn next(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = open_file(vm, this)?;
    // A subclass's own `readline` decides.
    let line = if matches!(this, Value::Object(_)) {
        read_line(vm, k, usize::MAX)?
    } else {
        let readline = vm.heap.names.readline;
        vm.call_method(this, readline, &[])?
    };
    let empty = vm.len(line)? == 0;
    state(vm, k)?.iterating = !empty;
    if empty {
        return Err(vm.error_with(Exc::StopIteration, &[]));
    }
    Ok(line)
}

fn write(vm: &mut Vm, args: Args) -> Res {
    let [this, text] = args.take(vm);
    let Value::Str(s) = vm.payload(text) else {
        let t = vm.type_name(text);
        return Err(vm.type_error(format!("write() argument must be str, not {t}")));
    };
    let k = open_file(vm, this)?;
    write_text(vm, k, s)
}

fn flush(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = open_file(vm, this)?;
    state(vm, k)?.iterating = false;
    target(vm, k)?.flush(vm)?;
    Ok(Value::None)
}

fn close(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = key(vm, this)?;
    if super::base::is_closed(vm, this) || state(vm, k)?.detached {
        return Ok(Value::None);
    }
    let to = target(vm, k)?;
    let flushed = if state(vm, k)?.writable { to.flush(vm) } else { Ok(()) };
    to.close(vm)?;
    flushed?;
    Ok(Value::None)
}

fn seek(vm: &mut Vm, args: Args) -> Res {
    let [this, cookie, whence] = args.take(vm);
    let k = open_file(vm, this)?;
    let offset = int_argument(vm, cookie)?;
    let whence = int_argument(vm, whence.bound().unwrap_or(Value::Int(0)))?;
    match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("negative seek position {offset}"))),
        0 => {}
        1 if offset != 0 => return Err(unsupported(vm, "can't do nonzero cur-relative seeks")),
        2 if offset != 0 => return Err(unsupported(vm, "can't do nonzero end-relative seeks")),
        1 | 2 => {}
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    }
    let to = target(vm, k)?;
    if state(vm, k)?.writable {
        to.flush(vm)?;
    }
    if whence == 1 {
        drop_ahead(vm, k)?;
        return to.tell(vm);
    }
    let f = state(vm, k)?;
    f.ahead.clear();
    (f.after_cr, f.iterating) = (false, false);
    to.seek(vm, offset, whence)
}

fn tell(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = open_file(vm, this)?;
    check_telling(vm, k)?;
    let at = target(vm, k)?.tell(vm)?;
    let ahead = bytes_ahead(vm, k)?;
    Ok(match at {
        Value::Int(at) => Value::Int(at - ahead),
        other => other,
    })
}

fn truncate(vm: &mut Vm, args: Args) -> Res {
    let [this, size] = args.take(vm);
    let k = open_file(vm, this)?;
    drop_ahead(vm, k)?;
    target(vm, k)?.flush(vm)?;
    let buffer = state(vm, k)?.buffer;
    let truncate = vm.heap.intern("truncate");
    vm.call_method(buffer, truncate, &[size.or_none()])
}

fn detach(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let k = open_file(vm, this)?;
    target(vm, k)?.flush(vm)?;
    let f = state(vm, k)?;
    f.detached = true;
    Ok(f.buffer)
}

fn reconfigure(vm: &mut Vm, args: Args) -> Res {
    let [this, encoding, errors, newline, line_buffering, _] = args.take(vm);
    let k = open_file(vm, this)?;
    target(vm, k)?.flush(vm)?;
    if !encoding.or_none().is_none() {
        let encoding = text_argument(vm, encoding, "encoding")?;
        let f = state(vm, k)?;
        f.encoding = encoding;
        f.errors = "strict".to_owned();
    }
    if !errors.or_none().is_none() {
        let errors = text_argument(vm, errors, "errors")?;
        state(vm, k)?.errors = errors;
    }
    if let Some(v) = newline.bound() {
        let newline = Newline::of(vm, v)?;
        state(vm, k)?.newline = newline;
    }
    if !line_buffering.or_none().is_none() {
        let on = vm.truth(line_buffering)?;
        state(vm, k)?.line_buffering = on;
    }
    Ok(Value::None)
}

fn get_encoding(vm: &mut Vm, this: Value) -> Res {
    let encoding = get(vm, this, |f| f.encoding.clone())?;
    Ok(vm.heap.new_str(encoding))
}

fn get_errors(vm: &mut Vm, this: Value) -> Res {
    let errors = get(vm, this, |f| f.errors.clone())?;
    Ok(vm.heap.new_str(errors))
}

fn get_name(vm: &mut Vm, this: Value) -> Res {
    let buffer = get(vm, this, |f| f.buffer)?;
    vm.getattr_text(buffer, "name")
}

fn get_mode(vm: &mut Vm, this: Value) -> Res {
    match get(vm, this, |f| f.mode)?.bound() {
        Some(mode) => Ok(mode),
        None => {
            let mode = vm.heap.intern("mode");
            Err(vm.no_attribute(this, mode))
        }
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let (buffer, mode, encoding) = get(vm, this, |f| (f.buffer, f.mode, f.encoding.clone()))?;
    let mut text = "<_io.TextIOWrapper".to_owned();
    let name = vm.heap.names.name;
    if let Some(name) = vm.getattr_opt(buffer, name)? {
        text += &format!(" name={}", vm.repr_text(name)?);
    }
    if let Some(mode) = mode.bound() {
        text += &format!(" mode={}", vm.repr_text(mode)?);
    }
    Ok(vm.heap.new_str(format!("{text} encoding='{encoding}'>")))
}
