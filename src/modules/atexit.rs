//! The module `atexit`: functions to be called when the program ends.

use super::unraisable;
use crate::builtins::objects::is_callable;
use crate::types::constructor_args::{keywords, positional};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "atexit",
    doc: "allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo \
          public functions, register and unregister, are defined.\n",
    functions: &[
        NativeSpec::new(
            "register",
            "(*args, **kwargs)",
            register,
            "Register a function to be executed upon normal program termination\n\n    func - function to be called at \
             exit\n    args - optional arguments to pass to func\n    kwargs - optional keyword arguments to pass to \
             func\n\n    func is returned to facilitate usage as a decorator.",
        ),
        NativeSpec::new(
            "unregister",
            "(func, /)",
            unregister,
            "Unregister an exit function which was previously registered using\natexit.register\n\n    func - function \
             to be unregistered",
        ),
        NativeSpec::new("_clear", "()", clear, "Clear the list of previously registered exit functions."),
        NativeSpec::new(
            "_run_exitfuncs",
            "()",
            |vm, _| {
                run_callbacks(vm);
                Ok(Value::None)
            },
            "Run all registered exit functions.\n\nIf a callback raises an exception, it is logged with \
             sys.unraisablehook.",
        ),
        NativeSpec::new(
            "_ncallbacks",
            "()",
            |vm, _| Ok(Value::Int(vm.host.exit_callbacks.len() as i64)),
            "Return the number of registered exit functions.",
        ),
    ],
    classes: &[],
    init: None,
};

/// A function to be called at the end.
#[derive(Clone, Debug)]
pub struct ExitCallback {
    /// The function.
    pub function: Value,
    /// Its positional arguments.
    pub args: Box<[Value]>,
    /// Its keyword arguments.
    pub keywords: Box<[(StrKey, Value)]>,
}

impl ExitCallback {
    /// Calls `visit` with every value it holds.
    pub fn trace(&self, mut visit: impl FnMut(Value)) {
        visit(self.function);
        self.args.iter().for_each(|&v| visit(v));
        self.keywords.iter().for_each(|&(name, v)| {
            visit(Value::Str(name));
            visit(v);
        });
    }
}

fn register(vm: &mut Vm, args: Args) -> Res {
    let [args, kwargs] = args.take(vm);
    let (args, keywords) = (positional(vm, args), keywords(vm, kwargs));
    let Some((&function, args)) = args.split_first() else {
        return Err(vm.type_error("register() takes at least 1 argument (0 given)"));
    };
    if !is_callable(vm, function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    vm.host.exit_callbacks.push(ExitCallback { function, args: args.into(), keywords: keywords.into() });
    Ok(function)
}

fn unregister(vm: &mut Vm, args: Args) -> Res {
    let [function] = args.take(vm);
    let mut i = 0;
    while let Some(registered) = vm.host.exit_callbacks.get(i).map(|c| c.function) {
        if vm.eq_pinned(registered, function)? && i < vm.host.exit_callbacks.len() {
            vm.host.exit_callbacks.remove(i);
        } else {
            i += 1;
        }
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, _: Args) -> Res {
    vm.host.exit_callbacks.clear();
    Ok(Value::None)
}

/// Calls what was registered, the last first. Exceptions are reported and otherwise ignored. What is registered
/// meanwhile is not called any more.
pub fn run_callbacks(vm: &mut Vm) {
    for i in (0..vm.host.exit_callbacks.len()).rev() {
        let Some(callback) = vm.host.exit_callbacks.get(i).cloned() else { continue };
        let ExitCallback { function, args, keywords } = callback;
        let mark = vm.pin(function);
        vm.heap.pins.extend(args.iter().chain(keywords.iter().map(|(_, v)| v)));
        if vm.call_kw(function, &args, &keywords).is_err() {
            let e = vm.take_pending();
            unraisable::report_in_callback(vm, e, "atexit callback", function);
        }
        vm.unpin_to(mark);
    }
    vm.host.exit_callbacks.clear();
}
