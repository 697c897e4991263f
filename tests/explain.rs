//! `selfsame.explain`, `Interpreter::explain_pickle` and `selfsame pickle FILE`: what a pickle would do, told without
//! doing it.

mod child;

use selfsame::embed::Interpreter;
use selfsame::pickle::explain::resolve::Outcome;
use selfsame::pickle::explain::step::Step;
use std::path::Path;
use std::time::Duration;

/// Runs a program and answers what it printed.
fn printed(program: &str) -> String {
    let mut python = Interpreter::builder().capture_output().build();
    if let Err(e) = python.run(program, "<test>") {
        panic!("{e}");
    }
    python.take_stdout()
}

fn steps(python: &mut Interpreter, data: &[u8]) -> Vec<Step> {
    python.explain_pickle(data).map(|step| step.expect("no limit is reached")).collect()
}

/// The names a pickle reaches for, each with what becomes of it.
fn names(python: &mut Interpreter, data: &[u8]) -> Vec<(String, String)> {
    let reached = steps(python, data).into_iter().filter_map(|step| step.resolution);
    reached.map(|r| (format!("{}.{}", r.module, r.name), r.outcome.status().to_owned())).collect()
}

#[test]
fn the_pickle_of_a_class_leads_to_its_slot() {
    let text = printed(
        "import pickle, selfsame\nclass T: version = '1.0'\npickled = pickle.dumps(T)\nprint(len(pickled))\n\
         steps = selfsame.explain(pickled)\nslot = steps[-3]['resolution'].pop('slot')\n\
         print(type(slot).__name__)\nprint(str(steps).replace(f'slot {slot}', 'slot N'))\n\
         print(steps[-3]['resolution']['status'], steps[-3]['resolution']['kind'])\n",
    );
    assert_eq!(
        text,
        "29\nint\n\
offset opcode and argument              stack after it, the top last
     0 PROTO 4
     2 FRAME 18
    11 SHORT_BINUNICODE '__main__'      '__main__'
    21 MEMOIZE (as 0)                   '__main__'
    22 SHORT_BINUNICODE 'T'             '__main__'  'T'
    25 MEMOIZE (as 1)                   '__main__'  'T'
    26 STACK_GLOBAL                     __main__.T
         module __main__ → name T → class, already here (slot N)
    27 MEMOIZE (as 2)                   __main__.T
    28 STOP
         the result is __main__.T
already here class
"
    );
}

#[test]
fn the_slot_is_the_one_the_object_lies_in() {
    let same = "import pickle, selfsame\nclass A: pass\nclass B: pass\n\
        def slot(x): return [s['resolution']['slot'] for s in selfsame.explain(pickle.dumps(x)) if s['resolution']]\n\
        first, second = slot(A), slot(B)\nC = A\nprint(first == second, slot(C) == first, len(first))\n";
    assert_eq!(printed(same), "False True 1\n");
}

