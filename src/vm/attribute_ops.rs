//! Attribute ops beyond what their inline caches answer: the general lookup, and what of it is remembered.
//!
//! Registers are given as absolute places on the stack.

use super::frame::FrameKind;
use super::{Res, Vm};
use crate::code::cache::Found;
use crate::heap::kinds::*;
use crate::object::lookup::Lookup;
use crate::value::*;

impl Vm {
    /// The name of a cache site of the running code.
    pub(super) fn site_name(&self, ic: u32) -> StrKey {
        let frame = self.frames[self.frames.len() - 1];
        self.codes[frame.code].sites[ic as usize].name
    }

    fn remember(&mut self, ic: u32, stamp: u32, found: Found) {
        if self.limits.inline_caches
            && let Some(frame) = self.frames.last()
        {
            self.codes[frame.code].sites[ic as usize].remember(stamp, found);
        }
    }

    /// The stamp of an instance's shape, or of the class of any other object.
    fn stamp_of(&self, o: Value) -> u32 {
        let shape = match o {
            Value::Instance(k) => self.heap.instances[k].shape,
            _ => self.heap.classes[self.class_of(o)].root_shape,
        };
        self.heap.shapes.stamps[shape.0 as usize]
    }

    /// What a cache may remember of where an attribute of `o` was found.
    fn cacheable(&mut self, o: Value, found: Lookup) -> Option<Found> {
        if let Value::Instance(k) = o
            && self.heap.shapes[self.heap.instances[k].shape].dict_mode
        {
            return None;
        }
        // Objects with attributes outside their shape can't promise that a class attribute isn't hidden.
        if self.heap.own_dict(o).is_some() || matches!(o, Value::Function(_) | Value::Object(_)) {
            return None;
        }
        match found {
            Lookup::Own(place) if place < INLINE_VALUES => Some(Found::Inline(place as u8)),
            Lookup::Own(place) => Some(Found::Overflow((place - INLINE_VALUES) as u32)),
            Lookup::Method(f) => Some(Found::Method(f)),
            Lookup::ClassValue(_, ns, place) => Some(Found::ClassValue(ns, place as u32)),
            Lookup::Data(Value::Descriptor(d)) => match self.heap.descriptors[d] {
                Descriptor::Property { get, .. } if matches!(get, Value::Function(_)) => Some(Found::Property(get)),
                Descriptor::Member { class, place, .. } if self.heap.is_subclass(self.class_of(o), class) => {
                    Some(Found::Slot(place as u32))
                }
                _ => None,
            },
            Lookup::Data(_) | Lookup::NonData(_) | Lookup::Dict(_) | Lookup::Missing => None,
        }
    }

    /// `GetAttr` when the cache has no answer. None: a frame was pushed that will deliver it.
    pub fn get_attr_slow(&mut self, o: Value, ic: u32, dst: u8) -> Res<Option<Value>> {
        let name = self.site_name(ic);
        if let Value::Class(c) = o {
            return self.get_class_attr(c, name, ic);
        }
        if !self.uses_default_getattribute(o) {
            return self.getattr(o, name).map(Some);
        }
        if let Value::Object(_) = o {
            return self.getattr(o, name).map(Some);
        }
        let found = self.find_attribute(o, name);
        if let Some(answer) = self.cacheable(o, found) {
            let stamp = self.stamp_of(o);
            self.remember(ic, stamp, answer);
            if let Found::Property(getter) = answer {
                return self.enter_getter(getter, o, dst);
            }
        }
        match found {
            Lookup::Missing => self.getattr(o, name).map(Some),
            Lookup::Data(_) | Lookup::NonData(_) => self.getattr(o, name).map(Some),
            _ => self.read_found(o, name, found).map(|v| Some(v.unwrap_or_default())),
        }
    }

    /// Calls a property's getter so that its return goes to the register `dst`.
    pub fn enter_getter(&mut self, getter: Value, o: Value, dst: u8) -> Res<Option<Value>> {
        let at = self.top;
        if self.stack.len() < at + 2 + super::call::HEADROOM {
            self.stack.resize((at + super::call::HEADROOM) * 2, Value::Undef);
        }
        self.stack[at] = o;
        self.invoke_with_self(getter, at, 1, None, dst, FrameKind::Call)
    }

