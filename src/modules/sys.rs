//! `sys`
use crate::vm::Vm;
/// Writes text to `sys.stderr`.
pub fn write_stderr(vm: &mut Vm, text: &str) {
    let _ = vm.host.stderr.write(text.as_bytes());
}
