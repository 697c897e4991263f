//! Which exceptions are printed with one: those it came from, the members of groups, and so on.

use crate::heap::types::Exc;
use crate::types::exception;
use crate::value::*;
use crate::vm::Vm;
use std::collections::HashSet;

/// An exception, and the places in the list of those it is printed with.
#[derive(Clone, Debug)]
pub struct Related {
    /// The exception.
    pub exception: Value,
    /// What it was raised from.
    pub cause: Option<usize>,
    /// What was handled when it was raised.
    pub context: Option<usize>,
    /// The members of a group.
    pub members: Option<Vec<usize>>,
}

/// So many exceptions are printed at most: groups may share members, and so be much larger than memory when written out.
const MOST: usize = 100_000;

/// The exception and all that are printed with it. None is the cause or context of two others. With `compact`, contexts
/// that nobody would see are left out.
pub fn related(vm: &Vm, exception: Value, compact: bool) -> Vec<Related> {
    let mut all = List { all: Vec::new(), seen: HashSet::new() };
    all.add(exception);
    let mut todo = vec![0];
    while let Some(at) = todo.pop() {
        let e = all.all[at].exception;
        let Some(key) = vm.exception_key(e) else { continue };
        let x = &vm.heap.exceptions[key];
        let cause = all.unseen(vm, x.cause);
        let hidden = compact && (cause.is_some() || x.suppress_context);
        let context = if hidden { None } else { all.unseen(vm, x.context) };
        let members = exception::is(vm, e, Exc::BaseExceptionGroup)
            .then(|| exception::group_members(vm, e).into_iter().map(|member| all.add(member)).collect::<Vec<_>>());
        todo.extend(cause.iter().chain(&context).chain(members.iter().flatten()));
        let here = &mut all.all[at];
        (here.cause, here.context, here.members) = (cause, context, members);
        if all.all.len() > MOST {
            break;
        }
    }
    all.all
}

struct List {
    all: Vec<Related>,
    seen: HashSet<InstanceKey>,
}

impl List {
    fn add(&mut self, exception: Value) -> usize {
        if let Value::Instance(key) = exception {
            self.seen.insert(key);
        }
        self.all.push(Related { exception, cause: None, context: None, members: None });
        self.all.len() - 1
    }

    /// Adds an exception that isn't in the list.
    fn unseen(&mut self, vm: &Vm, e: Value) -> Option<usize> {
        match e {
            Value::Instance(key) if vm.exception_key(e).is_some() && !self.seen.contains(&key) => Some(self.add(e)),
            _ => None,
        }
    }
}
