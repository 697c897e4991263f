//! Instances: where attribute values lie, and how `__dict__` comes to be.

use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::kinds::Descriptor;
use crate::heap::kinds::INLINE_VALUES;
use crate::heap::shape::ShapeId;
use crate::value::*;
use crate::vm::Vm;

impl Heap {
    /// The value at a place of an instance; unbound if nothing is there.
    #[inline]
    pub fn place(&self, k: InstanceKey, place: usize) -> Value {
        *self.place_ref(k, place)
    }

    /// As [`Heap::place`].
    #[inline]
    pub fn place_ref(&self, k: InstanceKey, place: usize) -> &Value {
        let i = &self.instances[k];
        match i.values.get(place) {
            Some(v) => v,
            None => self.overflows[i.overflow as usize].get(place - INLINE_VALUES).unwrap_or(&Value::Undef),
        }
    }

    /// Sets the value at a place of an instance, making room in its overflow if need be.
    #[inline]
    pub fn set_place(&mut self, k: InstanceKey, place: usize, v: Value) {
        match self.instances[k].values.get_mut(place) {
            Some(slot) => *slot = v,
            None => self.set_overflow(k, place - INLINE_VALUES, v),
        }
    }

    #[inline(never)]
    fn set_overflow(&mut self, k: InstanceKey, at: usize, v: Value) {
        if self.instances[k].overflow == 0 {
            let overflow = self.new_overflow(at + 1);
            self.instances[k].overflow = overflow;
        }
        let overflow = self.instances[k].overflow as usize;
        if self.overflows[overflow].len() <= at {
            self.grew((at + 1) * 16);
            self.overflows[overflow].resize(at + 1, Value::Undef);
        }
        self.overflows[overflow][at] = v;
    }

    /// Sets an attribute of an instance that has a `__dict__`, wherever that lies.
    pub fn set_attribute(&mut self, k: InstanceKey, name: StrKey, v: Value) {
        let shape = self.instances[k].shape;
        if self.shapes[shape].dict_mode {
            let dict = self.instance_dict(k);
            self.ns_set(dict, name, v);
            return;
        }
        if let Some(place) = self.shapes[shape].place(name) {
            self.set_place(k, place, v);
            return;
        }
        match self.shapes.with_attribute(shape, name) {
            Some(next) => {
                let place = self.shapes[next].names.len() - 1;
                self.set_place(k, place, v);
                self.instances[k].shape = next;
            }
            None => {
                let dict = self.instance_dict(k);
                self.ns_set(dict, name, v);
            }
        }
    }

    /// Deletes an attribute of an instance; false if it has none of that name.
    pub fn delete_attribute(&mut self, k: InstanceKey, name: StrKey) -> bool {
        let id = self.instances[k].shape;
        let shape = &self.shapes[id];
        if shape.dict_mode {
            let dict = self.instance_dict(k);
            return self.ns_remove(dict, name).is_some();
        }
        let Some(place) = shape.place(name) else { return false };
        if let (true, Some(parent)) = (place + 1 == shape.names.len(), shape.parent) {
            self.set_place(k, place, Value::Undef);
            self.instances[k].shape = parent;
            return true;
        }
        let dict = self.instance_dict(k);
        self.ns_remove(dict, name).is_some()
    }

    /// The instance's `__dict__`, made now if nobody asked before. From then on the attributes live there.
    pub fn instance_dict(&mut self, k: InstanceKey) -> DictKey {
        let id = self.instances[k].shape;
        let (fixed, dict_mode) = (self.shapes[id].fixed, self.shapes[id].dict_mode);
        if dict_mode && let Value::Dict(d) = self.place(k, fixed) {
            return d;
        }
        let attributes: Vec<(usize, StrKey)> = self.shapes[id].attributes().collect();
        let mut dict = Dict::with_capacity(attributes.len());
        for (place, name) in attributes {
            let v = self.place(k, place);
            dict.insert_new(self.strs[name].hash(), Value::Str(name), v);
        }
        let dict = self.new_dict_key(dict);
        self.use_dict(k, dict);
        dict
    }

