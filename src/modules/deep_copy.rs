//! Deep copies: each object once, by a memo from identity to copy.
//!
//! The memo is a table of our own until a `__deepcopy__` method wants to see it; from then on it is the dict
//! that method got, as `copy.deepcopy` documents it (from `id(x)` to the copy of `x`).

use crate::heap::dict::Dict;
use crate::heap::kinds::Layout;
use crate::heap::types::Exc;
use crate::pickle::by_reference::import_attribute;
use crate::pickle::memo::IdentityMap;
use crate::pickle::reduce;
use crate::value::*;
use crate::vm::{Res, Vm};

/// Levels of nesting this implementation can take, whatever the recursion limit.
const MAX_DEPTH: usize = 3000;

enum Memo {
    Own(IdentityMap),
    Shared(DictKey),
}

struct Copier {
    memo: Memo,
    /// Frames CPython's implementation would have by now.
    depth: usize,
}

/// `copy.deepcopy(v, memo)`; an unbound or None memo is a new one.
pub fn deepcopy(vm: &mut Vm, v: Value, memo: Value) -> Res {
    let memo = match vm.payload(memo) {
        Value::Undef | Value::None => Memo::Own(IdentityMap::default()),
        Value::Dict(k) => Memo::Shared(k),
        _ => {
            let t = vm.type_name(memo);
            return Err(vm.type_error(format!("memo must be a dict, not '{t}'")));
        }
    };
    Copier { memo, depth: 0 }.copy(vm, v)
}

/// What is its own deep copy.
fn is_atomic(vm: &Vm, v: Value) -> bool {
    match v {
        Value::Undef | Value::None | Value::NotImplemented | Value::Ellipsis | Value::Bool(_) => true,
        Value::Int(_) | Value::Float(_) | Value::BigInt(_) | Value::Complex(_) => true,
        Value::Str(_) | Value::Bytes(_) | Value::Range(_) | Value::Function(_) => true,
        Value::Class(_) | Value::Code(_) => true,
        Value::WeakRef(_) => vm.class_of(v) == vm.heap.types.weakref,
        Value::Native(_) => vm.class_of(v) == vm.heap.types.builtin_function,
        Value::Method(_) => vm.class_of(v) == vm.heap.types.builtin_function,
        Value::Descriptor(_) => vm.class_of(v) == vm.heap.types.property,
        _ => false,
    }
}

/// The instance is copied by its attributes alone: nothing of the reduction protocol is overridden, and it has
/// no slots and no reducer in `copyreg`.
pub fn is_plain(vm: &mut Vm, k: InstanceKey, class: ClassKey) -> Res<bool> {
    let c = &vm.heap.classes[class];
    let shape = &vm.heap.shapes[vm.heap.instances[k].shape];
    if c.layout != Layout::Plain || c.fixed != 0 || !c.flags.has_dict || shape.dict_mode {
        return Ok(false);
    }
    let names = vm.heap.names;
    let hooks = [names.__new__, names.__setstate__, names.__getattr__, names.__setattr__];
    let object = vm.heap.types.object;
    let overridden = hooks.into_iter().any(|n| {
        let found = vm.heap.find_in_mro(class, n).map(|(ns, _)| ns);
        found.is_some_and(|ns| ns != vm.heap.namespace(object))
    });
    let own = vm.heap.shapes[vm.heap.instances[k].shape].place(names.__setstate__).is_some();
    if overridden || own || !reduce::reduces_plainly(vm, k, class) || dispatched(vm, class)?.is_some() {
        return Ok(false);
    }
    Ok(reduce::slot_names(vm, class)?.is_empty())
}

/// The reducer `copyreg` has for a class.
fn dispatched(vm: &mut Vm, class: ClassKey) -> Res<Option<Value>> {
    match import_attribute(vm, "copyreg", "dispatch_table")? {
        Value::Dict(table) => vm.dict_get(table, Value::Class(class)),
        _ => Ok(None),
    }
}

