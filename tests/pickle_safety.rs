//! Hostile pickles: a load stays within the interpreter's limits, and with `Builder::pickle_policy` it reaches the names
//! that are listed and imports and calls nothing else. Whatever the bytes are, the outcome is a value or an error.

use selfsame::embed::{Interpreter, PicklePolicy};
use std::time::{Duration, Instant};

fn interpreter(policy: PicklePolicy) -> Interpreter {
    let mut python = Interpreter::builder().capture_output().pickle_policy(policy).build();
    let prepare = "import copyreg, io, pickle, sys\nclass T:\n    class Inner: pass\nclass Other: pass\n\
                   def refused(data, load=pickle.loads):\n    try:\n        load(data)\n    \
                   except pickle.UnpicklingError as error:\n        return str(error)\n";
    python.run(prepare, "<test>").expect("it runs");
    python
}

/// Why a pickle is refused; None if it is loaded.
fn refused(python: &mut Interpreter, data: &str) -> Option<String> {
    python.eval(&format!("refused({data})")).expect("an UnpicklingError or none")
}

const NOT_LISTED: &str = "the interpreter's pickle policy doesn't list it";

#[test]
fn what_is_not_listed_is_neither_imported_nor_called() {
    let mut python = interpreter(PicklePolicy::nothing());
    for (data, name) in [
        (r"b'cfractions\nFraction\n.'", "fractions.Fraction"),
        (r"b'\x80\x04\x8c\x09fractions\x8c\x08Fraction\x93.'", "fractions.Fraction"),
        (r"b'(ifractions\nFraction\n.'", "fractions.Fraction"),
        (r"b'c__builtin__\neval\n(Vprint(1)\ntR.'", "builtins.eval"),
        (r"b'\x80\x04cbuiltins\nexec\n\x8c\x08print(1)\x85R.'", "builtins.exec"),
        (r"b'\x80\x04csys\nmodules\n.'", "sys.modules"),
    ] {
        let message = refused(&mut python, data).unwrap_or_else(|| panic!("{data} is loaded"));
        assert_eq!(message, format!("a pickle may not reach {name}: {NOT_LISTED}"));
    }
    assert!(!python.eval::<bool>("'fractions' in sys.modules").expect("a bool"));
    assert_eq!(python.take_stdout(), "");
}

#[test]
fn plain_data_needs_no_names() {
    let mut python = interpreter(PicklePolicy::nothing());
    let data = "[1, 2.5, 'text', None, True, (1, 2), {'a': [1 << 100]}]";
    for protocol in 0..=5 {
        assert_eq!(refused(&mut python, &format!("pickle.dumps({data}, {protocol})")), None);
    }
    assert!(refused(&mut python, "pickle.dumps({1}, 2)").is_some());
}

#[test]
fn built_in_data_of_every_protocol() {
    let mut python = interpreter(PicklePolicy::data());
    let data = "[{1}, frozenset([2]), b'bytes', bytearray(b'array'), 1j, range(5), ..., NotImplemented, slice(1, 2)]";
    for protocol in 0..=5 {
        assert_eq!(refused(&mut python, &format!("pickle.dumps({data}, {protocol})")), None);
        assert!(refused(&mut python, &format!("pickle.dumps(T, {protocol})")).is_some());
    }
}

#[test]
fn names_with_dots_are_names_of_their_own() {
    let mut python = interpreter(PicklePolicy::nothing().name("__main__", "T"));
    assert_eq!(refused(&mut python, "pickle.dumps(T())"), None);
    assert!(refused(&mut python, "pickle.dumps(Other())").is_some());
    assert!(refused(&mut python, "pickle.dumps(T.Inner())").is_some());
    let mut python = interpreter(PicklePolicy::nothing().module("__main__"));
    assert_eq!(refused(&mut python, "pickle.dumps([T, Other])"), None);
    assert!(refused(&mut python, "pickle.dumps(T.Inner)").is_some());
    assert!(refused(&mut python, r"b'\x80\x04c__main__\nsys.exit\n)R.'").is_some());
    let mut python = interpreter(PicklePolicy::nothing().name("__main__", "T.Inner"));
    assert_eq!(refused(&mut python, "pickle.dumps(T.Inner)"), None);
}

