//! Shapes: which attributes instances of a class have, and at which place.
//!
//! A shape belongs to one class. Adding an attribute moves an instance along a transition to the next
//! shape; instances that got the same attributes in the same order share one. Shapes are never reused, so a
//! `u32` names one for the life of the interpreter. Beside each shape stands its **stamp**, a globally unique
//! number for "this shape, with its classes structured as they are now", which is all an inline cache checks.

use crate::value::{ClassKey, StrKey};
use hashbrown::HashMap;

/// Names a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ShapeId(pub u32);

/// Instances with more attributes than this keep them in a dict instead.
pub const MAX_ATTRIBUTES: usize = 128;
/// Classes with more shapes than this keep further instances' attributes in a dict.
const MAX_SHAPES: u32 = 2000;

/// How instances of this shape store their attributes.
#[derive(Debug)]
pub struct Shape {
    /// The class of every instance of this shape.
    pub class: ClassKey,
    /// The attribute at each place. The first `fixed` are the payload (unnamed) and `__slots__`.
    pub names: Box<[Option<StrKey>]>,
    /// Places that every instance of the class has: payload and slots.
    pub fixed: usize,
    /// The attributes live in a dict, stored at place `fixed`.
    pub dict_mode: bool,
    /// The shape without the last attribute.
    pub parent: Option<ShapeId>,
    root: ShapeId,
    places: Option<Box<HashMap<StrKey, u32, foldhash::fast::FixedState>>>,
    next: Vec<(StrKey, ShapeId)>,
    dict_shape: Option<ShapeId>,
    descendants: u32,
}

impl Shape {
    /// The place of an attribute kept by this shape (slots not included: their descriptors know theirs).
    #[inline]
    pub fn place(&self, name: StrKey) -> Option<usize> {
        if let Some(places) = &self.places {
            return places.get(&name).map(|&p| p as usize);
        }
        self.names[self.fixed..].iter().position(|&n| n == Some(name)).map(|p| p + self.fixed)
    }

    /// The attributes kept by this shape, in the order they were set.
    pub fn attributes(&self) -> impl Iterator<Item = (usize, StrKey)> {
        self.names.iter().enumerate().skip(self.fixed).filter_map(|(i, n)| n.map(|n| (i, n)))
    }
}

/// What [`Shapes::fresh_stamp`] never gives.
pub const NO_STAMP: u32 = u32::MAX;

/// All shapes, with their stamps.
#[derive(Debug, Default)]
pub struct Shapes {
    shapes: Vec<Shape>,
    /// By shape. 0 is never current.
    pub stamps: Vec<u32>,
    last_stamp: u32,
}

impl std::ops::Index<ShapeId> for Shapes {
    type Output = Shape;
    #[inline]
    fn index(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0 as usize]
    }
}

impl Shapes {
    /// A number never given before; 0, which is never current, after four thousand million of them.
    pub fn fresh_stamp(&mut self) -> u32 {
        if self.last_stamp + 1 == NO_STAMP {
            return 0;
        }
        self.last_stamp += 1;
        self.last_stamp
    }

    fn add(&mut self, shape: Shape) -> ShapeId {
        let id = ShapeId(u32::try_from(self.shapes.len()).expect("shapes per class are bounded"));
        let stamp = self.fresh_stamp();
        self.shapes.push(shape);
        self.stamps.push(stamp);
        id
    }

    /// A new class's first shape: `fixed` places (payload and slots) and no attributes.
    pub fn new_root(&mut self, class: ClassKey, fixed: usize) -> ShapeId {
        let id = ShapeId(self.shapes.len() as u32);
        self.add(Shape {
            class,
            names: vec![None; fixed].into(),
            fixed,
            dict_mode: false,
            parent: None,
            root: id,
            places: None,
            next: Vec::new(),
            dict_shape: None,
            descendants: 0,
        })
    }

