//! `SyntaxError`: where in the source, and the line itself.

use super::{base, field, payload};
use crate::value::*;
use crate::vm::native::{Args, NativeSpec};
use crate::vm::{Res, Vm};

pub const SPECIALS: &[NativeSpec] = &[
    NativeSpec::new(
        "__init__",
        "($self, /, *args, **kwargs)",
        init,
        "Initialize self.  See help(type(self)) for accurate signature.",
    ),
    NativeSpec::new("__str__", "($self, /)", str_, "Return str(self)."),
];

/// Fills the fields of an exception made natively: the second argument is a tuple of four or six, if it is there.
pub fn fill_natively(vm: &mut Vm, key: ExceptionKey, args: &[Value]) {
    let details = match args.get(1) {
        Some(&Value::Tuple(t)) => vm.heap.tuples[t].to_vec(),
        _ => Vec::new(),
    };
    let fields = &mut vm.heap.exceptions[key].fields;
    if let Some(&message) = args.first() {
        fields[0] = message;
    }
    let n = details.len().min(6);
    fields[1..=n].copy_from_slice(&details[..n]);
}

fn init(vm: &mut Vm, args: Args) -> Res {
    let (key, given) = base::base_init(vm, args)?;
    if let Some(&message) = given.first() {
        vm.heap.exceptions[key].fields[0] = message;
    }
    if let [_, info] = given[..] {
        let details = vm.to_vec(info)?;
        if details.len() < 4 {
            let n = details.len();
            return Err(vm.type_error(format!("function missing required argument '{}' (pos {})", DETAILS[n], n + 1)));
        }
        if details.len() > 6 {
            let n = details.len();
            return Err(vm.type_error(format!("function takes at most 6 arguments ({n} given)")));
        }
        if details.len() == 5 {
            return Err(vm.type_error("end_offset must be provided when end_lineno is provided"));
        }
        vm.heap.exceptions[key].fields[1..=details.len()].copy_from_slice(&details);
    }
    Ok(Value::None)
}

const DETAILS: [&str; 4] = ["filename", "lineno", "offset", "text"];

fn str_(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    payload(vm, this)?;
    let file = match field(vm, this, "filename") {
        Value::Str(k) => {
            let text = vm.heap.text(k).into_owned();
            Some(text.rsplit('/').next().unwrap_or_default().to_owned())
        }
        _ => None,
    };
    let line = match field(vm, this, "lineno") {
        Value::Int(n) => Some(n),
        _ => None,
    };
    let message = field(vm, this, "msg").or_none();
    if file.is_none() && line.is_none() {
        return vm.str(message);
    }
    let message = vm.str_text(message)?;
    let text = match (file, line) {
        (Some(f), Some(n)) => format!("{message} ({f}, line {n})"),
        (Some(f), None) => format!("{message} ({f})"),
        (None, Some(n)) => format!("{message} (line {n})"),
        (None, None) => message,
    };
    Ok(vm.heap.new_str(text))
}
