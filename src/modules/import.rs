//! The import system: from a dotted name to a loaded module (language reference, chapter 5).
//!
//! `sys.modules` is asked first; then the modules that are part of the interpreter, then the search path. A module
//! is in `sys.modules` while its code runs, and leaves it again if that fails.

use super::find::{self, Found};
use super::module_spec::{self, Parts};
use super::{import_machinery, source_file};
use crate::heap::dict::Dict;
use crate::heap::types::Exc;
use crate::pickle::by_reference::import_attribute;
use crate::syntax::Mode;
use crate::types::exception::import_error;
use crate::value::*;
use crate::vm::native::{Args, ModuleSpec, NativeSpec};
use crate::vm::{Raised, Res, Vm};
use std::path::{Path, PathBuf};

/// `__import__`
pub static FUNCTIONS: &[NativeSpec] = &[NativeSpec::new(
    "__import__",
    "(name, globals=None, locals=None, fromlist=(), level=0)",
    import,
    "Import a module.\n\nBecause this function is meant for use by the Python\ninterpreter and not for general use, it is \
     better to use\nimportlib.import_module() to programmatically import a module.",
)];

fn import(vm: &mut Vm, args: Args) -> Res {
    let [name, globals, _, fromlist, level] = args.take(vm);
    let Value::Str(name) = vm.payload(name) else {
        return Err(vm.type_error("module name must be a string"));
    };
    let level = match level.bound() {
        None => 0,
        Some(v) => match vm.index(v)? {
            Value::Int(n) => n,
            _ => return Err(vm.overflow_error("Python int too large to convert to C int")),
        },
    };
    let globals = match vm.payload(globals) {
        Value::Dict(d) => Some(d),
        Value::Undef | Value::None => None,
        _ if level > 0 => return Err(vm.type_error("globals must be a dict")),
        _ => None,
    };
    vm.import_name(name, globals, fromlist.or_none(), level)
}

impl Vm {
    /// `import name` with the operands of the op: through `builtins.__import__`, if a program replaced that.
    pub fn import_op(&mut self, name: StrKey, globals: DictKey, fromlist: Value, level: Value) -> Res {
        let hook = self.visible_builtin(self.heap.names.__import__)?;
        match hook {
            Some(Value::Native(k)) if std::ptr::eq(self.heap.natives[k].spec, &FUNCTIONS[0]) => {
                let level = if let Value::Int(n) = level { n } else { 0 };
                self.import_name(name, Some(globals), fromlist, level)
            }
            Some(f) => {
                let locals = self.frame_namespace().or_none();
                self.call(f, &[Value::Str(name), Value::Dict(globals), locals, fromlist, level])
            }
            None => Err(self.error(Exc::ImportError, "__import__ not found")),
        }
    }

    /// What `__import__` answers: the module itself if `fromlist` has names, else the first part of the dotted name.
    pub fn import_name(&mut self, name: StrKey, globals: Option<DictKey>, fromlist: Value, level: i64) -> Res {
        let given = self.heap.text(name).into_owned();
        if level < 0 {
            return Err(self.value_error("level must be >= 0"));
        }
        let absolute = if level == 0 {
            if given.is_empty() {
                return Err(self.value_error("Empty module name"));
            }
            given.clone()
        } else {
            self.resolve_relative(&given, globals, level)?
        };
        let module = self.import_absolute(&absolute)?;
        let names = if fromlist.is_none() { Vec::new() } else { self.to_vec(fromlist)? };
        if !names.is_empty() {
            self.import_submodules(module, &absolute, &names)?;
            return Ok(module);
        }
        let Some(dot) = given.find('.') else { return Ok(module) };
        let top = absolute.len() - (given.len() - dot);
        self.import_absolute(&absolute[..top])
    }

