//! `sub`, `subn` and `split`, and the templates of replacements.

use super::find::{Search, Subject};
use super::match_object::Match;
use super::pattern::{self, MATCHES_BETWEEN_CHECKS, key_of};
use super::source::{Source, raise};
use crate::builtins::objects::is_callable;
use crate::heap::text::Builder;
use crate::regex::matcher::Mode;
use crate::regex::template::{Piece, parse_template};
use crate::types::bytes;
use crate::value::*;
use crate::vm::native::Args;
use crate::vm::{Res, Vm};

/// A replacement that is no function.
pub enum Template {
    /// The text itself.
    Literal(Value),
    /// Text with groups in it, as it is or ready to be put in.
    Pieces(Vec<Part>),
}

/// A part of a replacement.
pub enum Part {
    /// Generalized UTF-8, or bytes.
    Text(Box<[u8]>),
    /// What a group matched.
    Group(usize),
}

/// A template as an argument gives it, for a pattern.
pub fn template_of(vm: &mut Vm, pattern: Value, template: Value) -> Res<Template> {
    let has_backslash = match vm.payload(template) {
        Value::Str(k) => vm.heap.strs[k].as_bytes().contains(&b'\\'),
        _ => bytes::buffer(vm, template).is_none_or(|b| b.contains(&b'\\')),
    };
    if !has_backslash {
        return Ok(Template::Literal(template));
    }
    let source = Source::of(vm, template)?;
    let state = pattern::state(vm, pattern)?;
    let (groups, index) = (state.program.groups, state.index);
    let named = |name: &str| {
        let entry = vm.heap.dicts[index].iter().find(|e| matches!(e.key, Value::Str(k) if vm.heap.text(k) == name))?;
        match entry.value {
            Value::Int(i) => usize::try_from(i).ok(),
            _ => None,
        }
    };
    match parse_template(&source.points, source.is_text, groups, named) {
        Ok(pieces) => Ok(Template::Pieces(pieces.into_iter().map(|p| encoded(p, source.is_text)).collect())),
        Err(fault) => Err(raise(vm, fault, template)),
    }
}

fn encoded(piece: Piece, is_text: bool) -> Part {
    match piece {
        Piece::Group(group) => Part::Group(group),
        Piece::Text(points) if is_text => {
            Part::Text(crate::heap::text::Str::from_code_points(&points).as_bytes().into())
        }
        Piece::Text(points) => Part::Text(points.iter().map(|&c| c as u8).collect()),
    }
}

/// The text of a template for a match; `group`: where its groups lie.
pub fn expand(vm: &mut Vm, subject: Subject, parts: &[Part], group: impl Fn(usize) -> Option<(usize, usize)>) -> Res {
    let mut out = Output::new(subject);
    for part in parts {
        out.push_part(vm, part, &group);
    }
    Ok(out.finish(vm))
}

/// The result as far as it is known: of the type of what is searched.
struct Output {
    subject: Subject,
    text: Builder,
    bytes: Vec<u8>,
}

impl Output {
    fn new(subject: Subject) -> Output {
        Output { subject, text: Builder::new(), bytes: Vec::new() }
    }

    /// Adds a part of what is searched.
    fn push_slice(&mut self, vm: &Vm, start: usize, end: usize) {
        match self.subject.text() {
            Some(k) => self.text.push_slice(&vm.heap.strs[k], start, end),
            None => self.bytes.extend_from_slice(self.subject.bytes(vm, start, end)),
        }
    }

    fn push_part(&mut self, vm: &Vm, part: &Part, group: &impl Fn(usize) -> Option<(usize, usize)>) {
        match part {
            Part::Text(content) if self.subject.is_text() => self.text.push_bytes(content),
            Part::Text(content) => self.bytes.extend_from_slice(content),
            Part::Group(g) => {
                if let Some((start, end)) = group(*g) {
                    self.push_slice(vm, start, end);
                }
            }
        }
    }

    /// Adds what a function answered, which must be of the right type; None is nothing.
    fn push_value(&mut self, vm: &mut Vm, v: Value, position: usize) -> Res<()> {
        let is_text = self.subject.is_text();
        match vm.payload(v) {
            Value::None => {}
            Value::Str(k) if is_text => self.text.push_text(&vm.heap.strs[k]),
            _ if !is_text && bytes::buffer(vm, v).is_some() => {
                self.bytes.extend_from_slice(bytes::buffer(vm, v).unwrap_or_default());
            }
            _ => {
                let t = vm.type_name(v);
                let wanted = if is_text { "str instance" } else { "a bytes-like object" };
                return Err(vm.type_error(format!("sequence item {position}: expected {wanted}, {t} found")));
            }
        }
        Ok(())
    }

