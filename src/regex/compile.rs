//! The compiler: from a tree to a program.

use super::case::{self, Fold};
use super::fault::{Fault, Outcome};
use super::first::first_bytes;
use super::flags::{self, DOTALL, Flags, MULTILINE};
use super::node::{At, Greed, Node};
use super::parse::Parsed;
use super::program::{Inst, Label, One, Place, Program};
use super::set::{Set, SetItem, is_unicode};
use super::width::{Width, width_of};
use crate::heap::text::Str;
use memchr::memmem::Finder;

/// Compiles a pattern.
pub fn compile(parsed: &Parsed, is_text: bool) -> Outcome<Program> {
    let mut c = Compiler { is_text, widths: &parsed.widths, code: Vec::new(), sets: Vec::new(), loops: 0, marks: 0 };
    c.sequence(&parsed.tree, parsed.flags)?;
    c.code.push(Inst::Match);
    let prefix = match c.code.first() {
        Some(Inst::Literal(bytes)) if bytes.len() > 1 => Some(Finder::new(bytes).into_owned()),
        _ => None,
    };
    c.note_what_follows();
    Ok(Program {
        first: first_bytes(&parsed.tree, parsed.flags, is_text),
        prefix,
        code: c.code,
        sets: c.sets,
        groups: parsed.groups(),
        loops: c.loops as usize,
        marks: c.marks as usize,
    })
}

struct Compiler<'a> {
    is_text: bool,
    widths: &'a [Option<Width>],
    code: Vec<Inst>,
    sets: Vec<Set>,
    loops: u32,
    marks: u32,
}

