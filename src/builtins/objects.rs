//! Built-in functions on any object: text, identity, attributes.

use crate::code::op::Conversion;
use crate::heap::Heap;
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

/// The functions.
pub static FUNCTIONS: &[NativeSpec] = &[
    NativeSpec::new(
        "ascii",
        "(obj, /)",
        ascii,
        "Return an ASCII-only representation of an object.\n\nAs repr(), return a string containing a printable representation of an\nobject, but escape the non-ASCII characters in the string returned by\nrepr() using \\\\x, \\\\u or \\\\U escapes. This generates a string similar\nto that returned by repr() in Python 2.",
    ),
    NativeSpec::new(
        "callable",
        "(obj, /)",
        callable,
        "Return whether the object is callable (i.e., some kind of function).\n\nNote that classes are callable, as are instances of classes with a\n__call__() method.",
    ),
    NativeSpec::new(
        "delattr",
        "(obj, name, /)",
        delattr,
        "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``",
    ),
    NativeSpec::new(
        "dir",
        "(object=None, /)",
        dir,
        "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.\nIf the object supplies a method named __dir__, it will be used; otherwise\nthe default dir() logic is used and returns:\n  for a module object: the module's attributes.\n  for a class object:  its attributes, and recursively the attributes\n    of its bases.\n  for any other object: its attributes, its class's attributes, and\n    recursively the attributes of its class's base classes.",
    ),
    NativeSpec::new(
        "format",
        "(value, format_spec='', /)",
        format,
        "Return type(value).__format__(value, format_spec)\n\nMany built-in types implement format_spec according to the\nFormat Specification Mini-language. See help('FORMATTING').\n\nIf type(value) does not supply a method named __format__\nand format_spec is empty, then str(value) is returned.\nSee also help('SPECIALMETHODS').",
    ),
    NativeSpec::new(
        "getattr",
        "(object, name, default=None, /)",
        getattr,
        "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.",
    )
    .quick(quick_getattr),
    NativeSpec::new(
        "hasattr",
        "(obj, name, /)",
        hasattr,
        "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.",
    )
    .quick(quick_hasattr),
    NativeSpec::new(
        "hash",
        "(obj, /)",
        hash,
        "Return the hash value for the given object.\n\nTwo objects that compare equal must also have the same hash value, but the\nreverse is not necessarily true.",
    ),
    NativeSpec::new(
        "id",
        "(obj, /)",
        id,
        "Return the identity of an object.\n\nThis is guaranteed to be unique among simultaneously existing objects.\n(CPython uses the object's memory address.)",
    ),
    NativeSpec::new(
        "repr",
        "(obj, /)",
        repr,
        "Return the canonical string representation of the object.\n\nFor many object types, including most builtins, eval(repr(obj)) == obj.",
    ),
    NativeSpec::new(
        "setattr",
        "(obj, name, value, /)",
        setattr,
        "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``",
    ),
    NativeSpec::new(
        "vars",
        "(object=None, /)",
        vars,
        "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.",
    ),
];

fn ascii(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    vm.ascii(v)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    vm.repr(v)
}

fn format(vm: &mut Vm, args: Args) -> Res {
    let [v, spec] = args.take(vm);
    if let Some(spec) = spec.bound()
        && !matches!(vm.payload(spec), Value::Str(_))
    {
        let t = vm.type_name(spec);
        return Err(vm.type_error(format!("format() argument 2 must be str, not {t}")));
    }
    vm.format(v, Conversion::None, spec)
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    Ok(Value::Int(vm.hash(v)?))
}

fn id(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    Ok(vm.id(v))
}

/// The object can be called.
pub fn is_callable(vm: &mut Vm, v: Value) -> bool {
    match v {
        Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
        _ => {
            let name = vm.heap.names.__call__;
            vm.special(v, name).is_some()
        }
    }
}

fn callable(vm: &mut Vm, args: Args) -> Res {
    let [v] = args.take(vm);
    Ok(Value::Bool(is_callable(vm, v)))
}

/// An attribute's name as an interned string, or `TypeError`.
fn attribute_name(vm: &mut Vm, name: Value) -> Res<StrKey> {
    match vm.payload(name) {
        Value::Str(k) => Ok(vm.heap.intern_key(k)),
        _ => {
            let t = vm.type_name(name);
            Err(vm.type_error(format!("attribute name must be string, not '{t}'")))
        }
    }
}

fn quick_getattr(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    match *args {
        [o, name] => heap.plain_attribute(o, name)?,
        [o, name, default] => heap.plain_attribute(o, name).map(|found| found.unwrap_or(default)),
        _ => None,
    }
}

fn quick_hasattr(heap: &mut Heap, args: &[Value]) -> Option<Value> {
    let &[o, name] = args else { return None };
    heap.plain_attribute(o, name).map(|found| Value::Bool(found.is_some()))
}

fn getattr(vm: &mut Vm, args: Args) -> Res {
    let [o, name, default] = args.take(vm);
    let name = attribute_name(vm, name)?;
    match default.bound() {
        None => vm.getattr(o, name),
        Some(default) => Ok(vm.getattr_opt(o, name)?.unwrap_or(default)),
    }
}

fn hasattr(vm: &mut Vm, args: Args) -> Res {
    let [o, name] = args.take(vm);
    let name = attribute_name(vm, name)?;
    Ok(Value::Bool(vm.getattr_opt(o, name)?.is_some()))
}

fn setattr(vm: &mut Vm, args: Args) -> Res {
    let [o, name, v] = args.take(vm);
    let name = attribute_name(vm, name)?;
    vm.setattr(o, name, v)?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: Args) -> Res {
    let [o, name] = args.take(vm);
    let name = attribute_name(vm, name)?;
    vm.delattr(o, name)?;
    Ok(Value::None)
}

fn dir(vm: &mut Vm, args: Args) -> Res {
    let [o] = args.take(vm);
    let names = match o.bound() {
        None => {
            let locals = super::scope::locals(vm)?;
            match locals {
                Value::Dict(k) => {
                    let keys = vm.heap.dicts[k].iter().map(|e| e.key).collect();
                    vm.heap.new_list(keys)
                }
                _ => vm.call_method_text(locals, "keys")?,
            }
        }
        Some(o) => {
            let name = vm.heap.names.__dir__;
            match vm.call_special(o, name, &[])? {
                Some(names) => names,
                None => return Err(vm.type_error("object does not provide __dir__")),
            }
        }
    };
    let names = vm.to_vec(names)?;
    let list = vm.heap.new_list(names);
    vm.call_method_text(list, "sort")?;
    Ok(list)
}

fn vars(vm: &mut Vm, args: Args) -> Res {
    let [o] = args.take(vm);
    let Some(o) = o.bound() else { return super::scope::locals(vm) };
    let name = vm.heap.names.__dict__;
    match vm.getattr_opt(o, name)? {
        Some(dict) => Ok(dict),
        None => Err(vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

impl Vm {
    /// `o.name()` for a name given as text.
    fn call_method_text(&mut self, o: Value, name: &str) -> Res {
        let name = self.heap.intern(name);
        self.call_method(o, name, &[])
    }
}