#[test]
fn each_name_says_what_would_become_of_it() {
    let mut python = Interpreter::new();
    let prepare = "import sys, collections\nclass T:\n    class Inner: pass\n    x = property(len)\n\
                   sys.modules['never'] = None\nm = type(sys)('lazy')\nm.__getattr__ = print\nsys.modules['lazy'] = m\n\
                   class Meta(type):\n    def __getattr__(cls, name): raise SystemExit\nclass M(metaclass=Meta): pass\n";
    python.run(prepare, "<test>").expect("it runs");
    let modules = python.eval::<i64>("len(sys.modules)").expect("a number");
    let cases: [(&[u8], &str); 14] = [
        (b"\x80\x04cbuiltins\nlen\n.", "already here"),
        (b"\x80\x04c__main__\nT\n.", "already here"),
        (b"\x80\x04c__main__\nT.Inner\n.", "already here"),
        (b"\x80\x03c__main__\nT.Inner\n.", "missing name"), // no dots before protocol 4
        (b"\x80\x04c__main__\nT.absent\n.", "missing name"),
        (b"\x80\x04c__main__\nf.<locals>.g\n.", "missing name"),
        (b"\x80\x04c__main__\nT.x\n.", "would ask"),
        (b"\x80\x04c__main__\nM.x\n.", "would ask"),
        (b"\x80\x04clazy\nanything\n.", "would ask"),
        (b"\x80\x04cfractions\nFraction\n.", "would import"),
        (b"\x80\x04cno_such_module\nx\n.", "missing module"),
        (b"\x80\x04ccollections.nothing\nx\n.", "missing module"),
        (b"\x80\x04cnever\nx\n.", "missing module"),
        (b"\x82\x05.", "unregistered code"),
    ];
    for (data, expected) in cases {
        let found = names(&mut python, data);
        assert_eq!(found.len(), 1, "{data:?}");
        assert_eq!(found[0].1, expected, "{data:?}");
    }
    // Names of Python 2 lead where they lead today.
    let old = steps(&mut python, b"c__builtin__\nlong\n.").remove(0).resolution.expect("a name");
    assert_eq!((old.module.as_str(), old.name.as_str()), ("builtins", "int"));
    assert!(matches!(old.outcome, Outcome::Here { .. }));
    assert_eq!(python.eval::<i64>("len(sys.modules)").expect("a number"), modules, "nothing was imported");
}

#[test]
fn nothing_of_the_program_runs() {
    let program = r#"
import builtins, copyreg, pickle, selfsame, sys

class Loud(type):
    def __getattribute__(cls, name):
        print('asked for', name)
        return super().__getattribute__(name)
    def __call__(cls, *args): print('called')
    def __hash__(cls): print('hashed'); return 1
    def __eq__(cls, other): print('compared'); return True
    def __instancecheck__(cls, x): print('checked')

class T(metaclass=Loud):
    def __new__(cls, *args): print('made'); return super().__new__(cls)
    def __reduce_ex__(self, protocol): return T, (1,), {'a': 2}, iter([1, 2]), iter([(T, T)])
    def __setstate__(self, state): print('state')
    def append(self, x): print('append')
    def extend(self, x): print('extend')
    def __setitem__(self, k, v): print('setitem')
    def __repr__(self): print('repr'); return 'T'

def hook(*args): print('hook', args)
module = type(sys)('shy')
module.__getattr__ = hook
sys.modules['shy'] = module
class Strange:
    def __getattr__(self, name): print('strange', name)
sys.modules['strange'] = Strange()

data = [pickle.dumps(T(1), p) for p in range(6)]
data += [b'\x80\x04cshy\nx\n.', b'\x80\x04cstrange\nx\n.', b'\x80\x04cstrange\nx.y\n.', b'c__main__\nT\nQ.',
         b'(c__main__\nT\no.', b'(i__main__\nT\n.', b'\x80\x04c__main__\nT\n)}\x92.', b'c__main__\nT\n}b.',
         b'\x8f(c__main__\nT\nc__main__\nT\n\x90.', b'}(c__main__\nT\nNc__main__\nT\nNu.', b'(c__main__\nT\n\x91.']
copyreg.add_extension('__main__', 'T', 7)
data.append(b'\x82\x07.')
finders = sys.meta_path
print('---')
before = list(sys.modules), dict(copyreg._extension_cache)
texts = [str(selfsame.explain(d)) for d in data]
finders.insert(0, Strange())
texts += [str(selfsame.explain(b'cfractions\nFraction\n.'))]
builtins.__import__, kept = hook, builtins.__import__
texts += [str(selfsame.explain(d)) for d in [*data, b'cfractions\nFraction\n.']]
builtins.__import__ = kept
print('---', before == (list(sys.modules), dict(copyreg._extension_cache)), all('Error' not in t for t in texts))
"#;
    let text = printed(program);
    let told = text.split("---").nth(1).expect("two lines of dashes");
    assert_eq!(told, "\n", "{text}");
    assert!(text.ends_with("--- True True\n"), "{text}");
}

