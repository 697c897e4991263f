//! The import system.

use crate::value::*;
use crate::vm::{Res, Vm};

impl Vm {
    /// `import name` with the operands of the op.
    pub fn import_op(&mut self, _name: StrKey, _globals: DictKey, _fromlist: Value, _level: Value) -> Res {
        Err(self.system_error("imports are not built yet"))
    }

    /// `from module import name`
    pub fn import_from(&mut self, _module: Value, _name: StrKey) -> Res {
        Err(self.system_error("imports are not built yet"))
    }

    /// `from module import *`
    pub fn import_star(&mut self, _module: Value, _namespace: Value) -> Res<()> {
        Err(self.system_error("imports are not built yet"))
    }

    /// `sys.displayhook(v)`
    pub fn display(&mut self, _v: Value) -> Res<()> {
        Err(self.system_error("display is not built yet"))
    }

    /// The namespace is that of a module written in Rust.
    pub fn is_builtin_module(&self, _namespace: DictKey) -> bool {
        false
    }
}
