//! Writing lists, tuples, dicts, sets and the iterators of reductions, each a step at a time.
//!
//! A step writes items as long as they need no task of their own. What to do when the step goes on stands in
//! the container's task, updated before an item is begun. Only steps, which the loop calls, begin an item
//! themselves: what is called from there leaves tasks, so that nothing recurses.

use super::opcodes::*;
use super::writer::{BATCH_SIZE, Task, Writer};
use crate::heap::kinds::Iter;
use crate::heap::shape::ShapeId;
use crate::heap::types::Exc;
use crate::value::*;
use crate::vm::{Res, Vm};

impl Writer {
    pub(super) fn save_tuple(&mut self, vm: &mut Vm, k: TupleKey) -> Res<()> {
        let len = vm.heap.tuples[k].len();
        if len == 0 {
            self.out.write(if self.bin { &[EMPTY_TUPLE] } else { &[MARK, TUPLE] });
            self.depth -= 1;
            return Ok(());
        }
        if self.protocol < 2 || len > 3 {
            self.out.byte(MARK);
        }
        self.tasks.push(Task::Tuple(k, 0));
        Ok(())
    }

    pub(super) fn step_tuple(&mut self, vm: &mut Vm, at: usize, k: TupleKey, mut next: usize) -> Res<()> {
        while let Some(&item) = vm.heap.tuples[k].get(next) {
            next += 1;
            if !self.save_quick(vm, item) {
                self.tasks[at] = Task::Tuple(k, next);
                return self.save(vm, item);
            }
        }
        self.tasks.pop();
        self.depth -= 1;
        let short = self.protocol >= 2 && next <= 3;
        if let Some(index) = self.memo.get(Value::Tuple(k)) {
            // The tuple contains itself: it was written while its items were. Drop them and fetch it.
            match (short, self.bin) {
                (true, _) => self.out.write(&vec![POP; next]),
                (false, true) => self.out.byte(POP_MARK),
                (false, false) => self.out.write(&vec![POP; next + 1]),
            }
            self.write_get(index);
            return Ok(());
        }
        self.out.byte(if short { TUPLE1 + (next as u8 - 1) } else { TUPLE });
        self.memoize(Value::Tuple(k));
        Ok(())
    }

    pub(super) fn save_list(&mut self, vm: &mut Vm, k: ListKey) -> Res<()> {
        let v = Value::List(k);
        self.fast_enter(vm, v)?;
        self.out.write(if self.bin { &[EMPTY_LIST] } else { &[MARK, LIST] });
        self.memoize(v);
        let list = &vm.heap.lists[k];
        let (len, first) = (list.len(), list.first().copied().unwrap_or_default());
        if len == 0 {
            self.depth -= 1;
            return Ok(());
        }
        self.enter(vm)?;
        if self.protocol == 0 {
            let it = vm.iter(v)?;
            self.tasks.push(Task::Leave(2));
            self.tasks.push(Task::Items(it, Value::Undef, 0));
        } else if len > 1 {
            self.tasks.push(Task::List(k, 0, 0));
        } else if self.save_quick(vm, first) {
            self.out.byte(APPEND);
            self.depth -= 2;
        } else {
            self.tasks.push(Task::Close(APPEND));
            self.tasks.push(Task::Save(first));
            return Ok(());
        }
        Ok(())
    }

    pub(super) fn step_list(&mut self, vm: &mut Vm, at: usize, k: ListKey, mut next: usize, mut batch: u32) -> Res<()> {
        loop {
            let item = vm.heap.lists[k].get(next).copied();
            if batch == BATCH_SIZE {
                self.out.byte(APPENDS);
                batch = 0;
                if item.is_none() {
                    break;
                }
            }
            if batch == 0 {
                self.out.byte(MARK);
            }
            let Some(item) = item else {
                self.out.byte(APPENDS);
                break;
            };
            next += 1;
            batch += 1;
            if !self.save_quick(vm, item) {
                self.tasks[at] = Task::List(k, next, batch);
                return self.save(vm, item);
            }
        }
        self.tasks.pop();
        self.depth -= 2;
        Ok(())
    }