#[test]
fn calls_and_states_are_told() {
    let mut python = Interpreter::new();
    python.run("class P: pass\nclass S:\n    def __setstate__(self, s): 1/0\n", "<test>").expect("it runs");
    let effects = |python: &mut Interpreter, data: &[u8]| -> Vec<String> {
        steps(python, data).into_iter().filter_map(|s| s.effect).collect()
    };
    assert_eq!(
        effects(&mut python, b"\x80\x04cos\nsystem\n\x8c\x02ls\x85R."),
        ["would call os.system('ls')", "the result is os.system('ls')"]
    );
    assert_eq!(
        effects(&mut python, b"\x80\x04c__main__\nP\n)\x81}\x8c\x01aK\x01sb."),
        [
            "would make a __main__.P: __main__.P.__new__(__main__.P)",
            "would give <__main__.P object> the attributes {'a': 1}",
            "the result is <__main__.P object>"
        ]
    );
    assert_eq!(effects(&mut python, b"\x80\x04c__main__\nS\n)\x81K\x05b.")[1], "would call S.__setstate__(5)");
    assert_eq!(effects(&mut python, b"cx\ny\n(NNe.")[0], "would append 2 items to x.y");
    assert_eq!(effects(&mut python, b"cx\ny\nNNs.")[0], "would set x.y[None] = None");
    assert_eq!(effects(&mut python, b"cx\ny\n(NN\x90.")[0], "would add 2 items to x.y");
    assert_eq!(effects(&mut python, b"Pabc\n.")[0], "would call persistent_load('abc'), if the unpickler has one");
    assert_eq!(effects(&mut python, b"\x97\x98.")[0], "would take the next out-of-band buffer");
}

#[test]
fn the_memo_is_told() {
    let mut python = Interpreter::new();
    let all = steps(&mut python, b"\x80\x04]\x94h\x00q\x05r\x06\x00\x00\x00p7\ng7\n.");
    let memo: Vec<_> = all.iter().filter_map(|s| s.memo.as_ref()).map(|m| (m.index, m.stored)).collect();
    assert_eq!(memo, [(0, true), (0, false), (5, true), (6, true), (7, true), (7, false)]);
}

#[test]
fn a_broken_pickle_is_explained_as_far_as_it_goes() {
    let mut python = Interpreter::new();
    for (data, offset, error) in [
        (&b""[..], 0, "EOFError: Ran out of input"),
        (b"\x80\x04N", 3, "EOFError: Ran out of input"),
        (b"\x80\x09.", 0, "ValueError: unsupported pickle protocol: 9"),
        (b"N\x8c\x05ab", 1, "UnpicklingError: pickle data was truncated"),
        (b"\xff", 0, "UnpicklingError: invalid load key, '\\xff'."),
        (b"h\x05.", 0, "UnpicklingError: Memo value not found at index 5"),
        (b"K\x01K\x02\x93.", 4, "UnpicklingError: STACK_GLOBAL requires str"),
        (b"(NNd(d]t", 7, "UnpicklingError: could not find MARK"),
        (b"]]Ns.", 3, "TypeError: list indices must be integers or slices, not list"),
        (b"}]Ns.", 3, "TypeError: unhashable type: 'list'"),
        (b"NNa.", 2, "AttributeError: 'NoneType' object has no attribute 'append'"),
        (b"NK\x01R.", 3, "TypeError: argument list must be a tuple"),
        (
            b"U\x02a\xff.",
            0,
            "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)",
        ),
        (b"N)R.", 2, "TypeError: 'NoneType' object is not callable"),
    ] {
        let last = steps(&mut python, data).pop().expect("at least one step");
        assert_eq!((last.offset, last.error.as_deref()), (offset, Some(error)), "{data:?}");
        let loading = python.run(&format!("import pickle\npickle.loads({})", literal(data)), "<test>");
        let loading = loading.expect_err("broken");
        let class = loading.class.rsplit('.').next().unwrap_or_default();
        assert_eq!(format!("{class}: {}", loading.message), error, "a load says the same of {data:?}");
    }
}

