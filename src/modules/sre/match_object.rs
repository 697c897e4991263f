//! `re.Match`: what matched, and where.

use super::find::{Search, Subject};
use super::pattern::{self, Pattern};
use super::replace::{Template, template_of};
use crate::heap::dict::Dict;
use crate::heap::kinds::Object;
use crate::regex::matcher::NOWHERE;
use crate::types::generic_alias::class_getitem;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

/// The state.
#[derive(Clone, Debug)]
pub struct Match {
    /// The pattern.
    pattern: Value,
    subject: Subject,
    /// Where the search began and the text ended, in characters.
    pos: usize,
    endpos: usize,
    /// Bytes of the match and of each group.
    slots: Box<[usize]>,
    /// The group that ended last, 0 for none.
    last_group: u32,
}

impl Object for Match {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.pattern);
        visit(self.subject.object);
    }

    fn size(&self) -> usize {
        self.slots.len() * size_of::<usize>()
    }
}

/// The class.
pub static SPEC: TypeSpec = TypeSpec {
    name: "Match",
    module: "re",
    doc: "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    no_new: true,
    methods: &[
        NativeSpec::new(
            "group",
            "($self, /, *args)",
            group,
            "group([group1, ...]) -> str or tuple.\n    Return subgroup(s) of the match by indices or names.\n    For 0 \
             returns the entire match.",
        ),
        NativeSpec::new(
            "start",
            "($self, group=0, /)",
            |vm, a| Ok(span_of_argument(vm, a)?.0),
            "Return index of the start of the substring matched by group.",
        ),
        NativeSpec::new(
            "end",
            "($self, group=0, /)",
            |vm, a| Ok(span_of_argument(vm, a)?.1),
            "Return index of the end of the substring matched by group.",
        ),
        NativeSpec::new(
            "span",
            "($self, group=0, /)",
            |vm, a| {
                let (start, end) = span_of_argument(vm, a)?;
                Ok(vm.heap.new_tuple([start, end]))
            },
            "For match object m, return the 2-tuple (m.start(group), m.end(group)).",
        ),
        NativeSpec::new(
            "groups",
            "($self, /, default=None)",
            groups,
            "Return a tuple containing all the subgroups of the match, from 1.\n\n  default\n    Is used for groups that \
             did not participate in the match.",
        ),
        NativeSpec::new(
            "groupdict",
            "($self, /, default=None)",
            groupdict,
            "Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name.\n\n  \
             default\n    Is used for groups that did not participate in the match.",
        ),
        NativeSpec::new(
            "expand",
            "($self, /, template)",
            expand,
            "Return the string obtained by doing backslash substitution on the string template, as done by the sub() \
             method.",
        ),
        NativeSpec::new("__copy__", "($self, /)", |vm, a| Ok(a.get(vm, 0)), ""),
        NativeSpec::new("__deepcopy__", "($self, memo, /)", |vm, a| Ok(a.get(vm, 0)), ""),
    ],
    class_methods: &[NativeSpec::new("__class_getitem__", "($type, object, /)", class_getitem, "See PEP 585")],
    specials: &[
        NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self)."),
        NativeSpec::new("__getitem__", "($self, key, /)", item, "Return self[key]."),
    ],
    getsets: &[
        GetSetSpec {
            name: "string",
            get: |vm, v| Ok(state(vm, v)?.subject.object),
            set: Some(read_only),
            doc: "The string passed to match() or search().",
        },
        GetSetSpec {
            name: "re",
            get: |vm, v| Ok(state(vm, v)?.pattern),
            set: Some(read_only),
            doc: "The regular expression object.",
        },
        GetSetSpec {
            name: "pos",
            get: |vm, v| Ok(Value::Int(state(vm, v)?.pos as i64)),
            set: Some(read_only),
            doc: "The index into the string at which the RE engine started looking for a match.",
        },
        GetSetSpec {
            name: "endpos",
            get: |vm, v| Ok(Value::Int(state(vm, v)?.endpos as i64)),
            set: Some(read_only),
            doc: "The index into the string beyond which the RE engine will not go.",
        },
        GetSetSpec {
            name: "lastindex",
            get: last_index,
            set: None,
            doc: "The integer index of the last matched capturing group.",
        },
        GetSetSpec {
            name: "lastgroup",
            get: last_group,
            set: None,
            doc: "The name of the last matched capturing group.",
        },
        GetSetSpec { name: "regs", get: regs, set: None, doc: "" },
    ],
    ..TypeSpec::BASE
};

impl Match {
    /// The match a search has just found.
    pub fn make(vm: &mut Vm, pattern: Value, search: &Search) -> Value {
        let class = vm.class_for(&SPEC);
        let found = Match {
            pattern,
            subject: search.subject,
            pos: search.from,
            endpos: search.to,
            slots: search.slots().into(),
            last_group: search.last_group(),
        };
        vm.heap.new_object(class, found)
    }

    /// How many groups there are, beside the whole.
    fn groups(&self) -> usize {
        self.slots.len() / 2 - 1
    }

    /// The bytes of a group that took part.
    fn bytes(&self, group: usize) -> Option<(usize, usize)> {
        let (start, end) = (self.slots[group * 2], self.slots[group * 2 + 1]);
        (start != NOWHERE && end != NOWHERE).then_some((start, end))
    }

    /// What a group matched.
    fn text(&self, vm: &mut Vm, group: usize) -> Option<Value> {
        self.bytes(group).map(|(start, end)| self.subject.slice(vm, start, end))
    }

