//! Inline caches: what an op remembers of the lookups it made.
//!
//! An entry is an answer of `object/lookup.rs` under a stamp: "for this shape, with its classes structured as
//! they are now, the attribute is there". A stale entry simply never matches. Up to four entries; a site
//! that sees more kinds than that stops remembering.

use crate::heap::dict::Dict;
use crate::heap::shape::NO_STAMP;
use crate::value::{StrKey, Value};

/// Where an attribute was found.
#[derive(Clone, Copy, Debug)]
pub enum Found {
    /// Nothing is cached.
    Empty,
    /// In the instance, at an inline place.
    Inline(u8),
    /// In the instance, at this place of the overflow.
    Overflow(u32),
    /// In the class: a function, to be bound to the instance.
    Method(Value),
    /// In the class: a plain value, at this place of this namespace.
    ClassValue(crate::value::DictKey, u32),
    /// On a class as the receiver: a plain value, at this place of this namespace.
    OnClass(crate::value::DictKey, u32),
    /// On a class as the receiver: a function to be called without a receiver.
    ClassFunction(Value),
    /// On a class as the receiver: a function to be called with the class.
    ClassMethod(Value),
    /// In the class of an instance: a static method's function, to be called without a receiver.
    Static(Value),
    /// In the class of an instance: a class method's function, to be called with the class.
    OwnClassMethod(Value),
    /// By `super()` from this class: a function to be called with the instance.
    Super(Value, crate::value::ClassKey),
    /// A property with this getter.
    Property(Value),
    /// Setting adds the attribute: the shape it leads to, and the inline place.
    Add(u32, u8),
    /// A member of `__slots__`, at this place.
    Slot(u32),
}

/// One remembered answer.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The stamp under which it holds; 0 never matches.
    pub stamp: u32,
    /// The answer.
    pub found: Found,
}

impl Entry {
    /// Matches nothing.
    pub const EMPTY: Entry = Entry { stamp: 0, found: Found::Empty };
}

/// The cache of one op.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name that is looked up.
    pub name: StrKey,
    /// For globals and builtins: the stamp of the keys of the globals in which the name was looked up.
    pub keys_stamp: u32,
    /// For globals: the place of the entry in the globals or builtins; `u32::MAX`: not known.
    pub place: u32,
    /// For globals: the place is one of the builtins.
    pub builtin: bool,
    /// The latest answer.
    pub first: Entry,
    /// Further answers.
    pub more: Option<Box<[Entry; 3]>>,
    /// How often an answer had to be replaced; past a limit nothing is remembered.
    pub misses: u8,
}

/// After this many replacements a site is megamorphic.
const MEGAMORPHIC: u8 = 32;

impl Site {
    /// An empty cache.
    pub fn new(name: StrKey) -> Site {
        Site { name, keys_stamp: NO_STAMP, place: u32::MAX, builtin: false, first: Entry::EMPTY, more: None, misses: 0 }
    }

    /// What is remembered of a global holds for these globals as they are now.
    #[inline(always)]
    pub fn holds_for(&self, globals: &Dict) -> bool {
        self.keys_stamp == globals.keys_stamp()
    }

    /// The answer for a stamp beyond the first entry.
    #[inline]
    pub fn find_more(&self, stamp: u32) -> Option<Found> {
        self.more.as_ref()?.iter().find(|e| e.stamp == stamp).map(|e| e.found)
    }

    /// The answer for a stamp.
    #[inline]
    pub fn find(&self, stamp: u32) -> Option<Found> {
        if self.first.stamp == stamp { Some(self.first.found) } else { self.find_more(stamp) }
    }

    /// Remembers an answer. Stamp 0 is never remembered.
    pub fn remember(&mut self, stamp: u32, found: Found) {
        if stamp == 0 || self.misses >= MEGAMORPHIC {
            return;
        }
        if self.first.stamp == 0 {
            self.first = Entry { stamp, found };
            return;
        }
        let more = self.more.get_or_insert_with(|| Box::new([Entry::EMPTY; 3]));
        match more.iter_mut().find(|e| e.stamp == 0) {
            Some(free) => *free = Entry { stamp, found },
            None => {
                self.misses += 1;
                more[usize::from(self.misses) % 3] = self.first;
                self.first = Entry { stamp, found };
            }
        }
    }
}
