//! Whether an import would find its module, told without importing: no code of the module or its parents runs.

use crate::value::*;
use crate::vm::Vm;

/// What would come of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// The module, or the first of its parents that isn't loaded yet, would be found.
    Found,
    /// It would fail.
    Missing,
    /// Only Python code of the program knows.
    Unknown,
}

impl Vm {
    /// What an import of this absolute name would come to, if `sys.modules` doesn't have it.
    pub fn prospect_of_import(&mut self, name: &str) -> Prospect {
        if self.has_own_finders() {
            return Prospect::Unknown;
        }
        let path_name = self.heap.names.__path__;
        let mut parent = None;
        for end in name.match_indices('.').map(|(i, _)| i).chain([name.len()]) {
            let key = self.heap.intern(&name[..end]);
            match self.heap.ns_get(self.modules, key) {
                Some(Value::None) => return Prospect::Missing,
                Some(module) => {
                    parent = Some(module);
                    continue;
                }
                None => {}
            }
            let path = match parent {
                None => None,
                Some(Value::Module(m)) => match self.heap.ns_get(self.heap.modules[m].dict, path_name) {
                    None => return Prospect::Missing,
                    Some(path @ Value::List(_)) => Some(path),
                    Some(_) => return Prospect::Unknown,
                },
                Some(_) => return Prospect::Unknown,
            };
            if path.is_none() && !super::sys::get(self, "path").is_none_or(|path| matches!(path, Value::List(_))) {
                return Prospect::Unknown;
            }
            return match self.search(&name[..end], path) {
                Ok(Some(_)) => Prospect::Found,
                Ok(None) => Prospect::Missing,
                Err(_) => {
                    self.take_pending();
                    Prospect::Unknown
                }
            };
        }
        Prospect::Missing
    }
}