/// What the reduction protocol answers for `v`; None: it is its own copy.
pub fn reduction(vm: &mut Vm, v: Value, class: ClassKey, kind: &str) -> Res<Option<Vec<Value>>> {
    let names = vm.heap.names;
    let reduced = if let Some(reducer) = dispatched(vm, class)? {
        vm.call(reducer, &[v])?
    } else if let Some(method) = vm.getattr_opt(v, names.__reduce_ex__)?.filter(|m| !m.is_none()) {
        vm.call(method, &[Value::Int(4)])?
    } else if let Some(method) = vm.getattr_opt(v, names.__reduce__)?.filter(|m| !m.is_none()) {
        vm.call(method, &[])?
    } else {
        let class = vm.str_text(Value::Class(class))?;
        return Err(super::copy::copy_error(vm, &format!("un({kind})copyable object of type {class}")));
    };
    match vm.payload(reduced) {
        Value::Str(_) => Ok(None),
        Value::Tuple(k) => Ok(Some(vm.heap.tuples[k].to_vec())),
        _ => vm.to_vec(reduced).map(Some),
    }
}

/// The parts of a reduction; absent ones are None.
pub struct Parts {
    /// What is called.
    pub function: Value,
    /// Its arguments.
    pub args: Vec<Value>,
    /// The state.
    pub state: Value,
    /// An iterator of list items.
    pub items: Value,
    /// An iterator of dict items.
    pub pairs: Value,
}

impl Parts {
    /// From the elements of a reduction.
    pub fn new(vm: &mut Vm, parts: &[Value]) -> Res<Parts> {
        let n = parts.len() + 2;
        if n < 4 {
            let missing = if parts.is_empty() { "s: 'func' and 'args'" } else { ": 'args'" };
            let count = 4 - n;
            let message = format!("_reconstruct() missing {count} required positional argument{missing}");
            return Err(vm.type_error(message));
        }
        if n > 7 {
            return Err(
                vm.type_error(format!("_reconstruct() takes from 4 to 7 positional arguments but {n} were given"))
            );
        }
        let part = |i: usize| parts.get(i).copied().unwrap_or(Value::None);
        let args = vm.to_vec(parts[1])?;
        Ok(Parts { function: parts[0], args, state: part(2), items: part(3), pairs: part(4) })
    }
}

/// A pair from an iterator of dict items.
pub fn pair(vm: &mut Vm, v: Value) -> Res<(Value, Value)> {
    let parts = vm.to_vec(v)?;
    match parts[..] {
        [key, value] => Ok((key, value)),
        _ if parts.len() < 2 => {
            Err(vm.value_error(format!("not enough values to unpack (expected 2, got {})", parts.len())))
        }
        _ => Err(vm.value_error("too many values to unpack (expected 2)")),
    }
}

/// Gives a copy its state: `__setstate__`, or attributes and slots.
pub fn set_state(vm: &mut Vm, y: Value, state: Value) -> Res<()> {
    let names = vm.heap.names;
    if let Some(setstate) = vm.getattr_opt(y, names.__setstate__)? {
        return vm.call(setstate, &[state]).map(drop);
    }
    let (mut state, mut slots) = (state, Value::None);
    if let Value::Tuple(k) = vm.payload(state)
        && let [first, second] = *vm.heap.tuples[k]
    {
        (state, slots) = (first, second);
    }
    if !state.is_none() {
        let dict = vm.getattr(y, names.__dict__)?;
        let update = vm.getattr_text(dict, "update")?;
        vm.call(update, &[state])?;
    }
    if !slots.is_none() {
        let items = vm.call_method(slots, names.items, &[])?;
        vm.for_each(items, |vm, item| {
            let (key, value) = pair(vm, item)?;
            let name = crate::types::object::attribute_name(vm, key)?;
            vm.setattr(y, name, value)
        })?;
    }
    Ok(())
}

