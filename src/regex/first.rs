//! Which bytes a match may begin with, so that a search need not try everywhere.

use super::case::Fold;
use super::flags::{self, DOTALL, Flags};
use super::node::Node;
use super::set::Set;

/// A set of bytes.
pub type ByteSet = [bool; 256];

/// What a sequence may begin with.
struct First {
    bytes: ByteSet,
    /// It may match without a character.
    empty: bool,
}

impl First {
    const NOTHING: First = First { bytes: [false; 256], empty: true };

    fn everything() -> First {
        First { bytes: [true; 256], empty: false }
    }

    fn join(&mut self, other: &First) {
        for (mine, theirs) in self.bytes.iter_mut().zip(other.bytes) {
            *mine |= theirs;
        }
    }
}

/// The bytes a match of the nodes may begin with, in UTF-8 for text; None if it may be empty.
pub fn first_bytes(nodes: &[Node], flags: Flags, is_text: bool) -> Option<Box<ByteSet>> {
    let first = of_sequence(nodes, flags, is_text);
    (!first.empty && first.bytes.contains(&false)).then(|| Box::new(first.bytes))
}

fn of_sequence(nodes: &[Node], flags: Flags, is_text: bool) -> First {
    let mut out = First::NOTHING;
    for node in nodes {
        let first = of_node(node, flags, is_text);
        out.join(&first);
        if !first.empty {
            out.empty = false;
            break;
        }
    }
    out
}

fn of_node(node: &Node, flags: Flags, is_text: bool) -> First {
    match node {
        Node::Literal(c) => {
            let fold = Fold::of(flags);
            match fold.has_case(*c) {
                true => of_test(is_text, |b| b == *c || fold.lower(b) == fold.lower(*c)),
                false => of_test(is_text, |b| b == *c),
            }
        }
        Node::Any if flags & DOTALL != 0 => First::everything(),
        Node::Any => of_test(is_text, |b| b != 10),
        Node::Set { negate, items } => {
            let set = Set::new(items, *negate, flags);
            of_test(is_text, |b| set.contains(b))
        }
        Node::At(_) | Node::Look { .. } | Node::Backref(_) => match node {
            Node::Backref(_) => First { bytes: [true; 256], empty: true },
            _ => First::NOTHING,
        },
        Node::Branch(items) => of_alternatives(items.iter().map(|i| of_sequence(i, flags, is_text))),
        Node::Repeat { min, body, .. } => {
            let mut first = of_sequence(body, flags, is_text);
            first.empty |= *min == 0;
            first
        }
        Node::Group { add, remove, body, .. } => of_sequence(body, flags::combine(flags, *add, *remove), is_text),
        Node::Atomic(body) => of_sequence(body, flags, is_text),
        Node::Conditional { yes, no, .. } => {
            let no = no.as_ref().map_or(First::NOTHING, |no| of_sequence(no, flags, is_text));
            of_alternatives([of_sequence(yes, flags, is_text), no].into_iter())
        }
        Node::Fail => First { bytes: [false; 256], empty: false },
    }
}

fn of_alternatives(items: impl Iterator<Item = First>) -> First {
    let mut out = First { bytes: [false; 256], empty: false };
    for item in items {
        out.join(&item);
        out.empty |= item.empty;
    }
    out
}

/// The bytes whose characters pass; all that begin a character beyond ASCII pass, in text.
fn of_test(is_text: bool, test: impl Fn(u32) -> bool) -> First {
    let mut bytes = [false; 256];
    for b in 0..256 {
        bytes[b] = (is_text && b >= 0x80) || test(b as u32);
    }
    First { bytes, empty: false }
}