    pub(super) fn save_dict(&mut self, vm: &mut Vm, k: DictKey) -> Res<()> {
        let v = Value::Dict(k);
        self.fast_enter(vm, v)?;
        self.out.write(if self.bin { &[EMPTY_DICT] } else { &[MARK, DICT] });
        self.memoize(v);
        let len = vm.heap.dicts[k].len();
        if len == 0 {
            self.depth -= 1;
            return Ok(());
        }
        self.enter(vm)?;
        if self.protocol == 0 {
            let items = vm.call_method(v, vm.heap.names.items, &[])?;
            let it = vm.iter(items)?;
            self.tasks.push(Task::Leave(2));
            self.tasks.push(Task::Pairs(it, Value::Undef, 0));
        } else if len > 1 {
            self.out.byte(MARK);
            self.tasks.push(Task::Dict(k, 0, 0, len));
        } else {
            let entry = vm.heap.dicts[k].iter().next().copied();
            let (key, value) = entry.map_or((Value::None, Value::None), |e| (e.key, e.value));
            self.tasks.push(Task::Close(SETITEM));
            self.tasks.push(Task::DictValue(value));
            self.tasks.push(Task::Save(key));
            return Ok(());
        }
        Ok(())
    }

    pub(super) fn step_dict(
        &mut self,
        vm: &mut Vm,
        at: usize,
        k: DictKey,
        mut next: usize,
        mut batch: u32,
        len: usize,
    ) -> Res<()> {
        loop {
            let dict = &vm.heap.dicts[k];
            while next < dict.places() && dict.entry(next).is_none() {
                next += 1;
            }
            let entry = dict.entry(next).copied();
            if batch == BATCH_SIZE || entry.is_none() {
                // An exact multiple of the batch size leaves an empty batch behind, as in CPython.
                self.out.byte(SETITEMS);
                if dict.len() != len {
                    return Err(vm.error(Exc::RuntimeError, "dictionary changed size during iteration"));
                }
                if batch != BATCH_SIZE {
                    break;
                }
                self.out.byte(MARK);
                batch = 0;
            }
            let Some(entry) = entry else { continue };
            next += 1;
            batch += 1;
            if !self.save_quick(vm, entry.key) {
                self.tasks[at] = Task::Dict(k, next, batch, len);
                self.tasks.push(Task::DictValue(entry.value));
                return self.save(vm, entry.key);
            }
            if !self.save_quick(vm, entry.value) {
                self.tasks[at] = Task::Dict(k, next, batch, len);
                return self.save(vm, entry.value);
            }
        }
        self.tasks.pop();
        self.depth -= 2;
        Ok(())
    }

    /// Writes an instance's attributes as the dict they would be, without making it.
    pub(super) fn save_attributes(&mut self, vm: &mut Vm, k: InstanceKey) -> Res<()> {
        self.enter(vm)?;
        let shape = vm.heap.instances[k].shape;
        let len = vm.heap.shapes[shape].attributes().count() as u32;
        self.out.byte(EMPTY_DICT);
        let index = self.memo.skip();
        self.write_put(index);
        self.unseen_dicts.push((k, index));
        self.enter(vm)?;
        if len > 1 {
            self.out.byte(MARK);
        }
        self.tasks.push(Task::Attributes(k, shape, vm.heap.shapes[shape].fixed, 0, len));
        Ok(())
    }

    pub(super) fn step_attributes(
        &mut self,
        vm: &mut Vm,
        at: usize,
        (k, shape, len): (InstanceKey, ShapeId, u32),
        mut place: usize,
        mut batch: u32,
    ) -> Res<()> {
        if vm.heap.instances[k].shape != shape {
            // Python code ran and the attributes became a dict: go on with that.
            let dict = vm.heap.instance_dict(k);
            self.tasks.pop();
            if len == 1 {
                self.tasks.push(Task::Close(SETITEM));
            } else {
                self.tasks.push(Task::Dict(dict, batch as usize, batch, len as usize));
            }
            return Ok(());
        }
        while let Some(&name) = vm.heap.shapes[shape].names.get(place) {
            let value = vm.heap.place(k, place);
            place += 1;
            let Some(name) = name else { continue };
            batch += 1;
            if !self.save_quick(vm, Value::Str(name)) {
                self.tasks[at] = Task::Attributes(k, shape, place, batch, len);
                self.tasks.push(Task::DictValue(value));
                return self.save(vm, Value::Str(name));
            }
            if !self.save_quick(vm, value) {
                self.tasks[at] = Task::Attributes(k, shape, place, batch, len);
                return self.save(vm, value);
            }
        }
        self.out.byte(if len == 1 { SETITEM } else { SETITEMS });
        self.tasks.pop();
        self.depth -= 2;
        Ok(())
    }

