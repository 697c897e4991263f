//! `re.Pattern`: a compiled pattern.

use super::find::Search;
use super::match_object::Match;
use super::{replace, scanner};
use crate::code::op::CompareOp;
use crate::heap::kinds::Object;
use crate::regex::flags::{self, Flags};
use crate::regex::matcher::Mode;
use crate::regex::program::Program;
use crate::types::generic_alias::class_getitem;
use crate::types::mapping_proxy;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};
use std::sync::Arc;

/// The state.
pub struct Pattern {
    /// What it was compiled from, or None.
    pub source: Value,
    /// That is a str (or bytes); None if there is none.
    pub is_text: Option<bool>,
    /// Its flags.
    pub flags: Flags,
    /// What runs.
    pub program: Arc<Program>,
    /// Names of groups, and their numbers.
    pub index: DictKey,
    /// The names by number, or None.
    pub names: Box<[Value]>,
}

impl Object for Pattern {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.source);
        visit(Value::Dict(self.index));
        self.names.iter().for_each(|&name| visit(name));
    }

    fn size(&self) -> usize {
        self.program.code.len() * 40 + self.program.sets.len() * 320
    }
}

const WHERE: &str = "($self, /, string, pos=0, endpos=sys.maxsize)";

/// The class.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Pattern",
    module: "re",
    doc: "Compiled regular expression object.",
    weakref: true,
    no_new: true,
    methods: &[
        NativeSpec::new(
            "match",
            WHERE,
            |vm, a| first(vm, a, Mode::Match),
            "Matches zero or more characters at the beginning of the string.",
        ),
        NativeSpec::new("fullmatch", WHERE, |vm, a| first(vm, a, Mode::Full), "Matches against all of the string."),
        NativeSpec::new(
            "search",
            WHERE,
            |vm, a| first(vm, a, Mode::Search),
            "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn \
             None if no position in the string matches.",
        ),
        NativeSpec::new(
            "findall",
            WHERE,
            findall,
            "Return a list of all non-overlapping matches of pattern in string.",
        ),
        NativeSpec::new(
            "finditer",
            WHERE,
            finditer,
            "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the \
             iterator returns a match object.",
        ),
        NativeSpec::new("scanner", WHERE, make_scanner, ""),
        NativeSpec::new(
            "split",
            "($self, /, string, maxsplit=0)",
            replace::split,
            "Split string by the occurrences of pattern.",
        ),
        NativeSpec::new(
            "sub",
            "($self, /, repl, string, count=0)",
            replace::sub,
            "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by \
             the replacement repl.",
        ),
        NativeSpec::new(
            "subn",
            "($self, /, repl, string, count=0)",
            replace::subn,
            "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping \
             occurrences of pattern with the replacement repl.",
        ),
        NativeSpec::new("__copy__", "($self, /)", |vm, a| Ok(a.get(vm, 0)), ""),
        NativeSpec::new("__deepcopy__", "($self, memo, /)", |vm, a| Ok(a.get(vm, 0)), ""),
    ],
    class_methods: &[NativeSpec::new("__class_getitem__", "($type, object, /)", class_getitem, "See PEP 585")],
    specials: with_comparisons!(
        compare,
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__hash__", "($self, /)", hash, "Return hash(self)."),
    ),
    getsets: &[
        GetSetSpec {
            name: "pattern",
            get: source,
            set: Some(read_only),
            doc: "The pattern string from which the RE object was compiled.",
        },
        GetSetSpec {
            name: "flags",
            get: |vm, v| Ok(Value::Int(i64::from(state(vm, v)?.flags))),
            set: Some(read_only),
            doc: "The regex matching flags.",
        },
        GetSetSpec {
            name: "groups",
            get: |vm, v| Ok(Value::Int(state(vm, v)?.program.groups as i64)),
            set: Some(read_only),
            doc: "The number of capturing groups in the pattern.",
        },
        GetSetSpec {
            name: "groupindex",
            get: group_index,
            set: None,
            doc: "A dictionary mapping group names to group numbers.",
        },
    ],
    ..TypeSpec::BASE
};

/// The key of a pattern.
pub fn key_of(vm: &mut Vm, v: Value) -> Res<ObjectKey> {
    match v {
        Value::Object(k) if vm.heap.object::<Pattern>(k).is_some() => Ok(k),
        _ => {
            let t = vm.type_name(v);
            Err(vm.type_error(format!("descriptor requires a 're.Pattern' object but received a '{t}'")))
        }
    }
}

/// The state of a pattern.
pub fn state(vm: &mut Vm, v: Value) -> Res<&Pattern> {
    let k = key_of(vm, v)?;
    vm.heap.object::<Pattern>(k).ok_or(crate::vm::Raised)
}

