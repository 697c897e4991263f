//! Finding a name on an object: the one statement of the rule (data model 3.3.2, "Invoking Descriptors").
//!
//! For an instance: (1) a data descriptor of the class wins, (2) then the instance's own attribute, (3) then
//! whatever else the class has, bound if it is a function or other descriptor. For a class: the same with
//! the metaclass in the role of the class, and the class's own MRO in the role of the instance. Inline caches
//! only remember what [`Vm::find_attribute`] answered.

use crate::code::unit::GeneratorKind;
use crate::heap::Heap;
use crate::heap::kinds::*;
use crate::value::*;
use crate::vm::{Res, Vm};

/// Where a name was found on an object.
#[derive(Clone, Copy, Debug)]
pub enum Lookup {
    /// A data descriptor of the class: its `__get__` decides.
    Data(Value),
    /// The instance's own attribute, at this place of its shape.
    Own(usize),
    /// In the object's own dict (or, for classes, a value of the MRO, already to be bound to nothing).
    Dict(Value),
    /// A function of the class, to be bound to the object.
    Method(Value),
    /// Another descriptor of the class without `__set__`.
    NonData(Value),
    /// A plain value of the class, at this place of this namespace.
    ClassValue(Value, DictKey, usize),
    /// Nowhere.
    Missing,
}

impl Heap {
    /// `type(v)`
    #[inline]
    pub fn class_of(&self, v: Value) -> ClassKey {
        let t = &self.types;
        match v {
            Value::Instance(k) => self.shapes[self.instances[k].shape].class,
            Value::Undef | Value::None => t.none,
            Value::NotImplemented => t.not_implemented,
            Value::Ellipsis => t.ellipsis,
            Value::Bool(_) => t.bool,
            Value::Int(_) | Value::BigInt(_) => t.int,
            Value::Float(_) => t.float,
            Value::Complex(_) => t.complex,
            Value::Str(_) => t.str,
            Value::Bytes(_) => t.bytes,
            Value::ByteArray(_) => t.bytearray,
            Value::List(_) => t.list,
            Value::Tuple(_) => t.tuple,
            Value::Dict(_) => t.dict,
            Value::Set(_) => t.set,
            Value::FrozenSet(_) => t.frozenset,
            Value::Range(_) => t.range,
            Value::Slice(_) => t.slice,
            Value::Function(_) => t.function,
            Value::Native(k) => match self.natives[k].kind {
                NativeKind::Function | NativeKind::Static => t.builtin_function,
                NativeKind::Method => t.method_descriptor,
                NativeKind::Wrapper => t.wrapper_descriptor,
                NativeKind::ClassMethod => t.classmethod_descriptor,
            },
            Value::Method(k) => match self.methods[k].function {
                Value::Native(n) if self.natives[n].kind == NativeKind::Wrapper => t.method_wrapper,
                Value::Native(_) => t.builtin_function,
                _ => t.method,
            },
            Value::Class(k) => self.classes[k].metaclass,
            Value::Module(k) => self.modules[k].class.unwrap_or(t.module),
            Value::Cell(_) => t.cell,
            Value::Code(_) => t.code,
            Value::Generator(k) => match self.generators[k].kind {
                GeneratorKind::Generator | GeneratorKind::IterableCoroutine => t.generator,
                GeneratorKind::Coroutine => t.coroutine,
                GeneratorKind::AsyncGenerator => t.async_generator,
            },
            Value::Iter(k) => match &self.iters[k] {
                Iter::List { .. } => t.list_iterator,
                Iter::Tuple { .. } => t.tuple_iterator,
                Iter::Range { .. } => t.range_iterator,
                Iter::Dict { what: DictPart::Keys, .. } => t.dict_keyiterator,
                Iter::Dict { what: DictPart::Values, .. } => t.dict_valueiterator,
                Iter::Dict { what: DictPart::Items, .. } => t.dict_itemiterator,
                Iter::Other(it) => it.class(self),
            },
            Value::Exception(_) => t.object,
            Value::Descriptor(k) => match self.descriptors[k] {
                Descriptor::Property { .. } => t.property,
                Descriptor::ClassMethod { .. } => t.classmethod,
                Descriptor::StaticMethod { .. } => t.staticmethod,
                Descriptor::Member { .. } => t.member_descriptor,
                Descriptor::TupleItem { class, .. } => class,
                Descriptor::GetSet { spec, .. } if spec.is_member() => t.member_descriptor,
                Descriptor::GetSet { .. } => t.getset_descriptor,
            },
            Value::WeakRef(_) => t.weakref,
            Value::Object(k) => self.objects[k].class,
        }
    }