    pub(super) fn save_set(&mut self, vm: &mut Vm, k: SetKey) -> Res<()> {
        let v = Value::Set(k);
        if self.protocol < 4 {
            return self.save_set_as_list(vm, Value::Class(vm.heap.types.set), k, v);
        }
        self.out.byte(EMPTY_SET);
        self.memoize(v);
        let len = vm.heap.sets[k].table.len();
        if len == 0 {
            self.depth -= 1;
            return Ok(());
        }
        self.out.byte(MARK);
        self.tasks.push(Task::Set(k, 0, 0, len));
        Ok(())
    }

    /// Before protocol 4: the class called with a list of the elements.
    fn save_set_as_list(&mut self, vm: &mut Vm, class: Value, k: SetKey, v: Value) -> Res<()> {
        let items: Vec<Value> = vm.heap.sets[k].table.iter().map(|e| e.key).collect();
        let list = vm.heap.new_list(items);
        let args = vm.heap.new_tuple([list]);
        self.reduce_parts(vm, class, args, v, 1)
    }

    pub(super) fn step_set(
        &mut self,
        vm: &mut Vm,
        at: usize,
        k: SetKey,
        mut next: usize,
        mut batch: u32,
        len: usize,
    ) -> Res<()> {
        loop {
            let table = &vm.heap.sets[k].table;
            while next < table.places() && table.entry(next).is_none() {
                next += 1;
            }
            let entry = table.entry(next).copied();
            if batch == BATCH_SIZE || entry.is_none() {
                self.out.byte(ADDITEMS);
                if table.len() != len {
                    return Err(vm.error(Exc::RuntimeError, "set changed size during iteration"));
                }
                if batch != BATCH_SIZE {
                    break;
                }
                self.out.byte(MARK);
                batch = 0;
            }
            let Some(entry) = entry else { continue };
            next += 1;
            batch += 1;
            if !self.save_quick(vm, entry.key) {
                self.tasks[at] = Task::Set(k, next, batch, len);
                return self.save(vm, entry.key);
            }
        }
        self.tasks.pop();
        self.depth -= 1;
        Ok(())
    }

    pub(super) fn save_frozenset(&mut self, vm: &mut Vm, k: SetKey) -> Res<()> {
        let v = Value::FrozenSet(k);
        self.fast_enter(vm, v)?;
        if self.protocol < 4 {
            return self.save_set_as_list(vm, Value::Class(vm.heap.types.frozenset), k, v);
        }
        self.out.byte(MARK);
        self.tasks.push(Task::FrozenSet(k, 0));
        Ok(())
    }

    pub(super) fn step_frozenset(&mut self, vm: &mut Vm, at: usize, k: SetKey, mut next: usize) -> Res<()> {
        while next < vm.heap.sets[k].table.places() {
            let entry = vm.heap.sets[k].table.entry(next).copied();
            next += 1;
            let Some(entry) = entry else { continue };
            if !self.save_quick(vm, entry.key) {
                self.tasks[at] = Task::FrozenSet(k, next);
                return self.save(vm, entry.key);
            }
        }
        self.tasks.pop();
        self.depth -= 1;
        let v = Value::FrozenSet(k);
        if let Some(index) = self.memo.get(v) {
            self.out.byte(POP_MARK);
            self.write_get(index);
            return Ok(());
        }
        self.out.byte(FROZENSET);
        self.memoize(v);
        Ok(())
    }

