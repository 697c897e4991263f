//! The module `_codecs`: `encode` and `decode`, which pickles of bytes before protocol 3 name.

use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module `_codecs`.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_codecs",
    doc: "",
    functions: &[
        NativeSpec::new(
            "encode",
            "(obj, encoding='utf-8', errors='strict')",
            encode,
            "Encodes obj using the codec registered for encoding.\n\nThe default encoding is 'utf-8'.  errors may be given \
             to set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a \
             ValueError.  Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name \
             registered with\ncodecs.register_error that can handle ValueErrors.",
        ),
        NativeSpec::new(
            "decode",
            "(obj, encoding='utf-8', errors='strict')",
            decode,
            "Decodes obj using the codec registered for encoding.\n\nDefault encoding is 'utf-8'.  errors may be given to \
             set a\ndifferent error handling scheme.  Default is 'strict' meaning that encoding\nerrors raise a ValueError.  \
             Other possible values are 'ignore', 'replace'\nand 'backslashreplace' as well as any other name registered \
             with\ncodecs.register_error that can handle ValueErrors.",
        ),
    ],
    classes: &[],
    init: None,
};

fn encode(vm: &mut Vm, args: Args) -> Res {
    through_method(vm, args, "encode")
}

fn decode(vm: &mut Vm, args: Args) -> Res {
    through_method(vm, args, "decode")
}

/// Text and bytes know their codecs themselves.
fn through_method(vm: &mut Vm, args: Args, name: &str) -> Res {
    let [obj, encoding, errors] = args.take(vm);
    let known = match name {
        "encode" => matches!(vm.payload(obj), Value::Str(_)),
        _ => matches!(vm.payload(obj), Value::Bytes(_) | Value::ByteArray(_)),
    };
    if !known {
        let (t, wanted) = (vm.type_name(obj), if name == "encode" { "str" } else { "bytes-like object" });
        return Err(vm.type_error(format!("{name}() argument 'obj' must be {wanted}, not {t}")));
    }
    let method = vm.getattr_text(obj, name)?;
    let given: Vec<Value> = [encoding, errors].into_iter().take_while(|v| !v.is_undef()).collect();
    vm.call(method, &given)
}
