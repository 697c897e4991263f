//! Round trips through the machines, on values made by hand; CPython's bytes are the measure.

use super::reader::Reader;
use super::writer::Writer;
use crate::heap::dict::Dict;
use crate::value::*;
use crate::vm::{Limits, Res, Vm};

fn machine() -> Vm {
    let mut vm = Vm::new(Limits::default());
    let builtins = vm.heap.new_module(vm.builtins);
    let modules = vm.modules;
    vm.heap.ns_set_text(modules, "builtins", builtins);
    vm
}

fn dumps(vm: &mut Vm, v: Value, protocol: u8) -> Res<Vec<u8>> {
    let class = vm.heap.types.object;
    let Value::Object(home) = vm.heap.new_object(class, Writer::default()) else { unreachable!() };
    let mut w = Writer::new(protocol, true);
    (w.home, w.shapes_allowed) = (home, true);
    w.dump(vm, v)?;
    Ok(w.out.bytes)
}

fn loads(vm: &mut Vm, data: &[u8]) -> Res {
    let class = vm.heap.types.object;
    let Value::Object(home) = vm.heap.new_object(class, <Reader>::default()) else { unreachable!() };
    let mut reader = <Reader>::new(data.to_vec());
    reader.home = home;
    reader.load(vm)
}

#[test]
fn a_list_that_contains_itself() {
    let mut vm = machine();
    let list = vm.heap.new_list(vec![Value::Int(1)]);
    let Value::List(k) = list else { unreachable!() };
    vm.heap.lists[k].push(list);
    let expected: &[(u8, &[u8])] = &[
        (0, b"(lp0\nI1\nag0\na."),
        (1, b"]q\x00(K\x01h\x00e."),
        (2, b"\x80\x02]q\x00(K\x01h\x00e."),
        (4, b"\x80\x04\x95\x09\x00\x00\x00\x00\x00\x00\x00]\x94(K\x01h\x00e."),
    ];
    for (protocol, bytes) in expected {
        let ours = dumps(&mut vm, list, *protocol).expect("a list pickles");
        assert_eq!(ours, *bytes, "protocol {protocol}");
        let Ok(Value::List(k)) = loads(&mut vm, &ours) else { panic!("not a list") };
        assert!(vm.heap.lists[k][1].is(Value::List(k)));
    }
}

#[test]
fn a_tuple_that_contains_itself_through_a_list() {
    let mut vm = machine();
    let list = vm.heap.new_list(Vec::new());
    let tuple = vm.heap.new_tuple([list]);
    let Value::List(k) = list else { unreachable!() };
    vm.heap.lists[k].push(tuple);
    let ours = dumps(&mut vm, tuple, 2).expect("pickles");
    assert_eq!(ours, b"\x80\x02]q\x00h\x00\x85q\x01a0h\x01.");
    let Ok(Value::Tuple(t)) = loads(&mut vm, &ours) else { panic!("not a tuple") };
    let Value::List(k) = vm.heap.tuples[t][0] else { panic!("not a list") };
    assert!(vm.heap.lists[k][0].is(Value::Tuple(t)));
}

#[test]
fn batches_are_cpythons() {
    let mut vm = machine();
    let list = vm.heap.new_list(vec![Value::None; 1001]);
    let ours = dumps(&mut vm, list, 2).expect("pickles");
    let mut expected = b"\x80\x02]q\x00(".to_vec();
    expected.extend([b'N'; 1000]);
    expected.extend(b"e(Ne.");
    assert_eq!(ours, expected);
    let mut dict = Dict::new();
    for i in 0..1000 {
        dict.insert_new(i as u64, Value::Int(i), Value::None);
    }
    let dict = vm.heap.new_dict(dict);
    let ours = dumps(&mut vm, dict, 2).expect("pickles");
    assert!(ours.ends_with(b"Nu(u."));
}

#[test]
fn classes_travel_as_names() {
    let mut vm = machine();
    let class = Value::Class(vm.heap.types.int);
    let expected: &[(u8, &[u8])] = &[
        (0, b"c__builtin__\nlong\np0\n."),
        (3, b"\x80\x03cbuiltins\nint\nq\x00."),
        (4, b"\x80\x04\x95\x14\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x03int\x94\x93\x94."),
    ];
    for (protocol, bytes) in expected {
        let ours = dumps(&mut vm, class, *protocol).expect("pickles");
        assert_eq!(ours, *bytes, "protocol {protocol}");
    }
}

#[test]
fn nesting_ends_where_cpythons_does() {
    let mut vm = machine();
    let nest = |vm: &mut Vm, n: usize| (0..n).fold(Value::Int(0), |v, _| vm.heap.new_list(vec![v]));
    let deep = nest(&mut vm, 4999);
    let bytes = dumps(&mut vm, deep, 4).expect("4999 levels are allowed");
    assert!(loads(&mut vm, &bytes).is_ok());
    let deeper = nest(&mut vm, 5000);
    assert!(dumps(&mut vm, deeper, 4).is_err());
}

#[test]
fn every_beginning_of_a_pickle_is_refused() {
    let mut vm = machine();
    let text = vm.heap.new_str("text");
    let items = vm.heap.new_list(vec![text, Value::Float(1.5), Value::Int(1 << 40), text]);
    for protocol in 0..=5 {
        let bytes = dumps(&mut vm, items, protocol).expect("pickles");
        for n in 0..bytes.len() {
            assert!(loads(&mut vm, &bytes[..n]).is_err(), "protocol {protocol}, {n} bytes");
            vm.take_pending();
        }
        assert!(loads(&mut vm, &bytes).is_ok());
    }
}
