//! Exceptions that can't be raised - in `__del__`, in callbacks of the collector, of weak references, of `atexit` -
//! and `sys.unraisablehook`, which is told of them.

use super::sys;
use super::sys_info::{field, fields, named_tuple, sequence};
use crate::types::traceback;
use crate::types::traceback_text::{format_levels_plainly, qualified_name, quietly, safe_str, shown_levels};
use crate::value::*;
use crate::vm::native::{Args, TypeSpec};
use crate::vm::{Res, Vm};

static HOOK_ARGS: TypeSpec = named_tuple(
    "UnraisableHookArgs",
    "builtins",
    &[
        field::<0>("exc_type"),
        field::<1>("exc_value"),
        field::<2>("exc_traceback"),
        field::<3>("err_msg"),
        field::<4>("object"),
    ],
);

/// What the hook is told.
#[derive(Clone, Copy)]
struct Unraisable {
    class: Value,
    exception: Value,
    traceback: Value,
    message: Value,
    object: Value,
}

/// Tells `sys.unraisablehook` of an exception that `object` can't raise. What the hook raises is written to
/// `sys.stderr`, and so is the exception if there is no hook.
pub fn report(vm: &mut Vm, exception: Value, object: Value) {
    tell(vm, exception, Value::None, object);
}

/// As [`report`], where `what` was called: the message says so, as in "Exception ignored in atexit callback f".
pub fn report_in_callback(vm: &mut Vm, exception: Value, what: &str, function: Value) {
    let mark = vm.pin(exception);
    let shown = repr_or_failed(vm, function);
    let message = vm.heap.new_str(format!("Exception ignored in {what} {shown}"));
    tell(vm, exception, message, Value::None);
    vm.unpin_to(mark);
}

fn tell(vm: &mut Vm, exception: Value, message: Value, object: Value) {
    let mark = vm.pin(exception);
    vm.heap.pins.extend([message, object]);
    let told = described(vm, exception, message, object);
    vm.heap.pins.push(told.traceback);
    match sys::get(vm, "unraisablehook") {
        Some(hook) if !hook.is_none() => {
            vm.heap.pins.push(hook);
            let Unraisable { class, exception, traceback, message, object } = told;
            let args = sequence(vm, &HOOK_ARGS, &[class, exception, traceback, message, object]);
            if vm.call(hook, &[args]).is_err() {
                let second = vm.take_pending();
                vm.heap.pins.push(second);
                let message = vm.heap.new_str("Exception ignored in sys.unraisablehook");
                vm.heap.pins.push(message);
                let told = described(vm, second, message, hook);
                write(vm, told);
            }
        }
        _ => write(vm, told),
    }
    vm.unpin_to(mark);
}

fn described(vm: &mut Vm, exception: Value, message: Value, object: Value) -> Unraisable {
    let class = Value::Class(vm.class_of(exception));
    let traceback = vm.exception_traceback(exception).unwrap_or(Value::None);
    Unraisable { class, exception, traceback, message, object }
}

/// `sys.unraisablehook` as it is in the beginning: writes what it is told to `sys.stderr`.
pub fn hook(vm: &mut Vm, args: Args) -> Res {
    let [told] = args.take(vm);
    let fields = fields(vm, told, &HOOK_ARGS).and_then(|fields| <[Value; 5]>::try_from(fields).ok());
    let Some([class, exception, traceback, message, object]) = fields else {
        return Err(vm.type_error("sys.unraisablehook argument type must be UnraisableHookArgs"));
    };
    write(vm, Unraisable { class, exception, traceback, message, object });
    Ok(Value::None)
}

/// Writes the place, the traceback without marks, and the exception alone: neither notes nor what it came from.
fn write(vm: &mut Vm, told: Unraisable) {
    let mut text = String::new();
    if !told.object.is_none() {
        text += &message_or(vm, told.message, "Exception ignored in");
        text += &format!(": {}\n", repr_or_failed(vm, told.object));
    } else if !told.message.is_none() {
        text += &format!("{}:\n", message_or(vm, told.message, ""));
    }
    let levels = traceback::levels_of_object(vm, told.traceback);
    let levels = shown_levels(vm, &levels);
    if !levels.is_empty() {
        text += "Traceback (most recent call last):\n";
        text += &format_levels_plainly(vm, levels).concat();
    }
    if let Value::Class(class) = told.class {
        let (module, name) = qualified_name(vm, class);
        text += &match module.as_deref() {
            None => format!("<unknown>{name}"),
            Some("builtins" | "__main__") => name,
            Some(module) => format!("{module}.{name}"),
        };
        if !told.exception.is_none() {
            text += &format!(": {}", safe_str(vm, told.exception, "exception"));
        }
        text.push('\n');
    }
    sys::write_stderr(vm, &text);
}

fn message_or(vm: &mut Vm, message: Value, default: &str) -> String {
    if message.is_none() { default.to_owned() } else { safe_str(vm, message, "message") }
}

fn repr_or_failed(vm: &mut Vm, v: Value) -> String {
    quietly(vm, |vm| vm.repr_text(v)).unwrap_or_else(|| "<object repr() failed>".to_owned())
}
