//! `dict.keys()`, `dict.values()`, `dict.items()`: live views, the first and last of which behave like sets.

use super::iterators;
use crate::code::op::CompareOp;
use crate::heap::dict::Dict;
use crate::heap::kinds::{DictPart, Object};
use crate::types::container_repr::{guarded, join_reprs};
use crate::types::set::algebra;
use crate::value::*;
use crate::vm::compare::with_comparisons;
use crate::vm::native::{Args, GetSetSpec, NativeSpec, TypeSpec};
use crate::vm::table::Table;
use crate::vm::{Res, Vm};

const SET_LIKE: TypeSpec = TypeSpec {
    no_new: true,
    methods: SET_METHODS,
    specials: SET_SPECIALS,
    getsets: GETSETS,
    unhashable: true,
    ..TypeSpec::BASE
};
/// The class `dict_keys`.
pub static KEYS: TypeSpec = TypeSpec { name: "dict_keys", ..SET_LIKE };
/// The class `dict_items`.
pub static ITEMS: TypeSpec = TypeSpec { name: "dict_items", ..SET_LIKE };
/// The class `dict_values`.
pub static VALUES: TypeSpec = TypeSpec {
    name: "dict_values",
    no_new: true,
    methods: &[REVERSED],
    specials: &[REPR, VIEW_ITER, LEN],
    getsets: GETSETS,
    ..TypeSpec::BASE
};

const REVERSED: NativeSpec =
    NativeSpec::new("__reversed__", "($self, /)", reversed, "Return a reverse iterator over the dict view.");
const REPR: NativeSpec = NativeSpec::new("__repr__", "($self, /)", repr, "Return repr(self).");
const VIEW_ITER: NativeSpec = NativeSpec::new("__iter__", "($self, /)", iter, "Implement iter(self).");
const LEN: NativeSpec = NativeSpec::new("__len__", "($self, /)", len, "Return len(self).");

const SET_METHODS: &[NativeSpec] = &[
    NativeSpec::new(
        "isdisjoint",
        "($self, object, /)",
        isdisjoint,
        "Return True if the view and the given iterable have a null intersection.",
    ),
    REVERSED,
];

const SET_SPECIALS: &[NativeSpec] = with_comparisons!(
    compare,
    REPR,
    VIEW_ITER,
    LEN,
    NativeSpec::new("__sub__", "($self, value, /)", |vm, a| operate(vm, a, Op::Sub, false), "Return self-value."),
    NativeSpec::new("__rsub__", "($self, value, /)", |vm, a| operate(vm, a, Op::Sub, true), "Return value-self."),
    NativeSpec::new("__and__", "($self, value, /)", |vm, a| operate(vm, a, Op::And, false), "Return self&value."),
    NativeSpec::new("__rand__", "($self, value, /)", |vm, a| operate(vm, a, Op::And, true), "Return value&self."),
    NativeSpec::new("__xor__", "($self, value, /)", |vm, a| operate(vm, a, Op::Xor, false), "Return self^value."),
    NativeSpec::new("__rxor__", "($self, value, /)", |vm, a| operate(vm, a, Op::Xor, true), "Return value^self."),
    NativeSpec::new("__or__", "($self, value, /)", |vm, a| operate(vm, a, Op::Or, false), "Return self|value."),
    NativeSpec::new("__ror__", "($self, value, /)", |vm, a| operate(vm, a, Op::Or, true), "Return value|self."),
    NativeSpec::new("__contains__", "($self, key, /)", contains, "Return bool(key in self)."),
);

const GETSETS: &[GetSetSpec] = &[GetSetSpec {
    name: "mapping",
    get: |vm, v| {
        let view = view_of(vm, v)?;
        Ok(crate::types::mapping_proxy::make(vm, Value::Dict(view.dict)))
    },
    set: None,
    doc: "dictionary that this view refers to",
}];

enum Op {
    Sub,
    And,
    Xor,
    Or,
}

/// A view's state.
#[derive(Clone, Copy)]
pub struct View {
    /// The dict it shows.
    pub dict: DictKey,
    /// Which part of it.
    pub what: DictPart,
}

impl Object for View {
    fn trace(&self, visit: &mut dyn FnMut(Value)) {
        visit(Value::Dict(self.dict));
    }
}

/// A view of a dict.
pub fn make(vm: &mut Vm, dict: DictKey, what: DictPart) -> Value {
    let class = vm.class_for(match what {
        DictPart::Keys => &KEYS,
        DictPart::Values => &VALUES,
        DictPart::Items => &ITEMS,
    });
    vm.heap.new_object(class, View { dict, what })
}