impl Compiler<'_> {
    fn here(&self) -> Label {
        self.code.len() as Label
    }

    /// Adds an instruction that will lead somewhere; its place.
    fn emit(&mut self, inst: Inst) -> usize {
        self.code.push(inst);
        self.code.len() - 1
    }

    /// The instruction at `place` leads here.
    fn lead_here(&mut self, place: usize) {
        let here = self.here();
        match &mut self.code[place] {
            Inst::Branch(to) | Inst::Jump(to) | Inst::UnlessGroup(_, to) => *to = here,
            Inst::LookStart { unless: Some(to), .. } => *to = here,
            _ => {}
        }
    }

    fn new_mark(&mut self) -> u32 {
        self.marks += 1;
        self.marks - 1
    }

    fn sequence(&mut self, nodes: &[Node], flags: Flags) -> Outcome<()> {
        let mut literal = Vec::new();
        for node in nodes {
            if let Node::Literal(c) = node
                && !Fold::of(flags).has_case(*c)
            {
                self.push_char(&mut literal, *c);
                continue;
            }
            self.flush(&mut literal);
            self.node(node, flags)?;
        }
        self.flush(&mut literal);
        Ok(())
    }

    fn push_char(&self, literal: &mut Vec<u8>, c: u32) {
        match u8::try_from(c) {
            Ok(b) if b.is_ascii() || !self.is_text => literal.push(b),
            _ => literal.extend_from_slice(Str::from_code_points(&[c]).as_bytes()),
        }
    }

    fn flush(&mut self, literal: &mut Vec<u8>) {
        if !literal.is_empty() {
            self.code.push(Inst::Literal(std::mem::take(literal).into()));
        }
    }

    fn node(&mut self, node: &Node, flags: Flags) -> Outcome<()> {
        if let Some(one) = self.one(node, flags) {
            self.code.push(Inst::One(one));
            return Ok(());
        }
        match node {
            Node::Literal(_) | Node::Any | Node::Set { .. } => {}
            Node::At(at) => self.code.push(Inst::Place(place(*at, flags))),
            Node::Branch(items) => self.branch(items, flags)?,
            Node::Repeat { min, max, greed, body } => self.repeat(*min, *max, *greed, body, flags)?,
            Node::Group { index, add, remove, body } => {
                let flags = flags::combine(flags, *add, *remove);
                if let Some(i) = index {
                    self.code.push(Inst::Save(i * 2));
                }
                self.sequence(body, flags)?;
                if let Some(i) = index {
                    self.code.push(Inst::Save(i * 2 + 1));
                }
            }
            Node::Atomic(body) => self.atomic(body, flags)?,
            Node::Look { behind, negate, body } => self.look(*behind, *negate, body, flags)?,
            Node::Backref(group) => self.code.push(Inst::Backref(*group, Fold::of(flags))),
            Node::Conditional { group, yes, no } => {
                let test = self.emit(Inst::UnlessGroup(*group, 0));
                self.sequence(yes, flags)?;
                match no {
                    None => self.lead_here(test),
                    Some(no) => {
                        let jump = self.emit(Inst::Jump(0));
                        self.lead_here(test);
                        self.sequence(no, flags)?;
                        self.lead_here(jump);
                    }
                }
            }
            Node::Fail => self.code.push(Inst::Fail),
        }
        Ok(())
    }

    /// The test a node is, if it is one of a single character.
    fn one(&mut self, node: &Node, flags: Flags) -> Option<One> {
        let fold = Fold::of(flags);
        Some(match node {
            Node::Any if flags & DOTALL != 0 => One::Any,
            Node::Any => One::NotNewline,
            Node::Literal(c) if !fold.has_case(*c) => One::Char(*c),
            Node::Literal(c) if fold == Fold::Unicode && !case::twins(fold.lower(*c)).is_empty() => {
                self.set(Set::new(&[SetItem::Char(*c)], false, flags))
            }
            Node::Literal(c) => One::Folded(fold, fold.lower(*c)),
            Node::Set { negate, items } => self.set(Set::new(items, *negate, flags)),
            _ => return None,
        })
    }

    fn set(&mut self, set: Set) -> One {
        let index = match self.sets.iter().position(|s| *s == set) {
            Some(i) => i,
            None => {
                self.sets.push(set);
                self.sets.len() - 1
            }
        };
        One::Set(index as u32)
    }

    fn branch(&mut self, items: &[Vec<Node>], flags: Flags) -> Outcome<()> {
        let mut jumps = Vec::new();
        for (i, item) in items.iter().enumerate() {
            if i + 1 == items.len() {
                self.sequence(item, flags)?;
                break;
            }
            let other = self.emit(Inst::Branch(0));
            self.sequence(item, flags)?;
            jumps.push(self.emit(Inst::Jump(0)));
            self.lead_here(other);
        }
        jumps.into_iter().for_each(|jump| self.lead_here(jump));
        Ok(())
    }

    fn repeat(&mut self, min: u32, max: u32, greed: Greed, body: &[Node], flags: Flags) -> Outcome<()> {
        if let [node] = body
            && let Some(one) = self.one(node, flags)
        {
            self.code.push(Inst::Repeat { one, min, max, greed, then: None });
            return Ok(());
        }
        // What matches nothing does so once as well as often.
        let min = if width_of(body, self.widths).1 == 0 { min.min(1) } else { min };
        if greed == Greed::Possessive {
            let mark = self.new_mark();
            self.code.push(Inst::CutStart(mark));
            self.counted(min, max, false, flags, |c, flags| c.atomic(body, flags))?;
            self.code.push(Inst::CutEnd(mark));
            return Ok(());
        }
        self.counted(min, max, greed == Greed::Lazy, flags, |c, flags| c.sequence(body, flags))
    }

    fn counted(
        &mut self,
        min: u32,
        max: u32,
        lazy: bool,
        flags: Flags,
        body: impl Fn(&mut Self, Flags) -> Outcome<()>,
    ) -> Outcome<()> {
        if (min, max, lazy) == (0, 1, false) {
            let skip = self.emit(Inst::Branch(0));
            body(self, flags)?;
            self.lead_here(skip);
            return Ok(());
        }
        let register = self.loops;
        self.loops += 1;
        self.code.push(Inst::LoopStart(register));
        let enter = self.emit(Inst::Jump(0));
        let start = self.here();
        body(self, flags)?;
        self.lead_here(enter);
        self.code.push(Inst::Loop { register, min, max, lazy, body: start });
        Ok(())
    }

    fn atomic(&mut self, body: &[Node], flags: Flags) -> Outcome<()> {
        let mark = self.new_mark();
        self.code.push(Inst::CutStart(mark));
        self.sequence(body, flags)?;
        self.code.push(Inst::CutEnd(mark));
        Ok(())
    }

    fn look(&mut self, behind: bool, negate: bool, body: &[Node], flags: Flags) -> Outcome<()> {
        let behind = match width_of(body, self.widths) {
            _ if !behind => None,
            (low, high) if low != high => {
                return Err(Fault::Pattern("look-behind requires fixed-width pattern".into(), None));
            }
            (low, _) => match u32::try_from(low) {
                Ok(n) => Some(n),
                Err(_) => return Err(Fault::Pattern("looks too much behind".into(), None)),
            },
        };
        let register = self.new_mark();
        let start = self.emit(Inst::LookStart { register, behind, unless: negate.then_some(0) });
        self.sequence(body, flags)?;
        self.code.push(Inst::LookEnd { register, negate });
        self.lead_here(start);
        Ok(())
    }

    /// Notes for repetitions the byte that must come next: what lacks it need not be tried.
    fn note_what_follows(&mut self) {
        for i in 1..self.code.len() {
            let Inst::Literal(bytes) = &self.code[i] else { continue };
            let byte = bytes[0];
            if let Inst::Repeat { then, .. } = &mut self.code[i - 1] {
                *then = Some(byte);
            }
        }
    }
}

fn place(at: At, flags: Flags) -> Place {
    let multiline = flags & MULTILINE != 0;
    let unicode = is_unicode(flags);
    match at {
        At::Beginning if multiline => Place::LineStart,
        At::Beginning | At::BeginningOfText => Place::TextStart,
        At::End if multiline => Place::LineEnd,
        At::End => Place::End,
        At::EndOfText => Place::TextEnd,
        At::Boundary => Place::Boundary { unicode, negate: false },
        At::NonBoundary => Place::Boundary { unicode, negate: true },
    }
}