    /// The built-in value inside an instance of a subclass of a built-in type; any other value itself.
    #[inline]
    pub fn payload(&self, v: Value) -> Value {
        match v {
            Value::Instance(k) => self.payload_of(k),
            _ => v,
        }
    }

    #[inline(never)]
    fn payload_of(&self, k: InstanceKey) -> Value {
        let instance = &self.instances[k];
        match self.classes[self.shapes[instance.shape].class].layout {
            Layout::Payload(_) if !instance.values[0].is_undef() => instance.values[0],
            _ => Value::Instance(k),
        }
    }

    /// The name of a class, for messages.
    pub fn class_name(&self, class: ClassKey) -> String {
        self.text(self.classes[class].name).into_owned()
    }

    /// The name of an object's class, for messages: with its module for built-in classes outside `builtins`.
    pub fn type_name(&self, v: Value) -> String {
        let class = self.class_of(v);
        let c = &self.classes[class];
        let name = self.class_name(class);
        match self.strs[c.module].as_str() {
            Some(module) if !c.flags.python && module != "builtins" => format!("{module}.{name}"),
            _ => name,
        }
    }

    /// `class` is `base` or one of its subclasses, by the MRO.
    #[inline]
    pub fn is_subclass(&self, class: ClassKey, base: ClassKey) -> bool {
        class == base || self.classes[class].mro.contains(&base)
    }

    /// The namespace and place where a name is bound along the MRO of a class.
    pub fn find_in_mro(&mut self, class: ClassKey, name: StrKey) -> Option<(DictKey, usize)> {
        (0..self.classes[class].mro.len()).find_map(|i| {
            let ns = self.namespace(self.classes[class].mro[i]);
            self.ns_find(ns, name).map(|place| (ns, place))
        })
    }

    /// The value of a name along the MRO of a class, not bound to anything. `name` must be interned.
    #[inline]
    pub fn lookup_in_class(&mut self, class: ClassKey, name: StrKey) -> Option<Value> {
        let stamp = self.shapes.stamps[self.classes[class].root_shape.0 as usize];
        if let Some(found) = self.method_cache.get(stamp, name) {
            return found.bound();
        }
        self.lookup_uncached(class, stamp, name)
    }

    #[inline(never)]
    fn lookup_uncached(&mut self, class: ClassKey, stamp: u32, name: StrKey) -> Option<Value> {
        let found = self.find_in_mro(class, name).map(|(ns, place)| self.dicts[ns].value_at(place));
        // Only what cannot be replaced without a new stamp may be remembered: not plain values.
        if found.is_none_or(|v| self.is_binding(v)) {
            self.method_cache.put(stamp, name, found.unwrap_or_default());
        }
        found
    }

    /// Replacing this value in a class renews the class's stamp: functions and descriptors.
    pub fn is_binding(&mut self, v: Value) -> bool {
        match v {
            Value::Function(_) | Value::Native(_) | Value::Descriptor(_) => true,
            Value::Instance(k) => {
                let class = self.shapes[self.instances[k].shape].class;
                self.find_in_mro(class, self.names.__get__).is_some()
                    || self.find_in_mro(class, self.names.__set__).is_some()
                    || self.find_in_mro(class, self.names.__delete__).is_some()
            }
            Value::Object(_) => true,
            _ => false,
        }
    }

    /// The object's own namespace, where it has one as a dict now: modules, functions and class and static methods
    /// with attributes, instances whose `__dict__` was asked for.
    pub fn own_dict(&self, v: Value) -> Option<DictKey> {
        match v {
            Value::Module(k) => Some(self.modules[k].dict),
            Value::Function(k) => match self.functions[k].dict {
                Value::Dict(d) => Some(d),
                _ => None,
            },
            Value::Descriptor(k) => match self.descriptors[k] {
                Descriptor::ClassMethod { dict: Value::Dict(d), .. }
                | Descriptor::StaticMethod { dict: Value::Dict(d), .. } => Some(d),
                _ => None,
            },
            Value::Object(k) => match self.objects[k].data.dict() {
                Some(Value::Dict(d)) => Some(d),
                _ => None,
            },
            Value::Instance(k) => {
                let shape = &self.shapes[self.instances[k].shape];
                match shape.dict_mode.then(|| self.place(k, shape.fixed)) {
                    Some(Value::Dict(d)) => Some(d),
                    _ => match self.payload(v) {
                        Value::Module(m) => Some(self.modules[m].dict),
                        _ => None,
                    },
                }
            }
            _ => None,
        }
    }
}

impl Vm {
    /// `type(v)`
    #[inline]
    pub fn class_of(&self, v: Value) -> ClassKey {
        self.heap.class_of(v)
    }

