//! `sys`: the interpreter as seen from a program.

use super::{sys_info, unraisable};
use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::types::{traceback, traceback_text};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Raised, Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "sys",
    doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that \
          interact strongly with the interpreter.",
    functions: FUNCTIONS,
    classes: &[],
    init: Some(init),
};

static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "displayhook",
        "(object, /)",
        displayhook,
        "Print an object to sys.stdout and also save it in builtins._",
    ),
    NativeSpec::new(
        "excepthook",
        "(exctype, value, traceback, /)",
        excepthook,
        "Handle an exception by displaying it with a traceback on sys.stderr.",
    ),
    NativeSpec::new("exc_info", "()", exc_info, "Return current exception information: (type, value, traceback)."),
    NativeSpec::new("exception", "()", exception, "Return the current exception."),
    NativeSpec::new("exit", "(status=None, /)", exit, "Exit the interpreter by raising SystemExit(status)."),
    NativeSpec::new(
        "getdefaultencoding",
        "()",
        utf8,
        "Return the current default encoding used by the Unicode implementation.",
    ),
    NativeSpec::new(
        "getfilesystemencoding",
        "()",
        utf8,
        "Return the encoding used to convert Unicode filenames to OS filenames.",
    ),
    NativeSpec::new(
        "getfilesystemencodeerrors",
        "()",
        |vm, _| Ok(vm.heap.interned_str("surrogateescape")),
        "Return the error mode used for Unicode to OS filename conversion.",
    ),
    NativeSpec::new("getrecursionlimit", "()", getrecursionlimit, "Return the current value of the recursion limit."),
    NativeSpec::new(
        "setrecursionlimit",
        "(limit, /)",
        setrecursionlimit,
        "Set the maximum depth of the Python interpreter stack to n.",
    ),
    NativeSpec::new(
        "getsizeof",
        "(object, default=None)",
        getsizeof,
        "getsizeof(object [, default]) -> int\n\nReturn the size of object in bytes.",
    ),
    NativeSpec::new("intern", "(string, /)", intern, "``Intern'' the given string."),
    NativeSpec::new("_getframe", "(depth=0, /)", getframe, "Return a frame object from the call stack."),
    NativeSpec::new(
        "_getframemodulename",
        "(depth=0)",
        getframemodulename,
        "Return the name of the module for a calling frame.\n\nThe default depth returns the module containing the call \
         to this API.\nA more typical use in a library will pass a depth of 1 to get the user's\nmodule rather than the \
         library module.\n\nIf no frame, module, or name can be found, returns None.",
    ),
    NativeSpec::new(
        "_is_gil_enabled",
        "()",
        |_, _| Ok(Value::Bool(true)),
        "Return True if the GIL is currently enabled and False otherwise.",
    ),
    NativeSpec::new("is_finalizing", "()", |_, _| Ok(Value::Bool(false)), "Return True if Python is exiting."),
    NativeSpec::new(
        "get_int_max_str_digits",
        "()",
        |vm, _| Ok(Value::Int(vm.limits.int_digits as i64)),
        "Return the maximum string digits limit for non-binary int<->str conversions.",
    ),
    NativeSpec::new(
        "set_int_max_str_digits",
        "(maxdigits)",
        set_int_max_str_digits,
        "Set the maximum string digits limit for non-binary int<->str conversions.",
    ),
    NativeSpec::new(
        "gettrace",
        "()",
        |_, _| Ok(Value::None),
        "Return the global debug tracing function set with sys.settrace.",
    ),
    NativeSpec::new(
        "getprofile",
        "()",
        |_, _| Ok(Value::None),
        "Return the profiling function set with sys.setprofile.",
    ),
    NativeSpec::new(
        "getswitchinterval",
        "()",
        |_, _| Ok(Value::Float(0.005)),
        "Return the current thread switch interval.",
    ),
    NativeSpec::new(
        "audit",
        "(event, /, *args)",
        |_, _| Ok(Value::None),
        "Passes the event to any hooks that are attached.",
    ),
    NativeSpec::new(
        "setswitchinterval",
        "(interval, /)",
        setswitchinterval,
        "Set the ideal thread switching delay inside the Python interpreter: without threads it changes nothing.",
    ),
    NativeSpec::new("_is_interned", "(string, /)", is_interned, "Return True if the given string is \"interned\"."),
    NativeSpec::new("unraisablehook", "(unraisable, /)", unraisable::hook, "Handle an unraisable exception."),
    NativeSpec::new("__getattr__", "(name, /)", sys_info::getattr, ""),
    NativeSpec::new("__dir__", "()", sys_info::dir, ""),
];

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    vm.host.sys = Some(ns);
    let strings = |vm: &mut Vm, items: Vec<String>| {
        let items = items.into_iter().map(|s| vm.heap.new_str(s)).collect();
        vm.heap.new_list(items)
    };
    let argv = strings(vm, vm.host.argv.clone());
    let path = strings(vm, vm.host.path.clone());
    let orig_argv = strings(vm, vm.host.orig_argv.clone());
    let warn_options = strings(vm, vm.host.warn_options.clone());
    let executable = vm.host.executable.clone();
    let texts = [
        ("version", "3.13.0 (selfsame)"),
        (
            "copyright",
            "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\nCopyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\nCopyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.",
        ),
        (
            "platform",
            if cfg!(windows) {
                "win32"
            } else if cfg!(target_os = "macos") {
                "darwin"
            } else {
                "linux"
            },
        ),
        ("byteorder", if cfg!(target_endian = "little") { "little" } else { "big" }),
        ("executable", executable.as_str()),
        ("_base_executable", executable.as_str()),
        ("prefix", ""),
        ("base_prefix", ""),
        ("exec_prefix", ""),
        ("base_exec_prefix", ""),
        ("platlibdir", "lib"),
        ("float_repr_style", "short"),
        ("abiflags", ""),
    ];
    for (name, text) in texts {
        let text = vm.heap.new_str(text);
        vm.heap.ns_set_text(ns, name, text);
    }
    let dict = vm.heap.new_dict(Dict::new());
    let values = [
        ("argv", argv),
        ("path", path),
        ("orig_argv", orig_argv),
        ("modules", Value::Dict(vm.modules)),
        ("maxsize", Value::Int(i64::MAX)),
        ("maxunicode", Value::Int(0x10_ffff)),
        ("hexversion", Value::Int(0x030d_00f0)),
        ("api_version", Value::Int(1013)),
        ("dont_write_bytecode", Value::Bool(true)),
        ("warnoptions", warn_options),
        ("path_importer_cache", dict),
        ("pycache_prefix", Value::None),
    ];
    for (name, value) in values {
        vm.heap.ns_set_text(ns, name, value);
    }
    for (name, original) in
        [("__displayhook__", "displayhook"), ("__excepthook__", "excepthook"), ("__unraisablehook__", "unraisablehook")]
    {
        let original = vm.heap.intern(original);
        if let Some(f) = vm.heap.ns_get(ns, original) {
            vm.heap.ns_set_text(ns, name, f);
        }
    }
    if vm.host.interactive {
        for (name, text) in [("ps1", ">>> "), ("ps2", "... ")] {
            let text = vm.heap.interned_str(text);
            vm.heap.ns_set_text(ns, name, text);
        }
    }
    super::sys_streams::add(vm, ns);
    Ok(())
}

