//! Calling a class: `type.__call__`, `object.__new__`, `object.__init__`.

use crate::heap::kinds::Layout;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

impl Vm {
    /// `C(*args, **kwargs)` as `type.__call__` does: `__new__`, then `__init__` if that made an instance of C.
    pub fn construct(&mut self, class: ClassKey, args: &[Value], kwargs: &[(StrKey, Value)]) -> Res {
        let names = self.heap.names;
        if class == self.heap.types.r#type && args.len() == 1 && kwargs.is_empty() {
            return Ok(Value::Class(self.class_of(args[0])));
        }
        if self.heap.classes[class].flags.no_new {
            let n = self.qualified_type_name(class);
            return Err(self.type_error(format!("cannot create '{n}' instances")));
        }
        let new = self.heap.lookup_in_class(class, names.__new__);
        let Some(new) = new else {
            let n = self.qualified_type_name(class);
            return Err(self.type_error(format!("cannot create '{n}' instances")));
        };
        let new = self.bind(new, Value::Undef, class)?;
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(Value::Class(class));
        all.extend_from_slice(args);
        let made = self.call_kw(new, &all, kwargs)?;
        let made_class = self.class_of(made);
        if !self.heap.is_subclass(made_class, class) {
            return Ok(made);
        }
        let Some(init) = self.heap.lookup_in_class(made_class, names.__init__) else { return Ok(made) };
        if init.is(self.object_init()) {
            self.check_object_init(made_class, args, kwargs)?;
            return Ok(made);
        }
        let mark = self.pin(made);
        let result = match init {
            Value::Function(_) | Value::Native(_) => {
                all[0] = made;
                self.call_kw(init, &all, kwargs)
            }
            _ => {
                let bound = self.bind(init, made, made_class)?;
                self.call_kw(bound, args, kwargs)
            }
        };
        self.unpin_to(mark);
        let result = result?;
        self.check_init_result(result)?;
        Ok(made)
    }

    /// `__init__` must return None.
    pub fn check_init_result(&mut self, result: Value) -> Res<()> {
        if result.is_none() {
            return Ok(());
        }
        let t = self.type_name(result);
        Err(self.type_error(format!("__init__() should return None, not '{t}'")))
    }

    /// A class's name with its module, unless that is `builtins`.
    pub fn qualified_type_name(&self, class: ClassKey) -> String {
        let c = &self.heap.classes[class];
        let module = self.heap.text(c.module);
        if c.flags.python || module == "builtins" {
            return self.heap.text(c.name).into_owned();
        }
        format!("{module}.{}", self.heap.text(c.name))
    }

    /// `object.__init__`, the function object.
    pub fn object_init(&mut self) -> Value {
        self.heap.lookup_in_class(self.heap.types.object, self.heap.names.__init__).unwrap_or_default()
    }

    /// `object.__new__`, the function object.
    pub fn object_new(&mut self) -> Value {
        self.heap.lookup_in_class(self.heap.types.object, self.heap.names.__new__).unwrap_or_default()
    }

    /// The arguments `object.__init__` lets pass: none, unless `__new__` is overridden and `__init__` is not.
    pub fn check_object_init(&mut self, class: ClassKey, args: &[Value], kwargs: &[(StrKey, Value)]) -> Res<()> {
        if args.is_empty() && kwargs.is_empty() {
            return Ok(());
        }
        let names = self.heap.names;
        let init = self.heap.lookup_in_class(class, names.__init__).unwrap_or_default();
        let new = self.heap.lookup_in_class(class, names.__new__).unwrap_or_default();
        if !init.is(self.object_init()) {
            return Err(self.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        if new.is(self.object_new()) {
            let n = self.heap.class_name(class);
            return Err(
                self.type_error(format!("{n}.__init__() takes exactly one argument (the instance to initialize)"))
            );
        }
        Ok(())
    }

    /// `object.__new__(class, …)`: a bare instance; `TypeError` for excess arguments.
    pub fn object_new_instance(&mut self, class: ClassKey, excess: bool) -> Res {
        let names = self.heap.names;
        if excess {
            let new = self.heap.lookup_in_class(class, names.__new__).unwrap_or_default();
            let init = self.heap.lookup_in_class(class, names.__init__).unwrap_or_default();
            if !new.is(self.object_new()) {
                return Err(self.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
            }
            if init.is(self.object_init()) {
                let n = self.heap.class_name(class);
                return Err(self.type_error(format!("{n}() takes no arguments")));
            }
        }
        if self.heap.classes[class].flags.is_abstract {
            return Err(self.abstract_class_error(class));
        }
        match self.heap.classes[class].layout {
            Layout::Plain if self.heap.classes[class].fixed == 0 => Ok(Value::Instance(self.heap.new_instance(class))),
            Layout::Plain => {
                // Places of a built-in class are filled by its own `__new__` alone.
                let mro = &self.heap.classes[class].mro;
                let filled = |c: &&ClassKey| !self.heap.classes[**c].flags.python && self.heap.classes[**c].fixed > 0;
                match mro.iter().find(filled) {
                    None => Ok(Value::Instance(self.heap.new_instance(class))),
                    Some(&base) => {
                        let (n, base) = (self.heap.class_name(class), self.qualified_type_name(base));
                        Err(self.type_error(format!("object.__new__({n}) is not safe, use {base}.__new__()")))
                    }
                }
            }
            Layout::Builtin if class == self.heap.types.object => {
                Ok(self.heap.new_object(class, crate::types::object::BareObject))
            }
            Layout::Builtin | Layout::Payload(_) => {
                let n = self.qualified_type_name(class);
                Err(self.type_error(format!("object.__new__({n}) is not safe, use {n}.__new__()")))
            }
        }
    }

    /// "Can't instantiate abstract class C without an implementation for abstract methods 'f', 'g'"
    #[cold]
    fn abstract_class_error(&mut self, class: ClassKey) -> Raised {
        let methods = self.heap.class_get(class, self.heap.names.__abstractmethods__).unwrap_or(Value::None);
        let methods = match self.to_vec(methods) {
            Ok(methods) => methods,
            Err(raised) => return raised,
        };
        let mut names = Vec::with_capacity(methods.len());
        for method in methods {
            match self.payload(method) {
                Value::Str(k) => names.push(self.heap.text(k).into_owned()),
                _ => {
                    let t = self.type_name(method);
                    return self.type_error(format!("sequence item 0: expected str instance, {t} found"));
                }
            }
        }
        names.sort();
        let plural = if names.len() == 1 { "" } else { "s" };
        let (class, names) = (self.heap.class_name(class), names.join("', '"));
        self.type_error(format!(
            "Can't instantiate abstract class {class} without an implementation for abstract method{plural} '{names}'"
        ))
    }

    /// What a built-in class's `__new__` answers: the value itself for the exact class, or an instance of the
    /// subclass that carries it.
    pub fn wrap_new(&mut self, class: ClassKey, value: Value) -> Value {
        match self.heap.classes[class].layout {
            Layout::Payload(_) => {
                let k = self.heap.new_instance(class);
                self.heap.instances[k].values[0] = value;
                Value::Instance(k)
            }
            Layout::Plain | Layout::Builtin => value,
        }
    }

    /// The built-in class whose `__new__` must have a part in making an instance of a class.
    fn maker(&self, class: ClassKey) -> Option<ClassKey> {
        let c = &self.heap.classes[class];
        match c.layout {
            Layout::Payload(base) => Some(base),
            Layout::Plain | Layout::Builtin => (!c.flags.python).then_some(class),
        }
    }

    /// Checks the first argument of a `__new__`: a class that is `base` or descends from it, and not through a built-in
    /// class with a `__new__` of its own.
    pub fn check_new(&mut self, cls: Value, base: ClassKey) -> Res<ClassKey> {
        match cls {
            Value::Class(c) if c == base => Ok(c),
            Value::Class(c) if self.heap.is_subclass(c, base) => match self.maker(c) {
                Some(maker)
                    if self.heap.is_subclass(maker, base)
                        && !self.shares_method(maker, base, self.heap.names.__new__) =>
                {
                    let n = self.qualified_type_name(c);
                    let base_name = self.heap.class_name(base);
                    Err(self.type_error(format!("{base_name}.__new__({n}) is not safe, use {n}.__new__()")))
                }
                _ => Ok(c),
            },
            Value::Class(c) => {
                let n = self.heap.class_name(c);
                let base_name = self.heap.class_name(base);
                Err(self.type_error(format!("{base_name}.__new__({n}): {n} is not a subtype of {base_name}")))
            }
            other => {
                let t = self.type_name(other);
                let base_name = self.heap.class_name(base);
                Err(self.type_error(format!("{base_name}.__new__(X): X is not a type object ({t})")))
            }
        }
    }
}
