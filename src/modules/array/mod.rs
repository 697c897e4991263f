//! The module `array`: arrays of C's numbers, or of characters.

mod item;
mod iter;
mod methods;
mod operators;
mod pickled;

use crate::code::op::CompareOp;
use crate::heap::kinds::Object;
use crate::types::constructor_args::positional;
use crate::types::{buffer, generic_alias};
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, ModuleSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};
use item::TypeCode;

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "array",
    doc: "This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.  Arrays are sequence types and behave very much like lists,\nexcept that the type of objects stored in them is constrained.\n",
    functions: &[NativeSpec::new(
        "_array_reconstructor",
        "(arraytype, typecode, mformat_code, items, /)",
        pickled::reconstruct,
        "Internal. Used for pickling support.",
    )],
    classes: &[&SPEC],
    init: Some(init),
};

const DOC: &str = "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value, which must be a list,\nstring or iterable over elements of the appropriate type.\n\nArrays represent basic values and behave very much like lists, except\nthe type of objects stored in them is constrained. The type is specified\nat object creation time by using a type code, which is a single character.\nThe following type codes are defined:\n\n    Type code   C Type             Minimum size in bytes\n    'b'         signed integer     1\n    'B'         unsigned integer   1\n    'u'         Unicode character  2 (see note)\n    'h'         signed integer     2\n    'H'         unsigned integer   2\n    'i'         signed integer     2\n    'I'         unsigned integer   2\n    'l'         signed integer     4\n    'L'         unsigned integer   4\n    'q'         signed integer     8 (see note)\n    'Q'         unsigned integer   8 (see note)\n    'f'         floating-point     4\n    'd'         floating-point     8\n";

