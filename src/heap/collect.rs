//! Collection: precise mark and sweep.
//!
//! Roots are given by the VM. Marking keeps its own stack of values, so deep structures need no recursion.
//! Keys found in registers may be stale (a register above a frame's live ones is not cleared); marking one
//! does nothing.

use super::Heap;
use super::kinds::{Descriptor, Iter};
use crate::code::Code;
use crate::value::{InstanceKey, Value};

impl Heap {
    /// Begins a collection.
    pub fn begin_marking(&mut self) {
        self.for_each_arena_begin();
        let names = self.names;
        for n in names.all() {
            self.strs.mark(n);
        }
        let Heap { shapes, strs, latin1, empty_tuple, empty_bytes, one_byte, bytes, .. } = self;
        shapes.trace(|n| {
            strs.mark(n);
        });
        for &k in latin1.iter().flatten() {
            strs.mark(k);
        }
        for &k in one_byte.iter().flatten() {
            bytes.mark(k);
        }
        let (t, b) = (*empty_tuple, *empty_bytes);
        self.tuples.mark(t);
        self.bytes.mark(b);
        let mut work: Vec<Value> = self.types.all().map(Value::Class).collect();
        work.extend(self.recent.iter().copied());
        work.extend(self.pins.iter().copied());
        self.mark_all(work);
    }

    /// Marks everything reachable from the given values.
    pub fn mark_all(&mut self, mut work: Vec<Value>) {
        while let Some(v) = work.pop() {
            self.mark_one(v, &mut work);
        }
    }