    /// Makes `dict` the instance's `__dict__`.
    pub fn use_dict(&mut self, k: InstanceKey, dict: DictKey) {
        let id = self.instances[k].shape;
        let fixed = self.shapes[id].fixed;
        for place in fixed..self.shapes[id].names.len() {
            self.set_place(k, place, Value::Undef);
        }
        let shape = self.shapes.in_dict_mode(id);
        self.set_place(k, fixed, Value::Dict(dict));
        self.instances[k].shape = shape;
    }

    /// The instance's attributes in the order they were set, without making a `__dict__`.
    pub fn attributes(&self, k: InstanceKey) -> Vec<(Value, Value)> {
        let shape = &self.shapes[self.instances[k].shape];
        if shape.dict_mode {
            return match self.place(k, shape.fixed) {
                Value::Dict(d) => self.dicts[d].iter().map(|e| (e.key, e.value)).collect(),
                _ => Vec::new(),
            };
        }
        shape.attributes().map(|(place, name)| (Value::Str(name), self.place(k, place))).collect()
    }

    /// Gives an instance another class with the same fixed places (`o.__class__ = C`).
    pub fn set_class(&mut self, k: InstanceKey, class: ClassKey) {
        let attributes = self.attributes(k);
        let old = &self.shapes[self.instances[k].shape];
        let (fixed, dict_mode) = (old.fixed, old.dict_mode);
        let root: ShapeId = self.classes[class].root_shape;
        if self.classes[class].flags.finalizer && !self.classes[old.class].flags.finalizer {
            self.finalizers.push(k);
        }
        if dict_mode {
            let shape = self.shapes.in_dict_mode(root);
            self.instances[k].shape = shape;
            return;
        }
        let places = self.shapes[self.instances[k].shape].names.len();
        for place in fixed..places {
            self.set_place(k, place, Value::Undef);
        }
        self.instances[k].shape = root;
        for (name, v) in attributes {
            if let Value::Str(name) = name {
                self.set_attribute(k, name, v);
            }
        }
    }
}

impl Vm {
    /// Where a function, class method or static method keeps the `__dict__` it can have.
    pub fn own_dict_place(&mut self, o: Value) -> Option<&mut Value> {
        match o {
            Value::Function(k) => Some(&mut self.heap.functions[k].dict),
            Value::Descriptor(k) => match &mut self.heap.descriptors[k] {
                Descriptor::ClassMethod { dict, .. } | Descriptor::StaticMethod { dict, .. } => Some(dict),
                _ => None,
            },
            Value::Object(k) => self.heap.objects[k].data.dict_place(),
            _ => None,
        }
    }

    /// Gives a function, class method or static method its `__dict__`, unless it has one already.
    pub fn make_own_dict(&mut self, o: Value) {
        if !self.own_dict_place(o).is_some_and(|place| place.is_undef()) {
            return;
        }
        let made = self.heap.new_dict(Dict::new());
        if let Some(place) = self.own_dict_place(o) {
            *place = made;
        }
    }

    /// `o.__dict__` as a dict, for objects that have one: made on demand, and live from then on.
    pub fn dict_of(&mut self, o: Value) -> Option<DictKey> {
        match o {
            Value::Instance(k) => {
                if let Value::Module(m) = self.payload(o) {
                    return Some(self.heap.modules[m].dict);
                }
                self.has_instance_dict(o).then(|| self.heap.instance_dict(k))
            }
            Value::Module(m) => Some(self.heap.modules[m].dict),
            Value::Function(_) | Value::Descriptor(_) | Value::Object(_) => {
                self.make_own_dict(o);
                self.heap.own_dict(o)
            }
            _ => None,
        }
    }
}
