//! `_imp`: what the import system written in Python asks of the interpreter.

use super::find::{self, Found};
use super::source_file;
use crate::syntax::Mode;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_imp",
    doc: "(Extremely) low-level import machinery bits as used by importlib.",
    functions: &[
        NativeSpec::new(
            "is_builtin",
            "(name, /)",
            is_builtin,
            "Returns True if the module name corresponds to a built-in module.",
        ),
        NativeSpec::new(
            "is_frozen",
            "(name, /)",
            is_frozen,
            "Returns True if the module name corresponds to a frozen module.",
        ),
        NativeSpec::new(
            "is_package",
            "(name, /)",
            is_package,
            "Whether a module of the interpreter has modules within it.",
        ),
        NativeSpec::new("frozen_source", "(name, /)", frozen_source, "The text of a frozen module, or None."),
        NativeSpec::new("create_builtin", "(spec, /)", create_builtin, "Create an extension module."),
        NativeSpec::new(
            "find_in_folder",
            "(folder, name, /)",
            find_in_folder,
            "What a folder has under a module's name: (file, package's folder or None), a folder without __init__.py, \
             or None.",
        ),
        NativeSpec::new("remember_source", "(path, text, /)", remember_source, "Lets tracebacks show these lines."),
        NativeSpec::new("is_folder", "(path, /)", is_folder, "Whether a path leads to a folder."),
        NativeSpec::new("decode_source", "(data, path, /)", decode_source, "The text of a source file's bytes."),
        NativeSpec::new(
            "source_to_code",
            "(data, path, /)",
            source_to_code,
            "Compiles a module's source, and remembers it for tracebacks.",
        ),
    ],
    classes: &[],
    init: None,
};

fn text(vm: &mut Vm, v: Value) -> Res<String> {
    match vm.payload(v) {
        Value::Str(k) => Ok(vm.heap.text(k).into_owned()),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("argument must be str, not {t}")))
        }
    }
}

fn is_builtin(vm: &mut Vm, args: Args) -> Res {
    let name = text(vm, args.get(vm, 0))?;
    let native = name == "builtins" || matches!(find::builtin(&name), Some(Found::Native { .. }));
    Ok(Value::Int(i64::from(native)))
}

fn is_frozen(vm: &mut Vm, args: Args) -> Res {
    let name = text(vm, args.get(vm, 0))?;
    Ok(Value::Bool(matches!(find::builtin(&name), Some(Found::Embedded { .. }))))
}

fn is_package(vm: &mut Vm, args: Args) -> Res {
    let name = text(vm, args.get(vm, 0))?;
    Ok(Value::Bool(matches!(
        find::builtin(&name),
        Some(Found::Embedded { package: true, .. } | Found::Native { package: true, .. })
    )))
}

fn frozen_source(vm: &mut Vm, args: Args) -> Res {
    let name = text(vm, args.get(vm, 0))?;
    Ok(find::embedded_source(&name).map_or(Value::None, |source| vm.heap.new_str(source)))
}

/// A built-in module is made once: a second request is answered with the first.
fn create_builtin(vm: &mut Vm, args: Args) -> Res {
    let name = vm.getattr_text(args.get(vm, 0), "name")?;
    let name = text(vm, name)?;
    let key = vm.heap.intern(&name);
    if let Some(module @ Value::Module(_)) = vm.heap.ns_get(vm.modules, key) {
        return Ok(module);
    }
    match find::builtin(&name) {
        Some(found @ Found::Native { .. }) => vm.load_found(key, found),
        _ => Ok(Value::None),
    }
}

fn find_in_folder(vm: &mut Vm, args: Args) -> Res {
    let (folder, name) = (text(vm, args.get(vm, 0))?, text(vm, args.get(vm, 1))?);
    if !vm.host.files {
        return Ok(Value::None);
    }
    match find::in_folders(&[folder], &name) {
        Some(Found::File { file, package }) => {
            let file = vm.heap.new_str(file.to_string_lossy().as_ref());
            let package = package.map_or(Value::None, |p| vm.heap.new_str(p.to_string_lossy().as_ref()));
            Ok(vm.heap.new_tuple([file, package]))
        }
        Some(Found::Namespace(folders)) => {
            let first = folders.first().map(|f| f.to_string_lossy().into_owned()).unwrap_or_default();
            Ok(vm.heap.new_str(first))
        }
        _ => Ok(Value::None),
    }
}

fn remember_source(vm: &mut Vm, args: Args) -> Res {
    let (path, source) = (text(vm, args.get(vm, 0))?, text(vm, args.get(vm, 1))?);
    vm.host.remember_source(&path, &source);
    Ok(Value::None)
}

fn is_folder(vm: &mut Vm, args: Args) -> Res {
    let path = text(vm, args.get(vm, 0))?;
    Ok(Value::Bool(vm.host.files && std::path::Path::new(&path).is_dir()))
}

fn decoded(vm: &mut Vm, args: Args) -> Res<(String, String)> {
    let [data, path] = args.take(vm);
    let path = vm.str_text(path)?;
    match vm.payload(data) {
        Value::Str(k) => Ok((vm.heap.text(k).into_owned(), path)),
        Value::Bytes(k) => {
            let bytes = vm.heap.bytes[k].to_vec();
            Ok((source_file::decode(vm, &bytes, &path)?, path))
        }
        _ => {
            let t = vm.type_name(data);
            Err(vm.type_error(format!("a bytes-like object is required, not '{t}'")))
        }
    }
}

fn decode_source(vm: &mut Vm, args: Args) -> Res {
    let (source, _) = decoded(vm, args)?;
    Ok(vm.heap.new_str(source))
}

fn source_to_code(vm: &mut Vm, args: Args) -> Res {
    let (source, path) = decoded(vm, args)?;
    if !path.starts_with('<') {
        vm.host.remember_source(&path, &source);
    }
    // As `compile()`: names go through the mapping the code is run with.
    Ok(Value::Code(vm.compile_source(&source, &path, Mode::File, true)?))
}