    fn get_class_attr(&mut self, class: ClassKey, name: StrKey, ic: u32) -> Res<Option<Value>> {
        let o = Value::Class(class);
        if self.uses_default_getattribute(o)
            && let Lookup::ClassValue(v, ns, place) = self.find_class_attribute(class, name)
        {
            let root = self.heap.classes[class].root_shape;
            let stamp = self.heap.shapes.stamps[root.0 as usize];
            self.remember(ic, stamp, Found::OnClass(ns, place as u32));
            return Ok(Some(v));
        }
        self.getattr(o, name).map(Some)
    }

    /// `LoadMethod` when the cache has no answer: the callee and the receiver to pass, if any.
    pub fn load_method_slow(&mut self, o: Value, ic: u32) -> Res<(Value, Value)> {
        let name = self.site_name(ic);
        if let Value::Class(c) = o {
            return self.load_class_method(c, name, ic);
        }
        if matches!(o, Value::Object(_)) || !self.uses_default_getattribute(o) {
            return Ok((self.getattr(o, name)?, Value::Undef));
        }
        let found = self.find_attribute(o, name);
        let answer = self.cacheable(o, found);
        if let Some(answer @ (Found::Method(_) | Found::Inline(_) | Found::Overflow(_) | Found::ClassValue(..))) =
            answer
        {
            let stamp = self.stamp_of(o);
            self.remember(ic, stamp, answer);
        }
        match found {
            Lookup::Method(f) => Ok((f, o)),
            Lookup::NonData(Value::Descriptor(d)) => self.load_wrapped_method(o, d, name, ic),
            Lookup::Missing | Lookup::Data(_) | Lookup::NonData(_) => Ok((self.getattr(o, name)?, Value::Undef)),
            _ => Ok((self.read_found(o, name, found)?.unwrap_or_default(), Value::Undef)),
        }
    }

    /// Static and class methods called through an instance need no bound object either.
    fn load_wrapped_method(&mut self, o: Value, d: DescriptorKey, name: StrKey, ic: u32) -> Res<(Value, Value)> {
        let (answer, receiver) = match self.heap.descriptors[d] {
            Descriptor::StaticMethod { function: f, .. } => (Found::Static(f), Value::Undef),
            Descriptor::ClassMethod { function: f @ Value::Function(_), .. } => {
                (Found::OwnClassMethod(f), Value::Class(self.class_of(o)))
            }
            _ => return Ok((self.getattr(o, name)?, Value::Undef)),
        };
        let cacheable = match o {
            Value::Instance(k) => !self.heap.shapes[self.heap.instances[k].shape].dict_mode,
            _ => false,
        };
        if cacheable {
            let stamp = self.stamp_of(o);
            self.remember(ic, stamp, answer);
        }
        match answer {
            Found::Static(f) | Found::OwnClassMethod(f) => Ok((f, receiver)),
            _ => Ok((self.getattr(o, name)?, Value::Undef)),
        }
    }

    /// Method calls on classes: static and class methods and plain functions need no bound object.
    fn load_class_method(&mut self, class: ClassKey, name: StrKey, ic: u32) -> Res<(Value, Value)> {
        let o = Value::Class(class);
        if !self.uses_default_getattribute(o) {
            return Ok((self.getattr(o, name)?, Value::Undef));
        }
        let found = self.find_class_attribute(class, name);
        let answer = match found {
            Lookup::Dict(f @ Value::Function(_)) => Some((Found::ClassFunction(f), (f, Value::Undef))),
            Lookup::Dict(Value::Descriptor(d)) => match self.heap.descriptors[d] {
                Descriptor::StaticMethod { function: f, .. } => Some((Found::ClassFunction(f), (f, Value::Undef))),
                Descriptor::ClassMethod { function: f @ Value::Function(_), .. } => {
                    Some((Found::ClassMethod(f), (f, o)))
                }
                _ => None,
            },
            Lookup::ClassValue(v, ns, place) => Some((Found::OnClass(ns, place as u32), (v, Value::Undef))),
            _ => None,
        };
        match answer {
            Some((found, result)) => {
                let root = self.heap.classes[class].root_shape;
                let stamp = self.heap.shapes.stamps[root.0 as usize];
                self.remember(ic, stamp, found);
                Ok(result)
            }
            None => Ok((self.getattr(o, name)?, Value::Undef)),
        }
    }