    /// The next value of an iterator, which may run Python code; `kept` stays alive meanwhile.
    fn pull(&mut self, vm: &mut Vm, it: Value, kept: Value) -> Res<Option<Value>> {
        if let Value::Iter(k) = it
            && !matches!(vm.heap.iters[k], Iter::Other(_))
        {
            return vm.next(it);
        }
        let mark = vm.pin(kept);
        let result = self.outside(vm, |vm| vm.next(it));
        vm.unpin_to(mark);
        result
    }

    /// One step of an iterator of list items: reads one item ahead, so that a last single one is appended alone.
    pub(super) fn step_items(&mut self, vm: &mut Vm, at: usize, it: Value, ahead: Value, batch: u32) -> Res<()> {
        if self.protocol == 0 {
            if batch == 1 {
                self.out.byte(APPEND);
            }
            let Some(item) = self.pull(vm, it, Value::Undef)? else {
                self.tasks.pop();
                return Ok(());
            };
            self.tasks[at] = Task::Items(it, Value::Undef, 1);
            return self.save(vm, item);
        }
        match batch {
            0 => {
                let Some(first) = self.pull(vm, it, ahead)? else {
                    self.tasks.pop();
                    return Ok(());
                };
                match self.pull(vm, it, first)? {
                    None => self.tasks[at] = Task::Op(APPEND),
                    Some(second) => {
                        self.out.byte(MARK);
                        self.tasks[at] = Task::Items(it, second, 1);
                    }
                }
                self.save(vm, first)
            }
            BATCH_SIZE => {
                self.out.byte(APPENDS);
                self.tasks[at] = Task::Items(it, Value::Undef, 0);
                Ok(())
            }
            _ => {
                let item = match ahead.bound() {
                    Some(item) => Some(item),
                    None => self.pull(vm, it, Value::Undef)?,
                };
                let Some(item) = item else {
                    self.out.byte(APPENDS);
                    self.tasks.pop();
                    return Ok(());
                };
                self.tasks[at] = Task::Items(it, Value::Undef, batch + 1);
                self.save(vm, item)
            }
        }
    }

    fn split_pair(&mut self, vm: &mut Vm, pair: Value) -> Res<(Value, Value)> {
        if let Value::Tuple(k) = vm.payload(pair)
            && let [key, value] = *vm.heap.tuples[k]
        {
            return Ok((key, value));
        }
        Err(vm.type_error("dict items iterator must return 2-tuples"))
    }

    fn save_pair(&mut self, vm: &mut Vm, pair: Value) -> Res<()> {
        let (key, value) = self.split_pair(vm, pair)?;
        self.tasks.push(Task::DictValue(value));
        self.save(vm, key)
    }

    /// One step of an iterator of dict items.
    pub(super) fn step_pairs(&mut self, vm: &mut Vm, at: usize, it: Value, ahead: Value, batch: u32) -> Res<()> {
        if self.protocol == 0 {
            if batch == 1 {
                self.out.byte(SETITEM);
            }
            let Some(pair) = self.pull(vm, it, Value::Undef)? else {
                self.tasks.pop();
                return Ok(());
            };
            self.tasks[at] = Task::Pairs(it, Value::Undef, 1);
            return self.save_pair(vm, pair);
        }
        match batch {
            0 => {
                let Some(first) = self.pull(vm, it, ahead)? else {
                    self.tasks.pop();
                    return Ok(());
                };
                self.split_pair(vm, first)?;
                match self.pull(vm, it, first)? {
                    None => self.tasks[at] = Task::Op(SETITEM),
                    Some(second) => {
                        self.out.byte(MARK);
                        self.tasks[at] = Task::Pairs(it, second, 1);
                    }
                }
                self.save_pair(vm, first)
            }
            BATCH_SIZE => {
                self.out.byte(SETITEMS);
                self.tasks[at] = Task::Pairs(it, Value::Undef, 0);
                Ok(())
            }
            _ => {
                let pair = match ahead.bound() {
                    Some(pair) => Some(pair),
                    None => self.pull(vm, it, Value::Undef)?,
                };
                let Some(pair) = pair else {
                    self.out.byte(SETITEMS);
                    self.tasks.pop();
                    return Ok(());
                };
                self.tasks[at] = Task::Pairs(it, Value::Undef, batch + 1);
                self.save_pair(vm, pair)
            }
        }
    }
}
