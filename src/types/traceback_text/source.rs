//! The source that tracebacks show.

use crate::value::Value;
use crate::vm::Vm;
use std::sync::Arc;

/// The text of a file: what `linecache.cache` has if a program put something there, else the file's own.
pub fn of(vm: &mut Vm, filename: &str) -> Option<Arc<str>> {
    cached(vm, filename).or_else(|| vm.host.source(filename))
}

fn cached(vm: &mut Vm, filename: &str) -> Option<Arc<str>> {
    let name = vm.heap.intern("linecache");
    let Value::Module(module) = vm.heap.ns_get(vm.modules, name)? else { return None };
    let name = vm.heap.intern("cache");
    let Value::Dict(cache) = vm.heap.ns_get(vm.heap.modules[module].dict, name)? else { return None };
    let name = vm.heap.intern(filename);
    let Value::Tuple(entry) = vm.heap.ns_get(cache, name)? else { return None };
    let [_, _, Value::List(lines), _] = vm.heap.tuples[entry][..] else { return None };
    let lines = vm.heap.lists[lines].iter();
    let text: Option<String> = lines.map(|&line| super::text_of(vm, line)).collect();
    text.map(Arc::from)
}
