//! "Did you mean: 'x'?": the nearest name, for `NameError`, `AttributeError` and `ImportError`.

use super::{exception, field, quietly, text_field, traceback};
use crate::heap::types::Exc;
use crate::modules::stdlib_names::STDLIB;
use crate::value::*;
use crate::vm::Vm;

/// With more names than this nothing is suggested.
const MAX_CANDIDATES: usize = 750;
/// For a longer name nothing is suggested.
const MAX_LENGTH: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// What follows the message of an exception about a name: a suggestion, or nothing. Names of a scope are suggested only
/// with a traceback, which is where the scope is known from.
pub fn hint(vm: &mut Vm, e: Value, has_traceback: bool) -> Option<String> {
    let import = exception::is(vm, e, Exc::ImportError);
    let name_error = exception::is(vm, e, Exc::NameError);
    let wrong = if import {
        text_field(vm, e, "name_from")?
    } else if name_error || exception::is(vm, e, Exc::AttributeError) {
        text_field(vm, e, "name")?
    } else {
        return None;
    };
    let near = if import {
        near_in_module(vm, e, &wrong)
    } else if name_error && !has_traceback {
        None
    } else if name_error {
        near_in_scope(vm, e, &wrong)
    } else {
        near_in_object(vm, e, &wrong)
    };
    let forgotten = name_error && STDLIB.binary_search(&wrong.as_str()).is_ok();
    match (near, forgotten) {
        (Some(n), false) => Some(format!(". Did you mean: '{n}'?")),
        (Some(n), true) => Some(format!(". Did you mean: '{n}'? Or did you forget to import '{wrong}'?")),
        (None, true) => Some(format!(". Did you forget to import '{wrong}'?")),
        (None, false) => None,
    }
}

/// `dir(v)`, names with a leading underscore left out unless `wrong` has one.
fn names_of(vm: &mut Vm, v: Value, hide_private: bool) -> Vec<String> {
    let dir = vm.heap.intern("dir");
    let Some(dir) = vm.heap.ns_get(vm.builtins, dir) else { return Vec::new() };
    let names = quietly(vm, |vm| {
        let list = vm.call(dir, &[v])?;
        vm.to_vec(list)
    });
    let names = names.unwrap_or_default().into_iter().filter_map(|n| match n {
        Value::Str(k) => Some(vm.heap.text(k).into_owned()),
        _ => None,
    });
    names.filter(|n| !hide_private || !n.starts_with('_')).collect()
}

/// `dir(v)` as far as it can be had.
pub fn dir(vm: &mut Vm, v: Value) -> Vec<String> {
    names_of(vm, v, false)
}

fn near_in_module(vm: &mut Vm, e: Value, wrong: &str) -> Option<String> {
    let module = text_field(vm, e, "name")?;
    let module = vm.heap.intern(&module);
    let module = vm.heap.ns_get(vm.modules, module)?;
    let names = names_of(vm, module, !wrong.starts_with('_'));
    closest(wrong, names.iter().map(String::as_str))
}

fn near_in_object(vm: &mut Vm, e: Value, wrong: &str) -> Option<String> {
    let object = field(vm, e, "obj").or_none();
    let from_inside = field(vm, e, SELF).bound().is_some_and(|s| s.is(object));
    let names = names_of(vm, object, !wrong.starts_with('_') && !from_inside);
    closest(wrong, names.iter().map(String::as_str))
}

/// Hidden fields of `NameError` and `AttributeError`: the `self` and the names of the frame that raised.
const SELF: &str = "<self>";
const NAMES: &str = "<names>";

fn near_in_scope(vm: &mut Vm, e: Value, wrong: &str) -> Option<String> {
    let key = vm.exception_key(e)?;
    let innermost = traceback::levels(vm, key).pop()?;
    if let Some(this) = field(vm, e, SELF).bound() {
        let name = vm.heap.intern(wrong);
        if quietly(vm, |vm| vm.getattr_opt(this, name)).flatten().is_some() {
            return Some(format!("self.{wrong}"));
        }
    }
    let mut names: Vec<String> = Vec::new();
    if let Value::Tuple(t) = field(vm, e, NAMES) {
        names.extend(vm.heap.tuples[t].iter().filter_map(|&n| super::text_of(vm, n)));
    }
    for ns in [innermost.entry.globals, vm.builtins] {
        names.extend(vm.heap.dicts[ns].iter().filter_map(|entry| super::text_of(vm, entry.key)));
    }
    closest(wrong, names.iter().map(String::as_str))
}

/// To be called when a `NameError` or `AttributeError` leaves the code that raised it: notes what the suggestions
/// need of the frame on top, which is gone when they are made.
pub fn note_frame(vm: &mut Vm, e: Value) {
    let name_error = exception::is(vm, e, Exc::NameError);
    if !name_error && !exception::is(vm, e, Exc::AttributeError) {
        return;
    }
    let Some(frame) = vm.frames.last().copied() else { return };
    let bound = crate::types::frame::bound_locals(vm, &frame);
    let this = bound.iter().find(|(n, _)| vm.heap.strs[*n].as_str() == Some("self")).map(|&(_, v)| v);
    if let Some(this) = this {
        exception::set_field_of(vm, e, SELF, this);
    }
    if name_error {
        let names: Vec<Value> = bound.into_iter().map(|(n, _)| Value::Str(n)).collect();
        let names = vm.heap.new_tuple(names);
        exception::set_field_of(vm, e, NAMES, names);
    }
}

/// The candidate nearest to `wrong`, if one is near enough: at most a third of the letters differ.
pub fn closest<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let candidates: Vec<&str> = candidates.collect();
    if candidates.len() > MAX_CANDIDATES || wrong.len() > MAX_LENGTH {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for name in candidates {
        if name == wrong {
            continue;
        }
        let mut limit = (wrong.len() + name.len() + 3) * MOVE_COST / 6;
        if let Some((distance, _)) = best {
            limit = limit.min(distance.saturating_sub(1));
        }
        if let Some(distance) = distance(wrong.as_bytes(), name.as_bytes(), limit)
            && best.is_none_or(|(d, _)| distance < d)
        {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name.to_owned())
}

fn substitution_cost(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The Levenshtein distance with cheap changes of case, if it is at most `limit`.
pub fn distance(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        let d = MOVE_COST * (a.len() + b.len());
        return (d <= limit).then_some(d);
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return None;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * MOVE_COST > limit {
        return None;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|i| i * MOVE_COST).collect();
    let mut result = 0;
    for (i, &y) in b.iter().enumerate() {
        let mut diagonal = i * MOVE_COST;
        result = diagonal;
        let mut minimum = usize::MAX;
        for (j, &x) in a.iter().enumerate() {
            let substituted = diagonal + substitution_cost(y, x);
            diagonal = row[j];
            result = substituted.min(result.min(diagonal) + MOVE_COST);
            row[j] = result;
            minimum = minimum.min(result);
        }
        if minimum > limit {
            return None;
        }
    }
    (result <= limit).then_some(result)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn suggests_what_cpython_suggests() {
        let near = |w: &str, c: &[&str]| closest(w, c.iter().copied());
        assert_eq!(near("lenght", &["length", "len"]).as_deref(), Some("length"));
        assert_eq!(near("Foo", &["foo"]).as_deref(), Some("foo"));
        assert_eq!(near("x", &["y", "z"]), None);
        assert_eq!(near("blech", &["blec", "bluch"]).as_deref(), Some("blec"));
    }
}
