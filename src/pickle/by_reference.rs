//! By reference: an object becomes its module's name and its own, and the names lead back to the object.
//!
//! Writing checks that they do: the module is looked up (and imported if need be), the name is followed, and
//! what is found must be the very same object.

use super::errors::pickling_error;
use super::old_names;
use super::opcodes::*;
use super::policy;
use super::writer::{Task, Writer};
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// The attribute of a module, which is imported if need be.
pub fn import_attribute(vm: &mut Vm, module: &str, name: &str) -> Res {
    let module = vm.heap.intern(module);
    let module = import(vm, module)?;
    vm.getattr_text(module, name)
}

/// The module of a name (with dots: the innermost), imported unless `sys.modules` has it.
pub fn import(vm: &mut Vm, name: StrKey) -> Res {
    let key = vm.heap.intern_key(name);
    // Interned strings go when nothing refers to them, and imports run Python code.
    vm.heap.recent.push(Value::Str(key));
    let hook = vm.heap.ns_get(vm.builtins, vm.heap.names.__import__);
    if let Some(found @ Value::Module(_)) = vm.heap.ns_get(vm.modules, key)
        && matches!(hook, Some(Value::Native(_)))
    {
        return Ok(found);
    }
    let Some(hook) = hook else {
        return Err(vm.error(Exc::ImportError, "__import__ not found"));
    };
    let globals = vm.heap.new_dict(Default::default());
    let fromlist = vm.heap.interned_str("__doc__");
    let fromlist = vm.heap.new_list(vec![fromlist]);
    vm.call(hook, &[Value::Str(key), globals, globals, fromlist, Value::Int(0)])?;
    match vm.dict_get(vm.modules, Value::Str(key))? {
        Some(module) => Ok(module),
        None => Err(vm.key_error(Value::Str(key))),
    }
}

/// `o.name`, read straight from a module's namespace where it is there.
fn attribute(vm: &mut Vm, o: Value, name: StrKey) -> Res<Option<Value>> {
    if let Value::Module(m) = o
        && let Some(v) = vm.heap.ns_get(vm.heap.modules[m].dict, name)
    {
        return Ok(Some(v));
    }
    vm.getattr_opt(o, name)
}

/// Follows a dotted name from a module: what it leads to, and what that was an attribute of.
fn follow(vm: &mut Vm, module: Value, path: &[StrKey]) -> Res<Option<(Value, Value)>> {
    let (mut parent, mut at) = (module, module);
    for &name in path {
        let Some(next) = attribute(vm, at, name)? else { return Ok(None) };
        parent = at;
        at = next;
    }
    Ok(Some((at, parent)))
}

/// The parts of a dotted name.
pub fn split(vm: &mut Vm, name: &str) -> Vec<StrKey> {
    let path: Vec<StrKey> = name.split('.').map(|part| vm.heap.intern(part)).collect();
    vm.heap.recent.extend(path.iter().map(|&k| Value::Str(k)));
    path
}

/// What a global is called: its module and qualified name, both objects since the memo goes by identity.
struct GlobalName {
    module: Value,
    name: Value,
}

impl Writer {
    /// Writes an object by reference: under `name`, or else its `__qualname__` or `__name__`. Ends one level of
    /// nesting.
    pub(super) fn save_global(&mut self, vm: &mut Vm, v: Value, name: Option<Value>) -> Res<()> {
        let global = match self.known_name(vm, v, name) {
            Some(global) => global,
            None => self.outside(vm, |vm| find_name(vm, v, name))?,
        };
        vm.heap.recent.extend([global.module, global.name]);
        let text = name_text(vm, global.name)?;
        let path = checked_path(vm, v, &text)?;
        let resolved = match self.resolve_quickly(vm, &global, &path) {
            Some(found) if found.is(v) => true,
            _ => self.outside(vm, |vm| check_leads_to(vm, &global, &text, &path, v)).map(|()| true)?,
        };
        debug_assert!(resolved);
        self.depth -= 1;
        if self.protocol >= 2
            && let Some(code) = self.extension_code(vm, &global)?
        {
            self.write_extension(code);
            return Ok(());
        }
        if self.protocol >= 4 {
            self.tasks.push(Task::Memoize(v));
            self.tasks.push(Task::Op(STACK_GLOBAL));
            self.tasks.push(Task::Save(global.name));
            self.tasks.push(Task::Save(global.module));
            return Ok(());
        }
        let module = name_text(vm, global.module)?;
        if path.len() > 1 {
            return self.save_nested(vm, &module, &text, v);
        }
        self.write_global(vm, &module, &text)?;
        self.memoize(v);
        Ok(())
    }

