//! `traceback`: exceptions and their tracebacks as text.

use crate::types::traceback::levels_of_object;
use crate::types::traceback_text::{format_exception_only, format_levels, format_pieces};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "traceback",
    doc: "Extract, format and print information about Python stack traces.",
    functions: &[
        NativeSpec::new(
            "print_exception",
            "(exc, /, value=None, tb=None, limit=None, file=None, chain=True)",
            print_exception,
            "Print exception up to 'limit' stack trace entries from 'tb' to 'file'.",
        ),
        NativeSpec::new(
            "format_exception",
            "(exc, /, value=None, tb=None, limit=None, chain=True)",
            format_exception,
            "Format a stack trace and the exception information.",
        ),
        NativeSpec::new(
            "format_exception_only",
            "(exc, /, value=None, *, show_group=False)",
            exception_only,
            "Format the exception part of a traceback.",
        ),
        NativeSpec::new(
            "print_exc",
            "(limit=None, file=None, chain=True)",
            print_exc,
            "Shorthand for 'print_exception(sys.exception(), limit, file, chain)'.",
        ),
        NativeSpec::new("format_exc", "(limit=None, chain=True)", format_exc, "Like print_exc() but return a string."),
        NativeSpec::new(
            "print_tb",
            "(tb, limit=None, file=None)",
            print_tb,
            "Print up to 'limit' stack trace entries from the traceback 'tb'.",
        ),
        NativeSpec::new(
            "format_tb",
            "(tb, limit=None)",
            format_tb,
            "A shorthand for 'format_list(extract_tb(tb, limit))'.",
        ),
    ],
    classes: &[],
    init: None,
};

/// Limits cut the stack: that isn't there yet.
fn check_limit(vm: &mut Vm, limit: Value) -> Res<()> {
    if limit.or_none().is_none() {
        return Ok(());
    }
    Err(vm.error(crate::heap::types::Exc::NotImplementedError, "traceback: a limit is not supported yet"))
}

/// The exception of `(exc)` or `(type, value, tb)`.
fn subject(vm: &mut Vm, exc: Value, value: Value) -> Res<Value> {
    let e = if matches!(exc, Value::Class(_)) || exc.is_none() { value.or_none() } else { exc };
    if e.is_none() || vm.exception_key(e).is_some() {
        return Ok(e);
    }
    let t = vm.type_name(e);
    Err(vm.type_error(format!("Exception expected for value, {t} found")))
}

fn pieces(vm: &mut Vm, e: Value, chain: Value) -> Res<Vec<String>> {
    if e.is_none() {
        return Ok(vec!["NoneType: None\n".to_owned()]);
    }
    let chain = match chain.bound() {
        None => true,
        Some(v) => vm.truth(v)?,
    };
    Ok(format_pieces(vm, e, chain))
}

fn list(vm: &mut Vm, pieces: Vec<String>) -> Value {
    let pieces = pieces.into_iter().map(|p| vm.heap.new_str(p)).collect();
    vm.heap.new_list(pieces)
}

/// Writes to `file`, or `sys.stderr`.
fn print(vm: &mut Vm, pieces: &[String], file: Value) -> Res {
    let text = pieces.concat();
    match file.or_none() {
        Value::None => super::sys::write_stderr(vm, &text),
        file => {
            let (write, text) = (vm.heap.names.write, vm.heap.new_str(text));
            vm.call_method(file, write, &[text])?;
        }
    }
    Ok(Value::None)
}

fn print_exception(vm: &mut Vm, args: Args) -> Res {
    let [exc, value, _, limit, file, chain] = args.take(vm);
    check_limit(vm, limit)?;
    let e = subject(vm, exc, value)?;
    let pieces = pieces(vm, e, chain)?;
    print(vm, &pieces, file)
}

fn format_exception(vm: &mut Vm, args: Args) -> Res {
    let [exc, value, _, limit, chain] = args.take(vm);
    check_limit(vm, limit)?;
    let e = subject(vm, exc, value)?;
    let pieces = pieces(vm, e, chain)?;
    Ok(list(vm, pieces))
}

fn exception_only(vm: &mut Vm, args: Args) -> Res {
    let [exc, value, _] = args.take(vm);
    let e = subject(vm, exc, value)?;
    let pieces = if e.is_none() { vec!["NoneType: None\n".to_owned()] } else { format_exception_only(vm, e) };
    Ok(list(vm, pieces))
}

fn print_exc(vm: &mut Vm, args: Args) -> Res {
    let [limit, file, chain] = args.take(vm);
    check_limit(vm, limit)?;
    let pieces = pieces(vm, vm.handled, chain)?;
    print(vm, &pieces, file)
}

fn format_exc(vm: &mut Vm, args: Args) -> Res {
    let [limit, chain] = args.take(vm);
    check_limit(vm, limit)?;
    let text = pieces(vm, vm.handled, chain)?.concat();
    Ok(vm.heap.new_str(text))
}

fn levels(vm: &mut Vm, tb: Value, limit: Value) -> Res<Vec<String>> {
    check_limit(vm, limit)?;
    let levels = levels_of_object(vm, tb);
    Ok(format_levels(vm, &levels))
}

fn print_tb(vm: &mut Vm, args: Args) -> Res {
    let [tb, limit, file] = args.take(vm);
    let levels = levels(vm, tb, limit)?;
    print(vm, &levels, file)
}

fn format_tb(vm: &mut Vm, args: Args) -> Res {
    let [tb, limit] = args.take(vm);
    let levels = levels(vm, tb, limit)?;
    Ok(list(vm, levels))
}