    /// The shape with one attribute more, or None when instances of the class should change to a dict.
    pub fn with_attribute(&mut self, from: ShapeId, name: StrKey) -> Option<ShapeId> {
        let old = &self[from];
        if let Some(&(_, next)) = old.next.iter().find(|(n, _)| *n == name) {
            return Some(next);
        }
        let root = old.root;
        if old.names.len() >= MAX_ATTRIBUTES || self[root].descendants >= MAX_SHAPES {
            return None;
        }
        let mut names = old.names.to_vec();
        names.push(Some(name));
        let places = (names.len() - old.fixed > 8).then(|| {
            let named = names.iter().enumerate().filter_map(|(i, n)| n.map(|n| (n, i as u32)));
            Box::new(named.collect())
        });
        let shape = Shape {
            class: old.class,
            fixed: old.fixed,
            names: names.into(),
            dict_mode: false,
            parent: Some(from),
            root,
            places,
            next: Vec::new(),
            dict_shape: None,
            descendants: 0,
        };
        let id = self.add(shape);
        self.shapes[from.0 as usize].next.push((name, id));
        self.shapes[root.0 as usize].descendants += 1;
        Some(id)
    }

    /// The shape, for the same class, of instances whose attributes live in a dict.
    pub fn in_dict_mode(&mut self, from: ShapeId) -> ShapeId {
        let root = self[from].root;
        if let Some(id) = self[root].dict_shape {
            return id;
        }
        let (class, fixed) = (self[root].class, self[root].fixed);
        let id = self.add(Shape {
            class,
            names: vec![None; fixed + 1].into(),
            fixed,
            dict_mode: true,
            parent: None,
            root,
            places: None,
            next: Vec::new(),
            dict_shape: None,
            descendants: 0,
        });
        self.shapes[root.0 as usize].dict_shape = Some(id);
        id
    }

    /// Renews the stamps of all shapes of a class: what inline caches know about it no longer holds.
    pub fn renew(&mut self, root: ShapeId) {
        let mut work = vec![root];
        work.extend(self[root].dict_shape);
        while let Some(id) = work.pop() {
            self.stamps[id.0 as usize] = self.fresh_stamp();
            work.extend(self[id].next.iter().map(|&(_, next)| next));
        }
    }

    /// Renews every stamp there is (a metaclass changed).
    pub fn renew_all(&mut self) {
        for i in 0..self.stamps.len() {
            self.stamps[i] = self.fresh_stamp();
        }
    }

    /// Calls `visit` with the names a shape keeps alive.
    pub fn trace(&self, mut visit: impl FnMut(StrKey)) {
        for shape in &self.shapes {
            shape.names.iter().flatten().for_each(|&n| visit(n));
        }
    }

    /// How many shapes there are.
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// There are none yet.
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use slotmap::SlotMap;

    #[test]
    fn same_attributes_in_the_same_order_share_a_shape() {
        let mut strs: SlotMap<StrKey, ()> = SlotMap::with_key();
        let mut classes: SlotMap<ClassKey, ()> = SlotMap::with_key();
        let (a, b) = (strs.insert(()), strs.insert(()));
        let mut shapes = Shapes::default();
        let root = shapes.new_root(classes.insert(()), 1);
        let ab = shapes.with_attribute(root, a).and_then(|s| shapes.with_attribute(s, b));
        let again = shapes.with_attribute(root, a).and_then(|s| shapes.with_attribute(s, b));
        let ba = shapes.with_attribute(root, b).and_then(|s| shapes.with_attribute(s, a));
        assert_eq!(ab, again);
        assert_ne!(ab, ba);
        let ab = ab.expect("few shapes");
        assert_eq!(shapes[ab].place(a), Some(1));
        assert_eq!(shapes[ab].place(b), Some(2));
        let before = shapes.stamps[ab.0 as usize];
        shapes.renew(root);
        assert_ne!(shapes.stamps[ab.0 as usize], before);
    }
}