    /// The name of a class or function whose attributes need no Python code to read.
    fn known_name(&self, vm: &mut Vm, v: Value, name: Option<Value>) -> Option<GlobalName> {
        match v {
            Value::Class(k) if vm.heap.classes[k].metaclass == vm.heap.types.r#type => {
                let c = &vm.heap.classes[k];
                if !c.flags.python {
                    // Built-in classes make their qualified name anew each time it is asked for.
                    let (module, text) = (Value::Str(c.module), vm.heap.text(c.qualname).into_owned());
                    let name = name.unwrap_or_else(|| vm.heap.new_str(text));
                    return Some(GlobalName { module, name });
                }
                let name = name.unwrap_or(Value::Str(c.qualname));
                let module = vm.heap.class_get(k, vm.heap.names.__module__)?;
                matches!(module, Value::Str(_)).then_some(GlobalName { module, name })
            }
            Value::Function(k) => {
                let f = &vm.heap.functions[k];
                let name = name.unwrap_or(f.qualname);
                matches!(f.module, Value::Str(_)).then_some(GlobalName { module: f.module, name })
            }
            _ => None,
        }
    }

    /// What the names lead to, if plain modules and classes that are there already have them.
    fn resolve_quickly(&self, vm: &mut Vm, global: &GlobalName, path: &[StrKey]) -> Option<Value> {
        match (global.module, path) {
            (Value::Str(module), &[name]) => find_known(vm, module, name),
            _ => None,
        }
    }

    /// The extension code registered for a global, checked.
    fn extension_code(&mut self, vm: &mut Vm, global: &GlobalName) -> Res<Option<u32>> {
        let Value::Dict(registry) = self.extensions else { return Ok(None) };
        if vm.heap.dicts[registry].is_empty() {
            return Ok(None);
        }
        let key = vm.heap.new_tuple([global.module, global.name]);
        let Some(code) = self.outside(vm, |vm| vm.dict_get(registry, key))? else { return Ok(None) };
        let code = match self.outside(vm, |vm| vm.index(code))? {
            Value::Int(code) => code,
            _ => return Err(vm.overflow_error("Python int too large to convert to C long")),
        };
        match u32::try_from(code) {
            Ok(code @ 1..=0x7fff_ffff) => Ok(Some(code)),
            _ => Err(vm.error(Exc::RuntimeError, format!("extension code {code} is out of range"))),
        }
    }

    fn write_extension(&mut self, code: u32) {
        let b = code.to_le_bytes();
        match code {
            0..=0xff => self.out.write(&[EXT1, b[0]]),
            0x100..=0xffff => self.out.write(&[EXT2, b[0], b[1]]),
            _ => self.out.write(&[EXT4, b[0], b[1], b[2], b[3]]),
        }
    }

    /// GLOBAL, under Python 2's names where asked.
    fn write_global(&mut self, vm: &mut Vm, module: &str, name: &str) -> Res<()> {
        let old = match self.protocol {
            0..3 if self.fix_imports => self.outside(vm, |vm| old_names::to_python2(vm, module, name))?,
            _ => None,
        };
        let (module, name) = match &old {
            Some((module, name)) => (module.as_str(), name.as_str()),
            None => (module, name),
        };
        self.out.byte(GLOBAL);
        self.write_identifier(vm, module, "module")?;
        self.write_identifier(vm, name, "global")
    }

    /// A dotted name before protocol 4: `getattr(getattr(root, 'B'), 'C')`.
    fn save_nested(&mut self, vm: &mut Vm, module: &str, name: &str, v: Value) -> Res<()> {
        let mut parts = name.split('.');
        let root = parts.next().unwrap_or(name).to_string();
        let parts: Vec<Value> =
            parts.map(str::to_string).collect::<Vec<_>>().into_iter().map(|p| vm.heap.new_str(p)).collect();
        let module = vm.heap.new_str(module);
        let root = vm.heap.new_str(root);
        let getattr = vm.heap.intern("getattr");
        let getattr = vm.heap.ns_get(vm.builtins, getattr).unwrap_or(Value::None);
        self.tasks.push(Task::Memoize(v));
        for &part in parts.iter().rev() {
            self.tasks.push(Task::Op(REDUCE));
            self.tasks.push(Task::Op(if self.protocol < 2 { TUPLE } else { TUPLE2 }));
            self.tasks.push(Task::Save(part));
        }
        self.tasks.push(Task::Global(module, root));
        for _ in &parts {
            if self.protocol < 2 {
                self.tasks.push(Task::Op(MARK));
            }
            self.tasks.push(Task::Save(getattr));
        }
        Ok(())
    }

    /// A GLOBAL without memo: the root of a nested name.
    pub(super) fn save_root(&mut self, vm: &mut Vm, module: Value, name: Value) -> Res<()> {
        let (module, name) = (name_text(vm, module)?, name_text(vm, name)?);
        self.write_global(vm, &module, &name)
    }
}

