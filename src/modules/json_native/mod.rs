//! The module `_json`: reading and writing JSON, for the package `json`.

mod encoder;
mod scanner;
mod string;

use crate::heap::text::Builder;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_json",
    doc: "json speedups\n",
    functions: &[
        NativeSpec::new(
            "scanstring",
            "(string, end, strict=True, /)",
            scanstring,
            "scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the \
             index of the\ncharacter in s after the quote that started the JSON string.\nUnescapes all valid JSON string \
             escape sequences and raises ValueError\non attempt to decode an invalid string. If strict is False \
             then literal\ncontrol characters are allowed in the string.\n\nReturns a tuple of the decoded string and the \
             index of the character in s\nafter the end quote.",
        ),
        NativeSpec::new(
            "encode_basestring_ascii",
            "(string, /)",
            |vm, a| quoted(vm, a, true),
            "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string",
        ),
        NativeSpec::new(
            "encode_basestring",
            "(string, /)",
            |vm, a| quoted(vm, a, false),
            "encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string",
        ),
        NativeSpec::new(
            "encode",
            "(encoder, object, chunks=None, /)",
            encoder::encode,
            "Write an object as the encoder's attributes say; with a list, add the text to it piece by piece.",
        ),
    ],
    classes: &[&scanner::SPEC],
    init: None,
};

/// The text of an argument that must be a str.
fn text_argument(vm: &mut Vm, v: Value) -> Res<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("first argument must be a string, not {t}")))
        }
    }
}

fn scanstring(vm: &mut Vm, args: Args) -> Res {
    let [text, end, strict] = args.take(vm);
    let end = vm.index_i64(end)?;
    let strict = match strict.bound() {
        Some(strict) => vm.truth(strict)?,
        None => true,
    };
    let text = text_argument(vm, text)?;
    let length = vm.heap.strs[text].len();
    let Some(at) = usize::try_from(end).ok().filter(|&at| at <= length) else {
        return Err(vm.value_error("end is out of bounds"));
    };
    let at = vm.heap.strs[text].byte_offset(at);
    let (value, end) = string::read(vm, text, at, strict)?;
    let value = vm.heap.new_text(value);
    let end = vm.heap.strs[text].char_offset(end);
    Ok(vm.heap.new_tuple([value, Value::Int(end as i64)]))
}

fn quoted(vm: &mut Vm, args: Args, ascii: bool) -> Res {
    let text = args.get(vm, 0);
    let text = text_argument(vm, text)?;
    let mut out = Builder::new();
    string::write(&vm.heap.strs[text], ascii, &mut out);
    Ok(vm.heap.new_text(out.finish()))
}
