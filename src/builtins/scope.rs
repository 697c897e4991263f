//! The caller's scope: `globals`, `locals`, `eval`, `exec`, `compile`.

use super::compile::compile_with;
use crate::code::unit::{BlockKind, Place};
use crate::heap::dict::Dict;
use crate::syntax::Mode;
use crate::value::*;
use crate::vm::frame::Frame;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "compile",
        "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
        compile,
        "Compile source into a code object that can be executed by exec() or eval().\n\nThe source code may represent a Python module, statement or expression.\nThe filename will be used for run-time error messages.\nThe mode must be 'exec' to compile a module, 'single' to compile a\nsingle (interactive) statement, or 'eval' to compile an expression.\nThe flags argument, if present, controls which future statements influence\nthe compilation of the code.\nThe dont_inherit argument, if true, stops the compilation inheriting\nthe effects of any future statements in effect in the code calling\ncompile; if absent or false these statements do influence the compilation,\nin addition to any features explicitly specified.",
    ),
    NativeSpec::new(
        "eval",
        "(source, /, globals=None, locals=None)",
        eval,
        "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.",
    ),
    NativeSpec::new(
        "exec",
        "(source, /, globals=None, locals=None, *, closure=None)",
        exec,
        "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.\nThe closure must be a tuple of cellvars, and can only be used\nwhen source is a code object requiring exactly that many cellvars.",
    ),
    NativeSpec::new(
        "globals",
        "()",
        |vm, _| globals(vm).map(Value::Dict),
        "Return the dictionary containing the current scope's global variables.\n\nNOTE: Updates to this dictionary *will* affect name lookups in the current\nglobal scope and vice-versa.",
    ),
    NativeSpec::new(
        "locals",
        "()",
        |vm, _| locals(vm),
        "Return a dictionary containing the current scope's local variables.\n\nNOTE: Whether or not updates to this dictionary will affect name lookups in\nthe local scope and vice-versa is *implementation dependent* and not\ncovered by any backwards compatibility guarantees.",
    ),
];

/// The globals of the running Python code.
pub fn globals(vm: &mut Vm) -> Res<DictKey> {
    match vm.frames.last() {
        Some(frame) => Ok(frame.globals),
        None => Err(vm.system_error("globals does not exist")),
    }
}

impl Vm {
    /// The namespace that the running code binds its names in, if they are not variables of a function.
    pub fn frame_namespace(&self) -> Value {
        let Some(frame) = self.frames.last() else { return Value::Undef };
        let code = &self.codes[frame.code];
        match code.kind {
            _ if code.namespace => self.stack[frame.base as usize],
            BlockKind::Module => Value::Dict(frame.globals),
            BlockKind::Class | BlockKind::Function => Value::Undef,
        }
    }
}

/// `locals()`: the namespace of a module or class body itself, a new dict of the variables in a function (PEP 667) and
/// while a comprehension of such a body has variables of its own.
pub fn locals(vm: &mut Vm) -> Res {
    let Some(&frame) = vm.frames.last() else { return Err(vm.system_error("frame does not exist")) };
    let namespace = vm.frame_namespace();
    let variables = bound_variables(vm, &frame, namespace.is_undef());
    match namespace.bound() {
        Some(namespace) if variables.is_empty() => Ok(namespace),
        _ => Ok(vm.heap.new_dict(variables)),
    }
}

