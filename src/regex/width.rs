//! How many characters a part of a pattern may match.

use super::node::{Node, UNBOUNDED};

/// The least and the greatest number of characters.
pub type Width = (u64, u64);

/// The width of a sequence; `groups` are those of the groups closed so far.
pub fn width_of(nodes: &[Node], groups: &[Option<Width>]) -> Width {
    nodes.iter().fold((0, 0), |(low, high), node| {
        let (a, b) = width(node, groups);
        (low.saturating_add(a), high.saturating_add(b))
    })
}

fn width(node: &Node, groups: &[Option<Width>]) -> Width {
    match node {
        Node::Literal(_) | Node::Any | Node::Set { .. } => (1, 1),
        Node::At(_) | Node::Look { .. } | Node::Fail => (0, 0),
        Node::Branch(items) => items.iter().map(|item| width_of(item, groups)).reduce(either).unwrap_or_default(),
        Node::Repeat { min, max, body, .. } => {
            let (a, b) = width_of(body, groups);
            let high = if *max == UNBOUNDED && b > 0 { u64::MAX } else { b.saturating_mul(u64::from(*max)) };
            (a.saturating_mul(u64::from(*min)), high)
        }
        Node::Group { index: Some(i), body, .. } => match groups.get(*i as usize).copied().flatten() {
            Some(known) => known,
            None => width_of(body, groups),
        },
        Node::Group { body, .. } | Node::Atomic(body) => width_of(body, groups),
        Node::Backref(group) => groups.get(*group as usize).copied().flatten().unwrap_or_default(),
        Node::Conditional { yes, no, .. } => {
            let no = no.as_ref().map_or((0, 0), |no| width_of(no, groups));
            let (low, high) = either(width_of(yes, groups), no);
            (low, high)
        }
    }
}

fn either(a: Width, b: Width) -> Width {
    (a.0.min(b.0), a.1.max(b.1))
}