/// A name in the namespace of `sys`, once that was imported.
pub fn get(vm: &mut Vm, name: &str) -> Option<Value> {
    let ns = vm.host.sys?;
    let name = vm.heap.intern(name);
    vm.heap.ns_get(ns, name)
}

/// The search path: `sys.path`, or what it will be.
pub fn search_path(vm: &mut Vm) -> Res<Vec<String>> {
    match get(vm, "path") {
        Some(path) => vm.folders(path),
        None => Ok(vm.host.path.clone()),
    }
}

pub use super::sys_streams::{write_stderr, write_stdout};

impl Vm {
    /// Shows the value of an expression statement at the prompt, through `sys.displayhook`.
    pub fn display(&mut self, v: Value) -> Res<()> {
        match get(self, "displayhook") {
            Some(Value::Native(k)) if std::ptr::eq(self.heap.natives[k].spec, &FUNCTIONS[0]) => show(self, v),
            Some(f) => self.call(f, &[v]).map(drop),
            None if self.host.sys.is_none() => show(self, v),
            None => Err(self.runtime_error("lost sys.displayhook")),
        }
    }
}

/// Prints `repr(v)` and remembers it as `_`, unless it is None.
fn show(vm: &mut Vm, v: Value) -> Res<()> {
    if v.is_none() {
        return Ok(());
    }
    let underscore = vm.heap.intern("_");
    vm.heap.ns_set(vm.builtins, underscore, Value::None);
    let text = vm.repr(v)?;
    write_stdout(vm, text)?;
    let newline = vm.heap.interned_str("\n");
    write_stdout(vm, newline)?;
    vm.heap.ns_set(vm.builtins, underscore, v);
    Ok(())
}

fn set_int_max_str_digits(vm: &mut Vm, args: Args) -> Res {
    let [digits] = args.take(vm);
    let digits = vm.index_i64(digits)?;
    match usize::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= 640 => vm.limits.int_digits = digits,
        _ => return Err(vm.value_error("maxdigits must be 0 or larger than 640")),
    }
    Ok(Value::None)
}

fn displayhook(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    show(vm, v)?;
    Ok(Value::None)
}

fn excepthook(vm: &mut Vm, args: Args) -> Res {
    let [_, value, tb] = args.take(vm);
    let Some(key) = vm.exception_key(value) else {
        let t = vm.type_name(value);
        let text = format!("TypeError: print_exception(): Exception expected for value, {t} found\n");
        write_stderr(vm, &text);
        return Ok(Value::None);
    };
    if traceback::is_traceback(vm, tb) && traceback::of(vm, key).is_none() {
        vm.heap.exceptions[key].traceback_object = tb;
    }
    let text = traceback_text::format_exception(vm, value);
    write_stderr(vm, &text);
    Ok(Value::None)
}