    /// The built-in value inside an instance of a subclass of a built-in type; any other value itself.
    #[inline]
    pub fn payload(&self, v: Value) -> Value {
        self.heap.payload(v)
    }

    /// The name of an object's class, for messages.
    pub fn type_name(&self, v: Value) -> String {
        self.heap.type_name(v)
    }

    /// A special method of an object: looked up on its class, not bound.
    #[inline]
    pub fn special(&mut self, v: Value, name: StrKey) -> Option<Value> {
        let class = self.heap.class_of(v);
        self.heap.lookup_in_class(class, name)
    }

    /// A class has the very method its base has, or neither has one.
    pub fn shares_method(&mut self, class: ClassKey, base: ClassKey, name: StrKey) -> bool {
        let inherited = self.heap.lookup_in_class(base, name).unwrap_or_default();
        class == base || self.heap.lookup_in_class(class, name).unwrap_or_default().is(inherited)
    }

    /// Calls a special method of an object; None if its class has none (or has None there).
    pub fn call_special(&mut self, v: Value, name: StrKey, args: &[Value]) -> Res<Option<Value>> {
        let Some(method) = self.special(v, name) else { return Ok(None) };
        if method.is_none() {
            return Ok(None);
        }
        self.call_found(method, v, args).map(Some)
    }

    /// A value with `__set__` or `__delete__`.
    pub fn is_data_descriptor(&mut self, v: Value) -> bool {
        match v {
            Value::Descriptor(k) => {
                !matches!(self.heap.descriptors[k], Descriptor::ClassMethod { .. } | Descriptor::StaticMethod { .. })
            }
            Value::Instance(_) | Value::Object(_) => {
                let (set, delete) = (self.heap.names.__set__, self.heap.names.__delete__);
                self.special(v, set).is_some() || self.special(v, delete).is_some()
            }
            _ => false,
        }
    }

    /// A value whose class has `__get__`.
    pub fn has_get(&mut self, v: Value) -> bool {
        match v {
            Value::Function(_) | Value::Descriptor(_) => true,
            Value::Native(k) => self.heap.natives[k].kind != NativeKind::Function,
            Value::Instance(_) | Value::Object(_) => {
                let get = self.heap.names.__get__;
                self.special(v, get).is_some()
            }
            _ => false,
        }
    }

    /// Finds a name on an object that is not a class, as `object.__getattribute__` does. `name` is interned.
    pub fn find_attribute(&mut self, o: Value, name: StrKey) -> Lookup {
        let class = self.heap.class_of(o);
        let in_class = self.heap.lookup_in_class(class, name);
        if let Some(found) = in_class
            && self.is_data_descriptor(found)
            && self.has_get(found)
        {
            return Lookup::Data(found);
        }
        if let Value::Instance(k) = o
            && let Some(place) = self.heap.shapes[self.heap.instances[k].shape].place(name)
        {
            return Lookup::Own(place);
        }
        if let Some(dict) = self.heap.own_dict(o)
            && let Some(v) = self.heap.ns_get(dict, name)
        {
            return Lookup::Dict(v);
        }
        match in_class {
            None => Lookup::Missing,
            Some(f @ Value::Function(_)) => Lookup::Method(f),
            Some(Value::Native(k)) if matches!(self.heap.natives[k].kind, NativeKind::Method | NativeKind::Wrapper) => {
                Lookup::Method(Value::Native(k))
            }
            Some(v) if self.has_get(v) => Lookup::NonData(v),
            Some(v) => match self.heap.find_in_mro(class, name) {
                Some((ns, place)) => Lookup::ClassValue(v, ns, place),
                None => Lookup::Missing,
            },
        }
    }

    /// Finds a name on a class, as `type.__getattribute__` does: what [`Vm::find_attribute`] is for instances.
    /// `Data` and `NonData` come from the metaclass; `Dict` is from the class's own MRO, not yet bound.
    pub fn find_class_attribute(&mut self, class: ClassKey, name: StrKey) -> Lookup {
        let meta = self.heap.classes[class].metaclass;
        let in_meta = self.heap.lookup_in_class(meta, name);
        if let Some(found) = in_meta
            && self.is_data_descriptor(found)
            && self.has_get(found)
        {
            return Lookup::Data(found);
        }
        if let Some((ns, place)) = self.heap.find_in_mro(class, name) {
            let v = self.heap.dicts[ns].value_at(place);
            return if self.has_get(v) { Lookup::Dict(v) } else { Lookup::ClassValue(v, ns, place) };
        }
        match in_meta {
            None => Lookup::Missing,
            Some(v) => Lookup::NonData(v),
        }
    }
}