    fn mark_one(&mut self, v: Value, work: &mut Vec<Value>) {
        match v {
            Value::Undef | Value::None | Value::NotImplemented | Value::Ellipsis => {}
            Value::Bool(_) | Value::Int(_) | Value::Float(_) => {}
            Value::BigInt(k) => drop(self.bigints.mark(k)),
            Value::Complex(k) => drop(self.complexes.mark(k)),
            Value::Str(k) => drop(self.strs.mark(k)),
            Value::Bytes(k) => drop(self.bytes.mark(k)),
            Value::ByteArray(k) => drop(self.bytearrays.mark(k)),
            Value::List(k) if self.lists.mark(k) => work.extend(&self.lists[k]),
            Value::Tuple(k) if self.tuples.mark(k) => work.extend(&self.tuples[k]),
            Value::Dict(k) if self.dicts.mark(k) => {
                work.extend(self.dicts[k].iter().flat_map(|e| [e.key, e.value]));
            }
            Value::Set(k) | Value::FrozenSet(k) if self.sets.mark(k) => {
                work.extend(self.sets[k].table.iter().map(|e| e.key));
            }
            Value::Range(k) if self.ranges.mark(k) => {
                let r = &self.ranges[k];
                work.extend([r.start, r.stop, r.step, r.len]);
            }
            Value::Slice(k) if self.slices.mark(k) => {
                let s = self.slices[k];
                work.extend([s.start, s.stop, s.step]);
            }
            Value::Function(k) if self.functions.mark(k) => {
                let f = &self.functions[k];
                work.extend([Value::Code(f.code), Value::Dict(f.globals), f.name, f.qualname, f.module, f.doc]);
                work.extend([f.kwdefaults, f.annotations, f.type_params, f.dict]);
                work.extend(&f.defaults);
                work.extend(f.closure.iter().map(|&c| Value::Cell(c)));
            }
            Value::Native(k) if self.natives.mark(k) => {
                let n = &self.natives[k];
                work.extend(n.owner.map(Value::Class));
                work.push(n.module);
            }
            Value::Method(k) if self.methods.mark(k) => {
                let m = self.methods[k];
                work.extend([m.function, m.receiver]);
            }
            Value::Class(k) if self.classes.mark(k) => {
                let c = &self.classes[k];
                work.extend([Value::Str(c.name), Value::Str(c.qualname), Value::Str(c.module)]);
                work.extend(c.mro.iter().chain(&c.bases).map(|&b| Value::Class(b)));
                work.extend([Value::Dict(c.namespace.dict()), Value::Class(c.metaclass)]);
            }
            Value::Instance(k) if self.instances.mark(k) => {
                let i = &self.instances[k];
                work.push(Value::Class(self.shapes[i.shape].class));
                work.extend(&i.values);
                if i.overflow != 0 {
                    work.extend(&self.overflows[i.overflow as usize]);
                }
            }
            Value::Module(k) if self.modules.mark(k) => {
                let m = &self.modules[k];
                work.push(Value::Dict(m.dict));
                work.extend(m.class.map(Value::Class));
            }
            Value::Cell(k) if self.cells.mark(k) => work.push(self.cells[k]),
            Value::Generator(k) if self.generators.mark(k) => {
                let g = &self.generators[k];
                work.extend([Value::Function(g.function), Value::Code(g.code), Value::Dict(g.globals)]);
                work.extend([g.name, g.qualname, g.handled]);
                work.extend(&g.window);
            }
            Value::Iter(k) if self.iters.mark(k) => match &self.iters[k] {
                Iter::List { list: v, .. } | Iter::Dict { dict: v, .. } => work.push(*v),
                Iter::Tuple { tuple, .. } => work.push(Value::Tuple(*tuple)),
                Iter::Range { .. } => {}
                Iter::Other(it) => it.trace(&mut |v| work.push(v)),
            },
            Value::Exception(k) if self.exceptions.mark(k) => {
                let e = &self.exceptions[k];
                work.extend([e.args, e.cause, e.context, e.traceback_object]);
                work.extend(&e.fields);
                work.extend(e.traceback.iter().flat_map(|t| [Value::Code(t.code), Value::Dict(t.globals), t.locals]));
            }
            Value::Descriptor(k) if self.descriptors.mark(k) => match &self.descriptors[k] {
                Descriptor::Property { get, set, delete, doc, name, doc_from_getter: _ } => {
                    work.extend([*get, *set, *delete, *doc, *name]);
                }
                Descriptor::ClassMethod { function, dict } | Descriptor::StaticMethod { function, dict } => {
                    work.extend([*function, *dict]);
                }
                Descriptor::Member { class, name, .. } => work.extend([Value::Class(*class), Value::Str(*name)]),
                Descriptor::TupleItem { class, doc, .. } => work.extend([Value::Class(*class), *doc]),
                Descriptor::GetSet { class, .. } => work.push(Value::Class(*class)),
            },
            Value::WeakRef(k) if self.weakrefs.mark(k) => work.push(self.weakrefs[k].callback),
            Value::Object(k) if self.objects.mark(k) => {
                let o = &self.objects[k];
                work.push(Value::Class(o.class));
                o.data.trace(&mut |v| work.push(v));
            }
            // Code lies beside the heap, so that the loop can borrow both.
            Value::Code(k) => self.code_work.push(k),
            _ => {}
        }
    }

    /// Calls `visit` with the values a code object holds.
    pub fn trace_code(code: &Code, work: &mut Vec<Value>) {
        work.extend(&code.consts);
        work.extend(code.names.iter().map(|&n| Value::Str(n)));
        work.extend([Value::Str(code.name), Value::Str(code.qualname), Value::Str(code.filename), code.doc]);
        work.extend(code.locals.iter().map(|l| Value::Str(l.name)));
        work.extend(code.free.iter().map(|&n| Value::Str(n)));
    }

    /// Whether a value is still there, after marking.
    pub fn is_marked(&self, v: Value) -> bool {
        match v {
            Value::Str(k) => self.strs.is_marked(k),
            Value::Class(k) => self.classes.is_marked(k),
            Value::Instance(k) => self.instances.is_marked(k),
            Value::Function(k) => self.functions.is_marked(k),
            Value::Method(k) => self.methods.is_marked(k),
            Value::Native(k) => self.natives.is_marked(k),
            Value::Module(k) => self.modules.is_marked(k),
            Value::Set(k) | Value::FrozenSet(k) => self.sets.is_marked(k),
            Value::Generator(k) => self.generators.is_marked(k),
            Value::Object(k) => self.objects.is_marked(k),
            Value::Dict(k) => self.dicts.is_marked(k),
            Value::List(k) => self.lists.is_marked(k),
            Value::Iter(k) => self.iters.is_marked(k),
            Value::Descriptor(k) => self.descriptors.is_marked(k),
            Value::WeakRef(k) => self.weakrefs.is_marked(k),
            _ => true,
        }
    }

