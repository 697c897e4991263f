//! What a name in a pickle leads to, as far as it can be told by looking: no import, no descriptor, no `__getattr__`.

use crate::modules::import_prospect::Prospect;
use crate::object::identity::{SlotId, slot_id};
use crate::pickle::old_names;
use crate::value::*;
use crate::vm::Vm;
use std::fmt::{Display, Formatter, Result};

/// What became of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolution {
    /// The module's name.
    pub module: String,
    /// The name in it, perhaps with dots.
    pub name: String,
    /// The module and name as they stand in the pickle, if they are Python 2's for what has moved since.
    pub old: Option<(String, String)>,
    /// Where it leads.
    pub outcome: Outcome,
}

/// Where a name leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// To an object that is here already.
    Here {
        /// `class`, or the name of its type.
        kind: String,
        /// Its slot, unless it is a number or the like, which have none.
        slot: Option<SlotId>,
    },
    /// The module would be imported, and only then it shows whether it has the name.
    WouldImport,
    /// There is no such module.
    #[default]
    MissingModule,
    /// The module is here, but not the name.
    MissingName,
    /// Only Python code knows: what it is that would be asked.
    WouldAsk(String),
    /// The interpreter's pickle policy doesn't let a pickle reach it.
    Refused,
    /// Nothing is registered under this extension code.
    Unregistered(i64),
}

impl Outcome {
    /// The outcome in two words.
    pub fn status(&self) -> &'static str {
        match self {
            Outcome::Here { .. } => "already here",
            Outcome::WouldImport => "would import",
            Outcome::MissingModule => "missing module",
            Outcome::MissingName => "missing name",
            Outcome::WouldAsk(_) => "would ask",
            Outcome::Refused => "not allowed",
            Outcome::Unregistered(_) => "unregistered code",
        }
    }
}

/// One line: the way from the names to the object.
impl Display for Resolution {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Resolution { module, name, old, outcome } = self;
        if let Some((old_module, old_name)) = old {
            write!(f, "{old_module} {old_name} is now {module} {name}: ")?;
        }
        match outcome {
            Outcome::Here { kind, slot } => {
                write!(f, "module {module} → name {name} → {kind}, already here")?;
                match slot {
                    Some(SlotId { slot, generation: 0, .. }) => write!(f, " (slot {slot})"),
                    Some(SlotId { slot, generation, .. }) => write!(f, " (slot {slot}, generation {generation})"),
                    None => Ok(()),
                }
            }
            Outcome::WouldImport => write!(f, "would import {module} → name {name}, if it has that"),
            Outcome::MissingModule => write!(f, "missing module {module}: a load raises ModuleNotFoundError"),
            Outcome::MissingName => write!(f, "module {module} → missing name {name}: a load raises AttributeError"),
            Outcome::WouldAsk(whom) => write!(f, "module {module} → name {name} → would ask {whom}"),
            Outcome::Refused => write!(f, "{module}.{name} is not allowed: a load raises UnpicklingError"),
            Outcome::Unregistered(code) => write!(f, "unregistered extension code {code}: a load raises ValueError"),
        }
    }
}

/// Follows the names as `find_class` would, by looking alone; with the object itself, if it is here.
pub(super) fn resolve(
    vm: &mut Vm,
    module: &str,
    name: &str,
    protocol: u8,
    fix_imports: bool,
) -> (Resolution, Option<Value>) {
    let mapped = if protocol < 3 && fix_imports { old_names::look_up_python3(vm, module, name) } else { None };
    let mut resolution = match mapped {
        Some((new_module, new_name)) => Resolution {
            old: Some((module.to_owned(), name.to_owned())).filter(|_| new_module != module || new_name != name),
            module: new_module,
            name: new_name,
            ..Resolution::default()
        },
        None => Resolution { module: module.to_owned(), name: name.to_owned(), ..Resolution::default() },
    };
    if vm.limits.pickle_policy.as_ref().is_some_and(|p| !p.allows(&resolution.module, &resolution.name)) {
        resolution.outcome = Outcome::Refused;
        return (resolution, None);
    }
    let (outcome, object) = find(vm, &resolution.module, &resolution.name, protocol);
    resolution.outcome = outcome;
    (resolution, object)
}