/// Bytes as a Python literal.
fn literal(data: &[u8]) -> String {
    let escaped: String = data.iter().map(|b| format!("\\x{b:02x}")).collect();
    format!("b'{escaped}'")
}

#[test]
fn what_is_large_or_endless_is_cut() {
    let mut python = Interpreter::new();
    let mut endless = b"\x80\x04]\x94h\x00a".to_vec(); // a list in itself
    endless.extend(b"N\x85"); // and a tuple on top
    endless.extend(b"2\x86".repeat(200)); // 2 ** 200 paths
    endless.extend(b"}h\x00."); // ends with something small
    for step in steps(&mut python, &endless) {
        assert!(step.to_string().lines().all(|line| line.chars().count() <= 200), "{step}");
        assert!(step.error.is_none(), "{step}");
    }
    // As a key such a tuple would have to be hashed.
    let mut key = b"}N\x85".to_vec();
    key.extend(b"2\x86".repeat(200));
    key.extend(b"Ns.");
    assert!(steps(&mut python, &key).iter().all(|s| s.error.is_none()));
}

#[test]
fn limits_hold() {
    let mut python = Interpreter::builder().memory(16 << 20).build();
    let marks = b"(".repeat(8 << 20);
    let end = python.explain_pickle(marks).last().expect("steps");
    assert_eq!(end.expect_err("out of memory").class, "MemoryError");
    let mut python = Interpreter::builder().fuel(10_000).build();
    let end = python.explain_pickle(b"N0".repeat(20_000)).last().expect("steps");
    assert!(end.expect_err("out of fuel").message.starts_with("out of fuel"));
}

/// What the command wrote, and how it ended.
fn command(arguments: &[&str], input: &[u8]) -> (String, String, String) {
    let mut command = child::selfsame();
    command.args(arguments).current_dir(Path::new(env!("CARGO_MANIFEST_DIR")));
    let outcome = child::run(&mut command, input, Duration::from_secs(20)).expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&outcome.stdout), text(&outcome.stderr), outcome.end.describe())
}

#[test]
fn the_command_explains_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("data.pickle");
    std::fs::write(&path, b"\x80\x04cfractions\nFraction\n.rest").expect("the folder is writable");
    let (out, err, end) = command(&["pickle", &path.to_string_lossy()], b"");
    assert_eq!(
        out,
        "offset opcode and argument              stack after it, the top last
     0 PROTO 4
     2 GLOBAL fractions Fraction        fractions.Fraction
         would import fractions → name Fraction, if it has that
    22 STOP
         the result is fractions.Fraction
    23 4 more bytes lie behind the pickle
"
    );
    assert_eq!((err.as_str(), end.as_str()), ("", "exit status 0"));
}

#[test]
fn the_command_says_what_is_wrong() {
    let (out, err, end) = command(&["pickle", "-"], b"\x80\x04\x8c\x05ab");
    assert!(out.ends_with("UnpicklingError: pickle data was truncated\n"), "{out}");
    assert!(err.ends_with(": <stdin>: at byte 2: UnpicklingError: pickle data was truncated\n"), "{err}");
    assert_eq!(end, "exit status 1");
    let (out, err, end) = command(&["pickle", "no/such/file"], b"");
    assert!(err.ends_with(": can't read 'no/such/file': [Errno 2] No such file or directory\n"), "{err}");
    assert_eq!((out.as_str(), end.as_str()), ("", "exit status 2"));
    for wrong in [&["pickle"][..], &["pickle", "--nothing"], &["pickle", "a", "b"]] {
        let (out, err, end) = command(wrong, b"");
        assert!(out.is_empty() && err.contains("usage: ") && end == "exit status 2", "{wrong:?}: {err}");
    }
    let (out, _, end) = command(&["pickle", "--help"], b"");
    assert!(out.starts_with("usage: ") && out.lines().count() <= 24 && end == "exit status 0", "{out}");
}
