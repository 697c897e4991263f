//! The loop on hand-assembled code: what the compiler makes is tested by running programs.

use super::*;
use crate::code::op::Op;
use crate::code::unit::{BlockKind, CodeUnit, Const, Local, Place};

/// Code with nothing in it but ops; `n` registers.
fn unit(ops: Vec<Op>, n: u16) -> CodeUnit {
    CodeUnit {
        name: "test".into(),
        qualname: "test".into(),
        filename: "<test>".into(),
        first_line: 1,
        kind: BlockKind::Module,
        namespace: false,
        generator: None,
        class_cell: None,
        positional: 0,
        positional_only: 0,
        keyword_only: 0,
        varargs: false,
        varkw: false,
        params: Vec::new(),
        locals_end: 0,
        registers: n,
        locals: Vec::new(),
        free: Vec::new(),
        live: vec![n as u8; ops.len()],
        positions: vec![Default::default(); ops.len()],
        ops,
        consts: Vec::new(),
        names: Vec::new(),
        sites: Vec::new(),
        lookups: Vec::new(),
        handlers: Vec::new(),
        doc: None,
    }
}

fn fib() -> CodeUnit {
    let ops = vec![
        Op::JumpIfLtI { a: 0, want: false, i: 2, off: 1 },
        Op::Return { a: 0 },
        Op::LoadGlobal { d: 1, ic: 0 },
        Op::SubI { d: 2, a: 0, inplace: false, i: 1 },
        Op::Call { d: 3, f: 1, argc: 1 },
        Op::LoadGlobal { d: 4, ic: 0 },
        Op::SubI { d: 5, a: 0, inplace: false, i: 2 },
        Op::Call { d: 4, f: 4, argc: 1 },
        Op::Add { d: 3, a: 3, b: 4, inplace: false },
        Op::Return { a: 3 },
    ];
    CodeUnit {
        kind: BlockKind::Function,
        positional: 1,
        params: vec!["n".into()],
        locals: vec![Local { name: "n".into(), place: Place::Register(0) }],
        locals_end: 1,
        names: vec!["fib".into()],
        sites: vec![0],
        ..unit(ops, 6)
    }
}

fn run_fib(limits: Limits, n: i32) -> Value {
    let main = CodeUnit {
        consts: vec![Const::Code(Box::new(fib()))],
        names: vec!["fib".into()],
        ..unit(
            vec![
                Op::MakeFunction { d: 0, k: 0 },
                Op::StoreGlobal { v: 0, name: 0 },
                Op::LoadInt { d: 1, i: n },
                Op::Call { d: 0, f: 0, argc: 1 },
                Op::Return { a: 0 },
            ],
            2,
        )
    };
    let mut vm = Vm::new(limits);
    let code = vm.load_unit(main);
    let globals = vm.heap.new_dict_key(Default::default());
    vm.run_code(code, FunctionKey::default(), globals, Value::Undef).unwrap_or(Value::Undef)
}

#[test]
fn calls_itself() {
    assert!(run_fib(Limits::default(), 20).is(Value::Int(6765)));
}

#[test]
fn survives_a_collection_at_every_checkpoint() {
    let limits = Limits { stress: true, ..Limits::default() };
    assert!(run_fib(limits, 8).is(Value::Int(21)));
}

#[test]
fn recursion_has_a_limit() {
    let limits = Limits { recursion: 10, ..Limits::default() };
    assert!(run_fib(limits, 20).is_undef());
}

#[test]
fn fuel_runs_out() {
    let limits = Limits { fuel: Some(10_000), ..Limits::default() };
    assert!(run_fib(limits, 25).is_undef());
}
