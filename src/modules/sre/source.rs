//! Patterns and templates as the engine reads them, and its faults as exceptions.

use crate::heap::types::Exc;
use crate::pickle::by_reference::import_attribute;
use crate::regex::fault::Fault;
use crate::types::bytes;
use crate::value::*;
use crate::vm::{Raised, Res, Vm};

/// The text of a pattern or template.
pub struct Source {
    /// Code points, or bytes.
    pub points: Vec<u32>,
    /// It is a str.
    pub is_text: bool,
}

impl Source {
    /// Of a str or bytes-like object.
    pub fn of(vm: &mut Vm, v: Value) -> Res<Source> {
        if let Value::Str(k) = vm.payload(v) {
            return Ok(Source { points: vm.heap.strs[k].code_points().collect(), is_text: true });
        }
        match bytes::buffer(vm, v) {
            Some(b) => Ok(Source { points: b.iter().map(|&b| u32::from(b)).collect(), is_text: false }),
            None => {
                let t = vm.type_name(v);
                Err(vm.type_error(format!("decoding to str: need a bytes-like object, {t} found")))
            }
        }
    }
}

/// Raises what was wrong with a pattern or template.
pub fn raise(vm: &mut Vm, fault: Fault, text: Value) -> Raised {
    match fault {
        Fault::Flags(message) => vm.value_error(message),
        Fault::Overflow => vm.overflow_error("the repetition number is too large"),
        Fault::UnknownGroup(message) => vm.error(Exc::IndexError, message),
        Fault::Depth => vm.recursion_error(""),
        Fault::Pattern(message, place) => match pattern_error(vm, &message, text, place) {
            Ok(exception) => vm.raise(exception),
            Err(raised) => raised,
        },
    }
}

fn pattern_error(vm: &mut Vm, message: &str, text: Value, place: Option<usize>) -> Res {
    let class = import_attribute(vm, "re", "PatternError")?;
    let message = vm.heap.new_str(message);
    match place {
        Some(place) => {
            let place = vm.heap.int_from(place);
            vm.call(class, &[message, text, place])
        }
        None => vm.call(class, &[message]),
    }
}
