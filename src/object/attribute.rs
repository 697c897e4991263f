//! Attribute access with every hook: `getattr`, `setattr`, `delattr` and the defaults behind them.

use super::lookup::Lookup;
use crate::heap::Heap;
use crate::heap::kinds::Descriptor;
use crate::heap::kinds::Layout;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};
use compact_str::CompactString;

impl Heap {
    /// An attribute hook (`__getattribute__`, `__setattr__`, `__delattr__`) that does no more than the defaults here.
    pub fn is_default_hook(&self, f: Value) -> bool {
        let t = &self.types;
        match f {
            Value::Native(n) => {
                let owner = self.natives[n].owner;
                [t.object, t.r#type, t.method, t.module].iter().any(|&c| owner == Some(c))
            }
            _ => false,
        }
    }

    /// Attributes of the class's instances are looked up by the rule of `object.__getattribute__`.
    pub fn has_default_getattribute(&mut self, class: ClassKey) -> bool {
        let name = self.names.__getattribute__;
        self.lookup_in_class(class, name).is_none_or(|f| self.is_default_hook(f))
    }

    /// The attribute of an instance that keeps it itself, under a name that its class doesn't have; `Some(None)`: it has
    /// no such attribute, and nothing computes one. None if the rule of attribute access must tell.
    pub fn plain_attribute(&mut self, o: Value, name: Value) -> Option<Option<Value>> {
        let (Value::Instance(k), Value::Str(name)) = (o, name) else { return None };
        let class = self.class_of(o);
        if !self.strs[name].interned
            || self.classes[class].layout != Layout::Plain
            || self.lookup_in_class(class, name).is_some()
            || !self.has_default_getattribute(class)
        {
            return None;
        }
        let shape = &self.shapes[self.instances[k].shape];
        if shape.dict_mode {
            return None;
        }
        match shape.place(name) {
            Some(place) => self.place(k, place).bound().map(Some),
            None => self.lookup_in_class(class, self.names.__getattr__).is_none().then_some(None),
        }
    }
}

impl Vm {
    /// `o.name`: the class's `__getattribute__`, then its `__getattr__`. `name` must be interned.
    pub fn getattr(&mut self, o: Value, name: StrKey) -> Res {
        match self.getattr_or_missing(o, name)? {
            Some(v) => Ok(v),
            None => Err(self.no_attribute(o, name)),
        }
    }

    /// `o.name`, or None where `AttributeError` would be raised.
    pub fn getattr_opt(&mut self, o: Value, name: StrKey) -> Res<Option<Value>> {
        match self.getattr_or_missing(o, name) {
            Err(Raised) if self.pending_is(Exc::AttributeError) => {
                self.take_pending();
                Ok(None)
            }
            other => other,
        }
    }

    /// `getattr(o, 'name')` for a name given as text.
    pub fn getattr_text(&mut self, o: Value, name: &str) -> Res {
        let name = self.heap.intern(name);
        self.getattr(o, name)
    }

    /// As `getattr`, but None instead of building the common error; hooks may still raise `AttributeError`.
    fn getattr_or_missing(&mut self, o: Value, name: StrKey) -> Res<Option<Value>> {
        let names = self.heap.names;
        let class = self.class_of(o);
        let custom = match self.heap.lookup_in_class(class, names.__getattribute__) {
            Some(f) if self.heap.is_default_hook(f) => None,
            other => other,
        };
        let hook = self.heap.lookup_in_class(class, names.__getattr__);
        let found = match custom {
            Some(f) => self.call_found(f, o, &[Value::Str(name)]).map(Some),
            None => self.default_getattr(o, name),
        };
        match (found, hook) {
            (Ok(None), Some(hook)) => self.call_found(hook, o, &[Value::Str(name)]).map(Some),
            (Err(Raised), Some(hook)) if self.pending_is(Exc::AttributeError) => {
                self.take_pending();
                self.call_found(hook, o, &[Value::Str(name)]).map(Some)
            }
            (found, _) => found,
        }
    }