    /// The absolute name of a relative one: `level` dots and then `name`, seen from a module with these globals.
    fn resolve_relative(&mut self, name: &str, globals: Option<DictKey>, level: i64) -> Res<String> {
        let names = self.heap.names;
        let Some(globals) = globals else { return Err(self.no_module_name()) };
        let package = match self.heap.ns_get(globals, names.__package__) {
            Some(Value::Str(k)) => self.heap.text(k).into_owned(),
            None | Some(Value::None) => match self.heap.ns_get(globals, names.__name__) {
                Some(Value::Str(k)) => {
                    let own = self.heap.text(k).into_owned();
                    match self.heap.ns_get(globals, names.__path__) {
                        Some(_) => own,
                        None => own.rsplit_once('.').map_or(String::new(), |(p, _)| p.to_owned()),
                    }
                }
                _ => return Err(self.no_module_name()),
            },
            Some(_) => return Err(self.type_error("package must be a string")),
        };
        if package.is_empty() {
            return Err(self.error(Exc::ImportError, "attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((outer, _)) => base = outer,
                None => {
                    return Err(self.error(Exc::ImportError, "attempted relative import beyond top-level package"));
                }
            }
        }
        Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    #[cold]
    fn no_module_name(&mut self) -> Raised {
        let message = self.heap.new_str("'__name__' not in globals");
        self.key_error(message)
    }

    /// The module of an absolute dotted name, imported with its parents unless `sys.modules` has it.
    pub fn import_absolute(&mut self, name: &str) -> Res {
        if let Some(module) = self.loaded(name)? {
            return Ok(module);
        }
        let mut parent: Option<Value> = None;
        let ends = name.match_indices('.').map(|(i, _)| i).chain([name.len()]);
        for end in ends {
            let part = &name[..end];
            let module = match self.loaded(part)? {
                Some(module) => module,
                None => self.load_part(part, parent)?,
            };
            parent = Some(module);
        }
        match parent {
            Some(module) => Ok(module),
            None => Err(self.value_error("Empty module name")),
        }
    }

    /// The module `sys.modules` has under this name. None there forbids the import.
    fn loaded(&mut self, name: &str) -> Res<Option<Value>> {
        let key = self.heap.intern(name);
        match self.heap.ns_get(self.modules, key) {
            Some(Value::None) => {
                let message = format!("import of {name} halted; None in sys.modules");
                Err(self.module_not_found(message, key))
            }
            found => Ok(found),
        }
    }

    #[cold]
    fn module_not_found(&mut self, message: String, name: StrKey) -> Raised {
        import_error(self, Exc::ModuleNotFoundError, message, Value::Str(name), Value::Undef, Value::Undef)
    }

    /// Loads a module whose parent is loaded, and makes it an attribute of that.
    fn load_part(&mut self, name: &str, parent: Option<Value>) -> Res {
        let key = self.heap.intern(name);
        let path = match (parent, name.rsplit_once('.')) {
            (Some(parent), Some((parent_name, _))) => {
                let path = self.heap.names.__path__;
                let Some(path) = self.getattr_opt(parent, path)? else {
                    let message = format!("No module named '{name}'; '{parent_name}' is not a package");
                    return Err(self.module_not_found(message, key));
                };
                // Loading the parent may have loaded this too.
                if let Some(module) = self.loaded(name)? {
                    return Ok(module);
                }
                Some(path)
            }
            _ => None,
        };
        let Some(module) = self.find_and_load(key, path)? else {
            return Err(self.module_not_found(format!("No module named '{name}'"), key));
        };
        if let Some(parent) = parent {
            let attribute = self.heap.intern(name.rsplit('.').next().unwrap_or(name));
            self.setattr(parent, attribute, module)?;
        }
        Ok(module)
    }

    /// Finds a module (within a package: on its path) and loads it. In Python, if a program changed the finders.
    fn find_and_load(&mut self, name: StrKey, path: Option<Value>) -> Res<Option<Value>> {
        if self.has_own_finders() {
            let load = import_attribute(self, "importlib._loading", "find_and_load")?;
            let module = self.call(load, &[Value::Str(name), path.unwrap_or(Value::None)])?;
            return Ok((!module.is_none()).then_some(module));
        }
        let text = self.heap.text(name).into_owned();
        match self.search(&text, path)? {
            Some(found) => self.load_found(name, found).map(Some),
            None => Ok(None),
        }
    }

    /// Finds a module, within a package: on its path. Loads nothing.
    pub(super) fn search(&mut self, name: &str, path: Option<Value>) -> Res<Option<Found>> {
        let last = name.rsplit('.').next().unwrap_or(name);
        let in_folders = |vm: &mut Vm| -> Res<Option<Found>> {
            if !vm.host.files {
                return Ok(None);
            }
            let folders = match path {
                Some(path) => vm.folders(path)?,
                None => super::sys::search_path(vm)?,
            };
            Ok(find::in_folders(&folders, last))
        };
        // A file may hide a module of the library, but none of those CPython has built in or frozen.
        if path.is_none() && find::can_be_hidden(name) {
            return Ok(match in_folders(self)? {
                Some(found @ Found::File { .. }) => Some(found),
                other => find::builtin(name).or(other),
            });
        }
        match find::builtin(name) {
            Some(found) => Ok(Some(found)),
            None => in_folders(self),
        }
    }

    /// The program changed `sys.meta_path` or `sys.path_hooks`.
    pub(super) fn has_own_finders(&mut self) -> bool {
        ["meta_path", "path_hooks"].into_iter().zip(self.host.finders.clone()).any(|(name, known)| {
            match super::sys::get(self, name) {
                None => false, // never asked for
                Some(Value::List(list)) => {
                    let now = &self.heap.lists[list];
                    now.len() != known.len() || now.iter().zip(&known).any(|(a, b)| !a.is(*b))
                }
                Some(_) => true,
            }
        })
    }

    /// The strings of a search path.
    pub fn folders(&mut self, path: Value) -> Res<Vec<String>> {
        let items = self.to_vec(path)?;
        let text = |v| match self.payload(v) {
            Value::Str(k) => Some(self.heap.text(k).into_owned()),
            _ => None,
        };
        Ok(items.into_iter().filter_map(text).collect())
    }

    /// Makes a module of what was found and runs its code.
    pub(super) fn load_found(&mut self, name: StrKey, found: Found) -> Res {
        let ns = self.heap.new_dict_key(Dict::new());
        let module = self.heap.new_module(ns);
        let mark = self.pin(module);
        self.heap.ns_set(self.modules, name, module);
        self.host.loading.push(ns);
        let result = match found {
            Found::Native { spec, package } => self.fill_native(ns, name, spec, package),
            Found::Embedded { source, package } => self.run_embedded(ns, name, source, package),
            Found::File { file, package } => self.run_file(ns, name, &file, package),
            Found::Namespace(folders) => self.fill_namespace_package(ns, name, &folders),
        };
        self.host.loading.retain(|&n| n != ns);
        self.unpin_to(mark);
        if result.is_err() {
            self.heap.ns_remove(self.modules, name);
        }
        result?;
        // A module may put something else in its place.
        Ok(self.heap.ns_get(self.modules, name).unwrap_or(module))
    }

    /// Sets the names every module has.
    fn fill_common(&mut self, ns: DictKey, doc: Value, parts: &Parts) {
        let names = self.heap.names;
        let text = match parts.name {
            Value::Str(name) => self.heap.text(name).into_owned(),
            _ => String::new(),
        };
        let parent = match (parts.locations, text.rsplit_once('.')) {
            (Value::None, Some((parent, _))) => self.heap.interned_str(parent),
            (Value::None, None) => self.heap.interned_str(""),
            _ => parts.name,
        };
        let spec = module_spec::new(self, parts);
        let common = [
            (names.__name__, parts.name),
            (names.__doc__, doc),
            (names.__package__, parent),
            (names.__loader__, parts.loader),
            (names.__spec__, spec),
        ];
        for (n, v) in common {
            self.heap.ns_set(ns, n, v);
        }
        if !parts.locations.is_none() {
            self.heap.ns_set(ns, names.__path__, parts.locations);
        }
    }

    fn fill_native(&mut self, ns: DictKey, name: StrKey, spec: &'static ModuleSpec, package: bool) -> Res<()> {
        let doc = if spec.doc.is_empty() { Value::None } else { self.heap.new_str(spec.doc) };
        let locations = if package { self.heap.new_list(Vec::new()) } else { Value::None };
        let (name, loader) = (Value::Str(name), import_machinery::builtin_importer(self));
        let origin = self.heap.interned_str("built-in");
        self.fill_common(ns, doc, &Parts { name, loader, origin, locations, location: false });
        // As CPython's, the functions' `__module__` is a string of their own, which pickle shows.
        let module = self.heap.new_str(spec.name);
        self.add_functions(ns, module, spec.functions);
        for class in spec.classes {
            let key = self.class_for(class);
            self.heap.ns_set_text(ns, class.name, Value::Class(key));
        }
        match spec.init {
            Some(init) => init(self, ns),
            None => Ok(()),
        }
    }

    fn run_embedded(&mut self, ns: DictKey, name: StrKey, source: &str, package: bool) -> Res<()> {
        let locations = if package { self.heap.new_list(Vec::new()) } else { Value::None };
        let filename = format!("<frozen {}>", self.heap.text(name));
        let (name, loader) = (Value::Str(name), import_machinery::frozen_importer(self));
        let origin = self.heap.interned_str("frozen");
        self.fill_common(ns, Value::None, &Parts { name, loader, origin, locations, location: false });
        self.run_module_source(ns, source, &filename)
    }

    fn run_file(&mut self, ns: DictKey, name: StrKey, file: &Path, package: Option<PathBuf>) -> Res<()> {
        let filename = file.to_string_lossy().into_owned();
        let origin = self.heap.new_str(filename.as_str());
        let locations = match package {
            Some(folder) => {
                let folder = self.heap.new_str(folder.to_string_lossy().as_ref());
                self.heap.new_list(vec![folder])
            }
            None => Value::None,
        };
        let name = Value::Str(name);
        let loader = import_machinery::source_file_loader(self, name, origin);
        self.fill_common(ns, Value::None, &Parts { name, loader, origin, locations, location: true });
        let names = self.heap.names;
        self.heap.ns_set(ns, names.__file__, origin);
        self.heap.ns_set(ns, names.__cached__, Value::None);
        self.settle_files();
        let bytes = match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(e) => return Err(crate::types::exception::from_io(self, &e, origin)),
        };
        let source = source_file::decode(self, &bytes, &filename)?;
        self.host.remember_source(&filename, &source);
        self.run_module_source(ns, &source, &filename)
    }

    fn fill_namespace_package(&mut self, ns: DictKey, name: StrKey, folders: &[PathBuf]) -> Res<()> {
        let folders = folders.iter().map(|f| self.heap.new_str(f.to_string_lossy().as_ref())).collect();
        let (name, folders) = (Value::Str(name), self.heap.new_list(folders));
        let make = import_attribute(self, "importlib._loading", "namespace_spec")?;
        let spec = self.call(make, &[name, folders])?;
        let loader = self.getattr_text(spec, "loader")?;
        let locations = self.getattr_text(spec, "submodule_search_locations")?;
        self.fill_common(ns, Value::None, &Parts { name, loader, origin: Value::None, locations, location: false });
        let file = self.heap.names.__file__;
        self.heap.ns_set(ns, file, Value::None);
        Ok(())
    }

    /// Compiles a module's source and runs it in its namespace.
    pub fn run_module_source(&mut self, ns: DictKey, source: &str, filename: &str) -> Res<()> {
        let name = self.heap.names.__builtins__;
        self.heap.ns_set(ns, name, Value::Dict(self.builtins));
        let code = self.compile_source(source, filename, Mode::File, false)?;
        self.run_code(code, FunctionKey::default(), ns, Value::Undef).map(drop)
    }
}