fn find(vm: &mut Vm, module: &str, name: &str, protocol: u8) -> (Outcome, Option<Value>) {
    let key = vm.heap.intern(module);
    let found = vm.heap.ns_get(vm.modules, key);
    let hook = vm.heap.ns_get(vm.builtins, vm.heap.names.__import__);
    if !matches!(hook, Some(Value::Native(_))) {
        return (Outcome::WouldAsk("builtins.__import__, which was replaced".into()), None);
    }
    let Some(found) = found else {
        let outcome = match vm.prospect_of_import(module) {
            Prospect::Found => Outcome::WouldImport,
            Prospect::Missing => Outcome::MissingModule,
            Prospect::Unknown => Outcome::WouldAsk("the program's own finders of modules".into()),
        };
        return (outcome, None);
    };
    if found.is_none() {
        return (Outcome::MissingModule, None);
    }
    if name.split('.').any(|part| part == "<locals>") {
        return (Outcome::MissingName, None);
    }
    let mut at = found;
    // Dots mean nothing before protocol 4.
    for part in name.split('.').filter(|_| protocol >= 4).chain((protocol < 4).then_some(name)) {
        at = match attribute(vm, at, part) {
            Ok(next) => next,
            Err(outcome) => return (outcome, None),
        };
    }
    let kind = match at {
        Value::Class(_) => "class".to_owned(),
        _ => vm.type_name(at),
    };
    (Outcome::Here { kind, slot: slot_id(at) }, Some(at))
}

/// An attribute that lies in the namespace of a module or class, or why that can't be told.
fn attribute(vm: &mut Vm, v: Value, name: &str) -> std::result::Result<Value, Outcome> {
    let key = vm.heap.intern(name);
    let getattr = vm.heap.names.__getattr__;
    match v {
        Value::Module(m) => {
            let ns = vm.heap.modules[m].dict;
            if let Some(found) = vm.heap.ns_get(ns, key) {
                return Ok(found);
            }
            let module = vm.heap.types.module;
            if vm.heap.ns_get(ns, getattr).is_some() {
                Err(Outcome::WouldAsk(format!("the module's __getattr__({name:?})")))
            } else if vm.heap.lookup_in_class(module, key).is_some() {
                Err(Outcome::WouldAsk(format!("the class of modules for {name}")))
            } else {
                Err(Outcome::MissingName)
            }
        }
        Value::Class(class) => {
            let metaclass = vm.heap.classes[class].metaclass;
            let plain = metaclass == vm.heap.types.r#type && vm.heap.lookup_in_class(metaclass, key).is_none();
            match vm.heap.lookup_in_class(class, key) {
                Some(found @ (Value::Class(_) | Value::Function(_) | Value::Native(_))) if plain => Ok(found),
                None if plain => Err(Outcome::MissingName),
                _ => Err(Outcome::WouldAsk(format!("the class {} for {name}", vm.heap.class_name(class)))),
            }
        }
        _ => Err(Outcome::WouldAsk(format!("an object of type {} for {name}", vm.type_name(v)))),
    }
}

/// The names registered for an extension code, if `copyreg` is here and has it.
pub(super) fn extension(vm: &mut Vm, code: i64) -> Option<(String, String)> {
    let copyreg = vm.heap.intern("copyreg");
    let Some(Value::Module(copyreg)) = vm.heap.ns_get(vm.modules, copyreg) else { return None };
    let registry = vm.heap.intern("_inverted_registry");
    let Some(Value::Dict(registry)) = vm.heap.ns_get(vm.heap.modules[copyreg].dict, registry) else { return None };
    // Not looked up as a key, since other keys may bring their own equality.
    let names = vm.heap.dicts[registry].iter().find(|e| matches!(e.key, Value::Int(i) if i == code))?.value;
    let Value::Tuple(pair) = names else { return None };
    match *vm.heap.tuples[pair] {
        [Value::Str(module), Value::Str(name)] => {
            Some((vm.heap.text(module).into_owned(), vm.heap.text(name).into_owned()))
        }
        _ => None,
    }
}
