//! The parser: from a pattern's text to a tree.

use super::fault::{Fault, Outcome};
use super::flags::{ASCII, Flags, LOCALE, UNICODE, VERBOSE};
use super::node::{At, Greed, Node, Sequence, UNBOUNDED};
use super::set::SetItem;
use super::tokens::{Name, Token, Tokens};
use super::width::{Width, width_of};

/// How deep groups may be nested: as deep as CPython's parser comes with the usual recursion limit.
const MAX_DEPTH: usize = 480;

/// Letters that have a special meaning outside sets.
const SPECIAL: &str = ".\\[{()*+?^$|";

/// A pattern that was understood.
#[derive(Debug)]
pub struct Parsed {
    /// The tree.
    pub tree: Sequence,
    /// The flags, those set within the pattern included.
    pub flags: Flags,
    /// The names of groups, in the order they were met, with their numbers.
    pub names: Vec<(Name, u32)>,
    /// The width of each group; entry 0 is no group.
    pub widths: Vec<Option<Width>>,
    /// What a `FutureWarning` should be given for.
    pub warnings: Vec<String>,
}

impl Parsed {
    /// How many groups there are.
    pub fn groups(&self) -> usize {
        self.widths.len() - 1
    }

    /// Alternatives that were read apart, each in a group of its own, counted from 1; their own groups share the
    /// numbers. None if they have more groups than there are alternatives.
    pub fn alternatives(parts: Vec<Parsed>, flags: Flags) -> Option<Parsed> {
        let count = parts.len();
        let mut flags = flags;
        let mut branches = Vec::new();
        for (i, part) in parts.into_iter().enumerate() {
            if part.groups() > count {
                return None;
            }
            flags |= part.flags;
            branches.push(vec![Node::Group { index: Some(i as u32 + 1), add: 0, remove: 0, body: part.tree }]);
        }
        let tree = vec![Node::Branch(branches)];
        let widths = vec![None; count + 1];
        Some(Parsed { tree, flags, names: Vec::new(), widths, warnings: Vec::new() })
    }
}

/// Reads a pattern: the code points of a str, or the bytes of a bytes object.
pub fn parse(points: &[u32], is_text: bool, flags: Flags) -> Outcome<Parsed> {
    let mut p = Parser {
        tokens: Tokens::new(points, is_text)?,
        flags,
        names: Vec::new(),
        widths: vec![None],
        behind_from: None,
        conditions: Vec::new(),
        warnings: Vec::new(),
        depth: 0,
    };
    let tree = p.alternatives(flags & VERBOSE != 0, true)?;
    let flags = fix_flags(is_text, p.flags)?;
    if p.tokens.next.is_some() {
        return Err(p.tokens.error("unbalanced parenthesis", 0));
    }
    for &(group, place) in &p.conditions {
        if group as usize >= p.widths.len() {
            return Err(Fault::Pattern(format!("invalid group reference {group}"), Some(place)));
        }
    }
    Ok(Parsed { tree, flags, names: p.names, widths: p.widths, warnings: p.warnings })
}

/// The flags that go with the type of the pattern.
fn fix_flags(is_text: bool, flags: Flags) -> Outcome<Flags> {
    let fault = match is_text {
        true if flags & LOCALE != 0 => "cannot use LOCALE flag with a str pattern",
        true if flags & ASCII == 0 => return Ok(flags | UNICODE),
        true if flags & UNICODE != 0 => "ASCII and UNICODE flags are incompatible",
        false if flags & UNICODE != 0 => "cannot use UNICODE flag with a bytes pattern",
        false if flags & LOCALE != 0 && flags & ASCII != 0 => "ASCII and LOCALE flags are incompatible",
        true | false => return Ok(flags),
    };
    Err(Fault::Flags(fault))
}

/// The state of one parse.
pub(super) struct Parser<'a> {
    pub tokens: Tokens<'a>,
    pub flags: Flags,
    pub names: Vec<(Name, u32)>,
    /// The width of each group that is closed.
    pub widths: Vec<Option<Width>>,
    /// Within a lookbehind: the first group that was opened in it.
    pub behind_from: Option<u32>,
    /// Numbers that conditions refer to, with where they do so first.
    pub conditions: Vec<(u32, usize)>,
    pub warnings: Vec<String>,
    depth: usize,
}