    /// What `object.__getattribute__`, `type.__getattribute__` and the like do; None if there is no such attribute.
    pub fn default_getattr(&mut self, o: Value, name: StrKey) -> Res<Option<Value>> {
        match o {
            Value::Class(c) => self.class_getattr(c, name),
            Value::Object(k) if self.heap.object::<super::super_::Super>(k).is_some() => self.super_getattr(o, k, name),
            _ => {
                let found = self.find_attribute(o, name);
                self.read_found(o, name, found)
            }
        }
    }

    /// The value of an attribute that was found on an object that is not a class.
    pub fn read_found(&mut self, o: Value, name: StrKey, found: Lookup) -> Res<Option<Value>> {
        match (found, o) {
            (Lookup::Data(d) | Lookup::NonData(d), _) => {
                let class = self.class_of(o);
                self.bind(d, o, class).map(Some)
            }
            (Lookup::Own(place), Value::Instance(k)) => Ok(Some(self.heap.place(k, place))),
            (Lookup::Own(_), _) => Ok(None),
            (Lookup::Dict(v) | Lookup::ClassValue(v, ..), _) => Ok(Some(v)),
            (Lookup::Method(f), _) => Ok(Some(self.heap.new_method(f, o))),
            (Lookup::Missing, Value::Module(m)) => self.module_getattr(m, name),
            (Lookup::Missing, Value::Method(m)) if !matches!(self.heap.methods[m].function, Value::Native(_)) => {
                let function = self.heap.methods[m].function;
                self.getattr_or_missing(function, name)
            }
            (Lookup::Missing, _) => Ok(None),
        }
    }

    /// A module's own `__getattr__` function (PEP 562).
    fn module_getattr(&mut self, m: ModuleKey, name: StrKey) -> Res<Option<Value>> {
        let (dict, hook) = (self.heap.modules[m].dict, self.heap.names.__getattr__);
        match self.heap.ns_get(dict, hook) {
            Some(f) => self.call(f, &[Value::Str(name)]).map(Some),
            None => Ok(None),
        }
    }

    fn class_getattr(&mut self, class: ClassKey, name: StrKey) -> Res<Option<Value>> {
        let meta = self.heap.classes[class].metaclass;
        match self.find_class_attribute(class, name) {
            Lookup::Data(d) | Lookup::NonData(d) => self.bind(d, Value::Class(class), meta).map(Some),
            Lookup::Dict(v) => self.bind(v, Value::Undef, class).map(Some),
            Lookup::ClassValue(v, ..) | Lookup::Method(v) => Ok(Some(v)),
            Lookup::Own(_) | Lookup::Missing => Ok(None),
        }
    }

    /// Raises the `AttributeError` for a missing attribute, with its `name` and `obj`.
    #[cold]
    pub fn no_attribute(&mut self, o: Value, name: StrKey) -> Raised {
        if let Value::Method(m) = o
            && self.class_of(o) == self.heap.types.method
        {
            // What a method doesn't have its function hasn't either.
            let function = self.heap.methods[m].function;
            return self.no_attribute(function, name);
        }
        let attribute = self.heap.text(name).into_owned();
        let message = match o {
            Value::Class(c) => {
                format!("type object '{}' has no attribute '{attribute}'", self.qualified_type_name(c))
            }
            Value::Module(m) => {
                let dict = self.heap.modules[m].dict;
                match self.heap.ns_get(dict, self.heap.names.__name__) {
                    Some(Value::Str(n)) => {
                        let module = self.heap.text(n).into_owned();
                        self.no_module_attribute(dict, &module, &attribute)
                    }
                    _ => format!("module has no attribute '{attribute}'"),
                }
            }
            _ => format!("'{}' object has no attribute '{attribute}'", self.type_name(o)),
        };
        self.attribute_error(message, o, name)
    }

    /// Raises an `AttributeError` with its `name` and `obj` set.
    #[cold]
    pub fn attribute_error(&mut self, message: impl Into<CompactString>, o: Value, name: StrKey) -> Raised {
        let raised = self.error(Exc::AttributeError, message);
        crate::types::exception::set_field(self, "name", Value::Str(name));
        crate::types::exception::set_field(self, "obj", o);
        raised
    }