    fn size(&self) -> usize {
        self.text.size() + self.bytes.len()
    }

    fn finish(self, vm: &mut Vm) -> Value {
        match self.subject.is_text() {
            true => vm.heap.new_text(self.text.finish()),
            false => vm.heap.new_bytes(self.bytes),
        }
    }
}

pub(super) fn sub(vm: &mut Vm, args: Args) -> Res {
    Ok(substitute(vm, args)?.0)
}

pub(super) fn subn(vm: &mut Vm, args: Args) -> Res {
    let (text, count) = substitute(vm, args)?;
    Ok(vm.heap.new_tuple([text, Value::Int(count as i64)]))
}

/// What a match becomes.
enum Replacement {
    Call(Value),
    Template(Template),
}

fn substitute(vm: &mut Vm, args: Args) -> Res<(Value, usize)> {
    let [this, repl, string, count] = args.take(vm);
    let pattern = key_of(vm, this)?;
    let limit = match count.bound() {
        Some(count) => vm.index_i64(count)?,
        None => 0,
    };
    let replacement = match is_callable(vm, repl) {
        true => Replacement::Call(repl),
        false => Replacement::Template(template_of(vm, this, repl)?),
    };
    let mut search = Search::new(vm, pattern, string, Value::Undef, Value::Undef, Mode::Search)?;
    let mut out = Output::new(search.subject);
    // CPython joins a list: where an item of the wrong type would lie in it is part of its message.
    let (mut done, mut position, mut last) = (0, 0, 0);
    while (limit == 0 || (done as i64) < limit) && search.next(vm)? {
        let (start, end) = search.span();
        if last < start {
            out.push_slice(vm, last, start);
            position += 1;
        }
        match &replacement {
            Replacement::Template(Template::Literal(text)) => {
                out.push_value(vm, *text, position)?;
                position += 1;
            }
            Replacement::Template(Template::Pieces(parts)) => {
                let group = |g: usize| {
                    let slots = search.slots();
                    Some((slots[g * 2], slots[g * 2 + 1])).filter(|&(a, b)| a != usize::MAX && b != usize::MAX)
                };
                parts.iter().for_each(|part| out.push_part(vm, part, &group));
                position += 1;
            }
            Replacement::Call(function) => {
                let found = Match::make(vm, this, &search);
                let answer = vm.call(*function, &[found])?;
                out.push_value(vm, answer, position)?;
                position += usize::from(!answer.is_none());
            }
        }
        last = end;
        done += 1;
        if done % MATCHES_BETWEEN_CHECKS == 0 {
            vm.check_limits(MATCHES_BETWEEN_CHECKS as u64)?;
            vm.reserve(out.size())?;
        }
        search.advance();
    }
    if done == 0 {
        let whole = search.subject.slice(vm, 0, search.end);
        return Ok((whole, 0));
    }
    out.push_slice(vm, last, search.end);
    Ok((out.finish(vm), done))
}

pub(super) fn split(vm: &mut Vm, args: Args) -> Res {
    let [this, string, limit] = args.take(vm);
    let pattern = key_of(vm, this)?;
    let limit = match limit.bound() {
        Some(limit) => vm.index_i64(limit)?,
        None => 0,
    };
    let mut search = Search::new(vm, pattern, string, Value::Undef, Value::Undef, Mode::Search)?;
    let subject = search.subject;
    let (mut parts, mut done, mut last) = (Vec::new(), 0usize, 0);
    while (limit == 0 || (done as i64) < limit) && search.next(vm)? {
        let (start, end) = search.span();
        parts.push(subject.slice(vm, last, start));
        for group in 1..=search.groups() {
            let text = search.group(vm, group).unwrap_or(Value::None);
            parts.push(text);
        }
        last = end;
        done += 1;
        if done % MATCHES_BETWEEN_CHECKS == 0 {
            vm.check_limits(MATCHES_BETWEEN_CHECKS as u64)?;
        }
        search.advance();
    }
    parts.push(subject.slice(vm, last, search.end));
    vm.collect_soon();
    Ok(vm.heap.new_list(parts))
}
