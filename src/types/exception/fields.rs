//! The fields particular exception classes have, and the descriptors that read and set them.

use super::payload;
use crate::heap::Heap;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::native::GetSetSpec;
use crate::vm::{Res, Vm};

/// The classes that add fields, most derived first where one descends from another.
const FIELDS: &[(Exc, &[&str])] = &[
    (Exc::StopIteration, &["value"]),
    (Exc::SystemExit, &["code"]),
    (Exc::AttributeError, &["name", "obj", "<self>"]),
    (Exc::NameError, &["name", "<self>", "<names>"]),
    (Exc::ImportError, &["msg", "name", "path", "name_from"]),
    (Exc::OSError, &["errno", "strerror", "filename", "filename2", "characters_written"]),
    (
        Exc::SyntaxError,
        &["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"],
    ),
    (Exc::UnicodeDecodeError, &["encoding", "object", "start", "end", "reason"]),
    (Exc::UnicodeEncodeError, &["encoding", "object", "start", "end", "reason"]),
    (Exc::UnicodeTranslateError, &["object", "start", "end", "reason"]),
    (Exc::BaseExceptionGroup, &["message", "exceptions"]),
];

/// The fields of the built-in exception class that `class` is or descends from.
pub fn of(heap: &Heap, class: ClassKey) -> &'static [&'static str] {
    let mro = &heap.classes[class].mro;
    // Most exceptions are built-in, two or three levels below `Exception`: look for each class of the MRO.
    let fields_of = |c: &ClassKey| FIELDS.iter().find(|(exc, _)| heap.types.exception(*exc) == *c);
    mro.iter().find_map(fields_of).map_or(&[], |(_, names)| names)
}

/// Reads field `I`; an unbound one is `None`.
pub fn get<const I: usize>(vm: &mut Vm, this: Value) -> Res {
    let key = payload(vm, this)?;
    Ok(vm.heap.exceptions[key].fields.get(I).copied().unwrap_or_default().or_none())
}

/// Sets or deletes field `I`.
pub fn set<const I: usize>(vm: &mut Vm, this: Value, value: Value) -> Res<()> {
    let key = payload(vm, this)?;
    if let Some(slot) = vm.heap.exceptions[key].fields.get_mut(I) {
        *slot = value;
    }
    Ok(())
}

/// The descriptor of field `I`.
pub const fn field<const I: usize>(name: &'static str, doc: &'static str) -> GetSetSpec {
    GetSetSpec { name, get: get::<I>, set: Some(set::<I>), doc }
}
