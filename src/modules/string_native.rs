//! The module `_string`: how format strings are taken apart, for `string.Formatter`.

use crate::heap::Heap;
use crate::heap::kinds::NativeIter;
use crate::heap::text::Str;
use crate::types::iterators::{ITER, NEXT};
use crate::types::str::template::{integer, next_accessor, next_part, split_name};
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_string",
    doc: "string helper module",
    functions: &[
        NativeSpec::new("formatter_parser", "(object, /)", formatter_parser, "parse the argument as a format string"),
        NativeSpec::new(
            "formatter_field_name_split",
            "(object, /)",
            formatter_field_name_split,
            "split the argument as a field name",
        ),
    ],
    classes: &[],
    init: None,
};

static FORMATTER_ITERATOR: TypeSpec =
    TypeSpec { name: "formatteriterator", no_new: true, specials: &[ITER, NEXT], ..TypeSpec::BASE };
static FIELD_NAME_ITERATOR: TypeSpec =
    TypeSpec { name: "fieldnameiterator", no_new: true, specials: &[ITER, NEXT], ..TypeSpec::BASE };

/// Goes through a text from the byte `at` on.
struct Parts {
    class: ClassKey,
    text: StrKey,
    at: usize,
    step: fn(&mut Vm, &mut &[u8]) -> Res<Option<Value>>,
}

impl NativeIter for Parts {
    fn class(&self, _: &Heap) -> ClassKey {
        self.class
    }

    fn step(&self) -> fn(&mut Vm, IterKey) -> Res<Option<Value>> {
        step
    }

    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Class(self.class));
        visit(Value::Str(self.text));
    }
}

fn step(vm: &mut Vm, k: IterKey) -> Res<Option<Value>> {
    let Some(&Parts { text, at, step, .. }) = vm.heap.native_iter::<Parts>(k) else { return Ok(None) };
    let content: Box<[u8]> = vm.heap.strs[text].as_bytes()[at..].into();
    let mut rest = &*content;
    let part = step(vm, &mut rest);
    let at = at + content.len() - rest.len();
    if let Some(parts) = vm.heap.native_iter_mut::<Parts>(k) {
        parts.at = at;
    }
    part
}

fn text_argument(vm: &mut Vm, v: Value) -> Res<StrKey> {
    match vm.payload(v) {
        Value::Str(k) => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("expected str, got {t}")))
        }
    }
}

fn new_text(vm: &mut Vm, bytes: &[u8]) -> Value {
    vm.heap.new_text(Str::from_bytes(bytes))
}

fn formatter_parser(vm: &mut Vm, args: Args) -> Res {
    let text = args.get(vm, 0);
    let text = text_argument(vm, text)?;
    let class = vm.class_for(&FORMATTER_ITERATOR);
    Ok(vm.heap.new_native_iter(Parts { class, text, at: 0, step: next_field }))
}

/// `(literal, field name, specification, conversion)`
fn next_field(vm: &mut Vm, rest: &mut &[u8]) -> Res<Option<Value>> {
    let Some((literal, field)) = next_part(vm, rest)? else { return Ok(None) };
    let literal = new_text(vm, literal);
    let parts = match field {
        None => [literal, Value::None, Value::None, Value::None],
        Some(field) => {
            let (name, spec) = (new_text(vm, field.name), new_text(vm, field.spec));
            let conversion = field.conversion.map_or(Value::None, |c| vm.heap.new_char(c));
            [literal, name, spec, conversion]
        }
    };
    Ok(Some(vm.heap.new_tuple(parts)))
}

fn formatter_field_name_split(vm: &mut Vm, args: Args) -> Res {
    let text = args.get(vm, 0);
    let text = text_argument(vm, text)?;
    let content: Box<[u8]> = vm.heap.strs[text].as_bytes().into();
    let (first, _) = split_name(&content);
    let name = number_or_text(vm, first)?;
    let class = vm.class_for(&FIELD_NAME_ITERATOR);
    let rest = vm.heap.new_native_iter(Parts { class, text, at: first.len(), step: accessor });
    Ok(vm.heap.new_tuple([name, rest]))
}

/// `(is attribute, name or number)`
fn accessor(vm: &mut Vm, rest: &mut &[u8]) -> Res<Option<Value>> {
    let Some((is_attribute, part)) = next_accessor(vm, rest)? else { return Ok(None) };
    let key = if is_attribute { new_text(vm, part) } else { number_or_text(vm, part)? };
    Ok(Some(vm.heap.new_tuple([Value::Bool(is_attribute), key])))
}

fn number_or_text(vm: &mut Vm, part: &[u8]) -> Res {
    Ok(match integer(vm, part)? {
        Some(n) => Value::Int(n as i64),
        None => new_text(vm, part),
    })
}
