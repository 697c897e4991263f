//! Making and changing classes: `type(name, bases, namespace)`, stamps.

use crate::heap::dict::Dict;
use crate::heap::kinds::*;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Res, Vm};

impl Vm {
    /// The most derived of `start` and the classes of the bases; `TypeError` on conflict.
    pub fn winning_metaclass(&mut self, start: ClassKey, metaclasses: &[ClassKey]) -> Res<ClassKey> {
        let mut winner = start;
        for &meta in metaclasses {
            if self.heap.is_subclass(winner, meta) {
                continue;
            }
            if self.heap.is_subclass(meta, winner) {
                winner = meta;
                continue;
            }
            return Err(self.type_error(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the \
                 metaclasses of all its bases",
            ));
        }
        Ok(winner)
    }

    /// `type(…)` itself does not resolve `__mro_entries__`, as class statements do.
    fn check_mro_entries(&mut self, bases: &[Value]) -> Res<()> {
        let name = self.heap.names.__mro_entries__;
        for &b in bases {
            if !matches!(b, Value::Class(_)) && self.getattr_opt(b, name)?.is_some() {
                return Err(self.type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
        }
        Ok(())
    }

    /// `type.__new__(metaclass, name, bases, namespace, **kwargs)`: makes the class, calls `__set_name__` and
    /// `__init_subclass__`. The namespace is copied.
    pub fn type_new(
        &mut self,
        metaclass: ClassKey,
        name: Value,
        bases: &[Value],
        namespace: DictKey,
        kwargs: &[(StrKey, Value)],
    ) -> Res {
        self.check_mro_entries(bases)?;
        let classes: Vec<ClassKey> = bases.iter().map(|&b| self.class_of(b)).collect();
        let metaclass = self.winning_metaclass(metaclass, &classes)?;
        let bases = self.check_bases(bases)?;
        let Value::Str(name) = self.payload(name) else {
            return Err(self.type_error("type name must be a string"));
        };
        self.check_class_name(name)?;
        let mut table = self.heap.dicts[namespace].clone();
        let names = self.heap.names;
        let qualname = self.take_qualname(&mut table, name)?;
        self.check_class_cell(&table)?;
        let layout = self.best_layout(&bases)?;
        let (slots, has_dict, weakref) = self.read_slots(&table, &bases, layout)?;
        let ns = self.heap.new_dict_key(table);
        let mut fixed = self.inherited_places(&bases, layout);
        let first_slot = fixed;
        fixed += slots.len();
        let class = self.heap.new_class(Class {
            name,
            qualname,
            module: names.__main__,
            bases: bases.clone().into(),
            mro: Box::default(),
            namespace: Namespace::new(ns),
            metaclass,
            root_shape: Default::default(),
            layout,
            fixed,
            subclasses: Vec::new(),
            quick: None,
            flags: ClassFlags {
                python: true,
                base: true,
                has_dict,
                weakref,
                no_new: false,
                metaclass: bases.iter().any(|&b| self.heap.classes[b].flags.metaclass),
                is_abstract: false,
                finalizer: false,
                collection: Collection::Neither,
            },
        });
        let root = self.heap.shapes.new_root(class, fixed);
        self.heap.classes[class].root_shape = root;
        self.finish_namespace(ns, class, &slots, first_slot);
        let mro = self.compute_mro(class, &bases)?;
        self.heap.classes[class].mro = mro.into();
        self.inherit_collection(class);
        self.learn_finalizer(class);
        for &b in &bases {
            self.add_subclass(b, class);
        }
        self.set_names(class)?;
        self.init_subclass(class, kwargs)?;
        Ok(Value::Class(class))
    }

    /// A class can't be called what C couldn't show: text with a null character or a lone surrogate.
    pub fn check_class_name(&mut self, name: StrKey) -> Res<()> {
        if self.heap.text(name).contains('\0') {
            return Err(self.value_error("type name must not contain null characters"));
        }
        if self.heap.strs[name].as_str().is_none() {
            crate::types::codec::encode_to_vec(self, name, "utf-8", "strict")?;
        }
        Ok(())
    }

    /// What a namespace has as `__classcell__` becomes the class's cell.
    fn check_class_cell(&mut self, table: &Dict) -> Res<()> {
        let name = self.heap.names.__classcell__;
        let hash = self.heap.strs[name].hash();
        match table.find(hash, |k| k.is(Value::Str(name))).map(|place| table.value_at(place)) {
            None | Some(Value::Cell(_)) => Ok(()),
            Some(other) => {
                let class = Value::Class(self.class_of(other));
                let class = self.repr_text(class)?;
                Err(self.type_error(format!("__classcell__ must be a nonlocal cell, not {class}")))
            }
        }
    }

    fn take_qualname(&mut self, table: &mut Dict, name: StrKey) -> Res<StrKey> {
        let hash = self.heap.strs[self.heap.names.__qualname__].hash();
        let key = self.heap.names.__qualname__;
        let Some(place) = table.find(hash, |k| k.is(Value::Str(key))) else { return Ok(name) };
        match table.remove_at(place).value {
            Value::Str(q) => Ok(q),
            other => {
                let t = self.type_name(other);
                Err(self.type_error(format!("type __qualname__ must be a str, not {t}")))
            }
        }
    }

    /// Checks that the bases are classes that may be subclassed; none means `object`.
    pub(super) fn check_bases(&mut self, bases: &[Value]) -> Res<Vec<ClassKey>> {
        let mut keys = Vec::with_capacity(bases.len());
        for &b in bases {
            let Value::Class(c) = b else {
                return Err(self.type_error("bases must be types"));
            };
            if !self.heap.classes[c].flags.base {
                let n = self.qualified_type_name(c);
                return Err(self.type_error(format!("type '{n}' is not an acceptable base type")));
            }
            keys.push(c);
        }
        if keys.is_empty() {
            keys.push(self.heap.types.object);
        }
        Ok(keys)
    }

    /// The built-in type that instances of a class with these bases carry.
    pub(super) fn best_layout(&mut self, bases: &[ClassKey]) -> Res<Layout> {
        let mut best = Layout::Plain;
        for &b in bases {
            let layout = match self.heap.classes[b].layout {
                Layout::Builtin if b == self.heap.types.object => Layout::Plain,
                Layout::Builtin => Layout::Payload(b),
                other => other,
            };
            best =
                match (best, layout) {
                    (x, Layout::Plain) | (Layout::Plain, x) => x,
                    (Layout::Payload(x), Layout::Payload(y)) if self.same_layout(x, y) => {
                        if self.heap.is_subclass(y, x) { Layout::Payload(y) } else { Layout::Payload(x) }
                    }
                    _ => return Err(self.type_error("multiple bases have instance lay-out conflict")),
                };
        }
        Ok(best)
    }

    /// One of two built-in types extends the other, so that a payload of the one serves both. Exceptions share one
    /// payload, as long as their fields don't differ.
    fn same_layout(&self, x: ClassKey, y: ClassKey) -> bool {
        let fields = |c| crate::types::exception::field_names(&self.heap, c);
        let exception = self.heap.types.exception(Exc::BaseException);
        if self.heap.is_subclass(x, exception) && self.heap.is_subclass(y, exception) {
            return fields(x).is_empty() || fields(y).is_empty() || fields(x) == fields(y);
        }
        self.heap.is_subclass(x, y) || self.heap.is_subclass(y, x)
    }

    /// Places the bases' instances have: payload and slots. Only one base can bring slots.
    fn inherited_places(&self, bases: &[ClassKey], layout: Layout) -> usize {
        let own = usize::from(layout != Layout::Plain);
        bases.iter().map(|&b| self.heap.classes[b].fixed).fold(own, usize::max)
    }

    /// Reads `__slots__`: the names of new slots, and whether instances have a `__dict__` and can be weakly referenced.
    fn read_slots(&mut self, table: &Dict, bases: &[ClassKey], layout: Layout) -> Res<(Vec<StrKey>, bool, bool)> {
        let base_dict = bases.iter().any(|&b| self.heap.classes[b].flags.has_dict);
        let base_weak = bases.iter().any(|&b| self.heap.classes[b].flags.weakref);
        let name = self.heap.names.__slots__;
        let hash = self.heap.strs[name].hash();
        let own_slots = |vm: &Vm, b: ClassKey| {
            let c = &vm.heap.classes[b];
            c.fixed > usize::from(!matches!(c.layout, Layout::Plain | Layout::Builtin))
        };
        let with_slots: Vec<ClassKey> = bases.iter().copied().filter(|&b| own_slots(self, b)).collect();
        let unrelated = with_slots
            .iter()
            .any(|&a| with_slots.iter().any(|&b| !self.heap.is_subclass(a, b) && !self.heap.is_subclass(b, a)));
        if unrelated {
            return Err(self.type_error("multiple bases have instance lay-out conflict"));
        }
        let Some(place) = table.find(hash, |k| k.is(Value::Str(name))) else {
            return Ok((Vec::new(), true, true));
        };
        let value = table.value_at(place);
        let items = if let Value::Str(_) = value { vec![value] } else { self.to_vec(value)? };
        let (mut slots, mut has_dict, mut weakref) = (Vec::new(), base_dict, base_weak);
        for item in items {
            let Value::Str(k) = item else {
                let t = self.type_name(item);
                return Err(self.type_error(format!("__slots__ items must be strings, not '{t}'")));
            };
            let text = self.heap.text(k).into_owned();
            match text.as_str() {
                "__dict__" if has_dict => {
                    return Err(self.type_error("__dict__ slot disallowed: we already got one"));
                }
                "__dict__" => has_dict = true,
                "__weakref__" if weakref => {
                    return Err(self.type_error("__weakref__ slot disallowed: we already got one"));
                }
                "__weakref__" => weakref = true,
                _ => {
                    if !is_identifier(&text) {
                        return Err(self.type_error("__slots__ must be identifiers"));
                    }
                    let key = self.heap.intern(&text);
                    let hash = self.heap.strs[key].hash();
                    if table.find(hash, |k| k.is(Value::Str(key))).is_some() {
                        return Err(self.value_error(format!("'{text}' in __slots__ conflicts with class variable")));
                    }
                    if !slots.contains(&key) {
                        slots.push(key);
                    }
                }
            }
        }
        if !slots.is_empty() && matches!(layout, Layout::Payload(p) if self.is_variable_sized(p)) {
            let Layout::Payload(p) = layout else { return Ok((slots, has_dict, weakref)) };
            let n = self.heap.class_name(p);
            return Err(self.type_error(format!("nonempty __slots__ not supported for subtype of '{n}'")));
        }
        Ok((slots, has_dict, weakref))
    }

    fn is_variable_sized(&self, c: ClassKey) -> bool {
        let t = &self.heap.types;
        [t.int, t.tuple, t.bytes].contains(&c)
    }

    /// Adds what a new class's namespace always has: slot descriptors, `__doc__`, `__module__`, implied
    /// class and static methods, `__hash__ = None` beside an own `__eq__`.
    fn finish_namespace(&mut self, ns: DictKey, class: ClassKey, slots: &[StrKey], first_slot: usize) {
        let names = self.heap.names;
        for (i, &name) in slots.iter().enumerate() {
            let name = self.mangle(class, name);
            let d = self.heap.new_descriptor(Descriptor::Member { class, name, place: first_slot + i });
            self.heap.ns_set(ns, name, d);
        }
        if let Some(f @ Value::Function(_)) = self.heap.ns_get(ns, names.__new__) {
            let d = self.heap.new_descriptor(Descriptor::StaticMethod { function: f, dict: Value::Undef });
            self.heap.ns_set(ns, names.__new__, d);
        }
        for name in [names.__init_subclass__, names.__class_getitem__] {
            if let Some(f @ Value::Function(_)) = self.heap.ns_get(ns, name) {
                let d = self.heap.new_descriptor(Descriptor::ClassMethod { function: f, dict: Value::Undef });
                self.heap.ns_set(ns, name, d);
            }
        }
        if self.heap.ns_get(ns, names.__module__).is_none()
            && let Some(frame) = self.frames.last()
            && let Some(module) = self.heap.ns_get(frame.globals, names.__name__)
        {
            self.heap.ns_set(ns, names.__module__, module);
        }
        let (flags, bases) = (self.heap.classes[class].flags, self.heap.classes[class].bases.clone());
        let inherits = |vm: &Vm, has: fn(&ClassFlags) -> bool| bases.iter().any(|&b| has(&vm.heap.classes[b].flags));
        let lacks = |vm: &Vm, name| vm.heap.ns_get(ns, name).is_none();
        if flags.has_dict && !inherits(self, |f| f.has_dict) && lacks(self, names.__dict__) {
            let d = self.heap.new_descriptor(Descriptor::GetSet { class, spec: &crate::types::object::INSTANCE_DICT });
            self.heap.ns_set(ns, names.__dict__, d);
        }
        if flags.weakref && !inherits(self, |f| f.weakref) && lacks(self, names.__weakref__) {
            let spec = &crate::types::object::INSTANCE_WEAKREF;
            let d = self.heap.new_descriptor(Descriptor::GetSet { class, spec });
            self.heap.ns_set(ns, names.__weakref__, d);
        }
        if self.heap.ns_get(ns, names.__doc__).is_none() {
            self.heap.ns_set(ns, names.__doc__, Value::None);
        }
        if self.heap.ns_get(ns, names.__eq__).is_some() && self.heap.ns_get(ns, names.__hash__).is_none() {
            self.heap.ns_set(ns, names.__hash__, Value::None);
        }
        if let Some(Value::Cell(cell)) = self.heap.ns_remove(ns, names.__classcell__) {
            self.heap.cells[cell] = Value::Class(class);
        }
        let name = self.heap.intern("__classdictcell__");
        if let Some(Value::Cell(cell)) = self.heap.ns_remove(ns, name) {
            self.heap.cells[cell] = Value::Dict(ns);
        }
    }

    /// A private name (`__x`) as it is called inside the class.
    fn mangle(&mut self, class: ClassKey, name: StrKey) -> StrKey {
        let text = self.heap.text(name).into_owned();
        let class = self.heap.class_name(class);
        let class = class.trim_start_matches('_');
        if !text.starts_with("__") || text.ends_with("__") || class.is_empty() {
            return name;
        }
        self.heap.intern(&format!("_{class}{text}"))
    }

    /// Calls `__set_name__` on the values of a new class's namespace that have it.
    fn set_names(&mut self, class: ClassKey) -> Res<()> {
        let ns = self.heap.namespace(class);
        let hook = self.heap.names.__set_name__;
        let items: Vec<(Value, Value)> = self.heap.dicts[ns].iter().map(|e| (e.key, e.value)).collect();
        for (name, v) in items {
            if matches!(v, Value::Function(_) | Value::Str(_) | Value::Int(_) | Value::None | Value::Tuple(_)) {
                continue;
            }
            let Some(method) = self.special(v, hook) else { continue };
            if let Err(raised) = self.call_found(method, v, &[Value::Class(class), name]) {
                let (t, n) = (self.type_name(v), self.heap.class_name(class));
                let attribute = self.repr_pending_safe(name);
                let note = format!("Error calling __set_name__ on '{t}' instance {attribute} in '{n}'");
                crate::types::exception::add_note(self, self.pending, &note);
                return Err(raised);
            }
        }
        Ok(())
    }

    /// The repr of a name while an exception is pending.
    fn repr_pending_safe(&mut self, name: Value) -> String {
        match name {
            Value::Str(k) => format!("'{}'", self.heap.text(k)),
            _ => String::from("?"),
        }
    }

    /// Calls the parent's `__init_subclass__` with the class keywords.
    fn init_subclass(&mut self, class: ClassKey, kwargs: &[(StrKey, Value)]) -> Res<()> {
        let hook = self.heap.names.__init_subclass__;
        let parents = self.heap.classes[class].mro.to_vec();
        let found = parents.iter().skip(1).find_map(|&c| {
            let ns = self.heap.namespace(c);
            self.heap.ns_get(ns, hook)
        });
        let Some(found) = found else { return Ok(()) };
        if let Value::Native(_) = found {
            // `object`'s own, which does nothing and takes nothing.
            if kwargs.is_empty() {
                return Ok(());
            }
            let n = self.heap.class_name(class);
            return Err(self.type_error(format!("{n}.__init_subclass__() takes no keyword arguments")));
        }
        let bound = self.bind(found, Value::Undef, class)?;
        self.call_kw(bound, &[], kwargs).map(drop)
    }

    /// `C.name = v`, `del C.name`: renews stamps where caches could be wrong.
    pub fn class_setattr(&mut self, class: ClassKey, name: StrKey, v: Value) -> Res<()> {
        let meta = self.heap.classes[class].metaclass;
        if let Some(d) = self.heap.lookup_in_class(meta, name)
            && self.is_data_descriptor(d)
        {
            return self.descriptor_set(d, Value::Class(class), name, v);
        }
        if !self.heap.classes[class].flags.python {
            let (n, c) = (self.heap.text(name).into_owned(), self.heap.class_name(class));
            return Err(self.type_error(format!("cannot set '{n}' attribute of immutable type '{c}'")));
        }
        let ns = self.heap.namespace(class);
        match v.bound() {
            None => {
                if self.heap.ns_remove(ns, name).is_none() {
                    let (n, c) = (self.heap.text(name).into_owned(), self.heap.class_name(class));
                    let message = format!("type object '{c}' has no attribute '{n}'");
                    return Err(self.attribute_error(message, Value::Class(class), name));
                }
                self.renew_class(class);
            }
            Some(v) => {
                let old = self.heap.ns_get(ns, name);
                self.heap.ns_set(ns, name, v);
                if old.is_none_or(|o| self.heap.is_binding(o)) || self.heap.is_binding(v) {
                    self.renew_class(class);
                }
            }
        }
        Ok(())
    }

    /// Renews the stamps of a class and all its subclasses; of everything if it is a metaclass.
    pub fn renew_class(&mut self, class: ClassKey) {
        if self.heap.classes[class].flags.metaclass {
            self.heap.shapes.renew_all();
            return;
        }
        let mut work = vec![class];
        while let Some(c) = work.pop() {
            let Some(k) = self.heap.classes.get(c) else { continue };
            let (root, subclasses) = (k.root_shape, k.subclasses.clone());
            self.heap.shapes.renew(root);
            self.learn_finalizer(c);
            work.extend(subclasses);
        }
    }
}

fn is_identifier(s: &str) -> bool {
    let mut chars = s.chars();
    chars.next().is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c))
        && chars.all(unicode_ident::is_xid_continue)
}
