//! Built-in classes: made from their specs, their namespaces filled when they are first asked for.

use crate::heap::Heap;
use crate::heap::dict::Dict;
use crate::heap::kinds::*;
use crate::heap::text::Str;
use crate::value::*;
use crate::vm::Vm;
use crate::vm::native::{NativeSpec, TypeSpec};

/// The built-in classes of this module belong to CPython's core, and aren't made when an extension module is imported.
pub fn is_core(module: &str) -> bool {
    matches!(module, "builtins" | "types" | "weakref" | "pickle" | "_contextvars")
}

impl Vm {
    /// The class of a spec, made on first use.
    pub fn class_for(&mut self, spec: &'static TypeSpec) -> ClassKey {
        let address = std::ptr::from_ref(spec) as usize;
        if let Some(&c) = self.native_classes.get(&address) {
            return c;
        }
        let base = match spec.base {
            Some(b) => self.class_for(b),
            None => self.heap.types.object,
        };
        let class = self.make_builtin_class(spec, base);
        self.native_classes.insert(address, class);
        class
    }

    /// Notes that a class made by other means is the one of this spec.
    pub fn register_class(&mut self, spec: &'static TypeSpec, class: ClassKey) {
        self.native_classes.insert(std::ptr::from_ref(spec) as usize, class);
    }

    /// The `__module__` of a built-in class. CPython makes most classes of extension modules at run time, each with a
    /// string of its own; the classes of its core, and those compiled in as static, share an interned one. `is` and
    /// pickle show which.
    fn module_name(&mut self, spec: &TypeSpec) -> StrKey {
        const STATIC: &[(&str, &str)] = &[("collections", "OrderedDict"), ("typing", "TypeAliasType")];
        if is_core(spec.module) || STATIC.contains(&(spec.module, spec.name)) {
            return self.heap.intern_static(spec.module);
        }
        match self.heap.new_own_str(spec.module.to_owned()) {
            Value::Str(own) => own,
            _ => self.heap.intern_static(spec.module),
        }
    }

    /// Makes a built-in class from its spec. Its namespace is filled later ([`Heap::namespace`]).
    pub fn make_builtin_class(&mut self, spec: &'static TypeSpec, base: ClassKey) -> ClassKey {
        let name = self.heap.intern_static(spec.name);
        let module = self.module_name(spec);
        let ns = self.heap.new_dict_key(Dict::new());
        let is_object = self.heap.classes.is_empty();
        let (layout, fixed) = self.builtin_layout(spec, base);
        let class = self.heap.new_class(Class {
            name,
            qualname: name,
            module,
            bases: if is_object { Box::default() } else { [base].into() },
            mro: Box::default(),
            namespace: Namespace::of_spec(ns, spec),
            metaclass: self.heap.types.r#type,
            root_shape: Default::default(),
            layout,
            fixed,
            subclasses: Vec::new(),
            quick: spec.new.as_ref().and_then(|new| new.quick),
            flags: ClassFlags {
                python: false,
                base: spec.subclassable,
                has_dict: spec.has_dict,
                weakref: spec.weakref,
                no_new: spec.no_new,
                metaclass: false,
                is_abstract: false,
                finalizer: false,
                collection: spec.collection,
            },
        });
        let root = self.heap.shapes.new_root(class, fixed);
        if !is_object {
            self.add_subclass(base, class);
        }
        let inherited: &[ClassKey] = if is_object { &[] } else { &self.heap.classes[base].mro };
        let mro = [class].iter().chain(inherited).copied().collect();
        let c = &mut self.heap.classes[class];
        c.root_shape = root;
        c.mro = mro;
        self.inherit_collection(class);
        class
    }

    /// How the instances of a built-in class are laid out, and how many places they have.
    fn builtin_layout(&self, spec: &TypeSpec, base: ClassKey) -> (Layout, usize) {
        let Some(own) = spec.places else { return (Layout::Builtin, 0) };
        match self.heap.classes[base].layout {
            Layout::Builtin if base == self.heap.types.object => (Layout::Plain, own),
            Layout::Builtin => (Layout::Payload(base), 1 + own),
            inherited => (inherited, self.heap.classes[base].fixed + own),
        }
    }
}

impl Heap {
    /// The namespace of a class, filled.
    #[inline]
    pub fn namespace(&mut self, class: ClassKey) -> DictKey {
        let namespace = &mut self.classes[class].namespace;
        let dict = namespace.dict();
        if let Some(spec) = namespace.take_spec() {
            self.fill_namespace(class, dict, spec);
        }
        dict
    }

    /// Fills a built-in class's namespace from its spec.
    fn fill_namespace(&mut self, class: ClassKey, ns: DictKey, spec: &'static TypeSpec) {
        self.dicts[ns] = Dict::with_capacity(spec.members());
        let (doc, name) = (self.builtin_doc(spec.doc), self.names.__doc__);
        self.ns_set(ns, name, doc);
        let groups: [(&'static [NativeSpec], NativeKind, bool); 5] = [
            (spec.methods, NativeKind::Method, false),
            (spec.specials, NativeKind::Wrapper, false),
            (spec.class_methods, NativeKind::ClassMethod, false),
            (spec.static_methods, NativeKind::Static, true),
            (spec.new.as_slice(), NativeKind::Static, false),
        ];
        for (list, kind, wrapped) in groups {
            for entry in list {
                let mut f = self.new_native(Native { spec: entry, owner: Some(class), module: Value::None, kind });
                if wrapped {
                    f = self.new_descriptor(Descriptor::StaticMethod { function: f, dict: Value::Undef });
                }
                let name = self.intern_static(entry.name);
                self.ns_set(ns, name, f);
            }
        }
        for entry in spec.getsets {
            let d = self.new_descriptor(Descriptor::GetSet { class, spec: entry });
            let name = self.intern_static(entry.name);
            self.ns_set(ns, name, d);
        }
        if spec.unhashable {
            let name = self.names.__hash__;
            self.ns_set(ns, name, Value::None);
        }
    }

    /// A documentation string as a value: None if there is none.
    fn builtin_doc(&mut self, doc: &'static str) -> Value {
        if doc.is_empty() { Value::None } else { self.new_text(Str::from_static(doc)) }
    }
}
