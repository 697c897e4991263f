//! Exceptions beside and within one another as text: chains, and groups (PEP 654) with a margin that shows the nesting.

use super::{CAUSE, CONTEXT};

/// What is printed of one exception, and the places of those it came from and has in the list of all.
#[derive(Default)]
pub struct Node {
    /// The levels of its traceback.
    pub stack: Vec<String>,
    /// Its class and message.
    pub last: Vec<String>,
    /// What it was raised from.
    pub cause: Option<usize>,
    /// What was handled when it was raised.
    pub context: Option<usize>,
    /// The context isn't shown.
    pub suppress_context: bool,
    /// The members of a group.
    pub members: Option<Vec<usize>>,
}

/// How much of groups is shown.
#[derive(Clone, Copy)]
pub struct Bounds {
    /// So many members.
    pub width: usize,
    /// So deep.
    pub depth: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Bounds { width: 15, depth: 10 }
    }
}

/// The text of the first exception of the list, in pieces; without what it came from unless `chain`. None if groups
/// nest too deep to be shown.
pub fn layout(nodes: &[Node], chain: bool, bounds: Bounds) -> Option<Vec<String>> {
    let mut printer = Printer { nodes, chain, bounds, pieces: Vec::new(), depth: 0, need_close: false };
    printer.chained(0)?;
    Some(printer.pieces)
}

/// Groups nest no deeper than this, whatever the bounds say.
const MOST_NESTED: usize = 900;

/// Text under way, indented by the depth of the group it is in.
struct Printer<'a> {
    nodes: &'a [Node],
    chain: bool,
    bounds: Bounds,
    pieces: Vec<String>,
    depth: usize,
    need_close: bool,
}

impl Printer<'_> {
    fn indent(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    /// Adds lines, each behind the margin.
    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            self.pieces.push(text.to_owned());
            return;
        }
        let indent = self.indent();
        self.pieces.push(text.split_inclusive('\n').map(|line| format!("{indent}{margin} {line}")).collect());
    }

    /// Prints an exception behind those it came from.
    fn chained(&mut self, node: usize) -> Option<()> {
        let mut chain: Vec<(Option<&str>, usize)> = Vec::new();
        let mut next = Some(node);
        while let Some(at) = next {
            let Node { cause, context, suppress_context, .. } = &self.nodes[at];
            let (words, from) = match (cause, context) {
                _ if !self.chain => (None, None),
                (Some(cause), _) => (Some(CAUSE), Some(*cause)),
                (None, Some(context)) if !suppress_context => (Some(CONTEXT), Some(*context)),
                _ => (None, None),
            };
            chain.push((words, at));
            // A program may have made a circle of them.
            next = from.filter(|from| chain.len() <= self.nodes.len() && *from != node);
        }
        for (words, node) in chain.into_iter().rev() {
            if let Some(words) = words {
                self.emit(words, '|');
            }
            self.one(node)?;
        }
        Some(())
    }

    fn one(&mut self, node: usize) -> Option<()> {
        let nodes = self.nodes;
        let Node { stack, last, members, .. } = &nodes[node];
        let Some(members) = members else {
            self.traceback("Traceback (most recent call last):\n", '|', stack, last);
            return Some(());
        };
        if self.depth > self.bounds.depth {
            let depth = self.bounds.depth;
            self.emit(&format!("... (max_group_depth is {depth})\n"), '|');
            return Some(());
        }
        if self.depth > MOST_NESTED {
            return None;
        }
        let top = self.depth == 0;
        if top {
            self.depth = 1;
        }
        let margin = if top { '+' } else { '|' };
        self.traceback("Exception Group Traceback (most recent call last):\n", margin, stack, last);
        self.members(members)?;
        if top {
            self.depth = 0;
        }
        Some(())
    }

    fn traceback(&mut self, title: &str, margin: char, stack: &[String], last: &[String]) {
        if !stack.is_empty() {
            self.emit(title, margin);
        }
        for piece in stack.iter().chain(last) {
            self.emit(piece, '|');
        }
    }

    fn members(&mut self, members: &[usize]) -> Option<()> {
        let width = self.bounds.width;
        let shown = if members.len() <= width { members.len() } else { width + 1 };
        self.need_close = false;
        for (i, &member) in members.iter().take(shown).enumerate() {
            let last = i + 1 == shown;
            if last {
                self.need_close = true; // a nested group may close it
            }
            let title = if i < width { (i + 1).to_string() } else { "...".to_owned() };
            let corner = if i == 0 { "+-" } else { "  " };
            let indent = self.indent();
            self.pieces.push(format!("{indent}{corner}+---------------- {title} ----------------\n"));
            self.depth += 1;
            if i < width {
                self.chained(member)?;
            } else {
                let rest = members.len() - width;
                let plural = if rest > 1 { "s" } else { "" };
                self.emit(&format!("and {rest} more exception{plural}\n"), '|');
            }
            if last && self.need_close {
                let indent = self.indent();
                self.pieces.push(format!("{indent}+------------------------------------\n"));
                self.need_close = false;
            }
            self.depth -= 1;
        }
        Some(())
    }
}