/// The variables of a frame that have a value: all of a function's, otherwise those of comprehensions.
fn bound_variables(vm: &Vm, frame: &Frame, function: bool) -> Dict {
    let code = &vm.codes[frame.code];
    let base = frame.base as usize;
    let mut dict = Dict::new();
    for local in code.locals.iter().filter(|local| function || !matches!(local.place, Place::Free(_))) {
        let register = |r: u8| vm.stack[base + usize::from(r)];
        let value = match local.place {
            Place::Register(r) => register(r),
            Place::Cell(r) | Place::Free(r) => match register(r) {
                Value::Cell(k) => vm.heap.cells[k],
                _ => Value::Undef,
            },
            Place::Spill(r, i) => match register(r) {
                Value::List(k) => vm.heap.lists[k].get(i as usize).copied().unwrap_or_default(),
                _ => Value::Undef,
            },
        };
        // A cell variable's register holds the bare value until its cell is made.
        let value = match (local.place, value) {
            (Place::Spill(..), Value::Cell(k)) => vm.heap.cells[k],
            _ => value,
        };
        // Names that no program can write are the compiler's own.
        let name = &vm.heap.strs[local.name];
        if value.is_undef() || name.as_str().is_some_and(|n| n.starts_with('.')) {
            continue;
        }
        let hash = name.hash();
        if dict.find(hash, |k| k.is(Value::Str(local.name))).is_none() {
            dict.insert_new(hash, Value::Str(local.name), value);
        }
    }
    dict
}

/// What is to be run.
enum Source {
    Code(CodeKey),
    Text(String),
}

/// Source text from a str, bytes or bytearray; None for anything else.
fn source_text(vm: &mut Vm, source: Value) -> Res<Option<String>> {
    let bytes = match vm.payload(source) {
        Value::Str(k) => match vm.heap.strs[k].as_str() {
            Some(text) => return Ok(Some(text.to_owned())),
            None => {
                let codec = vm.heap.new_str("utf-8");
                let reason = vm.heap.new_str("surrogates not allowed");
                let at = vm.heap.strs[k].code_points().position(|c| (0xd800..0xe000).contains(&c)).unwrap_or(0) as i64;
                let args = [codec, Value::Str(k), Value::Int(at), Value::Int(at + 1), reason];
                return Err(vm.error_with(crate::heap::types::Exc::UnicodeEncodeError, &args));
            }
        },
        _ => match crate::types::buffer::content(vm, source) {
            Some(bytes) => bytes.to_vec(),
            None => return Ok(None),
        },
    };
    match crate::syntax::decode_source(&bytes) {
        Ok(text) => Ok(Some(text)),
        Err(e) => Err(super::compile::raise_syntax_error(vm, e, "<string>")),
    }
}

/// The arguments of `eval` and `exec`, checked: what to run, the globals, the locals.
fn scope_arguments(vm: &mut Vm, args: Args, function: &str) -> Res<(Source, DictKey, Value)> {
    let [source, given_globals, given_locals] = args.take(vm);
    let (given_globals, given_locals) = (given_globals.or_none(), given_locals.or_none());
    let exec = function == "exec";
    let getitem = vm.heap.names.__getitem__;
    if !given_locals.is_none() && vm.special(given_locals, getitem).is_none() {
        let t = vm.type_name(given_locals);
        let message = if exec {
            format!("locals must be a mapping or None, not {t}")
        } else {
            "locals must be a mapping".to_owned()
        };
        return Err(vm.type_error(message));
    }
    let (globals_key, locals_value) = match (vm.payload(given_globals), given_locals) {
        (Value::None, Value::None) => (globals(vm)?, locals(vm)?),
        (Value::None, l) => (globals(vm)?, l),
        // As locals a subclass of `dict` has its own ways of getting and setting.
        (Value::Dict(k), Value::None) => (k, given_globals),
        (Value::Dict(k), l) => (k, l),
        _ => {
            let t = vm.type_name(given_globals);
            let message = if exec {
                format!("exec() globals must be a dict, not {t}")
            } else {
                "globals must be a dict".to_owned()
            };
            return Err(vm.type_error(message));
        }
    };
    let name = vm.heap.names.__builtins__;
    if vm.heap.ns_get(globals_key, name).is_none() {
        let builtins = Value::Dict(vm.builtins);
        vm.heap.ns_set(globals_key, name, builtins);
    }
    let source = match source {
        Value::Code(k) => Source::Code(k),
        _ => match source_text(vm, source)? {
            Some(text) => Source::Text(text),
            None => {
                return Err(vm.type_error(format!("{function}() arg 1 must be a string, bytes or code object")));
            }
        },
    };
    Ok((source, globals_key, locals_value))
}