/// The search a method's arguments ask for.
fn search(vm: &mut Vm, args: Args, mode: Mode) -> Res<Search> {
    let [this, string, pos, endpos] = args.take(vm);
    let pattern = key_of(vm, this)?;
    Search::new(vm, pattern, string, pos, endpos, mode)
}

fn first(vm: &mut Vm, args: Args, mode: Mode) -> Res {
    let mut search = search(vm, args, mode)?;
    if !search.next(vm)? {
        return Ok(Value::None);
    }
    let pattern = args.get(vm, 0);
    Ok(Match::make(vm, pattern, &search))
}

/// Every so many matches limits are looked at.
pub const MATCHES_BETWEEN_CHECKS: usize = 1024;

fn findall(vm: &mut Vm, args: Args) -> Res {
    let mut search = search(vm, args, Mode::Search)?;
    let mut found = Vec::new();
    while search.next(vm)? {
        let item = match search.groups() {
            0 => group_or_empty(vm, &search, 0),
            1 => group_or_empty(vm, &search, 1),
            n => {
                let groups: Vec<Value> = (1..=n).map(|g| group_or_empty(vm, &search, g)).collect();
                vm.heap.new_tuple(groups)
            }
        };
        found.push(item);
        if found.len() % MATCHES_BETWEEN_CHECKS == 0 {
            vm.check_limits(MATCHES_BETWEEN_CHECKS as u64)?;
        }
        search.advance();
    }
    vm.collect_soon();
    Ok(vm.heap.new_list(found))
}

fn group_or_empty(vm: &mut Vm, search: &Search, group: usize) -> Value {
    match search.group(vm, group) {
        Some(part) => part,
        None => search.subject.empty(vm),
    }
}

fn finditer(vm: &mut Vm, args: Args) -> Res {
    let scanner = make_scanner(vm, args)?;
    let search = vm.getattr_text(scanner, "search")?;
    Ok(crate::builtins::iteration::callable_iterator(vm, search, Value::None))
}

fn make_scanner(vm: &mut Vm, args: Args) -> Res {
    let search = search(vm, args, Mode::Search)?;
    let pattern = args.get(vm, 0);
    Ok(scanner::make(vm, pattern, search))
}

fn source(vm: &mut Vm, this: Value) -> Res {
    Ok(state(vm, this)?.source)
}

fn group_index(vm: &mut Vm, this: Value) -> Res {
    let index = state(vm, this)?.index;
    Ok(mapping_proxy::make(vm, Value::Dict(index)))
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) || key_of(vm, this).is_err() {
        return Ok(Value::NotImplemented);
    }
    let Value::Object(k) = other else { return Ok(Value::NotImplemented) };
    if vm.heap.object::<Pattern>(k).is_none() {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (identity(vm, this)?, identity(vm, other)?);
    let equal = this.is(other) || ((a.0, a.1) == (b.0, b.1) && vm.eq(a.2, b.2)?);
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}

/// What makes a pattern equal to another.
fn identity(vm: &mut Vm, this: Value) -> Res<(Flags, Option<bool>, Value)> {
    let p = state(vm, this)?;
    Ok((p.flags, p.is_text, p.source))
}

fn hash(vm: &mut Vm, args: Args) -> Res {
    let (flags, _, source) = identity(vm, args.get(vm, 0))?;
    let hash = vm.hash(source)? ^ i64::from(flags);
    Ok(Value::Int(crate::vm::hash::not_minus_one(hash)))
}

/// The flags `repr` names.
const FLAG_NAMES: &[(Flags, &str)] = &[
    (flags::IGNORECASE, "re.IGNORECASE"),
    (flags::LOCALE, "re.LOCALE"),
    (flags::MULTILINE, "re.MULTILINE"),
    (flags::DOTALL, "re.DOTALL"),
    (flags::VERBOSE, "re.VERBOSE"),
    (flags::DEBUG, "re.DEBUG"),
    (flags::ASCII, "re.ASCII"),
    (flags::UNICODE, "re.UNICODE"),
];

/// Characters of the pattern that `repr` shows.
const SHOWN: usize = 200;

fn repr(vm: &mut Vm, args: Args) -> Res {
    let (mut flags, is_text, source) = identity(vm, args.get(vm, 0))?;
    if is_text == Some(true) && flags & flags::TYPE == flags::UNICODE {
        flags &= !flags::UNICODE;
    }
    let mut shown = Vec::new();
    for &(flag, name) in FLAG_NAMES {
        if flags & flag != 0 {
            shown.push(name.to_owned());
            flags &= !flag;
        }
    }
    if flags != 0 {
        shown.push(format!("{flags:#x}"));
    }
    let source = vm.repr_text(source)?;
    let source: String = source.chars().take(SHOWN).collect();
    let comma = if shown.is_empty() { "" } else { ", " };
    Ok(vm.heap.new_str(format!("re.compile({source}{comma}{})", shown.join("|"))))
}