#[test]
fn a_listed_module_does_not_list_those_within() {
    let mut python = interpreter(PicklePolicy::nothing().module("collections"));
    assert_eq!(refused(&mut python, r"b'ccollections\ndeque\n)R.'"), None);
    assert!(refused(&mut python, r"b'ccollections.abc\nSized\n.'").is_some());
}

#[test]
fn neither_find_class_nor_extension_codes_go_round_it() {
    let mut python = interpreter(PicklePolicy::nothing().name("builtins", "set"));
    let more = "class Own(pickle.Unpickler):\n    def find_class(self, module, name):\n        asked.append(name)\n        \
                return super().find_class('builtins', 'eval' if name == 'set' else name)\nasked = []\n\
                def own(data): return Own(io.BytesIO(data)).load()\n\
                copyreg.add_extension('__main__', 'T', 5)\ncopyreg._extension_cache[5] = T\n";
    python.run(more, "<test>").expect("it runs");
    for data in [r"b'\x80\x04cbuiltins\neval\n.', own", r"b'\x80\x04cbuiltins\nset\n.', own", r"b'\x82\x05.'"] {
        assert!(refused(&mut python, data).is_some(), "{data}");
    }
    assert_eq!(python.eval::<i64>("len(asked)").expect("a number"), 1, "only what is listed is asked for");
}

#[test]
fn an_explanation_says_what_is_refused() {
    let mut python = interpreter(PicklePolicy::nothing());
    let steps = python.explain_pickle(&b"cos\nsystem\n."[..]);
    let told: Vec<String> =
        steps.filter_map(|s| s.expect("no limit is reached").resolution).map(|r| r.to_string()).collect();
    assert_eq!(told, ["os.system is not allowed: a load raises UnpicklingError"]);
}

#[test]
fn names_of_python_2_are_listed_as_python_3_has_them() {
    let mut python = interpreter(PicklePolicy::nothing().name("collections", "UserList"));
    assert_eq!(refused(&mut python, r"b'cUserList\nUserList\n.'"), None);
    assert!(refused(&mut python, r"b'cUserString\nUserString\n.'").is_some());
}

const MEMORY: usize = 24 << 20;
const FUEL: u64 = 1_000_000;

/// An interpreter in which a pickle can be loaded with `load(data)`, within limits.
fn limited() -> Interpreter {
    let mut python =
        Interpreter::builder().memory(MEMORY).fuel(FUEL).pickle_policy(PicklePolicy::data().module("__main__")).build();
    python.run(PREPARE, "<test>").expect("it runs");
    python
}

const PREPARE: &str = "
import pickle
class Point:
    def __init__(self):
        self.x, self.y = [1, 2.5, 'text', b'bytes', (), None], {'key': (1, 2, 3, 4), 'set': {1}}
class Node(list):
    def __reduce_ex__(self, protocol): return super().__reduce_ex__(max(protocol, 2))
class Slots:
    __slots__ = 'a', 'b'
    def __reduce_ex__(self, protocol): return super().__reduce_ex__(max(protocol, 2))
class Stated:
    def __getstate__(self): return 7
    def __setstate__(self, state): self.state = state
    def __reduce_ex__(self, protocol): return Stated, (), 7, iter([]), iter([('k', self)])
    def __setitem__(self, key, value): pass
    def __hash__(self): return 3
    def __eq__(self, other): return isinstance(other, Stated)
