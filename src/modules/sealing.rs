//! The module `_sealing`: lets classes written in Python be seen as built-in ones.

use crate::heap::kinds::Layout;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Res, Vm};

/// The module.
pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_sealing",
    doc: "",
    functions: &[
        NativeSpec::new(
            "seal",
            "(cls, final, /)",
            seal,
            "Make a class immutable, show it with its module in messages, and, if final, refuse subclasses.",
        ),
        NativeSpec::new(
            "bare",
            "(cls, /)",
            bare,
            "An instance of a sealed class, with empty slots: for its __new__ alone.",
        ),
    ],
    classes: &[],
    init: None,
};

fn seal(vm: &mut Vm, args: Args) -> Res {
    let [cls, last] = args.take(vm);
    let last = vm.truth(last)?;
    let module = vm.getattr_text(cls, "__module__")?;
    let (Value::Class(class), Value::Str(module)) = (cls, module) else {
        return Err(vm.type_error("seal() takes a class"));
    };
    let module = vm.heap.intern_key(module);
    let class = &mut vm.heap.classes[class];
    class.module = module;
    class.flags.python = false;
    class.flags.base = !last;
    Ok(Value::None)
}

fn bare(vm: &mut Vm, args: Args) -> Res {
    match args.get(vm, 0) {
        Value::Class(class) if vm.heap.classes[class].layout == Layout::Plain => {
            Ok(Value::Instance(vm.heap.new_instance(class)))
        }
        _ => Err(vm.type_error("bare() takes a class written in Python")),
    }
}