impl Parser<'_> {
    /// `a|b|c`; `outermost`: the pattern as a whole, which may begin with flags for all of it.
    pub fn alternatives(&mut self, mut verbose: bool, outermost: bool) -> Outcome<Sequence> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Fault::Depth);
        }
        let mut items = Vec::new();
        loop {
            items.push(self.sequence(verbose, outermost && items.is_empty())?);
            if !self.tokens.matches('|')? {
                break;
            }
            if outermost {
                verbose = self.flags & VERBOSE != 0;
            }
        }
        self.depth -= 1;
        Ok(match items.len() {
            1 => items.pop().unwrap_or_default(),
            _ => vec![as_set(&items).unwrap_or(Node::Branch(items))],
        })
    }

    /// What stands between bars and brackets; `first`: at the very beginning of the pattern.
    pub fn sequence(&mut self, mut verbose: bool, first: bool) -> Outcome<Sequence> {
        let mut out = Sequence::new();
        while let Some(this) = self.tokens.next {
            if this.is('|') || this.is(')') {
                break;
            }
            self.tokens.get()?;
            if verbose && self.skips(this)? {
                continue;
            }
            match char::from_u32(this.c).filter(|&c| !this.escaped && SPECIAL.contains(c)) {
                None if this.escaped => out.push(self.escape(this)?),
                None => out.push(Node::Literal(this.c)),
                Some('[') => out.push(self.set()?),
                Some('.') => out.push(Node::Any),
                Some('^') => out.push(Node::At(At::Beginning)),
                Some('$') => out.push(Node::At(At::End)),
                Some('(') => {
                    if let Some(node) = self.group(&mut verbose, first && out.is_empty())? {
                        out.push(node);
                    }
                }
                Some(quantifier) => self.repeat(quantifier, this, &mut out)?,
            }
        }
        Ok(unpack(out))
    }

    /// Blanks and comments of a verbose pattern.
    fn skips(&mut self, this: Token) -> Outcome<bool> {
        if this.is('#') {
            while let Some(t) = self.tokens.get()? {
                if t.is('\n') {
                    break;
                }
            }
            return Ok(true);
        }
        Ok(!this.escaped && matches!(this.c, 0x20 | 0x09..=0x0D))
    }

    /// `*`, `+`, `?`, `{…}`: the node before is repeated.
    fn repeat(&mut self, quantifier: char, this: Token, out: &mut Sequence) -> Outcome<()> {
        let here = self.tokens.tell();
        let (min, max) = match quantifier {
            '?' => (0, 1),
            '*' => (0, UNBOUNDED),
            '+' => (1, UNBOUNDED),
            _ => match self.bounds(here)? {
                Some(bounds) => bounds,
                None => {
                    out.push(Node::Literal(this.c));
                    return Ok(());
                }
            },
        };
        let back = self.tokens.tell() - here + 1;
        let body = match out.pop() {
            None | Some(Node::At(_)) => return Err(self.tokens.error("nothing to repeat", back)),
            Some(Node::Repeat { .. }) => return Err(self.tokens.error("multiple repeat", back)),
            Some(Node::Group { index: None, add: 0, remove: 0, body }) => body,
            Some(node) => vec![node],
        };
        let greed = if self.tokens.matches('?')? {
            Greed::Lazy
        } else if self.tokens.matches('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        out.push(Node::Repeat { min, max, greed, body });
        Ok(())
    }

    /// `2,3}`; None if the brace begins nothing of the kind, and is itself.
    fn bounds(&mut self, here: usize) -> Outcome<Option<(u32, u32)>> {
        if self.tokens.next_if(|c| c == '}').is_some() {
            return Ok(None);
        }
        let low = self.tokens.get_while(usize::MAX, |c| c.is_ascii_digit())?;
        let high = match self.tokens.matches(',')? {
            true => self.tokens.get_while(usize::MAX, |c| c.is_ascii_digit())?,
            false => low.clone(),
        };
        if !self.tokens.matches('}')? {
            self.tokens.seek(here)?;
            return Ok(None);
        }
        let bound = |text: &str| match text.parse::<u32>() {
            Ok(n) if n != UNBOUNDED => Ok(n),
            _ => Err(Fault::Overflow),
        };
        let min = if low.is_empty() { 0 } else { bound(&low)? };
        let max = if high.is_empty() { UNBOUNDED } else { bound(&high)? };
        if max < min {
            return Err(self.tokens.error("min repeat greater than max repeat", self.tokens.tell() - here));
        }
        Ok(Some((min, max)))
    }

    /// Begins a group that captures.
    pub fn open_group(&mut self, name: Option<&Name>) -> Outcome<u32> {
        let index = self.widths.len() as u32;
        if let Some(name) = name {
            if let Some((_, was)) = self.names.iter().find(|(n, _)| n == name) {
                let shown = name.repr(true);
                let message = format!("redefinition of group name {shown} as group {index}; was group {was}");
                return Err(self.tokens.error(message, name.len() + 1));
            }
            self.names.push((name.clone(), index));
        }
        self.widths.push(None);
        Ok(index)
    }

    /// Ends it.
    pub fn close_group(&mut self, index: u32, body: &Sequence) {
        self.widths[index as usize] = Some(width_of(body, &self.widths));
    }

    /// The group is there and closed.
    pub fn is_closed(&self, group: u32) -> bool {
        self.widths.get(group as usize).is_some_and(Option::is_some)
    }

    /// Within a lookbehind only groups from before it may be referred to.
    pub fn check_behind(&self, group: u32) -> Outcome<()> {
        match self.behind_from {
            Some(_) if !self.is_closed(group) => Err(self.tokens.error("cannot refer to an open group", 0)),
            Some(from) if group >= from => {
                Err(self.tokens.error("cannot refer to group defined in the same lookbehind subpattern", 0))
            }
            _ => Ok(()),
        }
    }
}

/// Groups that neither capture nor change flags are what is in them.
fn unpack(nodes: Sequence) -> Sequence {
    let mut out = Sequence::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Group { index: None, add: 0, remove: 0, body } => out.extend(body),
            node => out.push(node),
        }
    }
    out
}

/// Alternatives of one character each are a set.
fn as_set(items: &[Sequence]) -> Option<Node> {
    let mut set = Vec::new();
    for item in items {
        match item.as_slice() {
            [Node::Literal(c)] => set.push(SetItem::Char(*c)),
            [Node::Set { negate: false, items }] => set.extend(items),
            _ => return None,
        }
    }
    Some(Node::Set { negate: false, items: set })
}