    /// Clears weak references to what is going; returns the callbacks to call, each with its reference.
    pub fn clear_weakrefs(&mut self) -> Vec<(Value, Value)> {
        let mut callbacks = Vec::new();
        let dying: Vec<_> = self
            .weakrefs
            .iter()
            .filter(|(_, w)| !w.target.is_undef() && !self.is_marked(w.target))
            .map(|(k, _)| k)
            .collect();
        for k in dying {
            let marked = self.weakrefs.is_marked(k);
            let w = &mut self.weakrefs[k];
            w.target = Value::Undef;
            if marked && !w.callback.is_none() {
                callbacks.push((w.callback, w.outer.bound().unwrap_or(Value::WeakRef(k))));
            }
        }
        callbacks
    }

    /// The instances with a finalizer to come that were not marked; they are listed no more.
    pub fn take_unreachable_finalizers(&mut self) -> Vec<InstanceKey> {
        let instances = &self.instances;
        self.finalizers.extract_if(.., |k| !instances.is_marked(*k)).collect()
    }

    /// Frees what was not marked and recounts the bytes.
    pub fn sweep(&mut self) {
        let strs = &self.strs;
        self.interned.retain(|k| strs.is_marked(*k));
        self.method_cache.clear();
        let Heap { overflows, free_overflows, .. } = self;
        let mut bytes = 0;
        bytes += self.instances.sweep(
            |i| size_of_val(i) + 8 + if i.overflow != 0 { 64 } else { 0 },
            |_, i| {
                if i.overflow != 0 {
                    overflows[i.overflow as usize] = Vec::new();
                    free_overflows.push(i.overflow);
                }
            },
        );
        bytes += self.bigints.sweep(|b| 16 + b.bits() as usize / 8, |_, _| {});
        bytes += self.complexes.sweep(size_of_val, |_, _| {});
        bytes += self.strs.sweep(|s| size_of_val(s) + s.memory(), |_, _| {});
        bytes += self.bytes.sweep(|s| 24 + s.len(), |_, _| {});
        bytes += self.bytearrays.sweep(|s| 32 + s.capacity(), |_, _| {});
        bytes += self.lists.sweep(|l| 32 + l.capacity() * 16, |_, _| {});
        bytes += self.tuples.sweep(|l| 24 + l.len() * 16, |_, _| {});
        bytes += self.dicts.sweep(|d| size_of_val(d) + d.size(), |_, _| {});
        bytes += self.sets.sweep(|s| size_of_val(s) + s.table.size(), |_, _| {});
        bytes += self.ranges.sweep(size_of_val, |_, _| {});
        bytes += self.slices.sweep(size_of_val, |_, _| {});
        bytes += self.functions.sweep(size_of_val, |_, _| {});
        bytes += self.natives.sweep(size_of_val, |_, _| {});
        bytes += self.methods.sweep(size_of_val, |_, _| {});
        bytes += self.classes.sweep(|c| size_of_val(c) + c.mro.len() * 16, |_, _| {});
        bytes += self.modules.sweep(size_of_val, |_, _| {});
        bytes += self.cells.sweep(size_of_val, |_, _| {});
        bytes += self.generators.sweep(|g| size_of_val(g) + g.window.capacity() * 16, |_, _| {});
        bytes += self.iters.sweep(|i| size_of_val(i) + if let Iter::Other(o) = i { o.size() } else { 0 }, |_, _| {});
        bytes += self
            .exceptions
            .sweep(|e| size_of_val(e) + e.traceback.capacity() * size_of::<super::kinds::TracebackEntry>(), |_, _| {});
        bytes += self.descriptors.sweep(size_of_val, |_, _| {});
        bytes += self.weakrefs.sweep(size_of_val, |_, _| {});
        bytes += self.objects.sweep(|o| size_of_val(o) + o.data.size(), |_, _| {});
        self.bytes_in_use = bytes;
    }
}