/// The class.
#[rustfmt::skip] // a table
pub static SPEC: TypeSpec = TypeSpec {
    name: "array",
    module: "array",
    doc: DOC,
    subclassable: true,
    weakref: true,
    unhashable: true,
    new: Some(NativeSpec::new("__new__", "($type, *args, **kwargs)", new, "Create and return a new object.  See help(type) for accurate signature.")),
    class_methods: generic_alias::CLASS_GETITEM,
    specials: with_comparisons!(
        operators::compare,
        NativeSpec::new("__repr__", "($self, /)", operators::repr, "Return repr(self)."),
        NativeSpec::new("__len__", "($self, /)", operators::len, "Return len(self)."),
        NativeSpec::new("__getitem__", "($self, key, /)", operators::getitem, "Return self[key]."),
        NativeSpec::new("__setitem__", "($self, key, value, /)", operators::setitem, "Set self[key] to value."),
        NativeSpec::new("__delitem__", "($self, key, /)", operators::delitem, "Delete self[key]."),
        NativeSpec::new("__add__", "($self, value, /)", operators::add, "Return self+value."),
        NativeSpec::new("__iadd__", "($self, value, /)", operators::iadd, "Implement self+=value."),
        NativeSpec::new("__mul__", "($self, value, /)", operators::mul, "Return self*value."),
        NativeSpec::new("__rmul__", "($self, value, /)", operators::mul, "Return value*self."),
        NativeSpec::new("__imul__", "($self, value, /)", operators::imul, "Implement self*=value."),
        NativeSpec::new("__contains__", "($self, key, /)", methods::contains, "Return bool(key in self)."),
        NativeSpec::new("__iter__", "($self, /)", iter::iter, "Implement iter(self)."),
    ),
    methods: &[
        NativeSpec::new("__copy__", "($self, /)", methods::copy, "Return a copy of the array."),
        NativeSpec::new("__deepcopy__", "($self, unused, /)", methods::copy, "Return a copy of the array."),
        NativeSpec::new("__reduce_ex__", "($self, value, /)", pickled::reduce_ex, "Return state information for pickling."),
        NativeSpec::new("__sizeof__", "($self, /)", methods::sizeof, "Size of the array in memory, in bytes."),
        NativeSpec::new("append", "($self, v, /)", methods::append, "Append new value v to the end of the array."),
        NativeSpec::new("buffer_info", "($self, /)", methods::buffer_info, "Return a tuple (address, length) giving the current memory address and the length in items of the buffer used to hold array's contents.\n\nThe length should be multiplied by the itemsize attribute to calculate\nthe buffer length in bytes."),
        NativeSpec::new("byteswap", "($self, /)", methods::byteswap, "Byteswap all items of the array.\n\nIf the items in the array are not 1, 2, 4, or 8 bytes in size, RuntimeError is\nraised."),
        NativeSpec::new("clear", "($self, /)", methods::clear, "Remove all items from the array."),
        NativeSpec::new("count", "($self, v, /)", methods::count, "Return number of occurrences of v in the array."),
        NativeSpec::new("extend", "($self, bb, /)", methods::extend, "Append items to the end of the array."),
        NativeSpec::new("frombytes", "($self, buffer, /)", methods::frombytes, "Appends items from the string, interpreting it as an array of machine values, as if it had been read from a file using the fromfile() method."),
        NativeSpec::new("fromfile", "($self, f, n, /)", methods::fromfile, "Read n objects from the file object f and append them to the end of the array."),
        NativeSpec::new("fromlist", "($self, list, /)", methods::fromlist, "Append items to array from list."),
        NativeSpec::new("fromunicode", "($self, ustr, /)", methods::fromunicode, "Extends this array with data from the unicode string ustr.\n\nThe array must be a unicode type array; otherwise a ValueError is raised.\nUse array.frombytes(ustr.encode(...)) to append Unicode data to an array of\nsome other type."),
        NativeSpec::new("index", "($self, v, start=0, stop=sys.maxsize, /)", methods::index, "Return index of first occurrence of v in the array.\n\nRaise ValueError if the value is not present."),
        NativeSpec::new("insert", "($self, i, v, /)", methods::insert, "Insert a new item v into the array before position i."),
        NativeSpec::new("pop", "($self, i=-1, /)", methods::pop, "Return the i-th element and delete it from the array.\n\ni defaults to -1."),
        NativeSpec::new("remove", "($self, v, /)", methods::remove, "Remove the first occurrence of v in the array."),
        NativeSpec::new("reverse", "($self, /)", methods::reverse, "Reverse the order of the items in the array."),
        NativeSpec::new("tobytes", "($self, /)", methods::tobytes, "Convert the array to an array of machine values and return the bytes representation."),
        NativeSpec::new("tofile", "($self, f, /)", methods::tofile, "Write all items (as machine values) to the file object f."),
        NativeSpec::new("tolist", "($self, /)", methods::tolist, "Convert array to an ordinary list with the same items."),
        NativeSpec::new("tounicode", "($self, /)", methods::tounicode, "Extends this array with data from the unicode string ustr.\n\nConvert the array to a unicode string.  The array must be a unicode type array;\notherwise a ValueError is raised.  Use array.tobytes().decode() to obtain a\nunicode string from an array of some other type."),
    ],
    getsets: &[
        GetSetSpec { name: "itemsize", get: |vm, v| { let k = key(vm, v)?; Ok(Value::Int(state(vm, k).code.size() as i64)) }, set: None, doc: "the size, in bytes, of one array item" },
        GetSetSpec { name: "typecode", get: |vm, v| { let k = key(vm, v)?; let code = state(vm, k).code.character(); Ok(vm.heap.new_char(code.into())) }, set: None, doc: "the typecode character used to create the array" },
    ],
    ..TypeSpec::BASE
};

fn init(vm: &mut Vm, ns: DictKey) -> Res<()> {
    let class = vm.class_for(&SPEC);
    vm.heap.ns_set_text(ns, "ArrayType", Value::Class(class));
    let codes = vm.heap.new_str("bBuwhHiIlLqQfd");
    vm.heap.ns_set_text(ns, "typecodes", codes);
    Ok(())
}

/// The state of an array.
#[derive(Clone, Debug)]
struct Array {
    code: TypeCode,
    bytes: Vec<u8>,
}

impl Object for Array {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}
    fn size(&self) -> usize {
        self.bytes.capacity()
    }
    fn memory(&self) -> &[u8] {
        &self.bytes
    }
    fn memory_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
    fn item_format(&self) -> Option<u8> {
        Some(self.code.format())
    }
}

impl Array {
    fn len(&self) -> usize {
        self.bytes.len() / self.code.size()
    }

    /// Where the bytes of some items lie.
    fn range(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        from * self.code.size()..to * self.code.size()
    }
}

/// The array a value is; None for anything else.
fn as_array(vm: &Vm, v: Value) -> Option<ObjectKey> {
    match vm.payload(v) {
        Value::Object(k) if vm.heap.object::<Array>(k).is_some() => Some(k),
        _ => None,
    }
}

