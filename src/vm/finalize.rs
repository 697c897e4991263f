//! Finalizers: `__del__` of instances that can't be reached any more, called once each (PEP 442).
//!
//! Objects are not counted: what a program lets go of is finalized by the next collection that notices, what is left
//! when the program ends at its end. The heap lists the instances that have a finalizer to come.

use super::Vm;
use crate::value::*;

impl Vm {
    /// Learns whether a class has a `__del__`, after the class or one above it changed. Its instances that are there
    /// already are listed when it comes to have one.
    pub fn learn_finalizer(&mut self, class: ClassKey) {
        let name = self.heap.names.__del__;
        let has_one = self.heap.lookup_in_class(class, name).is_some();
        let had_one = std::mem::replace(&mut self.heap.classes[class].flags.finalizer, has_one);
        if has_one && !had_one {
            let heap = &mut self.heap;
            let of_class = heap.instances.iter().filter(|(_, i)| heap.shapes[i.shape].class == class);
            heap.finalizers.extend(of_class.map(|(k, _)| k));
        }
    }

    /// Calls the finalizers of these instances, which the caller keeps alive.
    pub(super) fn finalize(&mut self, instances: &[InstanceKey]) {
        for &k in instances {
            let instance = Value::Instance(k);
            let class = self.class_of(instance);
            let name = self.heap.names.__del__;
            if let Some(finalizer) = self.heap.lookup_in_class(class, name) {
                self.call_unraisably(finalizer, |vm| vm.call_found(finalizer, instance, &[]));
            }
        }
    }

    /// Calls all finalizers that are still to come: the program is over. Objects that finalizers make are finalized,
    /// too, unless that would not end.
    pub fn finalize_all(&mut self) {
        const ROUNDS: usize = 16;
        for _ in 0..ROUNDS {
            let instances = std::mem::take(&mut self.heap.finalizers);
            if instances.is_empty() {
                return;
            }
            let mark = self.heap.pins.len();
            self.heap.pins.extend(instances.iter().map(|&k| Value::Instance(k)));
            self.finalize(&instances);
            self.unpin_to(mark);
        }
    }

    /// Calls something on the collector's behalf: what it raises is reported, with `place`, and goes no further.
    pub(super) fn call_unraisably(&mut self, place: Value, call: impl FnOnce(&mut Vm) -> super::Res) {
        let pending = std::mem::take(&mut self.pending);
        let pin = self.pin(pending);
        if call(self).is_err() {
            let e = self.take_pending();
            crate::modules::unraisable::report(self, e, place);
        }
        self.unpin_to(pin);
        self.pending = pending;
    }
}
