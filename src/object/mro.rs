//! The method resolution order: C3 linearisation (Python 2.3 MRO; data model 3.3.3.1).

use crate::heap::Heap;
use crate::value::ClassKey;
use crate::vm::{Res, Vm};

/// Merges the bases' MROs and the list of bases so that every class comes before its bases and the order of
/// bases is kept. None when no such order exists; `Err` holds the heads left over then.
pub fn merge(heap: &Heap, bases: &[ClassKey]) -> Result<Vec<ClassKey>, Vec<ClassKey>> {
    let mut lists: Vec<Vec<ClassKey>> = bases.iter().map(|&b| heap.classes[b].mro.to_vec()).collect();
    lists.push(bases.to_vec());
    let mut at = vec![0; lists.len()];
    let mut order = Vec::new();
    loop {
        let heads = || lists.iter().zip(&at).filter_map(|(l, &i)| l.get(i).copied());
        let in_a_tail = |c: ClassKey| lists.iter().zip(&at).any(|(l, &i)| l.iter().skip(i + 1).any(|&x| x == c));
        match heads().find(|&c| !in_a_tail(c)) {
            Some(next) => {
                order.push(next);
                for (list, i) in lists.iter().zip(&mut at) {
                    if list.get(*i) == Some(&next) {
                        *i += 1;
                    }
                }
            }
            None => {
                let left: Vec<ClassKey> = heads().collect();
                return if left.is_empty() { Ok(order) } else { Err(left) };
            }
        }
    }
}

impl Vm {
    /// The MRO of a class with these bases, without the class itself. Raises `TypeError` when the bases'
    /// orders contradict each other or a base is named twice.
    pub fn linearize(&mut self, bases: &[ClassKey]) -> Res<Vec<ClassKey>> {
        for (i, b) in bases.iter().enumerate() {
            if bases[..i].contains(b) {
                let name = self.heap.text(self.heap.classes[*b].name).into_owned();
                return Err(self.type_error(format!("duplicate base class {name}")));
            }
        }
        merge(&self.heap, bases).map_err(|left| {
            let mut seen: Vec<ClassKey> = Vec::new();
            for c in left {
                if !seen.contains(&c) {
                    seen.push(c);
                }
            }
            let names: Vec<String> =
                seen.iter().map(|&c| self.heap.text(self.heap.classes[c].name).into_owned()).collect();
            self.type_error(format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                names.join(", ")
            ))
        })
    }
}
