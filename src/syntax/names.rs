//! The table of a tree's identifiers: equal names have equal ids.
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::ast::NameId;

/// Interned names, their texts end to end in one string.
#[derive(Default)]
pub(super) struct Names {
    text: String,
    /// Where each name ends in `text`; it begins where the one before ends.
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl Names {
    /// The id of `name`, the same for equal texts. The caller has normalised it.
    pub(super) fn intern(&mut self, name: &str) -> NameId {
        let hash = hash(name);
        let (text, ends) = (&self.text, &self.ends);
        if let Some(&found) = self.table.find(hash, |&i| slice(text, ends, i as usize) == name) {
            return NameId::new(found as usize);
        }
        let index = self.ends.len();
        self.text.push_str(name);
        self.ends.push(self.text.len() as u32);
        let (text, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hash, index as u32, |&i| hash_of(text, ends, i));
        NameId::new(index)
    }

    /// The id of `name` if it has been interned.
    pub(super) fn find(&self, name: &str) -> Option<NameId> {
        let found = self.table.find(hash(name), |&i| slice(&self.text, &self.ends, i as usize) == name)?;
        Some(NameId::new(*found as usize))
    }

    /// The text of an id that this table gave.
    pub(super) fn text(&self, id: NameId) -> &str {
        slice(&self.text, &self.ends, id.index())
    }

    /// How many names there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

fn hash(name: &str) -> u64 {
    FixedState::default().hash_one(name)
}

fn hash_of(text: &str, ends: &[u32], index: u32) -> u64 {
    hash(slice(text, ends, index as usize))
}

fn slice<'t>(text: &'t str, ends: &[u32], index: usize) -> &'t str {
    let start = if index == 0 { 0 } else { ends[index - 1] as usize };
    &text[start..ends[index] as usize]
}
