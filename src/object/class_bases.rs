//! What a class descends from: its MRO, and assigning its `__bases__`.

use crate::value::*;
use crate::vm::{Res, Vm};

impl Vm {
    /// The MRO, through a metaclass's own `mro()` if it defines one.
    pub(super) fn compute_mro(&mut self, class: ClassKey, bases: &[ClassKey]) -> Res<Vec<ClassKey>> {
        let mut mro = vec![class];
        mro.extend(self.linearize(bases)?);
        let meta = self.heap.classes[class].metaclass;
        let name = self.heap.names.mro;
        let Some(f @ Value::Function(_)) = self.heap.lookup_in_class(meta, name) else { return Ok(mro) };
        if self.heap.classes[class].mro.is_empty() {
            self.heap.classes[class].mro = mro.into();
        }
        let result = self.call_found(f, Value::Class(class), &[])?;
        let items = self.to_vec(result)?;
        let mut mro = Vec::with_capacity(items.len());
        for item in items {
            match item {
                Value::Class(c) => mro.push(c),
                other => {
                    let t = self.type_name(other);
                    return Err(self.type_error(format!("mro() returned a non-class ('{t}')")));
                }
            }
        }
        Ok(mro)
    }

    /// `C.__bases__ = bases`: recomputes the MROs of the class and its subclasses.
    pub fn set_class_bases(&mut self, class: ClassKey, bases: &[Value]) -> Res<()> {
        let new = self.check_bases(bases)?;
        for &b in &new {
            if self.heap.is_subclass(b, class) {
                return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
            }
        }
        let layout = self.best_layout(&new)?;
        if layout != self.heap.classes[class].layout {
            let (b, c) = (self.heap.class_name(new[0]), self.solid_base(class).unwrap_or(class));
            let c = self.heap.class_name(c);
            return Err(self.type_error(format!("__bases__ assignment: '{b}' deallocator differs from '{c}'")));
        }
        let old = std::mem::replace(&mut self.heap.classes[class].bases, new.clone().into());
        let recomputed = self.recompute_mros(class);
        // A metaclass's `mro()` may have assigned others, which then stand.
        let stand = *self.heap.classes[class].bases == *new;
        if let Err(raised) = recomputed {
            if stand {
                self.heap.classes[class].bases = old;
            }
            return Err(raised);
        }
        if !stand {
            return Ok(());
        }
        for b in old {
            self.heap.classes[b].subclasses.retain(|&c| c != class);
        }
        for &b in &new {
            self.add_subclass(b, class);
        }
        self.renew_class(class);
        Ok(())
    }

    /// Recomputes the MRO of a class and of all below it; changes nothing when one can't be.
    fn recompute_mros(&mut self, class: ClassKey) -> Res<()> {
        let mut work = vec![class];
        let mut undo: Vec<(ClassKey, Box<[ClassKey]>)> = Vec::new();
        while let Some(c) = work.pop() {
            let (bases, before) = (self.heap.classes[c].bases.to_vec(), self.heap.classes[c].mro.clone());
            match self.compute_mro(c, &bases) {
                Ok(_) if self.heap.classes[c].mro != before => continue, // changed meanwhile, and what is below it
                Ok(mro) => undo.push((c, std::mem::replace(&mut self.heap.classes[c].mro, mro.into()))),
                Err(raised) => {
                    for (c, mro) in undo {
                        self.heap.classes[c].mro = mro;
                    }
                    return Err(raised);
                }
            }
            let subclasses = self.heap.classes[c].subclasses.clone();
            work.extend(subclasses.into_iter().filter(|&s| self.heap.classes.get(s).is_some()));
        }
        Ok(())
    }

    /// Notes a direct subclass, forgetting those that are gone.
    pub fn add_subclass(&mut self, base: ClassKey, class: ClassKey) {
        let classes = &mut self.heap.classes;
        let mut list = std::mem::take(&mut classes[base].subclasses);
        if list.len() == list.capacity() {
            list.retain(|&c| classes.get(c).is_some());
        }
        list.push(class);
        classes[base].subclasses = list;
    }
}
