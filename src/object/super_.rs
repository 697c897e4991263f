//! `super()`: attribute lookup that starts behind a class in the MRO.

use crate::heap::kinds::Object;
use crate::value::*;
use crate::vm::{Res, Vm};

/// A `super` object.
#[derive(Debug)]
pub struct Super {
    /// `__thisclass__`: the lookup starts behind it.
    pub this_class: ClassKey,
    /// `__self__`; unbound for an unbound super.
    pub receiver: Value,
    /// `__self_class__`: whose MRO is followed.
    pub receiver_class: ClassKey,
}

impl Object for Super {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Class(self.this_class));
        visit(self.receiver);
        visit(Value::Class(self.receiver_class));
    }
}

impl Vm {
    /// The class whose MRO `super(this_class, receiver)` follows, or `TypeError`.
    pub fn super_check(&mut self, this_class: ClassKey, receiver: Value) -> Res<ClassKey> {
        if let Value::Class(c) = receiver
            && self.heap.is_subclass(c, this_class)
        {
            return Ok(c);
        }
        let class = self.class_of(receiver);
        if self.heap.is_subclass(class, this_class) {
            return Ok(class);
        }
        let name = self.heap.names.__class__;
        if let Some(Value::Class(c)) = self.getattr_opt(receiver, name)?
            && c != class
            && self.heap.is_subclass(c, this_class)
        {
            return Ok(c);
        }
        let what = match receiver {
            Value::Class(c) => format!("type {}", self.heap.class_name(c)),
            _ => format!("instance of {}", self.heap.class_name(class)),
        };
        let this = self.heap.class_name(this_class);
        Err(self.type_error(format!("super(type, obj): obj ({what}) is not an instance or subtype of type ({this}).")))
    }

    /// What `super(this_class, receiver).name` finds, not yet bound.
    pub fn super_find(&mut self, this_class: ClassKey, receiver_class: ClassKey, name: StrKey) -> Option<Value> {
        let mro = &self.heap.classes[receiver_class].mro;
        let after = mro.iter().position(|&c| c == this_class)? + 1;
        (after..mro.len()).find_map(|i| self.heap.class_get(self.heap.classes[receiver_class].mro[i], name))
    }

    /// Attribute access on a `super` object `o`, whose state is at `k`.
    pub fn super_getattr(&mut self, o: Value, k: ObjectKey, name: StrKey) -> Res<Option<Value>> {
        let Some(&Super { this_class, receiver, receiver_class }) = self.heap.object::<Super>(k) else {
            return Ok(None);
        };
        if !receiver.is_undef()
            && name != self.heap.names.__class__
            && let Some(found) = self.super_find(this_class, receiver_class, name)
        {
            // Through a class (in a classmethod or `__new__`), functions stay unbound.
            let bound_to_class = matches!(receiver, Value::Class(c) if c == receiver_class);
            let instance = if bound_to_class { Value::Undef } else { receiver };
            return self.bind(found, instance, receiver_class).map(Some);
        }
        let found = self.find_attribute(o, name);
        self.read_found(o, name, found)
    }
}