/// The view in a value, if it is one.
pub fn as_view(vm: &Vm, v: Value) -> Option<View> {
    match v {
        Value::Object(k) => vm.heap.object::<View>(k).copied(),
        _ => None,
    }
}

fn view_of(vm: &mut Vm, v: Value) -> Res<View> {
    match as_view(vm, v) {
        Some(view) => Ok(view),
        None => Err(vm.type_error("descriptor requires a dict view")),
    }
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let [this] = args.take(vm);
    let view = view_of(vm, this)?;
    guarded(vm, this, "...", |vm| {
        let it = vm.dict_iter(view.dict, view.what);
        let open = format!("{}([", vm.type_name(this));
        let Value::List(k) = vm.new_list_from(it)? else { return Ok(Value::None) };
        join_reprs(vm, &open, "])", |vm, i| vm.heap.lists[k].get(i).copied())
    })
}

fn iter(vm: &mut Vm, args: Args) -> Res {
    let view = view_of(vm, args.get(vm, 0))?;
    Ok(vm.dict_iter(view.dict, view.what))
}

fn reversed(vm: &mut Vm, args: Args) -> Res {
    let view = view_of(vm, args.get(vm, 0))?;
    Ok(iterators::reversed(vm, view.dict, view.what))
}

fn len(vm: &mut Vm, args: Args) -> Res {
    let view = view_of(vm, args.get(vm, 0))?;
    Ok(Value::Int(vm.heap.dicts[view.dict].len() as i64))
}

fn contains(vm: &mut Vm, args: Args) -> Res {
    let [this, item] = args.take(vm);
    let view = view_of(vm, this)?;
    view_contains(vm, view, item).map(Value::Bool)
}

fn view_contains(vm: &mut Vm, view: View, item: Value) -> Res<bool> {
    if view.what != DictPart::Items {
        return Ok(vm.dict_get(view.dict, item)?.is_some());
    }
    let Value::Tuple(k) = vm.payload(item) else { return Ok(false) };
    let [key, value] = vm.heap.tuples[k][..] else { return Ok(false) };
    match vm.dict_get(view.dict, key)? {
        Some(v) => vm.eq_pinned(v, value),
        None => Ok(false),
    }
}

/// A new set of what an iterable gives.
fn as_set(vm: &mut Vm, v: Value) -> Res<SetKey> {
    let Value::Set(k) = vm.heap.new_set(Dict::new()) else { return Err(vm.system_error("not a set")) };
    algebra::update(vm, k, v)?;
    Ok(k)
}

fn operate(vm: &mut Vm, args: Args, op: Op, reflected: bool) -> Res {
    let [this, other] = args.take(vm);
    let (left, right) = if reflected { (other, this) } else { (this, other) };
    let a = as_set(vm, left)?;
    match op {
        Op::Sub => algebra::difference_update(vm, a, right)?,
        Op::And => algebra::intersection_update(vm, a, right)?,
        Op::Xor => algebra::symmetric_difference_update(vm, a, right)?,
        Op::Or => algebra::update(vm, a, right)?,
    }
    Ok(Value::Set(a))
}

fn isdisjoint(vm: &mut Vm, args: Args) -> Res {
    let [this, other] = args.take(vm);
    let view = view_of(vm, this)?;
    let mut disjoint = true;
    vm.for_each(other, |vm, item| {
        disjoint = disjoint && !view_contains(vm, view, item)?;
        Ok(())
    })?;
    Ok(Value::Bool(disjoint))
}

fn compare(vm: &mut Vm, args: Args, op: CompareOp) -> Res {
    let [this, other] = args.take(vm);
    let view = view_of(vm, this)?;
    // Values need not be hashable for `items() == items()`: those compare as dicts.
    if let (Some(View { dict, what: DictPart::Items }), DictPart::Items) = (as_view(vm, other), view.what)
        && let CompareOp::Eq | CompareOp::Ne = op
    {
        return Ok(Value::Bool(vm.dicts_equal(view.dict, dict)? == (op == CompareOp::Eq)));
    }
    let right = match vm.payload(other) {
        Value::Set(k) | Value::FrozenSet(k) => Table::Set(k),
        _ => match as_view(vm, other) {
            Some(View { dict, what: DictPart::Keys }) => Table::Dict(dict),
            Some(View { what: DictPart::Items, .. }) => Table::Set(as_set(vm, other)?),
            _ => return Ok(Value::NotImplemented),
        },
    };
    let left = match view.what {
        DictPart::Keys => Table::Dict(view.dict),
        DictPart::Items => Table::Set(as_set(vm, this)?),
        DictPart::Values => return Ok(Value::NotImplemented),
    };
    vm.compare_tables(op, left, right).map(Value::Bool)
}