def value():
    slots = Slots()
    slots.a, slots.b = Stated(), 'a' * 300
    node = Node([Point(), Point, len, 2 ** 100, -1, 2 ** 40, 300, frozenset([1]), bytearray(b'x'), slots, {(1, 'x'): {2.5}}])
    node.append(node)
    node += [Stated(), True, 1e300, 'caf\\xe9', '\\u20ac', b'\\xff' * 300, 1j, range(9), {Stated(): [node]}]
    return node
def dump(protocol):
    return pickle.dumps(value(), protocol)
def load(data):
    pickle.loads(data)
";

/// Loads and explains bytes; fails if that takes longer or more than it may.
fn survives(python: &mut Interpreter, data: &[u8], what: &str) {
    let start = Instant::now();
    python.set_fuel(Some(FUEL));
    let _ = python.call::<selfsame::embed::Object>("load", &[selfsame::embed::Object::Bytes(data.to_vec())]);
    python.set_fuel(Some(FUEL));
    let explained = python.explain_pickle(data).last();
    assert!(explained.is_some(), "{what}: at least one step");
    python.collect();
    assert!(python.memory_in_use() <= MEMORY, "{what}: {} bytes", python.memory_in_use());
    assert!(start.elapsed() < Duration::from_secs(60), "{what}: {:?}", start.elapsed());
}

#[test]
fn hostile_streams_stay_within_the_limits() {
    let size8 = |op: u8, size: u64| [&[op][..], &size.to_le_bytes(), b"."].concat();
    let many = |unit: &[u8], n: usize| unit.repeat(n);
    let shared = |rest: &[u8]| [b"N\x85".as_slice(), &many(b"2\x86", 200), rest].concat();
    // A list of a thousand times the same list of a thousand times the same list …
    let wide = |op: &[u8]| {
        let level = [b"(".as_slice(), &many(b"h\x00", 1000), op, b"q\x00"].concat();
        [b"K\x01q\x00".as_slice(), &many(&level, 8)].concat()
    };
    let growing: Vec<u8> =
        (0..100_000_u32).flat_map(|i| [vec![b'N', b'r'], (i * 63).to_le_bytes().to_vec()].concat()).collect();
    let streams = [
        ("a str of 2**40 bytes", size8(0x8d, 1 << 40)),
        ("bytes of 2**40 bytes", size8(0x8e, 1 << 40)),
        ("a bytearray of 2**62 bytes", size8(0x96, 1 << 62)),
        ("a bytearray of 2**64-1 bytes", size8(0x96, u64::MAX)),
        ("a frame of 2**40 bytes", size8(0x95, 1 << 40)),
        ("an int of 2**31-1 bytes", b"\x8b\xff\xff\xff\x7f.".to_vec()),
        ("an int of a negative number of bytes", b"\x8b\xff\xff\xff\xff.".to_vec()),
        ("a str of 2**32-1 bytes", b"X\xff\xff\xff\xff.".to_vec()),
        ("a memo index of 2**31", b"Nr\x00\x00\x00\x80.".to_vec()),
        ("a memo index of 2**100", b"Np1267650600228229401496703205376\n.".to_vec()),
        ("memo indices with gaps", growing),
        ("a million marks", many(b"(", 4 << 20)),
        ("many Nones", many(b"N", 4 << 20)),
        ("many lists", many(b"]", 2 << 20)),
        ("lists within lists", [many(b"]", 1 << 20), many(b"a", (1 << 20) - 1), b".".to_vec()].concat()),
        ("tuples within tuples", [b"N".as_slice(), &many(b"\x85", 1 << 20), b"."].concat()),
        ("marks within marks", [many(b"(", 1 << 19), many(b"t", 1 << 19), b".".to_vec()].concat()),
        ("as many opcodes as there is fuel for", many(b"N0", 1 << 20)),
        ("a key that takes exponential time to hash", [b"}".as_slice(), &shared(b"Ns.")].concat()),
        ("a member that takes exponential time to hash", [b"\x8f(".as_slice(), &shared(b"\x90.")].concat()),
        ("two keys that take exponential time to compare", [b"}(".as_slice(), &shared(b"N"), &shared(b"Nu.")].concat()),
        ("a wide key", [b"}".as_slice(), &wide(b"t"), b"Ns."].concat()),
        ("wide lists", [wide(b"l"), b".".to_vec()].concat()),
        ("a range of 2**60", b"cbuiltins\nrange\n(L1152921504606846976L\ntR.".to_vec()),
        ("a bytearray of 2**40, called for", b"cbuiltins\nbytearray\n(L1099511627776L\ntR.".to_vec()),
        ("a set of a range of 2**40", b"c__builtin__\nset\n(c__builtin__\nxrange\n(L1099511627776L\ntRtR.".to_vec()),
        ("an int of a million digits", [b"I".as_slice(), &many(b"9", 1 << 20), b"\n."].concat()),
        ("an int of a million hexadecimal digits", [b"L0x".as_slice(), &many(b"f", 1 << 20), b"L\n."].concat()),
        ("a float of a million digits", [b"F".as_slice(), &many(b"9", 1 << 20), b"\n."].concat()),
        ("a name of a million dots", [b"\x80\x04c__main__\n".as_slice(), &many(b"a.", 1 << 19), b"\n."].concat()),
        ("a module of a million dots", [b"c".as_slice(), &many(b"a.", 1 << 18), b"\nx\n."].concat()),
    ];
    for (what, data) in streams {
        let mut python = limited();
        survives(&mut python, &data, what);
    }
}