impl Copier {
    fn copy(&mut self, vm: &mut Vm, v: Value) -> Res {
        if is_atomic(vm, v) {
            return Ok(v);
        }
        if let Some(y) = self.known(vm, v)? {
            return Ok(y);
        }
        let limit = vm.limits.recursion.min(MAX_DEPTH);
        if vm.frames.len() + self.depth + 2 > limit {
            return Err(vm.recursion_error(""));
        }
        let mark = vm.pin(v);
        self.depth += 2;
        let y = self.make(vm, v);
        self.depth -= 2;
        vm.unpin_to(mark);
        let y = y?;
        if !y.is(v) {
            self.remember(vm, v, y)?;
            self.keep_alive(vm, v)?;
        }
        Ok(y)
    }

    fn make(&mut self, vm: &mut Vm, v: Value) -> Res {
        match v {
            Value::List(k) => self.list(vm, k),
            Value::Tuple(k) => self.tuple(vm, k),
            Value::Dict(k) => self.dict(vm, k),
            Value::Method(k) => {
                let m = vm.heap.methods[k];
                let receiver = self.copy(vm, m.receiver)?;
                Ok(vm.heap.new_method(m.function, receiver))
            }
            _ => self.object(vm, v),
        }
    }

    fn list(&mut self, vm: &mut Vm, k: ListKey) -> Res {
        let y = vm.heap.new_list(Vec::with_capacity(vm.heap.lists[k].len()));
        let Value::List(copy) = y else { return Ok(y) };
        self.remember(vm, Value::List(k), y)?;
        let mut i = 0;
        while let Some(&item) = vm.heap.lists[k].get(i) {
            let item = self.copy(vm, item)?;
            vm.heap.lists[copy].push(item);
            i += 1;
        }
        Ok(y)
    }

    fn tuple(&mut self, vm: &mut Vm, k: TupleKey) -> Res {
        let n = vm.heap.tuples[k].len();
        let mut items = Vec::with_capacity(n);
        let mut same = true;
        for i in 0..n {
            let item = vm.heap.tuples[k][i];
            let copy = self.copy(vm, item)?;
            same &= copy.is(item);
            items.push(copy);
        }
        if let Some(y) = self.known(vm, Value::Tuple(k))? {
            return Ok(y);
        }
        Ok(if same { Value::Tuple(k) } else { vm.heap.new_tuple(items) })
    }

    fn dict(&mut self, vm: &mut Vm, k: DictKey) -> Res {
        let copy = vm.heap.new_dict_key(Dict::with_capacity(vm.heap.dicts[k].len()));
        self.remember(vm, Value::Dict(k), Value::Dict(copy))?;
        let len = vm.heap.dicts[k].len();
        let mut place = 0;
        while place < vm.heap.dicts[k].places() {
            if vm.heap.dicts[k].len() != len {
                return Err(vm.error(Exc::RuntimeError, "dictionary changed size during iteration"));
            }
            let entry = vm.heap.dicts[k].entry(place).copied();
            place += 1;
            if let Some(entry) = entry {
                let mark = vm.pin(entry.value);
                let key = self.copy(vm, entry.key)?;
                let value = self.copy(vm, entry.value)?;
                vm.unpin_to(mark);
                vm.dict_set(copy, key, value)?;
            }
        }
        Ok(Value::Dict(copy))
    }

    fn object(&mut self, vm: &mut Vm, v: Value) -> Res {
        let class = vm.class_of(v);
        let hook = vm.heap.names.__deepcopy__;
        if let Value::Instance(k) = v
            && vm.heap.lookup_in_class(class, hook).is_none()
            && vm.heap.shapes[vm.heap.instances[k].shape].place(hook).is_none()
            && is_plain(vm, k, class)?
        {
            return self.plain(vm, k, class);
        }
        if let Some(copier) = vm.getattr_opt(v, hook)? {
            let memo = self.shared(vm)?;
            return vm.call(copier, &[Value::Dict(memo)]);
        }
        match reduction(vm, v, class, "deep")? {
            None => Ok(v),
            Some(parts) => self.reconstruct(vm, v, &parts),
        }
    }

