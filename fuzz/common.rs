//! The interpreter that the targets share: limits, a policy, and the Python functions they call.

use selfsame::embed::{Error, Interpreter, Object, PicklePolicy};
use std::cell::RefCell;

const PROGRAM: &str = "
import io, pickle, pickletools

class Point:
    pass
class Node(list):
    pass

def load(data):
    pickle.loads(data)

def disassemble(data):
    pickletools.dis(data, io.StringIO(), annotate=1)
    pickletools.optimize(data)

def round_trip(data):
    try:
        value = pickle.loads(data)
    except Exception:
        return
    for protocol in range(6):
        try:
            first = pickle.dumps(value, protocol)
        except Exception:
            continue
        again = pickle.loads(first)
        second = pickle.dumps(again, protocol)
        third = pickle.dumps(pickle.loads(second), protocol)
        # Sets may change their order, and strings become one that were two, but only once.
        assert len(second) == len(third), (protocol, first, second, third)
";

/// An interpreter serves so many inputs: a pickle may change the classes.
const INPUTS: u32 = 256;

thread_local! {
    static INTERPRETER: RefCell<Option<(Interpreter, u32)>> = const { RefCell::new(None) };
}

/// Works with an interpreter whose memory and work are bounded, and whose pickles reach little.
pub fn with_interpreter(f: impl FnOnce(&mut Interpreter)) {
    INTERPRETER.with_borrow_mut(|slot| {
        let (mut python, used) = slot.take().unwrap_or_else(|| (interpreter(), 0));
        python.set_fuel(Some(300_000));
        f(&mut python);
        python.set_fuel(None);
        if used < INPUTS {
            *slot = Some((python, used + 1));
        }
    });
}

fn interpreter() -> Interpreter {
    let policy = PicklePolicy::data().name("__main__", "Point").name("__main__", "Node").module("collections");
    let mut python = Interpreter::builder().memory(64 << 20).native_depth(60).pickle_policy(policy).build();
    python.run(PROGRAM, "<fuzz>").expect("the program runs");
    python
}

/// Calls one of the functions with the input.
pub fn call(python: &mut Interpreter, function: &str, data: &[u8]) -> Result<(), Error> {
    python.call::<Object>(function, &[Object::Bytes(data.to_vec())]).map(drop)
}
