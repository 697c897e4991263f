//! `exit` and `quit`: objects that say how to leave, and leave when called.

use crate::heap::kinds::Object;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::{Res, Vm};

/// The class of both.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Quitter",
    module: "_sitebuiltins",
    no_new: true,
    specials: &[
        NativeSpec::new("__call__", "($self, code=None)", call, "Call self as a function."),
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
    ],
    getsets: &[
        GetSetSpec { name: "name", get: name, set: None, doc: "" },
        GetSetSpec { name: "eof", get: |vm, _| Ok(vm.heap.new_str(END_OF_FILE)), set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

const END_OF_FILE: &str = "Ctrl-D (i.e. EOF)";

/// Its name, `exit` or `quit`.
struct Quitter(&'static str);

impl Object for Quitter {
    fn trace(&self, _: &mut dyn FnMut(Value)) {}
}

impl Vm {
    /// Binds `exit` and `quit` in the builtins.
    pub(super) fn add_quitters(&mut self) {
        let class = self.class_for(&SPEC);
        for name in ["exit", "quit"] {
            let quitter = self.heap.new_object(class, Quitter(name));
            self.heap.ns_set_text(self.builtins, name, quitter);
        }
    }
}

fn name_of(vm: &Vm, this: Value) -> &'static str {
    match this {
        Value::Object(k) => vm.heap.object::<Quitter>(k).map_or("exit", |q| q.0),
        _ => "exit",
    }
}

fn name(vm: &mut Vm, this: Value) -> Res {
    let name = name_of(vm, this);
    Ok(vm.heap.new_str(name))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let name = name_of(vm, args.get(vm, 0));
    Ok(vm.heap.new_str(format!("Use {name}() or {END_OF_FILE} to exit")))
}

fn call(vm: &mut Vm, args: Args) -> Res {
    let code = args.get(vm, 1).or_none();
    Err(vm.error_with(Exc::SystemExit, &[code]))
}
