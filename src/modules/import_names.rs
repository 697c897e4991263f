//! `from m import a, b` and `from m import *`: names out of a module, and the errors when they aren't there.

use crate::heap::types::Exc;
use crate::types::exception::import_error;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

impl Vm {
    /// Imports those modules of a package that `from package import …` names and it does not have yet.
    pub(super) fn import_submodules(&mut self, module: Value, name: &str, wanted: &[Value]) -> Res<()> {
        let names = self.heap.names;
        if self.getattr_opt(module, names.__path__)?.is_none() {
            return Ok(());
        }
        for &item in wanted {
            let Value::Str(key) = self.payload(item) else {
                let t = self.type_name(item);
                return Err(self.type_error(format!("Item in ``from list'' must be str, not {t}")));
            };
            if self.heap.strs[key].as_str() == Some("*") {
                if let Some(all) = self.getattr_opt(module, names.__all__)? {
                    let all = self.to_vec(all)?;
                    if !all.iter().any(|&v| matches!(v, Value::Str(k) if self.heap.strs[k].as_str() == Some("*"))) {
                        self.import_submodules(module, name, &all)?;
                    }
                }
                continue;
            }
            let key = self.heap.intern_key(key);
            if self.getattr_opt(module, key)?.is_some() {
                continue;
            }
            let full = format!("{name}.{}", self.heap.text(key));
            if let Err(raised) = self.import_absolute(&full) {
                self.forgive_missing(&full).ok_or(raised)?;
            }
        }
        Ok(())
    }

    /// Takes the pending `ModuleNotFoundError` if it is about this very module; `ImportFrom` will say it better.
    fn forgive_missing(&mut self, full: &str) -> Option<()> {
        let key = self.heap.intern(full);
        let same = match crate::types::exception::field(self, self.pending, "name") {
            Value::Str(k) => self.heap.intern_key(k) == key,
            _ => false,
        };
        let halted = matches!(self.heap.ns_get(self.modules, key), Some(Value::None));
        if !same || halted || !self.pending_is(Exc::ModuleNotFoundError) {
            return None;
        }
        self.take_pending();
        Some(())
    }

    /// `from module import name`
    pub fn import_from(&mut self, module: Value, name: StrKey) -> Res {
        if let Some(v) = self.getattr_opt(module, name)? {
            return Ok(v);
        }
        // A module of a package that is being imported in a circle is in `sys.modules`, not yet an attribute.
        let module_name = self.heap.names.__name__;
        let package = match self.getattr_opt(module, module_name)? {
            Some(Value::Str(k)) => Some(k),
            _ => None,
        };
        if let Some(package) = package {
            let full = format!("{}.{}", self.heap.text(package), self.heap.text(name));
            let full = self.heap.intern(&full);
            if let Some(found) = self.heap.ns_get(self.modules, full) {
                return Ok(found);
            }
        }
        Err(self.cannot_import(module, package, name))
    }

    #[cold]
    fn cannot_import(&mut self, module: Value, package: Option<StrKey>, name: StrKey) -> Raised {
        let wanted = self.heap.text(name).into_owned();
        let from = package.map_or("<unknown module name>".to_owned(), |p| self.heap.text(p).into_owned());
        let ns = match module {
            Value::Module(k) => Some(self.heap.modules[k].dict),
            _ => None,
        };
        let file = ns.and_then(|d| self.heap.ns_get(d, self.heap.names.__file__));
        let place = match file {
            Some(Value::Str(k)) => self.heap.text(k).into_owned(),
            _ => "unknown location".to_owned(),
        };
        let partial = ns.is_some_and(|d| self.is_loading(d));
        let message = if partial && file.is_some() {
            format!(
                "cannot import name '{wanted}' from partially initialized module '{from}' (most likely due to a \
                 circular import) ({place})"
            )
        } else {
            format!("cannot import name '{wanted}' from '{from}' ({place})")
        };
        let path = file.unwrap_or_default();
        let package = package.map_or(Value::Undef, Value::Str);
        import_error(self, Exc::ImportError, message, package, path, Value::Str(name))
    }