/// The array a method was called on.
fn key(vm: &mut Vm, v: Value) -> Res<ObjectKey> {
    match as_array(vm, v) {
        Some(k) => Ok(k),
        None => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires an 'array.array' object but received a '{t}'")))
        }
    }
}

/// The state behind a key that [`as_array`] gave.
fn state(vm: &Vm, k: ObjectKey) -> &Array {
    vm.heap.object(k).expect("the key is of an array")
}

fn state_mut(vm: &mut Vm, k: ObjectKey) -> &mut Array {
    vm.heap.object_mut(k).expect("the key is of an array")
}

/// A new array.
fn make(vm: &mut Vm, code: TypeCode, bytes: Vec<u8>) -> Value {
    let class = vm.class_for(&SPEC);
    vm.heap.new_object(class, Array { code, bytes })
}

/// Refuses to change the size of an array that views show.
fn check_resizable(vm: &mut Vm, k: ObjectKey) -> Res<()> {
    buffer::check_resizable_as(vm, Value::Object(k), "cannot resize an array that is exporting buffers")
}

/// Adds bytes to the end.
fn extend_bytes(vm: &mut Vm, k: ObjectKey, bytes: &[u8]) -> Res<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    check_resizable(vm, k)?;
    vm.reserve(bytes.len())?;
    vm.heap.grew(bytes.len());
    state_mut(vm, k).bytes.extend_from_slice(bytes);
    Ok(())
}

fn new(vm: &mut Vm, args: Args) -> Res {
    let [cls, rest, kwargs] = args.take(vm);
    let base = vm.class_for(&SPEC);
    let class = vm.check_new(cls, base)?;
    let given = positional(vm, rest);
    if class == base {
        crate::types::constructor_args::no_keywords(vm, "array.array", kwargs)?;
    }
    let n = given.len();
    if n == 0 {
        return Err(vm.type_error("array() takes at least 1 argument (0 given)"));
    }
    if n > 2 {
        return Err(vm.type_error(format!("array() takes at most 2 arguments ({n} given)")));
    }
    let code = typecode_argument(vm, given[0])?;
    let array = make(vm, code, Vec::new());
    if let Some(&initial) = given.get(1) {
        let k = key(vm, array)?;
        fill(vm, k, code, initial)?;
    }
    Ok(vm.wrap_new(class, array))
}

fn typecode_argument(vm: &mut Vm, v: Value) -> Res<TypeCode> {
    let character = match vm.payload(v) {
        Value::Str(k) if vm.heap.strs[k].len() == 1 => vm.heap.strs[k].code_point_at(0),
        _ => {
            let t = vm.type_name(v);
            return Err(vm.type_error(format!("array() argument 1 must be a unicode character, not {t}")));
        }
    };
    if character == Some(u32::from(b'u')) {
        vm.warn_deprecated("The 'u' type code is deprecated and will be removed in Python 3.16")?;
    }
    match character.and_then(TypeCode::of) {
        Some(code) => Ok(code),
        None => Err(vm.value_error("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")),
    }
}

/// Fills a new array from a str, bytes, another array or an iterable.
fn fill(vm: &mut Vm, k: ObjectKey, code: TypeCode, initial: Value) -> Res<()> {
    let other = as_array(vm, initial).map(|other| state(vm, other).code);
    if !code.is_text() {
        let what = match (vm.payload(initial), other) {
            (Value::Str(_), _) => Some("str"),
            (_, Some(code)) if code.is_text() => Some("unicode array"),
            _ => None,
        };
        if let Some(what) = what {
            let c = code.character();
            return Err(vm.type_error(format!("cannot use a {what} to initialize an array with typecode '{c}'")));
        }
    }
    match (vm.payload(initial), other) {
        (Value::Str(text), _) => {
            let bytes: Vec<u8> = vm.heap.strs[text].code_points().flat_map(u32::to_ne_bytes).collect();
            extend_bytes(vm, k, &bytes)
        }
        (Value::Bytes(_) | Value::ByteArray(_), _) => methods::extend_from_buffer(vm, k, initial),
        (_, Some(same)) if same.size() == code.size() && same == code => {
            let bytes = buffer::argument(vm, initial)?;
            extend_bytes(vm, k, &bytes)
        }
        _ => methods::extend_from_iterable(vm, k, initial),
    }
}