fn name_text(vm: &mut Vm, v: Value) -> Res<String> {
    match vm.payload(v) {
        Value::Str(k) => Ok(vm.heap.text(k).into_owned()),
        _ => vm.str_text(v),
    }
}

/// The parts of a qualified name; `AttributeError` for what is local to a function.
fn checked_path(vm: &mut Vm, v: Value, name: &str) -> Res<Vec<StrKey>> {
    if name.split('.').any(|part| part == "<locals>") {
        let shown = vm.heap.new_str(name);
        let shown = vm.repr_text(shown)?;
        let _ = v;
        return Err(vm.error(Exc::AttributeError, format!("Can't get local object {shown}")));
    }
    Ok(split(vm, name))
}

/// The name and module of any object.
fn find_name(vm: &mut Vm, v: Value, name: Option<Value>) -> Res<GlobalName> {
    let names = vm.heap.names;
    let name = match name {
        Some(name) => name,
        None => match vm.getattr_opt(v, names.__qualname__)? {
            Some(name) => name,
            None => vm.getattr(v, names.__name__)?,
        },
    };
    let text = name_text(vm, name)?;
    let path = checked_path(vm, v, &text)?;
    let module = which_module(vm, v, &path)?;
    Ok(GlobalName { module, name })
}

/// `__module__`, or else the first module that has the very object under the name.
pub fn which_module(vm: &mut Vm, v: Value, path: &[StrKey]) -> Res {
    let names = vm.heap.names;
    if let Some(module) = vm.getattr_opt(v, names.__module__)?
        && !module.is_none()
    {
        return Ok(module);
    }
    let modules: Vec<(Value, Value)> = vm.heap.dicts[vm.modules].iter().map(|e| (e.key, e.value)).collect();
    for (name, module) in modules {
        let skipped = match name {
            Value::Str(k) => matches!(vm.heap.text(k).as_ref(), "__main__" | "__mp_main__"),
            _ => false,
        };
        if module.is_none() || skipped {
            continue;
        }
        match follow(vm, module, path) {
            Ok(Some((found, _))) if found.is(v) => return Ok(name),
            Ok(_) => {}
            Err(Raised) => drop(vm.take_pending()),
        }
    }
    Ok(Value::Str(names.__main__))
}

