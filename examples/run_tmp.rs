use selfsame::{syntax::Mode, value::*, vm::*};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let src = std::fs::read_to_string(&path).unwrap();
    let mut vm = Vm::new(Limits::default());
    let Ok(code) = vm.compile_source(&src, &path, Mode::File, false) else { return show(&mut vm) };
    let g = vm.heap.new_dict_key(Default::default());
    let n = vm.heap.interned_str("__main__");
    vm.heap.ns_set_text(g, "__name__", n);
    vm.pin(Value::Dict(g));
    match vm.run_code(code, FunctionKey::default(), g, Value::Undef) {
        Ok(_) => {
            let k = vm.heap.intern("result");
            println!("{:?}", vm.heap.ns_get(g, k));
        }
        Err(_) => show(&mut vm),
    }
}
fn show(vm: &mut Vm) {
    let e = vm.take_pending();
    let k = vm.exception_key(e).unwrap();
    let c = vm.class_of(e);
    print!("{}: ", vm.heap.class_name(c));
    if let Value::Tuple(t) = vm.heap.exceptions[k].args {
        for v in vm.heap.tuples[t].iter() {
            match v {
                Value::Str(s) => print!("{} ", vm.heap.text(*s)),
                v => print!("{v:?} "),
            }
        }
    }
    println!();
    for t in &vm.heap.exceptions[k].traceback {
        let c = &vm.codes[t.code];
        println!("  in {} line {}", vm.heap.text(c.name), c.position(t.pc).line);
    }
}
