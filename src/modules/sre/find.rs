//! Searching an object: its content as the engine wants it, from one position to another.

use super::pattern::Pattern;
use crate::regex::matcher::{Matcher, Mode, Outcome, PAUSE};
use crate::regex::program::Program;
use crate::regex::text::{NARROW, WIDE};
use crate::types::bytes;
use crate::value::*;
use crate::vm::{Res, Vm};
use std::sync::Arc;

/// What is searched.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The object, as it was given.
    pub object: Value,
    /// Its string, if it is one.
    text: Option<StrKey>,
}

impl Subject {
    /// An object that a pattern of this type can be matched with.
    pub fn new(vm: &mut Vm, object: Value, is_text: Option<bool>) -> Res<Subject> {
        let text = match vm.payload(object) {
            Value::Str(k) => Some(k),
            _ if bytes::buffer(vm, object).is_some() => None,
            _ => {
                let t = vm.type_name(object);
                return Err(vm.type_error(format!("expected string or bytes-like object, got '{t}'")));
            }
        };
        match (is_text, text) {
            (Some(true), None) => Err(vm.type_error("cannot use a string pattern on a bytes-like object")),
            (Some(false), Some(_)) => Err(vm.type_error("cannot use a bytes pattern on a string-like object")),
            _ => Ok(Subject { object, text }),
        }
    }

    /// Its bytes, and whether they are UTF-8 beyond ASCII.
    fn content(self, vm: &Vm) -> (&[u8], bool) {
        match self.text {
            Some(k) => {
                let s = &vm.heap.strs[k];
                (s.as_bytes(), !s.is_ascii())
            }
            None => (bytes::buffer(vm, self.object).unwrap_or_default(), false),
        }
    }

    /// Its length in characters.
    pub fn len(self, vm: &Vm) -> usize {
        match self.text {
            Some(k) => vm.heap.strs[k].len(),
            None => self.content(vm).0.len(),
        }
    }

    /// The byte where a character begins.
    pub fn byte_offset(self, vm: &Vm, i: usize) -> usize {
        match self.text {
            Some(k) => vm.heap.strs[k].byte_offset(i),
            None => i,
        }
    }

    /// The character that begins at a byte.
    pub fn char_offset(self, vm: &Vm, at: usize) -> usize {
        match self.text {
            Some(k) => vm.heap.strs[k].char_offset(at),
            None => at,
        }
    }

    /// A part of it, from one byte to another: a str or bytes.
    pub fn slice(self, vm: &mut Vm, start: usize, end: usize) -> Value {
        let (content, _) = self.content(vm);
        let end = end.min(content.len());
        let start = start.min(end);
        let whole = start == 0 && end == content.len();
        match (self.text, self.object) {
            (Some(k), _) if whole => Value::Str(k),
            (Some(k), _) => {
                let part = vm.heap.strs[k].byte_slice(start, end);
                vm.heap.new_text(part)
            }
            (None, Value::Bytes(_)) if whole => self.object,
            (None, _) => {
                let part: Box<[u8]> = content[start..end].into();
                vm.heap.new_bytes(part)
            }
        }
    }

    /// The empty str or bytes.
    pub fn empty(self, vm: &mut Vm) -> Value {
        match self.text {
            Some(_) => vm.heap.interned_str(""),
            None => vm.heap.new_bytes([]),
        }
    }

    /// It is a str.
    pub fn is_text(self) -> bool {
        self.text.is_some()
    }

    /// The str in it.
    pub fn text(self) -> Option<StrKey> {
        self.text
    }

    /// Bytes from one to another.
    pub fn bytes(self, vm: &Vm, start: usize, end: usize) -> &[u8] {
        let content = self.content(vm).0;
        let end = end.min(content.len());
        &content[start.min(end)..end]
    }
}

/// A search under way: for one match, or for one after another.
pub struct Search {
    program: Arc<Program>,
    /// What is searched.
    pub subject: Subject,
    matcher: Matcher,
    /// Where the search began, in characters.
    pub from: usize,
    /// Where the text ends, in characters.
    pub to: usize,
    /// The same in bytes.
    pub end: usize,
    finished: bool,
}

impl Search {
    /// Of an object between two positions, as they were given.
    pub fn new(vm: &mut Vm, pattern: ObjectKey, object: Value, pos: Value, endpos: Value, mode: Mode) -> Res<Search> {
        let (from, to) = (pos.bound(), endpos.bound());
        let from = from.map(|v| vm.index_i64(v)).transpose()?.unwrap_or(0);
        let to = to.map(|v| vm.index_i64(v)).transpose()?.unwrap_or(i64::MAX);
        let Some(Pattern { is_text, program, .. }) = vm.heap.object::<Pattern>(pattern) else {
            return Err(vm.type_error("descriptor requires a 're.Pattern' object"));
        };
        let (is_text, program) = (*is_text, program.clone());
        let subject = Subject::new(vm, object, is_text)?;
        let len = subject.len(vm) as i64;
        let (from, to) = (from.clamp(0, len) as usize, to.clamp(0, len) as usize);
        let (start, end) = (subject.byte_offset(vm, from), subject.byte_offset(vm, to));
        let matcher = Matcher::new(&program, mode, start, false);
        Ok(Search { program, subject, matcher, from, to, end, finished: false })
    }

    /// Looks for the next match.
    pub fn next(&mut self, vm: &mut Vm) -> Res<bool> {
        if self.finished {
            return Ok(false);
        }
        loop {
            let (content, wide) = self.subject.content(vm);
            let text = &content[..self.end.min(content.len())];
            let outcome = match wide {
                true => self.matcher.run::<WIDE>(&self.program, text),
                false => self.matcher.run::<NARROW>(&self.program, text),
            };
            match outcome {
                Outcome::Match => return Ok(true),
                Outcome::NoMatch => {
                    self.finished = true;
                    return Ok(false);
                }
                Outcome::Paused => {
                    vm.check_limits(u64::from(PAUSE) / 8)?;
                    vm.reserve(self.matcher.memory())?;
                }
            }
        }
    }

    /// After a match: the next one begins where it ended, and is not empty there if this one was.
    pub fn advance(&mut self) {
        let (start, end) = self.span();
        self.matcher.restart(end, start == end);
    }

    /// The same, with another mode.
    pub fn set_mode(&mut self, mode: Mode) {
        self.matcher.set_mode(mode);
    }

    /// The bytes of the match.
    pub fn span(&self) -> (usize, usize) {
        (self.matcher.slots[0], self.matcher.slots[1])
    }

    /// The bytes of the match and its groups.
    pub fn slots(&self) -> &[usize] {
        &self.matcher.slots
    }

    /// The group that ended last, 0 for none.
    pub fn last_group(&self) -> u32 {
        self.matcher.last_group
    }

    /// What a group matched.
    pub fn group(&self, vm: &mut Vm, group: usize) -> Option<Value> {
        let (start, end) = (self.matcher.slots[group * 2], self.matcher.slots[group * 2 + 1]);
        (start != usize::MAX && end != usize::MAX).then(|| self.subject.slice(vm, start, end))
    }

    /// How many groups the pattern has.
    pub fn groups(&self) -> usize {
        self.program.groups
    }
}