    /// `SetAttr` when the cache has no answer.
    pub fn set_attr_slow(&mut self, o: Value, v: Value, ic: u32) -> Res<()> {
        let name = self.site_name(ic);
        let Value::Instance(k) = o else { return self.setattr(o, name, v) };
        let hook = self.heap.names.__setattr__;
        let default = self.special(o, hook).is_none_or(|f| self.heap.is_default_hook(f));
        let shape = self.heap.instances[k].shape;
        if !default || self.heap.shapes[shape].dict_mode {
            return self.setattr(o, name, v);
        }
        let class = self.heap.shapes[shape].class;
        let stamp = self.heap.shapes.stamps[shape.0 as usize];
        match self.heap.lookup_in_class(class, name) {
            Some(d) if self.is_data_descriptor(d) => {
                if let Value::Descriptor(dk) = d
                    && let Descriptor::Member { class: owner, place, .. } = self.heap.descriptors[dk]
                    && self.heap.is_subclass(class, owner)
                {
                    self.remember(ic, stamp, Found::Slot(place as u32));
                }
                return self.setattr(o, name, v);
            }
            // A plain value could become a data descriptor without a new stamp only if it changed its class.
            _ => {}
        }
        if !self.heap.classes[class].flags.has_dict {
            return self.setattr(o, name, v);
        }
        match self.heap.shapes[shape].place(name) {
            Some(place) if place < INLINE_VALUES => self.remember(ic, stamp, Found::Inline(place as u8)),
            Some(place) => self.remember(ic, stamp, Found::Overflow((place - INLINE_VALUES) as u32)),
            None => {
                if let Some(next) = self.heap.shapes.with_attribute(shape, name) {
                    let place = self.heap.shapes[next].names.len() - 1;
                    self.remember(ic, stamp, Found::Add(next.0, place as u8));
                }
            }
        }
        self.heap.set_attribute(k, name, v);
        Ok(())
    }

    /// `del o.name`, with a short way for attributes that instances keep themselves.
    pub fn del_attr(&mut self, o: Value, name: StrKey) -> Res<()> {
        if let Value::Instance(k) = o {
            let class = self.class_of(o);
            let hook = self.heap.names.__delattr__;
            if self.heap.lookup_in_class(class, hook).is_some_and(|f| self.heap.is_default_hook(f))
                && self.heap.lookup_in_class(class, name).is_none()
                && self.heap.delete_attribute(k, name)
            {
                return Ok(());
            }
        }
        self.delattr(o, name)
    }

    /// `super().name(…)` when the cache has no answer: the callee and the receiver to pass, if any.
    pub fn load_super_method(
        &mut self,
        receiver: Value,
        class: Value,
        globals: DictKey,
        ic: u32,
    ) -> Res<(Value, Value)> {
        let name = self.site_name(ic);
        let word = self.heap.names.super_word;
        let shadowed = self.heap.ns_get(globals, word);
        let builtin = self.heap.ns_find(self.builtins, word);
        let meaning = match (shadowed, builtin) {
            (Some(v), _) => v,
            (None, Some(place)) => self.heap.dicts[self.builtins].value_at(place),
            (None, None) => return Err(self.name_error(word)),
        };
        if !meaning.is(Value::Class(self.heap.types.super_)) {
            let o = self.call(meaning, &[])?;
            return Ok((self.getattr(o, name)?, Value::Undef));
        }
        let Value::Class(this_class) = class else {
            return Err(self.runtime_error("super(): empty __class__ cell"));
        };
        if receiver.is_undef() {
            return Err(self.runtime_error("super(): arg[0] deleted"));
        }
        let receiver_class = self.super_check(this_class, receiver)?;
        let through_class = matches!(receiver, Value::Class(c) if c == receiver_class);
        match self.super_find(this_class, receiver_class, name) {
            Some(f @ Value::Function(_)) if !through_class => {
                if let (None, Some(place), Value::Instance(_)) = (shadowed, builtin, receiver) {
                    self.remember_global(ic, place, globals, true);
                    let stamp = self.stamp_of(receiver);
                    self.remember(ic, stamp, Found::Super(f, this_class));
                }
                Ok((f, receiver))
            }
            Some(Value::Native(n))
                if !through_class && matches!(self.heap.natives[n].kind, NativeKind::Method | NativeKind::Wrapper) =>
            {
                Ok((Value::Native(n), receiver))
            }
            Some(found) => {
                let o = if through_class { Value::Undef } else { receiver };
                Ok((self.bind(found, o, receiver_class)?, Value::Undef))
            }
            None => {
                let s = self.new_super(this_class, receiver, receiver_class);
                Ok((self.getattr(s, name)?, Value::Undef))
            }
        }
    }

    /// A `super` object.
    pub fn new_super(&mut self, this_class: ClassKey, receiver: Value, receiver_class: ClassKey) -> Value {
        let class = self.heap.types.super_;
        self.heap.new_object(class, crate::object::super_::Super { this_class, receiver, receiver_class })
    }
}