/// `PicklingError` unless the module can be imported and the name in it leads to this very object.
fn check_leads_to(vm: &mut Vm, global: &GlobalName, name: &str, path: &[StrKey], v: Value) -> Res<()> {
    let module = match vm.payload(global.module) {
        Value::Str(k) => import(vm, k),
        _ => {
            let t = vm.type_name(global.module);
            Err(vm.type_error(format!("module name must be a string, not {t}")))
        }
    };
    let Ok(module) = module else {
        vm.take_pending();
        let (object, module) = (vm.repr_text(v)?, vm.repr_text(global.module)?);
        return Err(pickling_error(vm, &format!("Can't pickle {object}: import of module {module} failed")));
    };
    let found = match follow(vm, module, path) {
        Ok(found) => found,
        Err(Raised) => {
            vm.take_pending();
            None
        }
    };
    match found {
        Some((found, _)) if found.is(v) => Ok(()),
        Some(_) => {
            let (object, module) = (vm.repr_text(v)?, vm.str_text(global.module)?);
            Err(pickling_error(vm, &format!("Can't pickle {object}: it's not the same object as {module}.{name}")))
        }
        None => {
            let (object, module) = (vm.repr_text(v)?, vm.str_text(global.module)?);
            Err(pickling_error(vm, &format!("Can't pickle {object}: attribute lookup {name} on {module} failed")))
        }
    }
}

/// What a plain name leads to in a module that is there already, without running anything.
pub fn find_known(vm: &mut Vm, module: StrKey, name: StrKey) -> Option<Value> {
    let (module, name) = (vm.heap.intern_key(module), vm.heap.intern_key(name));
    if !matches!(vm.heap.ns_get(vm.builtins, vm.heap.names.__import__), Some(Value::Native(_))) {
        return None;
    }
    match vm.heap.ns_get(vm.modules, module) {
        Some(Value::Module(m)) => vm.heap.ns_get(vm.heap.modules[m].dict, name),
        _ => None,
    }
}

/// What Python 3 calls the module and name in a stream of this protocol.
///
/// # Errors
/// `UnpicklingError` if the interpreter's policy doesn't list them.
pub fn allowed_global(
    vm: &mut Vm,
    module: StrKey,
    name: StrKey,
    protocol: u8,
    fix_imports: bool,
) -> Res<(StrKey, StrKey)> {
    let (mut module, mut name) = (module, name);
    if protocol < 3 && fix_imports {
        let (m, n) = (vm.heap.text(module).into_owned(), vm.heap.text(name).into_owned());
        if let Some((m, n)) = old_names::to_python3(vm, &m, &n)? {
            module = vm.heap.intern(&m);
            name = vm.heap.intern(&n);
        }
    }
    policy::check(vm, module, name)?;
    Ok((module, name))
}

/// `Unpickler.find_class`: the object a module and a name lead to. `protocol` is the stream's.
///
/// # Errors
/// `UnpicklingError` if the interpreter's policy doesn't list the name; what an import raises; `AttributeError`.
pub fn find_class(vm: &mut Vm, module: StrKey, name: StrKey, protocol: u8, fix_imports: bool) -> Res {
    let (module, name) = allowed_global(vm, module, name, protocol, fix_imports)?;
    let key = vm.heap.intern_key(name);
    vm.heap.recent.push(Value::Str(key));
    let found = import(vm, module)?;
    if let Value::Module(m) = found
        && let Some(v) = vm.heap.ns_get(vm.heap.modules[m].dict, key)
    {
        return Ok(v);
    }
    let text = vm.heap.text(name).into_owned();
    // Dots mean nothing before protocol 4.
    let path: Vec<&str> = if protocol >= 4 { text.split('.').collect() } else { vec![&text] };
    if path.contains(&"<locals>") {
        return Err(no_attribute(vm, "Can't get local attribute", key, found)?);
    }
    let mut at = found;
    for part in path {
        let part = vm.heap.intern(part);
        match attribute(vm, at, part)? {
            Some(next) => at = next,
            None => return Err(no_attribute(vm, "Can't get attribute", key, found)?),
        }
    }
    Ok(at)
}

fn no_attribute(vm: &mut Vm, what: &str, name: StrKey, module: Value) -> Res<Raised> {
    let (n, m) = (vm.repr_text(Value::Str(name))?, vm.repr_text(module)?);
    Ok(vm.error(Exc::AttributeError, format!("{what} {n} on {m}")))
}
