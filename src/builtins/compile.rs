//! Compiling source text.

use crate::code::unit::CodeUnit;
use crate::syntax::Mode;
use crate::vm::{Res, Vm};

/// Source text to code; raises `SyntaxError`.
pub fn compile_text(vm: &mut Vm, _source: &str, _filename: &str, _mode: Mode, _namespace: bool) -> Res<CodeUnit> {
    Err(vm.system_error("compiling is not built yet"))
}