/// Runs what was asked for; its value.
fn run(vm: &mut Vm, source: Source, mode: Mode, globals: DictKey, locals: Value, closure: Value) -> Res {
    let same = matches!(locals, Value::Dict(k) if k == globals);
    let code = match source {
        Source::Code(k) => k,
        Source::Text(text) => {
            let unit = compile_with(vm, &text, "<string>", mode, !same, false)?.unit;
            vm.load_unit(unit)
        }
    };
    if vm.codes[code].kind == BlockKind::Function {
        return run_function_code(vm, code, globals, closure);
    }
    vm.run_code(code, FunctionKey::default(), globals, locals)
}

/// The code object of a function, run without arguments.
fn run_function_code(vm: &mut Vm, code: CodeKey, globals: DictKey, closure: Value) -> Res {
    let free = vm.codes[code].free.len();
    let cells: Vec<CellKey> = match closure {
        Value::Tuple(k) => {
            vm.heap.tuples[k].iter().filter_map(|v| if let Value::Cell(c) = v { Some(*c) } else { None }).collect()
        }
        _ => Vec::new(),
    };
    if cells.len() != free {
        return Err(vm.type_error(format!("code object requires a closure of exactly length {free}")));
    }
    let function = vm.make_function(code, globals);
    if let Value::Function(f) = function {
        vm.heap.functions[f].closure = cells.into();
    }
    vm.call(function, &[])
}

fn eval(vm: &mut Vm, args: Args) -> Res {
    let (source, globals, locals) = scope_arguments(vm, args, "eval")?;
    let source = match source {
        Source::Text(text) => Source::Text(text.trim_start_matches([' ', '\t']).to_owned()),
        Source::Code(k) if !vm.codes[k].free.is_empty() => {
            return Err(vm.type_error("code object passed to eval() may not contain free variables"));
        }
        code => code,
    };
    run(vm, source, Mode::Eval, globals, locals, Value::None)
}

fn exec(vm: &mut Vm, args: Args) -> Res {
    let closure = args.get(vm, 3).or_none();
    let (source, globals, locals) = scope_arguments(vm, args, "exec")?;
    if !closure.is_none() && !matches!((&source, closure), (Source::Code(_), Value::Tuple(_))) {
        return Err(vm.type_error("closure can only be used when source is a code object"));
    }
    run(vm, source, Mode::File, globals, locals, closure)?;
    Ok(Value::None)
}

/// The bit of `flags` that asks for the tree instead of code.
const ONLY_AST: i64 = 0x400;
/// The bit of `flags` for postponed annotations.
const FUTURE_ANNOTATIONS: i64 = 0x0100_0000;

fn compile(vm: &mut Vm, args: Args) -> Res {
    let [source, filename, mode, flags] = args.take(vm);
    let filename = match vm.payload(filename) {
        Value::Str(k) => vm.heap.text(k).into_owned(),
        Value::Bytes(k) => String::from_utf8_lossy(&vm.heap.bytes[k]).into_owned(),
        _ => {
            let t = vm.type_name(filename);
            return Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {t}")));
        }
    };
    let Value::Str(mode_key) = vm.payload(mode) else {
        let t = vm.type_name(mode);
        return Err(vm.type_error(format!("compile() argument 'mode' must be str, not {t}")));
    };
    let flags = match flags.bound() {
        Some(v) => vm.index_clamped(v)?,
        None => 0,
    };
    let mode = match &*vm.heap.text(mode_key) {
        "exec" => Mode::File,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    if flags & ONLY_AST != 0 {
        let message = "compile(): syntax trees as objects are not supported";
        return Err(vm.error(crate::heap::types::Exc::NotImplementedError, message));
    }
    if let Value::Code(_) = source {
        return Ok(source);
    }
    let Some(text) = source_text(vm, source)? else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let text = if mode == Mode::Eval { text.trim_start_matches([' ', '\t']).to_owned() } else { text };
    // Whether it will run with locals of its own is not known yet: names go through the mapping it is given.
    let unit = compile_with(vm, &text, &filename, mode, true, flags & FUTURE_ANNOTATIONS != 0)?.unit;
    Ok(Value::Code(vm.load_unit(unit)))
}