    /// `o.name = v`: the class's `__setattr__`. `name` must be interned.
    pub fn setattr(&mut self, o: Value, name: StrKey, v: Value) -> Res<()> {
        let hook = self.heap.names.__setattr__;
        match self.special(o, hook) {
            None => self.default_setattr(o, name, v),
            Some(f) if self.heap.is_default_hook(f) => self.default_setattr(o, name, v),
            Some(f) => self.call_found(f, o, &[Value::Str(name), v]).map(drop),
        }
    }

    /// `del o.name`: the class's `__delattr__`.
    pub fn delattr(&mut self, o: Value, name: StrKey) -> Res<()> {
        let hook = self.heap.names.__delattr__;
        match self.special(o, hook) {
            None => self.default_setattr(o, name, Value::Undef),
            Some(f) if self.heap.is_default_hook(f) => self.default_setattr(o, name, Value::Undef),
            Some(f) => self.call_found(f, o, &[Value::Str(name)]).map(drop),
        }
    }

    /// What `object.__setattr__` and `type.__setattr__` do; an unbound value deletes.
    pub fn default_setattr(&mut self, o: Value, name: StrKey, v: Value) -> Res<()> {
        if let Value::Class(c) = o {
            return self.class_setattr(c, name, v);
        }
        let class = self.class_of(o);
        let in_class = self.heap.lookup_in_class(class, name);
        if let Some(d) = in_class
            && self.is_data_descriptor(d)
        {
            return self.descriptor_set(d, o, name, v);
        }
        if self.set_own(o, name, v)? {
            return Ok(());
        }
        let (class, attribute) = (self.qualified_type_name(class), self.heap.text(name).into_owned());
        let message = if self.has_instance_dict(o) {
            format!("'{class}' object has no attribute '{attribute}'")
        } else if in_class.is_some() {
            format!("'{class}' object attribute '{attribute}' is read-only")
        } else {
            format!("'{class}' object has no attribute '{attribute}' and no __dict__ for setting new attributes")
        };
        Err(self.attribute_error(message, o, name))
    }

    /// Sets or deletes in the object's own namespace. False if it has none, or the name to delete isn't there.
    pub fn set_own(&mut self, o: Value, name: StrKey, v: Value) -> Res<bool> {
        if let Value::Instance(k) = o
            && !self.heap.shapes[self.heap.instances[k].shape].dict_mode
        {
            if !self.has_instance_dict(o) {
                return Ok(false);
            }
            return Ok(match v.bound() {
                Some(v) => {
                    self.heap.set_attribute(k, name, v);
                    true
                }
                None => self.heap.delete_attribute(k, name),
            });
        }
        self.make_own_dict(o);
        let Some(dict) = self.heap.own_dict(o) else { return Ok(false) };
        Ok(match v.bound() {
            Some(v) => {
                self.heap.ns_set(dict, name, v);
                true
            }
            None => self.heap.ns_remove(dict, name).is_some(),
        })
    }

    /// `hasattr`-like: instances of the object's class have a `__dict__`.
    pub fn has_instance_dict(&self, o: Value) -> bool {
        match o {
            Value::Instance(_) => self.heap.classes[self.class_of(o)].flags.has_dict,
            Value::Module(_) | Value::Function(_) | Value::Class(_) => true,
            Value::Descriptor(k) => {
                matches!(self.heap.descriptors[k], Descriptor::ClassMethod { .. } | Descriptor::StaticMethod { .. })
            }
            Value::Object(k) => self.heap.objects[k].data.dict().is_some(),
            _ => false,
        }
    }

    /// Calls a method by name: `o.name(*args)`.
    pub fn call_method(&mut self, o: Value, name: StrKey, args: &[Value]) -> Res {
        if let Value::Instance(_) | Value::Object(_) | Value::Str(_) | Value::List(_) = o
            && let Lookup::Method(f) = self.find_attribute(o, name)
            && self.uses_default_getattribute(o)
        {
            return self.call_found(f, o, args);
        }
        let f = self.getattr(o, name)?;
        self.call(f, args)
    }

    /// The object's class does not define `__getattribute__` in Python.
    pub fn uses_default_getattribute(&mut self, o: Value) -> bool {
        let name = self.heap.names.__getattribute__;
        self.special(o, name).is_none_or(|f| self.heap.is_default_hook(f))
    }
}
