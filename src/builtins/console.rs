//! Built-in functions that reach outside: `print`, `input`.

use crate::heap::types::Exc;
use crate::types::exception::from_io;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Raised, Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "input",
        "(prompt='', /)",
        input,
        "Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed to standard output without a\ntrailing newline before reading input.\n\nIf the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.\nOn *nix systems, readline is used if available.",
    ),
    NativeSpec::new(
        "print",
        "(*args, sep=' ', end='\\n', file=None, flush=False)",
        print,
        "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.",
    ),
];

/// A standard stream as the program sees it now.
enum Stream {
    /// The host's own: nobody put anything else in its place.
    Host,
    /// `sys.stdout` or the like.
    Object(Value),
}

/// `sys.stdin` (0) or `sys.stdout` (1). Raises `RuntimeError` "lost sys.stdout" if it was deleted.
fn standard_stream(vm: &mut Vm, number: usize) -> Res<Stream> {
    let original = vm.host.streams[number];
    if vm.host.sys.is_none() || original.is_undef() {
        return Ok(Stream::Host);
    }
    let name = if number == 0 { "stdin" } else { "stdout" };
    match crate::modules::sys::get(vm, name) {
        Some(v) if v.is(original) => Ok(Stream::Host),
        Some(v) => Ok(Stream::Object(v)),
        None => Err(vm.runtime_error(format!("lost sys.{name}"))),
    }
}

/// `sep` or `end`: a string, or None for the default.
fn separator(vm: &mut Vm, v: Value, name: &str, default: &str) -> Res {
    match v.or_none() {
        Value::None => Ok(vm.heap.interned_str(default)),
        v if matches!(vm.payload(v), Value::Str(_)) => Ok(v),
        v => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("{name} must be None or a string, not {t}")))
        }
    }
}

fn print(vm: &mut Vm, args: Args) -> Res {
    let [values, sep, end, file, flush] = args.take(vm);
    let Value::Tuple(values) = values else { return Ok(Value::None) };
    let stream = match file.or_none() {
        Value::None => match standard_stream(vm, 1)? {
            Stream::Object(Value::None) => return Ok(Value::None),
            stream => stream,
        },
        file => Stream::Object(file),
    };
    let (sep, end) = (separator(vm, sep, "sep", " ")?, separator(vm, end, "end", "\n")?);
    for i in 0..vm.heap.tuples[values].len() {
        if i > 0 {
            write(vm, &stream, sep)?;
        }
        let v = vm.heap.tuples[values][i];
        let text = vm.str(v)?;
        write(vm, &stream, text)?;
    }
    write(vm, &stream, end)?;
    if let Some(flush) = flush.bound()
        && vm.truth(flush)?
    {
        self::flush(vm, &stream)?;
    }
    Ok(Value::None)
}

fn write(vm: &mut Vm, stream: &Stream, text: Value) -> Res<()> {
    match *stream {
        Stream::Object(file) => {
            let name = vm.heap.names.write;
            vm.call_method(file, name, &[text]).map(drop)
        }
        Stream::Host => {
            let Value::Str(k) = vm.payload(text) else { return Ok(()) };
            let Vm { heap, host, .. } = vm;
            match heap.strs[k].as_str() {
                Some(text) => host.stdout.write(text.as_bytes()).map_err(|e| from_io(vm, &e, Value::Undef)),
                None => Err(surrogates(vm, k)),
            }
        }
    }
}

/// Raises `UnicodeEncodeError` for text with lone surrogates.
#[cold]
fn surrogates(vm: &mut Vm, k: StrKey) -> Raised {
    let surrogate = |c: &u32| (0xd800..0xe000).contains(c);
    let points: Vec<u32> = vm.heap.strs[k].code_points().collect();
    let start = points.iter().position(surrogate).unwrap_or(0);
    let end = start + points[start..].iter().take_while(|&c| surrogate(c)).count();
    let (codec, reason) = (vm.heap.new_str("utf-8"), vm.heap.new_str("surrogates not allowed"));
    let args = [codec, Value::Str(k), Value::Int(start as i64), Value::Int(end as i64), reason];
    vm.error_with(Exc::UnicodeEncodeError, &args)
}

fn flush(vm: &mut Vm, stream: &Stream) -> Res<()> {
    match *stream {
        Stream::Object(file) => {
            let name = vm.heap.names.flush;
            vm.call_method(file, name, &[]).map(drop)
        }
        Stream::Host => vm.host.stdout.flush().map_err(|e| from_io(vm, &e, Value::Undef)),
    }
}

fn input(vm: &mut Vm, args: Args) -> Res {
    let [prompt] = args.take(vm);
    let output = standard_stream(vm, 1)?;
    if let Some(prompt) = prompt.bound() {
        let text = vm.str(prompt)?;
        write(vm, &output, text)?;
    }
    flush(vm, &output)?;
    let line = match standard_stream(vm, 0)? {
        Stream::Object(file) => {
            let name = vm.heap.names.readline;
            let line = vm.call_method(file, name, &[])?;
            match vm.payload(line) {
                Value::Str(k) => vm.heap.text(k).into_owned(),
                _ => {
                    let t = vm.type_name(line);
                    return Err(vm.type_error(format!("object.readline() returned non-string (type {t})")));
                }
            }
        }
        Stream::Host => {
            let bytes = vm.host.stdin.read_line().map_err(|e| from_io(vm, &e, Value::Undef))?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
    };
    if line.is_empty() {
        return Err(vm.error(Exc::EOFError, "EOF when reading a line"));
    }
    Ok(vm.heap.new_str(line.strip_suffix('\n').unwrap_or(&line)))
}
