//! Sorting: a stable merge sort over natural runs that survives comparisons which raise, lie or change the list.

use super::key_of;
use crate::code::op::CompareOp;
use crate::value::*;
use crate::vm::compare::str_order;
use crate::vm::native::Args;
use crate::vm::{Raised, Res, Vm};

/// Runs shorter than this are made longer by binary insertion.
const MIN_RUN: usize = 32;

/// An element with the key it is sorted by.
#[derive(Clone, Copy)]
struct Keyed {
    key: Value,
    item: Value,
}

/// `list.sort(*, key=None, reverse=False)`
pub fn sort_method(vm: &mut Vm, args: Args) -> Res {
    let [this, key, reverse] = args.take(vm);
    let k = key_of(vm, this)?;
    let reverse = if reverse.is_undef() { false } else { vm.truth(reverse)? };
    sort(vm, k, key.or_none(), reverse)?;
    Ok(Value::None)
}

/// Sorts a list, which appears empty meanwhile. `ValueError` "list modified during sort"; whatever is raised, the
/// list has all its elements afterwards.
pub fn sort(vm: &mut Vm, k: ListKey, key: Value, reverse: bool) -> Res<()> {
    let mut items = std::mem::take(&mut vm.heap.lists[k]);
    let bytes = items.len() * size_of::<Keyed>() * 2;
    if let Err(raised) = vm.reserve(bytes) {
        vm.heap.lists[k] = items;
        return Err(raised);
    }
    // Roots: the list does not hold them now.
    vm.heap.new_list(items.clone());
    let result = if key.is_none() && sort_alike(vm, &mut items, reverse) {
        Ok(())
    } else {
        sort_keyed(vm, &mut items, key, reverse)
    };
    let modified = !vm.heap.lists[k].is_empty() || vm.heap.lists[k].capacity() != 0;
    vm.heap.lists[k] = items;
    result?;
    if modified {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(())
}

/// Sorts ints and strs, which need no calls. False if the elements are others.
fn sort_alike(vm: &Vm, items: &mut [Value], reverse: bool) -> bool {
    if items.iter().all(|v| matches!(v, Value::Int(_))) {
        let int = |v: &Value| if let Value::Int(i) = *v { i } else { 0 };
        items.sort_unstable_by_key(int);
        if reverse {
            items.reverse(); // equal ints can't be told apart
        }
        return true;
    }
    if items.iter().all(|v| matches!(v, Value::Str(_))) {
        let strs = &vm.heap.strs;
        let order = |a: &Value, b: &Value| match (*a, *b) {
            (Value::Str(a), Value::Str(b)) => str_order(&strs[a], &strs[b]),
            _ => std::cmp::Ordering::Equal,
        };
        if reverse {
            items.sort_by(|a, b| order(b, a));
        } else {
            items.sort_by(order);
        }
        return true;
    }
    false
}

fn sort_keyed(vm: &mut Vm, items: &mut Vec<Value>, key: Value, reverse: bool) -> Res<()> {
    let mut keyed = Vec::with_capacity(items.len());
    if key.is_none() {
        keyed.extend(items.iter().map(|&v| Keyed { key: v, item: v }));
    } else {
        let keys = vm.heap.new_list(Vec::new());
        let recent = vm.heap.recent.len();
        for &item in items.iter() {
            let v = vm.call(key, &[item])?;
            if let Value::List(k) = keys {
                vm.list_push(k, v)?;
            }
            vm.heap.recent.truncate(recent);
            keyed.push(Keyed { key: v, item });
        }
    }
    // Reversing before and after keeps equal elements in order.
    if reverse {
        keyed.reverse();
    }
    let result = sort_pairs(vm, &mut keyed);
    if reverse {
        keyed.reverse();
    }
    items.clear();
    items.extend(keyed.iter().map(|k| k.item));
    result
}

fn sort_pairs(vm: &mut Vm, keyed: &mut [Keyed]) -> Res<()> {
    if keyed.iter().all(|k| matches!(k.key, Value::Int(_))) {
        keyed.sort_by_key(|k| if let Value::Int(i) = k.key { i } else { 0 });
        return Ok(());
    }
    if keyed.iter().all(|k| matches!(k.key, Value::Str(_))) {
        let strs = &vm.heap.strs;
        keyed.sort_by(|a, b| match (a.key, b.key) {
            (Value::Str(a), Value::Str(b)) => str_order(&strs[a], &strs[b]),
            _ => std::cmp::Ordering::Equal,
        });
        return Ok(());
    }
    if keyed.iter().all(|k| matches!(k.key, Value::Float(f) if !f.is_nan())) {
        keyed.sort_by(|a, b| match (a.key, b.key) {
            (Value::Float(a), Value::Float(b)) => a.partial_cmp(&b).unwrap_or(std::cmp::Ordering::Equal),
            _ => std::cmp::Ordering::Equal,
        });
        return Ok(());
    }
    merge_sort(keyed, &mut |a, b| vm.compare_bool(CompareOp::Lt, a.key, b.key))
}

/// Sorts by a `less` that may raise and need not be consistent: natural runs, made at least [`MIN_RUN`] long, are
/// merged pairwise. After an error the elements are still all there.
fn merge_sort<T: Copy>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Res<bool>) -> Res<()> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < items.len() {
        let end = make_run(&mut items[start..], less)? + start;
        runs.push((start, end));
        start = end;
    }
    let mut buffer = Vec::new();
    while runs.len() > 1 {
        let mut merged = Vec::with_capacity(runs.len() / 2 + 1);
        for pair in runs.chunks(2) {
            match *pair {
                [(a, middle), (_, b)] => {
                    merge(&mut items[a..b], middle - a, &mut buffer, less)?;
                    merged.push((a, b));
                }
                _ => merged.extend_from_slice(pair),
            }
        }
        runs = merged;
    }
    Ok(())
}

