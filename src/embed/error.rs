//! Why Python code did not end well, for the embedding program.

use crate::heap::types::Exc;
use crate::types::exception;
use crate::types::traceback_text::format_exception;
use crate::value::*;
use crate::vm::Vm;

/// An uncaught exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The name of its class, with the module unless that is `builtins` or `__main__`.
    pub class: String,
    /// `str(exception)`
    pub message: String,
    /// What CPython would print: the traceback, the exceptions it came from, the message. Ends with a newline.
    pub traceback: String,
    /// For `SystemExit`: the exit status it asks for.
    pub exit_status: Option<i32>,
}

impl Error {
    /// Takes the pending exception of a machine.
    pub(super) fn take(vm: &mut Vm) -> Error {
        let e = vm.take_pending();
        let mark = vm.pin(e);
        let traceback = format_exception(vm, e);
        let message = match vm.str_text(e) {
            Ok(text) => text,
            Err(_) => {
                vm.take_pending();
                String::new()
            }
        };
        let class = vm.class_of(e);
        let class = vm.heap.class_name(class);
        let exit_status = exception::is(vm, e, Exc::SystemExit).then(|| exit_status(vm, e).0);
        vm.unpin_to(mark);
        vm.heap.recent.clear();
        Error { class, message, traceback, exit_status }
    }

    /// An error of the embedding program's own, to be raised in Python as the built-in exception class of this name
    /// (`Exception` if there is none).
    pub fn new(class: impl Into<String>, message: impl Into<String>) -> Error {
        let (class, message) = (class.into(), message.into());
        let traceback = format!("{class}: {message}\n");
        Error { class, message, traceback, exit_status: None }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.traceback.trim_end_matches('\n'))
    }
}

impl std::error::Error for Error {}

/// The exit status a `SystemExit` asks for, and what is to be printed on the error stream before.
pub(crate) fn exit_status(vm: &mut Vm, e: Value) -> (i32, Option<String>) {
    let code = exception::field(vm, e, "code").or_none();
    match vm.payload(code) {
        Value::None => (0, None),
        Value::Bool(b) => (i32::from(b), None),
        Value::Int(n) => ((n & 0xff) as i32, None),
        Value::BigInt(_) => (255, None),
        _ => {
            let text = match vm.str_text(code) {
                Ok(text) => text,
                Err(_) => {
                    vm.take_pending();
                    String::new()
                }
            };
            (1, Some(text))
        }
    }
}