    /// Copies an instance that is nothing but its attributes.
    fn plain(&mut self, vm: &mut Vm, k: InstanceKey, class: ClassKey) -> Res {
        let y = vm.heap.new_instance(class);
        self.remember(vm, Value::Instance(k), Value::Instance(y))?;
        let mut copies = Vec::new();
        self.depth += 2;
        for (name, value) in vm.heap.attributes(k) {
            let mark = vm.pin(value);
            let copy = self.copy(vm, value);
            vm.unpin_to(mark);
            if let Value::Str(name) = name {
                copies.push((name, copy?));
            }
        }
        self.depth -= 2;
        for (name, value) in copies {
            vm.heap.set_attribute(y, name, value);
        }
        Ok(Value::Instance(y))
    }

    fn reconstruct(&mut self, vm: &mut Vm, v: Value, parts: &[Value]) -> Res {
        let parts = Parts::new(vm, parts)?;
        let mut args = Vec::with_capacity(parts.args.len());
        for &arg in &parts.args {
            args.push(self.copy(vm, arg)?);
        }
        let y = vm.call(parts.function, &args)?;
        self.remember(vm, v, y)?;
        if !parts.state.is_none() {
            let state = self.copy(vm, parts.state)?;
            set_state(vm, y, state)?;
        }
        if !parts.items.is_none() {
            let append = vm.heap.intern("append");
            let it = vm.iter(parts.items)?;
            while let Some(item) = vm.next(it)? {
                let item = self.copy(vm, item)?;
                vm.call_method(y, append, &[item])?;
            }
        }
        if !parts.pairs.is_none() {
            let it = vm.iter(parts.pairs)?;
            while let Some(item) = vm.next(it)? {
                let (key, value) = pair(vm, item)?;
                let key = self.copy(vm, key)?;
                let value = self.copy(vm, value)?;
                vm.set_item(y, key, value)?;
            }
        }
        Ok(y)
    }

    /// The copy made of `v` before.
    fn known(&mut self, vm: &mut Vm, v: Value) -> Res<Option<Value>> {
        match &self.memo {
            Memo::Own(map) => Ok(map.get(v)),
            Memo::Shared(dict) => {
                let (dict, id) = (*dict, vm.id(v));
                vm.dict_get(dict, id)
            }
        }
    }

    fn remember(&mut self, vm: &mut Vm, v: Value, y: Value) -> Res<()> {
        match &mut self.memo {
            Memo::Own(map) => {
                map.put(v, y);
                Ok(())
            }
            Memo::Shared(dict) => {
                let (dict, id) = (*dict, vm.id(v));
                vm.dict_set(dict, id, y)
            }
        }
    }

    /// In a shared memo, the originals are kept under the memo's own id.
    fn keep_alive(&mut self, vm: &mut Vm, v: Value) -> Res<()> {
        let Memo::Shared(dict) = self.memo else { return Ok(()) };
        let id = vm.id(Value::Dict(dict));
        match vm.dict_get(dict, id)? {
            Some(Value::List(k)) => {
                vm.heap.grew(16);
                vm.heap.lists[k].push(v);
                Ok(())
            }
            _ => {
                let list = vm.heap.new_list(vec![v]);
                vm.dict_set(dict, id, list)
            }
        }
    }

    /// The memo as a dict, from now on.
    fn shared(&mut self, vm: &mut Vm) -> Res<DictKey> {
        let map = match &mut self.memo {
            Memo::Shared(dict) => return Ok(*dict),
            Memo::Own(map) => std::mem::take(map),
        };
        let dict = vm.heap.new_dict_key(Dict::new());
        self.memo = Memo::Shared(dict);
        for (v, y) in map.into_entries() {
            let id = vm.id(v);
            vm.dict_set(dict, id, y)?;
            self.keep_alive(vm, v)?;
        }
        Ok(dict)
    }
}
