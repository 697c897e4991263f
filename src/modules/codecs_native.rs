//! The module `_codecs`: the registry of codecs and error handlers, on which `codecs` builds.

use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::pickle::by_reference::import_attribute;
use crate::pickle::write_reduce::is_callable;
use crate::types::codec::{self, registry};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module `_codecs`.
#[rustfmt::skip] // a table
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_codecs",
    doc: "",
    functions: &[
        NativeSpec::new("encode", "(obj, encoding='utf-8', errors='strict')", encode, "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors."),
        NativeSpec::new("decode", "(obj, encoding='utf-8', errors='strict')", decode, "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered with\ncodecs.register_error that can handle ValueErrors."),
        NativeSpec::new("register", "(search_function, /)", register, "Register a codec search function.\n\nSearch functions are expected to take one argument, the encoding name in\nall lower case letters, and either return None, or a tuple of functions\n(encoder, decoder, stream_reader, stream_writer) (or a CodecInfo object)."),
        NativeSpec::new("unregister", "(search_function, /)", unregister, "Unregister a codec search function and clear the registry's cache.\n\nIf the search function is not registered, do nothing."),
        NativeSpec::new("lookup", "(encoding, /)", |vm, args| { let name = args.get(vm, 0); lookup(vm, name) }, "Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."),
        NativeSpec::new("register_error", "(errors, handler, /)", register_error, "Register the specified error handler under the name errors.\n\nhandler must be a callable object, that\nwill be called with an exception instance containing\ninformation about the location of the encoding/decoding\nerror and must return a (replacement, new position) tuple."),
        NativeSpec::new("lookup_error", "(name, /)", lookup_error, "lookup_error(errors) -> handler\n\nReturn the error handler for the specified error handling name or raise a\nLookupError, if no handler exists under this name."),
        NativeSpec::new("_canonical", "(name, /)", canonical, "The canonical name of a built-in encoding, or None."),
    ],
    classes: &[],
    init: Some(init),
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let searches = vm.heap.new_list(Vec::new());
    vm.heap.ns_set_text(ns, "_searches", searches);
    for name in ["_codecs_found", "_error_handlers"] {
        let table = vm.heap.new_dict(Dict::new());
        vm.heap.ns_set_text(ns, name, table);
    }
    Ok(())
}

/// The text of a str argument.
fn text_argument(vm: &mut Vm, v: Value, what: &str) -> Res<String> {
    match vm.payload(v) {
        Value::Str(k) => Ok(vm.heap.text(k).into_owned()),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("{what} must be str, not {t}")))
        }
    }
}

fn canonical(vm: &mut Vm, args: Args) -> Res {
    let name = args.get(vm, 0);
    let name = text_argument(vm, name, "_canonical() argument")?;
    Ok(codec::canonical_name(&name).map_or(Value::None, |name| vm.heap.interned_str(name)))
}

/// The search functions; `codecs` registers the first.
fn searches(vm: &mut Vm) -> Res<ListKey> {
    match import_attribute(vm, "_codecs", "_searches")? {
        Value::List(k) => Ok(k),
        _ => Err(vm.runtime_error("no codec search functions registered: can't find encoding")),
    }
}

fn found(vm: &mut Vm) -> Res<DictKey> {
    match import_attribute(vm, "_codecs", "_codecs_found")? {
        Value::Dict(k) => Ok(k),
        _ => Err(vm.runtime_error("no codec search functions registered: can't find encoding")),
    }
}

fn register(vm: &mut Vm, args: Args) -> Res {
    let function = args.get(vm, 0);
    if !is_callable(vm, function) {
        return Err(vm.type_error("argument must be callable"));
    }
    let list = searches(vm)?;
    vm.list_push(list, function)?;
    Ok(Value::None)
}

fn unregister(vm: &mut Vm, args: Args) -> Res {
    let function = args.get(vm, 0);
    let (list, cache) = (searches(vm)?, found(vm)?);
    let mut kept = Vec::new();
    for known in vm.heap.lists[list].clone() {
        if !vm.eq(known, function)? {
            kept.push(known);
        }
    }
    vm.heap.lists[list] = kept;
    vm.heap.dicts[cache] = Dict::new();
    Ok(Value::None)
}

/// `lookup(encoding)`: asks the search functions one after the other.
fn lookup(vm: &mut Vm, name: Value) -> Res {
    let text = text_argument(vm, name, "lookup() argument")?;
    if text.contains('\0') {
        return Err(vm.value_error("embedded null character"));
    }
    // Everybody's functions come after those of `codecs` itself.
    import_attribute(vm, "codecs", "lookup")?;
    let key = vm.heap.new_str(codec::normalized(&text));
    let (list, cache) = (searches(vm)?, found(vm)?);
    if let Some(codec) = vm.dict_get(cache, key)? {
        return Ok(codec);
    }
    let functions = vm.heap.lists[list].clone();
    let held = vm.heap.new_list(functions.clone());
    let mark = vm.pin(held);
    for function in functions {
        let codec = vm.call(function, &[key])?;
        if codec.is_none() {
            continue;
        }
        if !matches!(vm.payload(codec), Value::Tuple(k) if vm.heap.tuples[k].len() == 4) {
            return Err(vm.type_error("codec search functions must return 4-tuples"));
        }
        vm.dict_set(cache, key, codec)?;
        vm.unpin_to(mark);
        return Ok(codec);
    }
    vm.unpin_to(mark);
    Err(vm.error(Exc::LookupError, format!("unknown encoding: {text}")))
}

fn register_error(vm: &mut Vm, args: Args) -> Res {
    let [name, handler] = args.take(vm);
    text_argument(vm, name, "register_error() argument 1")?;
    if !is_callable(vm, handler) {
        return Err(vm.type_error("handler must be callable"));
    }
    if let Value::Dict(handlers) = import_attribute(vm, "_codecs", "_error_handlers")? {
        vm.dict_set(handlers, name, handler)?;
    }
    Ok(Value::None)
}

fn lookup_error(vm: &mut Vm, args: Args) -> Res {
    let name = args.get(vm, 0);
    let name = text_argument(vm, name, "lookup_error() argument")?;
    registry::error_handler(vm, &name)
}

fn encode(vm: &mut Vm, args: Args) -> Res {
    convert(vm, args, "encode")
}

fn decode(vm: &mut Vm, args: Args) -> Res {
    convert(vm, args, "decode")
}

/// Text and bytes in built-in encodings are converted at once; the rest by what was registered.
fn convert(vm: &mut Vm, args: Args, function: &str) -> Res {
    let [object, encoding, errors] = args.take(vm);
    let name = codec::name_argument(vm, encoding, function, "encoding", "utf-8")?;
    let errors = codec::name_argument(vm, errors, function, "errors", "strict")?;
    match vm.payload(object) {
        Value::Str(text) if function == "encode" && codec::canonical_name(&name).is_some() => {
            codec::encode(vm, text, &name, &errors)
        }
        Value::Bytes(_) | Value::ByteArray(_) if function == "decode" && codec::canonical_name(&name).is_some() => {
            codec::decode(vm, object, &name, &errors)
        }
        _ => {
            let name = vm.heap.new_str(name);
            let codec = lookup(vm, name)?;
            registry::apply(vm, codec, function, object, &errors)
        }
    }
}