fn exc_info(vm: &mut Vm, _args: Args) -> Res {
    let e = vm.handled;
    let Some(key) = vm.exception_key(e) else {
        return Ok(vm.heap.new_tuple([Value::None; 3]));
    };
    let (class, tb) = (Value::Class(vm.class_of(e)), traceback::of(vm, key));
    Ok(vm.heap.new_tuple([class, e, tb]))
}

fn exception(vm: &mut Vm, _args: Args) -> Res {
    Ok(vm.handled)
}

fn exit(vm: &mut Vm, args: Args) -> Res {
    let [status] = args.take(vm);
    Err(exit_with(vm, status))
}

/// Raises `SystemExit`.
fn exit_with(vm: &mut Vm, status: Value) -> Raised {
    match vm.payload(status.or_none()) {
        Value::None => vm.error_with(Exc::SystemExit, &[]),
        // A tuple's elements are the arguments, as for any exception made from a tuple.
        Value::Tuple(t) => {
            let items = vm.heap.tuples[t].to_vec();
            vm.error_with(Exc::SystemExit, &items)
        }
        _ => vm.error_with(Exc::SystemExit, &[status]),
    }
}

fn utf8(vm: &mut Vm, _args: Args) -> Res {
    Ok(vm.heap.interned_str("utf-8"))
}

fn getrecursionlimit(vm: &mut Vm, _args: Args) -> Res {
    Ok(Value::Int(vm.limits.recursion as i64))
}

fn setrecursionlimit(vm: &mut Vm, args: Args) -> Res {
    let [limit] = args.take(vm);
    let limit = match vm.index(limit)? {
        Value::Int(n) if n > i64::from(i32::MAX) => {
            return Err(vm.overflow_error("Python int too large to convert to C int"));
        }
        Value::Int(n) => n,
        _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
    };
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    let depth = vm.frames.len();
    if depth >= limit as usize {
        let message =
            format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(vm.error(Exc::RecursionError, message));
    }
    vm.limits.recursion = limit as usize;
    Ok(Value::None)
}

fn getsizeof(vm: &mut Vm, args: Args) -> Res {
    let [object, default] = args.take(vm);
    let name = vm.heap.names.__sizeof__;
    match vm.call_special(object, name, &[])? {
        Some(n) => Ok(n),
        None if !default.is_undef() => Ok(default),
        None => {
            let t = vm.type_name(object);
            Err(vm.type_error(format!("Type {t} doesn't define __sizeof__")))
        }
    }
}

fn intern(vm: &mut Vm, args: Args) -> Res {
    let [s] = args.take(vm);
    match s {
        Value::Str(k) => Ok(Value::Str(vm.heap.intern_key(k))),
        _ if matches!(vm.payload(s), Value::Str(_)) => {
            let t = vm.type_name(s);
            Err(vm.type_error(format!("can't intern {t}")))
        }
        _ => {
            let t = vm.type_name(s);
            Err(vm.type_error(format!("intern() argument must be str, not {t}")))
        }
    }
}

/// The level of the frame so many calls up, if there are that many.
fn frame_level(vm: &mut Vm, depth: Value) -> Res<Option<usize>> {
    let depth = match depth.bound() {
        None => 0,
        Some(d) => match vm.index(d)? {
            Value::Int(n) => n.max(0) as usize,
            _ => usize::MAX,
        },
    };
    Ok(vm.frames.len().checked_sub(depth).and_then(|n| n.checked_sub(1)))
}

fn setswitchinterval(vm: &mut Vm, args: Args) -> Res {
    let interval = args.get(vm, 0);
    match crate::types::float::from_number(vm, interval)? {
        Some(seconds) if seconds > 0.0 => Ok(Value::None),
        Some(_) => Err(vm.value_error("switch interval must be strictly positive")),
        None => {
            let t = vm.type_name(interval);
            Err(vm.type_error(format!("must be real number, not {t}")))
        }
    }
}

fn is_interned(vm: &mut Vm, args: Args) -> Res {
    match args.get(vm, 0) {
        Value::Str(k) => Ok(Value::Bool(vm.heap.strs[k].interned)),
        other => {
            let t = vm.type_name(other);
            Err(vm.type_error(format!("_is_interned() argument must be str, not {t}")))
        }
    }
}

fn getframe(vm: &mut Vm, args: Args) -> Res {
    match frame_level(vm, args.get(vm, 0))? {
        Some(level) => Ok(crate::types::frame::running(vm, level)),
        None => Err(vm.value_error("call stack is not deep enough")),
    }
}

fn getframemodulename(vm: &mut Vm, args: Args) -> Res {
    let Some(level) = frame_level(vm, args.get(vm, 0))? else { return Ok(Value::None) };
    let frame = vm.frames[level];
    if let Some(function) = vm.heap.functions.get(frame.function) {
        return Ok(function.module);
    }
    let name = vm.heap.names.__name__;
    Ok(vm.heap.ns_get(frame.globals, name).unwrap_or(Value::None))
}