    /// The advice to rename a module that lies where it hides another: one of the standard library, or, while it is
    /// being imported, possibly the one that was meant.
    fn renaming_hint(&mut self, ns: DictKey) -> Option<String> {
        let names = self.heap.names;
        let Some(Value::Str(file)) = self.heap.ns_get(ns, names.__file__) else { return None };
        let Some(Value::Str(name)) = self.heap.ns_get(ns, names.__name__) else { return None };
        let path = std::path::PathBuf::from(self.heap.text(file).into_owned());
        let mut folder = path.parent()?.to_owned();
        if path.file_name().is_some_and(|n| n == "__init__.py") {
            folder = folder.parent()?.to_owned();
        }
        let first = match super::sys::get(self, "path") {
            Some(Value::List(l)) => match self.heap.lists[l].first().copied() {
                Some(Value::Str(k)) => self.heap.text(k).into_owned(),
                _ => return None,
            },
            _ => self.host.path.first().cloned()?,
        };
        let first = if first.is_empty() { std::env::current_dir().ok()? } else { std::path::PathBuf::from(first) };
        if folder != first {
            return None;
        }
        let shown = format!("'{}'", self.heap.text(file));
        let name = self.heap.text(name).into_owned();
        if super::stdlib_names::STDLIB.binary_search(&name.as_str()).is_ok() {
            return Some(format!(
                "consider renaming {shown} since it has the same name as the standard library module named '{name}' \
                 and the import system gives it precedence"
            ));
        }
        self.is_loading(ns).then(|| {
            format!("consider renaming {shown} if it has the same name as a third-party module you intended to import")
        })
    }

    /// The module's code is running.
    fn is_loading(&mut self, ns: DictKey) -> bool {
        if self.host.loading.contains(&ns) {
            return true;
        }
        let Some(spec @ Value::Instance(_)) = self.heap.ns_get(ns, self.heap.names.__spec__) else { return false };
        let name = self.heap.intern("_initializing");
        matches!(self.dict_of(spec).and_then(|d| self.heap.ns_get(d, name)), Some(Value::Bool(true)))
    }

    /// What CPython says of a module without an attribute.
    pub fn no_module_attribute(&mut self, ns: DictKey, name: &str, attribute: &str) -> String {
        if let Some(hint) = self.renaming_hint(ns) {
            return format!("module '{name}' has no attribute '{attribute}' ({hint})");
        }
        let within = self.heap.intern(&format!("{name}.{attribute}"));
        if let Some(Value::Module(m)) = self.heap.ns_get(self.modules, within)
            && self.is_loading(self.heap.modules[m].dict)
            && !self.is_loading(ns)
        {
            return format!(
                "cannot access submodule '{attribute}' of module '{name}' (most likely due to a circular import)"
            );
        }
        if !self.is_loading(ns) {
            return format!("module '{name}' has no attribute '{attribute}'");
        }
        let file = match self.heap.ns_get(ns, self.heap.names.__file__) {
            Some(Value::Str(k)) => format!(" from '{}'", self.heap.text(k)),
            _ => String::new(),
        };
        format!(
            "partially initialized module '{name}'{file} has no attribute '{attribute}' (most likely due to a circular \
             import)"
        )
    }

    /// `from module import *`
    pub fn import_star(&mut self, module: Value, namespace: Value) -> Res<()> {
        let names = self.heap.names;
        let all = self.getattr_opt(module, names.__all__)?;
        let wanted = match all {
            Some(all) => self.to_vec(all)?,
            None => self.public_names(module)?,
        };
        for item in wanted {
            let Value::Str(key) = self.payload(item) else {
                let (t, m) = (self.type_name(item), self.module_name_text(module));
                return Err(self.type_error(format!("Item in {m}.__all__ must be str, not {t}")));
            };
            let key = self.heap.intern_key(key);
            let v = self.getattr(module, key)?;
            self.namespace_set(namespace, key, v)?;
        }
        Ok(())
    }

    /// The names of a module without `__all__` that a star takes: those without a leading underscore.
    fn public_names(&mut self, module: Value) -> Res<Vec<Value>> {
        let Some(dict) = self.dict_of(module) else {
            return Err(self.error(Exc::ImportError, "from-import-* object has no __dict__ and no __all__"));
        };
        let is_public = |v: &Value| match v {
            Value::Str(k) => self.heap.strs[*k].code_point_at(0) != Some(u32::from('_')),
            _ => true,
        };
        Ok(self.heap.dicts[dict].iter().map(|e| e.key).filter(is_public).collect())
    }

    fn module_name_text(&mut self, module: Value) -> String {
        let name = self.heap.names.__name__;
        match self.dict_of(module).and_then(|d| self.heap.ns_get(d, name)) {
            Some(Value::Str(k)) => self.heap.text(k).into_owned(),
            _ => "?".to_owned(),
        }
    }

    /// The namespace is that of a module written in Rust.
    pub fn is_builtin_module(&self, namespace: DictKey) -> bool {
        namespace == self.builtins
    }
}