/// Makes a sorted run at the beginning; its length.
fn make_run<T: Copy>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Res<bool>) -> Res<usize> {
    if items.len() < 2 {
        return Ok(items.len());
    }
    let mut n = natural_run(items, less)?;
    let end = if items.len() < 2 * MIN_RUN { items.len() } else { MIN_RUN };
    while n < end {
        let item = items[n];
        let (mut low, mut high) = (0, n);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(&item, &items[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        items[low..=n].rotate_right(1);
        n += 1;
    }
    Ok(n)
}

/// The length of the run at the beginning of at least two elements, put in ascending order. A descending run may
/// hold equal elements, whose order is kept. Asks in CPython's order, which a `__lt__` that prints shows.
fn natural_run<T: Copy>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Res<bool>) -> Res<usize> {
    let mut n = ascend(items, 1, less)?;
    if n == items.len() || n > 1 && less(&items[0], &items[n - 1])? {
        return Ok(n);
    }
    // All so far were equal, and the next is smaller.
    items[..n].reverse();
    n += 1;
    let mut equal = 0;
    while n < items.len() {
        if less(&items[n], &items[n - 1])? {
            items[n - equal - 1..n].reverse();
            equal = 0;
        } else if less(&items[n - 1], &items[n])? {
            break;
        } else {
            equal += 1;
        }
        n += 1;
    }
    items[n - equal - 1..n].reverse();
    items[..n].reverse();
    ascend(items, n, less)
}

/// How far the elements from `n` on do not descend.
fn ascend<T>(items: &[T], mut n: usize, less: &mut impl FnMut(&T, &T) -> Res<bool>) -> Res<usize> {
    while n < items.len() && !less(&items[n], &items[n - 1])? {
        n += 1;
    }
    Ok(n)
}

/// Merges two adjacent sorted runs.
fn merge<T: Copy>(
    items: &mut [T],
    middle: usize,
    buffer: &mut Vec<T>,
    less: &mut impl FnMut(&T, &T) -> Res<bool>,
) -> Res<()> {
    if !less(&items[middle], &items[middle - 1])? {
        return Ok(());
    }
    buffer.clear();
    buffer.extend_from_slice(&items[..middle]);
    let (mut left, mut right, mut out) = (0, middle, 0);
    let mut result = Ok(());
    while left < buffer.len() && right < items.len() {
        match less(&items[right], &buffer[left]) {
            Ok(true) => {
                items[out] = items[right];
                right += 1;
            }
            Ok(false) => {
                items[out] = buffer[left];
                left += 1;
            }
            Err(Raised) => {
                result = Err(Raised);
                break;
            }
        }
        out += 1;
    }
    // What is left of the left run fits exactly before what is left of the right one.
    let rest = buffer.len() - left;
    items[out..out + rest].copy_from_slice(&buffer[left..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut v: Vec<(u32, usize)>) -> Vec<(u32, usize)> {
        assert_eq!(merge_sort(&mut v, &mut |a, b| Ok(a.0 < b.0)), Ok(()));
        v
    }

    #[test]
    fn sorts_stably() {
        let mut seed = 1u32;
        for n in [0, 1, 2, 31, 64, 65, 1000] {
            let v: Vec<_> = (0..n)
                .map(|i| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 27, i)
                })
                .collect();
            let mut expected = v.clone();
            expected.sort();
            assert_eq!(sorted(v), expected);
        }
    }

    #[test]
    fn survives_errors_and_lies() {
        for fail_at in 0..400 {
            let mut v: Vec<u32> = (0..150).map(|i| i * 7919 % 151).collect();
            let mut calls = 0;
            let result = merge_sort(&mut v, &mut |a, b| {
                calls += 1;
                if calls == fail_at { Err(Raised) } else { Ok(a < b) }
            });
            assert!(result.is_ok() || calls == fail_at);
            v.sort();
            assert_eq!(v, (0..151).filter(|i| (0..150).any(|j| j * 7919 % 151 == *i)).collect::<Vec<_>>());
        }
        let mut v: Vec<u32> = (0..500).collect();
        let mut flip = false;
        assert_eq!(
            merge_sort(&mut v, &mut |_, _| {
                flip = !flip;
                Ok(flip)
            }),
            Ok(())
        );
        v.sort();
        assert_eq!(v, (0..500).collect::<Vec<_>>());
    }
}