/// Marsaglia's xorshift64: the same numbers at every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("less than a usize")
    }

    fn byte(&mut self) -> u8 {
        self.below(256).to_le_bytes()[0]
    }
}

/// Changes a pickle in a few places: bytes, opcodes, parts doubled, removed or moved in from another.
fn mutate(data: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    for _ in 0..=random.below(5) {
        let at = random.below(data.len().max(1)).min(data.len().saturating_sub(1));
        let opcodes = selfsame::pickle::opcodes::OPCODES;
        match random.below(7) {
            0 if !data.is_empty() => data[at] = random.byte(),
            1 => data.insert(at.min(data.len()), random.byte()),
            2 if !data.is_empty() => drop(data.remove(at)),
            3 => data.insert(at.min(data.len()), opcodes[random.below(opcodes.len())].1),
            4 if !data.is_empty() => data[at] = opcodes[random.below(opcodes.len())].1,
            5 => {
                let from = random.below(other.len());
                let part = &other[from..(from + random.below(24)).min(other.len())];
                let at = at.min(data.len());
                data.splice(at..at, part.iter().copied());
            }
            _ => drop(data.drain(at..(at + random.below(8)).min(data.len()))),
        }
    }
}

/// As many mutated pickles as `SELFSAME_PICKLE_MUTATIONS` says, or a few. With `SELFSAME_PICKLE_SEED` others.
#[test]
fn mutated_pickles_are_loaded_and_explained_or_refused() {
    let number = |name: &str, default: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(default);
    let count = number("SELFSAME_PICKLE_MUTATIONS", 2000);
    let mut random = Random(number("SELFSAME_PICKLE_SEED", 0x5e1f_5a3e).max(1));
    let mut python = limited();
    let whole: Vec<Vec<u8>> = (0..=5)
        .map(|protocol| {
            let dumped = python.call("dump", &[selfsame::embed::Object::Int(protocol)]).expect("it pickles");
            match dumped {
                selfsame::embed::Object::Bytes(data) => data,
                other => panic!("{other:?} is not bytes"),
            }
        })
        .collect();
    for i in 0..count {
        if i % 500 == 0 {
            python = limited(); // a mutated pickle may have changed the classes
        }
        let mut data = whole[random.below(6)].clone();
        mutate(&mut data, &whole[random.below(6)], &mut random);
        survives(&mut python, &data, &format!("mutation {i}: {data:?}"));
    }
}
