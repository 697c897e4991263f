//! Names beyond the caches of globals: builtins, namespaces that are mappings, names that are not bound.

use super::{Raised, Res, Vm};
use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::value::*;

impl Vm {
    /// `LoadGlobal` when the cache has no answer.
    pub fn load_global_slow(&mut self, globals: DictKey, ic: u32) -> Res {
        let name = self.site_name(ic);
        let builtins = self.builtins;
        if let Some(place) = self.heap.ns_find(globals, name) {
            self.remember_global(ic, place, globals, false);
            return Ok(self.heap.dicts[globals].value_at(place));
        }
        if let Some(v) = self.custom_builtin(globals, name)? {
            return Ok(v);
        }
        if let Some(place) = self.heap.ns_find(builtins, name) {
            self.remember_global(ic, place, globals, true);
            return Ok(self.heap.dicts[builtins].value_at(place));
        }
        // A key that isn't a str may be equal to the name.
        match self.dict_get(builtins, Value::Str(name))? {
            Some(v) => Ok(v),
            None => Err(self.name_error(name)),
        }
    }

    /// What globals have as `__builtins__` instead of the interpreter's own: a module's namespace, or any mapping.
    fn other_builtins(&self, globals: DictKey) -> Option<Value> {
        let own = |d: &DictKey| *d == self.builtins;
        match self.heap.ns_get(globals, self.heap.names.__builtins__)? {
            Value::Module(m) => Some(self.heap.modules[m].dict).filter(|d| !own(d)).map(Value::Dict),
            Value::Dict(d) if own(&d) => None,
            other => Some(other),
        }
    }

    /// `exec` with globals that carry `__builtins__` of their own.
    fn custom_builtin(&mut self, globals: DictKey, name: StrKey) -> Res<Option<Value>> {
        let Some(builtins) = self.other_builtins(globals) else { return Ok(None) };
        match self.namespace_get(builtins, name)? {
            Some(v) => Ok(Some(v)),
            None => Err(self.name_error(name)),
        }
    }

    /// A name in the builtins of the running code: its globals may have others than the interpreter's.
    pub fn visible_builtin(&mut self, name: StrKey) -> Res<Option<Value>> {
        match self.frames.last().and_then(|frame| self.other_builtins(frame.globals)) {
            Some(builtins) => self.namespace_get(builtins, name),
            None => match self.heap.ns_get(self.builtins, name) {
                Some(v) => Ok(Some(v)),
                None => self.dict_get(self.builtins, Value::Str(name)),
            },
        }
    }

    /// The built-in function that a `__reduce__` names, or `AttributeError`.
    pub fn builtin_function(&mut self, name: &str) -> Res {
        let key = self.heap.intern(name);
        match self.visible_builtin(key)? {
            Some(f) => Ok(f),
            None => Err(self.error(Exc::AttributeError, name)),
        }
    }

    /// `LoadBuildClass`
    pub(super) fn build_class_function(&mut self) -> Res {
        let name = self.heap.names.__build_class__;
        match self.visible_builtin(name)? {
            Some(f) => Ok(f),
            None => Err(self.error(Exc::NameError, "__build_class__ not found")),
        }
    }

    pub(super) fn remember_global(&mut self, ic: u32, place: usize, globals: DictKey, builtin: bool) {
        let stamp = self.heap.keys_stamp(globals);
        if self.limits.inline_caches
            && stamp != 0
            && let Some(frame) = self.frames.last()
        {
            let site = &mut self.codes[frame.code].sites[ic as usize];
            site.place = place as u32;
            site.keys_stamp = stamp;
            site.builtin = builtin;
        }
    }

    /// Raises `NameError: name 'x' is not defined`.
    #[cold]
    pub fn name_error(&mut self, name: StrKey) -> Raised {
        let text = self.heap.text(name).into_owned();
        let raised = self.error(Exc::NameError, format!("name '{text}' is not defined"));
        crate::types::exception::set_field(self, "name", Value::Str(name));
        raised
    }

    /// Raises `UnboundLocalError`.
    #[cold]
    pub fn unbound_local(&mut self, name: StrKey) -> Raised {
        let text = self.heap.text(name).into_owned();
        let raised = self.error(
            Exc::UnboundLocalError,
            format!("cannot access local variable '{text}' where it is not associated with a value"),
        );
        crate::types::exception::set_field(self, "name", Value::Str(name));
        raised
    }

    /// Raises for an empty cell: of the function's own variable, or of a free one.
    #[cold]
    pub fn empty_cell(&mut self, name: StrKey) -> Raised {
        let free = self.frames.last().is_some_and(|f| self.codes[f.code].free.contains(&name));
        if !free {
            return self.unbound_local(name);
        }
        let text = self.heap.text(name).into_owned();
        let raised = self.error(
            Exc::NameError,
            format!("cannot access free variable '{text}' where it is not associated with a value in enclosing scope"),
        );
        crate::types::exception::set_field(self, "name", Value::Str(name));
        raised
    }

    /// `LoadName`: the namespace mapping, then globals and builtins.
    pub fn load_name(&mut self, ns: Value, globals: DictKey, ic: u32) -> Res {
        let name = self.site_name(ic);
        match self.namespace_get(ns, name)? {
            Some(v) => Ok(v),
            None => self.load_global_slow(globals, ic),
        }
    }

    /// A name in a namespace mapping: a dict, or anything with `__getitem__` (a metaclass's `__prepare__`).
    pub fn namespace_get(&mut self, ns: Value, name: StrKey) -> Res<Option<Value>> {
        match ns {
            Value::Dict(d) => Ok(self.heap.ns_get(d, name)),
            _ => {
                let result = self.get_item(ns, Value::Str(name));
                self.catch(result, Exc::KeyError)
            }
        }
    }

    /// Binds a name in a namespace mapping.
    pub fn namespace_set(&mut self, ns: Value, name: StrKey, v: Value) -> Res<()> {
        match ns {
            Value::Dict(d) => {
                self.heap.ns_set(d, name, v);
                Ok(())
            }
            _ => self.set_item(ns, Value::Str(name), v),
        }
    }

    /// Unbinds a name in a namespace mapping, or `NameError`.
    pub fn namespace_del(&mut self, ns: Value, name: StrKey) -> Res<()> {
        let found = match ns {
            Value::Dict(d) => self.heap.ns_remove(d, name).is_some(),
            _ => {
                let result = self.del_item(ns, Value::Str(name));
                self.catch(result, Exc::KeyError)?.is_some()
            }
        };
        if found { Ok(()) } else { Err(self.name_error(name)) }
    }

    /// Makes sure a namespace has `__annotations__`.
    pub fn setup_annotations(&mut self, ns: Value) -> Res<()> {
        let name = self.heap.names.__annotations__;
        if self.namespace_get(ns, name)?.is_none() {
            let dict = self.heap.new_dict(Dict::new());
            self.namespace_set(ns, name, dict)?;
        }
        Ok(())
    }

    /// `LoadClassCell`: a name in the class body's namespace, else in a cell.
    pub(super) fn load_class_cell(&mut self, ns: Value, cell: Value, name: StrKey) -> Res {
        if let Some(v) = self.namespace_get(ns, name)? {
            return Ok(v);
        }
        match cell {
            Value::Cell(k) => match self.heap.cells[k].bound() {
                Some(v) => Ok(v),
                None => Err(self.empty_cell(name)),
            },
            _ => Err(self.empty_cell(name)),
        }
    }
}
