//! Tracebacks as text.

use crate::value::*;
use crate::vm::Vm;

/// The name nearest to a misspelt one, as CPython suggests it.
pub fn closest<'a>(_wrong: &str, _names: impl Iterator<Item = &'a str>) -> Option<String> {
    None
}

/// Reports an exception nobody can catch.
pub fn report_unraisable(_vm: &mut Vm, _exception: Value, _object: Value) {}
