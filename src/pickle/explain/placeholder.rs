//! What stands on the stack for objects that a load would have found, called for or filled.

use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::Vm;

/// An object that was not had.
#[derive(Debug)]
pub(super) struct Placeholder {
    /// What it is called in the explanation.
    pub text: String,
    /// The object that a name leads to, if it is here: to be looked at, not to be touched.
    pub object: Option<Value>,
    /// The class that calling would have made an instance of, if it is here.
    pub class: Option<ClassKey>,
}

impl Object for Placeholder {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        self.object.into_iter().for_each(&mut *visit);
        self.class.into_iter().for_each(|class| visit(Value::Class(class)));
    }

    fn size(&self) -> usize {
        self.text.capacity()
    }
}

impl Placeholder {
    /// Stands for something of which no more is known than what to call it.
    pub fn new(text: impl Into<String>) -> Placeholder {
        Placeholder { text: text.into(), object: None, class: None }
    }

    /// Puts it in a slot of its own. It is equal to itself alone, and comparing or hashing it runs nothing.
    pub fn into_value(self, vm: &mut Vm) -> Value {
        let class = vm.heap.types.object;
        vm.heap.new_object(class, self)
    }

    /// The placeholder in a slot.
    pub fn of(vm: &Vm, v: Value) -> Option<&Placeholder> {
        match v {
            Value::Object(k) => vm.heap.object::<Placeholder>(k),
            _ => None,
        }
    }
}
