//! Reprs of containers: the guard against recursion, and the joining of the elements' reprs.

use crate::value::Value;
use crate::vm::{Res, Vm};

/// Text being put together, which may hold lone surrogates.
#[derive(Default)]
pub struct Joined {
    text: String,
    /// Everything so far as code points, once a lone surrogate appeared.
    wide: Option<Vec<u32>>,
}

impl Joined {
    /// Appends text.
    pub fn push_str(&mut self, text: &str) {
        match &mut self.wide {
            Some(w) => w.extend(text.chars().map(u32::from)),
            None => self.text.push_str(text),
        }
    }

    /// Appends the text of a str.
    pub fn push_value(&mut self, vm: &Vm, v: Value) {
        let Value::Str(k) = vm.payload(v) else { return };
        let s = &vm.heap.strs[k];
        match s.as_str() {
            Some(text) => self.push_str(text),
            None => {
                let text = &self.text;
                let wide = self.wide.get_or_insert_with(|| text.chars().map(u32::from).collect());
                wide.extend(s.code_points());
            }
        }
    }

    /// Appends the repr of a value.
    pub fn push_repr(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        let recent = vm.heap.recent.len();
        let mark = vm.pin(v);
        let text = vm.repr(v)?;
        self.push_value(vm, text);
        vm.unpin_to(mark);
        vm.heap.recent.truncate(recent);
        Ok(())
    }

    /// The str.
    pub fn finish(self, vm: &mut Vm) -> Res {
        vm.reserve(self.text.len())?;
        Ok(match self.wide {
            Some(w) => vm.heap.new_text(crate::heap::text::Str::from_code_points(&w)),
            None => vm.heap.new_str(self.text),
        })
    }
}

/// Makes the repr of a container by `f`, unless it is under way already: then the answer is `recursive`.
pub fn guarded(vm: &mut Vm, v: Value, recursive: &str, f: impl FnOnce(&mut Vm) -> Res) -> Res {
    if !vm.repr_enter(v)? {
        return Ok(vm.heap.new_str(recursive));
    }
    let result = f(vm);
    vm.repr_leave();
    result
}

/// `open`, the reprs of the elements separated by commas, `close`. `item` is asked for each index in turn, so
/// that the container may change meanwhile.
pub fn join_reprs(vm: &mut Vm, open: &str, close: &str, mut item: impl FnMut(&Vm, usize) -> Option<Value>) -> Res {
    let mut text = Joined::default();
    text.push_str(open);
    let mut i = 0;
    while let Some(v) = item(vm, i) {
        if i > 0 {
            text.push_str(", ");
        }
        text.push_repr(vm, v)?;
        i += 1;
    }
    text.push_str(close);
    text.finish(vm)
}