    /// Where a group lies, in characters; -1 if it took no part.
    fn span(&self, vm: &Vm, group: usize) -> (Value, Value) {
        match self.bytes(group) {
            None => (Value::Int(-1), Value::Int(-1)),
            Some((start, end)) => {
                let at = |byte| Value::Int(self.subject.char_offset(vm, byte) as i64);
                (at(start), at(end))
            }
        }
    }
}

fn state(vm: &mut Vm, v: Value) -> Res<Match> {
    if let Value::Object(k) = v
        && let Some(found) = vm.heap.object::<Match>(k)
    {
        return Ok(found.clone());
    }
    let t = vm.type_name(v);
    Err(vm.type_error(format!("descriptor requires a 're.Match' object but received a '{t}'")))
}

/// The number of a group given by number or name.
fn group_number(vm: &mut Vm, m: &Match, key: Value) -> Res<usize> {
    let number = match key {
        Value::Int(i) => i,
        _ if vm.is_index(key) => vm.index_clamped(key)?,
        _ => {
            let index = pattern::state(vm, m.pattern)?.index;
            match vm.dict_get(index, key)? {
                Some(Value::Int(i)) => i,
                _ => -1,
            }
        }
    };
    match usize::try_from(number) {
        Ok(n) if n <= m.groups() => Ok(n),
        _ => Err(vm.index_error("no such group")),
    }
}

fn group_text(vm: &mut Vm, m: &Match, key: Value) -> Res {
    let number = group_number(vm, m, key)?;
    Ok(m.text(vm, number).unwrap_or(Value::None))
}

fn group(vm: &mut Vm, args: Args) -> Res {
    let [this, keys] = args.take(vm);
    let m = state(vm, this)?;
    let keys = match keys {
        Value::Tuple(k) => vm.heap.tuples[k].to_vec(),
        _ => Vec::new(),
    };
    match keys.as_slice() {
        [] => Ok(m.text(vm, 0).unwrap_or(Value::None)),
        [key] => group_text(vm, &m, *key),
        keys => {
            let texts = keys.iter().map(|&key| group_text(vm, &m, key)).collect::<Res<Vec<Value>>>()?;
            Ok(vm.heap.new_tuple(texts))
        }
    }
}

fn item(vm: &mut Vm, args: Args) -> Res {
    let [this, key] = args.take(vm);
    let m = state(vm, this)?;
    group_text(vm, &m, key)
}

fn span_of_argument(vm: &mut Vm, args: Args) -> Res<(Value, Value)> {
    let [this, key] = args.take(vm);
    let m = state(vm, this)?;
    let number = match key.bound() {
        Some(key) => group_number(vm, &m, key)?,
        None => 0,
    };
    Ok(m.span(vm, number))
}

fn groups(vm: &mut Vm, args: Args) -> Res {
    let [this, default] = args.take(vm);
    let m = state(vm, this)?;
    let texts: Vec<Value> = (1..=m.groups()).map(|g| m.text(vm, g).unwrap_or(default.or_none())).collect();
    Ok(vm.heap.new_tuple(texts))
}

fn groupdict(vm: &mut Vm, args: Args) -> Res {
    let [this, default] = args.take(vm);
    let m = state(vm, this)?;
    let index = pattern::state(vm, m.pattern)?.index;
    let names: Vec<(Value, Value)> = vm.heap.dicts[index].iter().map(|e| (e.key, e.value)).collect();
    let dict = vm.heap.new_dict_key(Dict::new());
    for (name, number) in names {
        let Value::Int(number) = number else { continue };
        let text = m.text(vm, number as usize).unwrap_or(default.or_none());
        vm.dict_set(dict, name, text)?;
    }
    Ok(Value::Dict(dict))
}

fn last_index(vm: &mut Vm, this: Value) -> Res {
    Ok(match state(vm, this)?.last_group {
        0 => Value::None,
        n => Value::Int(i64::from(n)),
    })
}

fn last_group(vm: &mut Vm, this: Value) -> Res {
    let m = state(vm, this)?;
    let Pattern { names, .. } = pattern::state(vm, m.pattern)?;
    Ok(match m.last_group {
        0 => Value::None,
        n => names.get(n as usize).copied().unwrap_or(Value::None),
    })
}

fn regs(vm: &mut Vm, this: Value) -> Res {
    let m = state(vm, this)?;
    let mut spans = Vec::new();
    for group in 0..=m.groups() {
        let (start, end) = m.span(vm, group);
        spans.push(vm.heap.new_tuple([start, end]));
    }
    Ok(vm.heap.new_tuple(spans))
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let m = state(vm, args.get(vm, 0))?;
    let (start, end) = m.span(vm, 0);
    let text = m.text(vm, 0).unwrap_or(Value::None);
    let (start, end, text) = (vm.repr_text(start)?, vm.repr_text(end)?, vm.repr(text)?);
    let mut out = crate::heap::text::Builder::new();
    out.push_str(&format!("<re.Match object; span=({start}, {end}), match="));
    if let Value::Str(k) = vm.payload(text) {
        out.push_text(&vm.heap.strs[k]);
    }
    out.push_str(">");
    Ok(vm.heap.new_text(out.finish()))
}

fn expand(vm: &mut Vm, args: Args) -> Res {
    let [this, template] = args.take(vm);
    let m = state(vm, this)?;
    match template_of(vm, m.pattern, template)? {
        Template::Literal(text) => Ok(text),
        Template::Pieces(pieces) => {
            let group = |g: usize| m.bytes(g);
            super::replace::expand(vm, m.subject, &pieces, group)
        }
    }
}
