//! Descriptors: what `__get__` and `__set__` do for each kind (data model 3.3.2.2).

use crate::heap::kinds::*;
use crate::value::*;
use crate::vm::{Res, Vm};

impl Vm {
    /// `d.__get__(o, owner)` for an attribute `d` found on a class; an unbound `o` is None. What has no `__get__`
    /// is itself.
    pub fn bind(&mut self, d: Value, o: Value, owner: ClassKey) -> Res {
        match d {
            Value::Function(_) if o.is_undef() => Ok(d),
            Value::Function(_) => Ok(self.heap.new_method(d, o)),
            Value::Native(k) => Ok(match self.heap.natives[k].kind {
                NativeKind::Function | NativeKind::Static => d,
                NativeKind::ClassMethod => self.heap.new_method(d, Value::Class(owner)),
                NativeKind::Method | NativeKind::Wrapper if o.is_undef() => d,
                NativeKind::Method | NativeKind::Wrapper => self.heap.new_method(d, o),
            }),
            Value::Descriptor(k) => match self.heap.descriptors[k] {
                Descriptor::Property { .. }
                | Descriptor::Member { .. }
                | Descriptor::TupleItem { .. }
                | Descriptor::GetSet { .. }
                    if o.is_undef() =>
                {
                    Ok(d)
                }
                Descriptor::TupleItem { index, .. } => self.tuple_item_get(index, o),
                Descriptor::Property { get, .. } => self.property_get(d, get, o),
                Descriptor::ClassMethod { function, .. } => Ok(self.heap.new_method(function, Value::Class(owner))),
                Descriptor::StaticMethod { function, .. } => Ok(function),
                Descriptor::Member { class, name, place } => self.member_get(class, name, place, o),
                Descriptor::GetSet { class, spec } => {
                    self.check_receiver(class, spec.name, o)?;
                    (spec.get)(self, o)
                }
            },
            Value::Instance(_) | Value::Object(_) => {
                let get = self.heap.names.__get__;
                match self.special(d, get) {
                    Some(f) => self.call_found(f, d, &[o.or_none(), Value::Class(owner)]),
                    None => Ok(d),
                }
            }
            _ => Ok(d),
        }
    }

    /// Calls a property's getter.
    pub fn property_get(&mut self, property: Value, get: Value, o: Value) -> Res {
        if get.is_none() {
            return Err(self.property_error(property, o, "getter"));
        }
        self.call(get, &[o])
    }

    fn property_error(&mut self, property: Value, o: Value, what: &str) -> crate::vm::Raised {
        let t = self.heap.classes[self.class_of(o)].qualname;
        let t = self.heap.text(t).into_owned();
        let name = match property {
            Value::Descriptor(k) => match self.heap.descriptors[k] {
                Descriptor::Property { name: Value::Str(n), .. } => Some(self.heap.text(n).into_owned()),
                _ => None,
            },
            _ => None,
        };
        let message = match name {
            Some(n) => format!("property '{n}' of '{t}' object has no {what}"),
            None => format!("property of '{t}' object has no {what}"),
        };
        self.error(crate::heap::types::Exc::AttributeError, message)
    }

    /// Fails unless `o` is an instance of the class a descriptor belongs to.
    pub fn check_receiver(&mut self, class: ClassKey, name: &str, o: Value) -> Res<()> {
        let actual = self.class_of(o);
        if self.heap.is_subclass(actual, class) {
            return Ok(());
        }
        let (c, a) = (self.heap.class_name(class), self.heap.class_name(actual));
        Err(self.type_error(format!("descriptor '{name}' for '{c}' objects doesn't apply to a '{a}' object")))
    }

    fn member_get(&mut self, class: ClassKey, name: StrKey, place: usize, o: Value) -> Res {
        let text = self.heap.text(name).into_owned();
        self.check_receiver(class, &text, o)?;
        let v = match o {
            Value::Instance(k) => self.heap.place(k, place),
            _ => Value::Undef,
        };
        match v.bound() {
            Some(v) => Ok(v),
            None => Err(self.no_attribute(o, name)),
        }
    }

    /// What a field of a named tuple reads.
    fn tuple_item_get(&mut self, index: i64, o: Value) -> Res {
        let Value::Tuple(k) = self.payload(o) else {
            let t = self.type_name(o);
            return Err(self.type_error(format!(
                "descriptor for index '{index}' for tuple subclasses doesn't apply to '{t}' object"
            )));
        };
        match usize::try_from(index).ok().and_then(|i| self.heap.tuples[k].get(i)) {
            Some(&v) => Ok(v),
            None => Err(self.index_error("tuple index out of range")),
        }
    }

    /// `d.__set__(o, v)`, or `d.__delete__(o)` when `v` is unbound, for a data descriptor.
    pub fn descriptor_set(&mut self, d: Value, o: Value, name: StrKey, v: Value) -> Res<()> {
        let Value::Descriptor(k) = d else { return self.custom_set(d, o, name, v) };
        match self.heap.descriptors[k] {
            Descriptor::Property { set, delete, .. } => {
                let (f, what) = if v.is_undef() { (delete, "deleter") } else { (set, "setter") };
                if f.is_none() {
                    return Err(self.property_error(d, o, what));
                }
                match v.bound() {
                    Some(v) => self.call(f, &[o, v]).map(drop),
                    None => self.call(f, &[o]).map(drop),
                }
            }
            Descriptor::Member { class, name, place } => {
                let text = self.heap.text(name).into_owned();
                self.check_receiver(class, &text, o)?;
                let Value::Instance(k) = o else { return Ok(()) };
                if v.is_undef() && self.heap.place(k, place).is_undef() {
                    return Err(self.attribute_error(text, o, name));
                }
                self.heap.set_place(k, place, v);
                Ok(())
            }
            Descriptor::TupleItem { .. } => {
                let message = if v.is_undef() { "can't delete attribute" } else { "can't set attribute" };
                Err(self.error(crate::heap::types::Exc::AttributeError, message))
            }
            Descriptor::GetSet { class, spec } => {
                self.check_receiver(class, spec.name, o)?;
                match spec.set {
                    Some(set) => set(self, o, v),
                    None => {
                        let c = self.qualified_type_name(class);
                        let message = format!("attribute '{}' of '{c}' objects is not writable", spec.name);
                        Err(self.error(crate::heap::types::Exc::AttributeError, message))
                    }
                }
            }
            Descriptor::ClassMethod { .. } | Descriptor::StaticMethod { .. } => Ok(()),
        }
    }

    fn custom_set(&mut self, d: Value, o: Value, name: StrKey, v: Value) -> Res<()> {
        let names = self.heap.names;
        let (hook, args): (StrKey, &[Value]) =
            if v.is_undef() { (names.__delete__, &[o]) } else { (names.__set__, &[o, v]) };
        match self.special(d, hook) {
            Some(f) => self.call_found(f, d, args).map(drop),
            None => {
                let hook = self.heap.text(hook).into_owned();
                self.heap.recent.push(Value::Str(name));
                Err(self.error(crate::heap::types::Exc::AttributeError, hook))
            }
        }
    }
}
