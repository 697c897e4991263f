//! Built-in functions that reach outside: `print`, `input`.

use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

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

/// The stream of this name in `sys`. Raises `RuntimeError` "lost sys.stdout" if it was deleted.
fn standard_stream(vm: &mut Vm, name: &str) -> Res<Stream> {
    let sys = vm.heap.names.sys;
    let Some(Value::Module(module)) = vm.heap.ns_get(vm.modules, sys) else { return Ok(Stream::Host) };
    let (dict, key) = (vm.heap.modules[module].dict, vm.heap.intern(name));
    match vm.heap.ns_get(dict, key) {
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
        Value::None => match standard_stream(vm, "stdout")? {
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
            let bytes = vm.heap.text(k).into_owned().into_bytes();
            vm.host.stdout.write(&bytes).map_err(|e| io_error(vm, &e))
        }
    }
}

fn flush(vm: &mut Vm, stream: &Stream) -> Res<()> {
    match *stream {
        Stream::Object(file) => {
            let name = vm.heap.names.flush;
            vm.call_method(file, name, &[]).map(drop)
        }
        Stream::Host => vm.host.stdout.flush().map_err(|e| io_error(vm, &e)),
    }
}

#[cold]
fn io_error(vm: &mut Vm, e: &std::io::Error) -> crate::vm::Raised {
    vm.error(crate::heap::types::Exc::OSError, e.to_string())
}

fn input(vm: &mut Vm, args: Args) -> Res {
    let [prompt] = args.take(vm);
    let output = standard_stream(vm, "stdout")?;
    if let Some(prompt) = prompt.bound() {
        let text = vm.str(prompt)?;
        write(vm, &output, text)?;
    }
    flush(vm, &output)?;
    let line = match standard_stream(vm, "stdin")? {
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
            let bytes = vm.host.stdin.read_line().map_err(|e| io_error(vm, &e))?;
            String::from_utf8_lossy(&bytes).into_owned()
        }
    };
    if line.is_empty() {
        return Err(vm.error(crate::heap::types::Exc::EOFError, "EOF when reading a line"));
    }
    Ok(vm.heap.new_str(line.strip_suffix('\n').unwrap_or(&line)))
}
