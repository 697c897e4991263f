//! `Pattern.scanner`: one match after another.

use super::find::Search;
use super::match_object::Match;
use crate::heap::kinds::Object;
use crate::regex::matcher::Mode;
use crate::value::*;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec, read_only};
use crate::vm::{Res, Vm};

/// The state. The search is taken out while it runs.
struct Scanner {
    pattern: Value,
    object: Value,
    search: Option<Box<Search>>,
}

impl Object for Scanner {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(self.pattern);
        visit(self.object);
    }
}

static SPEC: TypeSpec = TypeSpec {
    name: "SRE_Scanner",
    module: "_sre",
    no_new: true,
    methods: &[
        NativeSpec::new("match", "($self, /)", |vm, a| step(vm, a, Mode::Match), ""),
        NativeSpec::new("search", "($self, /)", |vm, a| step(vm, a, Mode::Search), ""),
    ],
    getsets: &[GetSetSpec { name: "pattern", get: pattern, set: Some(read_only), doc: "" }],
    ..TypeSpec::BASE
};

/// A scanner that goes on with a search.
pub fn make(vm: &mut Vm, pattern: Value, search: Search) -> Value {
    let class = vm.class_for(&SPEC);
    let object = search.subject.object;
    vm.heap.new_object(class, Scanner { pattern, object, search: Some(Box::new(search)) })
}

fn state(vm: &mut Vm, this: Value) -> Res<&mut Scanner> {
    let known = match this {
        Value::Object(k) => Some(k).filter(|&k| vm.heap.object::<Scanner>(k).is_some()),
        _ => None,
    };
    let Some(k) = known else {
        return Err(vm.type_error("descriptor requires a '_sre.SRE_Scanner' object"));
    };
    vm.heap.object_mut::<Scanner>(k).ok_or(crate::vm::Raised)
}

fn step(vm: &mut Vm, args: Args, mode: Mode) -> Res {
    let this = args.get(vm, 0);
    let Some(mut search) = state(vm, this)?.search.take() else {
        return Err(vm.value_error("regular expression scanner already executing"));
    };
    search.set_mode(mode);
    let found = search.next(vm);
    let result = match found {
        Ok(true) => {
            let pattern = state(vm, this)?.pattern;
            let found = Match::make(vm, pattern, &search);
            search.advance();
            Ok(found)
        }
        Ok(false) => Ok(Value::None),
        Err(raised) => Err(raised),
    };
    state(vm, this)?.search = Some(search);
    result
}

fn pattern(vm: &mut Vm, this: Value) -> Res {
    Ok(state(vm, this)?.pattern)
}
