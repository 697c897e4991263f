//! Malformed input gives an error or an answer: never a panic, a crash or a hang.

mod child;

use std::fs;
use std::time::Duration;

/// The time one input may take. Debug builds on a busy machine are slow; a hang is slower.
const LIMIT: Duration = Duration::from_secs(60);

/// One input: a program, and what to call it when it goes wrong.
struct Input {
    name: String,
    source: Vec<u8>,
}

fn input(name: impl Into<String>, source: impl Into<Vec<u8>>) -> Input {
    Input { name: name.into(), source: source.into() }
}

/// Runs every input and fails with the list of those that broke the interpreter.
fn survive(inputs: &[Input]) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("malformed.py");
    let broken: Vec<String> = inputs
        .iter()
        .filter_map(|input| {
            fs::write(&path, &input.source).expect("the temporary folder is writable");
            let mut command = child::selfsame();
            command.arg(&path).current_dir(folder.path());
            let outcome = child::run(&mut command, b"", LIMIT).expect("the command runs");
            complaint(&outcome).map(|complaint| format!("{}: {complaint}", input.name))
        })
        .collect();
    assert!(
        broken.is_empty(),
        "{} of {} inputs broke the interpreter:\n{}",
        broken.len(),
        inputs.len(),
        broken.join("\n")
    );
}

/// What is wrong with an outcome; nothing if it is an answer or an error with a message.
fn complaint(outcome: &child::Outcome) -> Option<String> {
    let stderr = String::from_utf8_lossy(&outcome.stderr);
    let end = outcome.end.describe();
    if stderr.contains("panicked") {
        return Some(format!("panic: {}", tail(&stderr)));
    }
    match end.as_str() {
        "exit status 0" => None,
        "exit status 1" if stderr.trim().is_empty() => Some(format!("{end} without a message")),
        "exit status 1" => None,
        _ => Some(format!("{end}: {}", tail(&stderr))),
    }
}

/// The end of a message, for a list.
fn tail(text: &str) -> String {
    let text = text.trim();
    let skipped = text.chars().count().saturating_sub(300);
    text.chars().skip(skipped).collect()
}

/// A program with most of the syntax in it.
const PROGRAM: &str = r#"
import pickle, io as files
from copy import copy, deepcopy as deep

class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        return super().__new__(meta, name, bases, namespace)

@copy
def decorated(a, /, b: int = 1, *args, c=2, **rest) -> 'text':
    """Documentation."""
    global counter
    counter = a if b else [x ** 2 for x in args if x > 1 for y in range(x)]
    return lambda *p, q=3: (p, {q: -1, **rest}, {1, 2}, counter[::2], not b, f"{a!r:>{c}} {{}} {b=}")

class T(metaclass=Meta, option=True):
    version: str = '1.0'
    def generator(self):
        try:
            while (n := 1) < 2 <= 3 and self is not None:
                yield from (i async_ for i in ()) if False else [n]
                break
            else:
                del self.version, self[0]
        except (ValueError, KeyError) as error:
            raise TypeError(b'bytes\x00', rb"\raw") from error
        finally:
            nonlocal_ = 0x1F + 1_000 + 1.5e-3 + 2j
        with open('x') as (f, *g), files.BytesIO():
            assert f, 'message'
        for (a, b), *c in [((1, 2), 3)]:
            continue
        a, *b = c = "con" 'cat' """ena
tion"""
        a @= b; a //= 2; a >>= 1; x: int
        return print(*a, **b, sep=''), a[1:2, ..., ::3]
"#;

fn truncated_programs() -> Vec<Input> {
    let step = PROGRAM.len() / 70;
    (1..PROGRAM.len()).step_by(step).map(|end| input(format!("the program cut at {end}"), &PROGRAM[..end])).collect()
}

#[test]
fn a_truncated_program() {
    survive(&truncated_programs());
}

/// Marsaglia's xorshift64: the same numbers at every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("less than a usize")
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[3]
    }
}

/// What random programs are made of.
const TOKENS: [&str; 64] = [
    "x", "y", "T", "1", "0.5", "'s'", "b'b'", "f'{x}'", "None", "True", "(", ")", "[", "]", "{", "}", ",", ":", ".",
    ";", "=", "==", ":=", "+", "-", "*", "**", "/", "//", "%", "@", "<<", "<", "!=", "->", "~", "...", "\n", "\n",
    "\n    ", "\n  ", "\n\t", "if ", "else", "elif ", "for ", "in ", "not ", "and ", "or ", "is ", "lambda ", "def ",
    "class ", "return ", "yield ", "try:", "except ", "finally:", "with ", "as ", "import ", "del ", "match ",
];

fn random_inputs() -> Vec<Input> {
    let mut random = Random(0x5e1f_5a3e);
    let mut inputs = Vec::new();
    for i in 0..40 {
        let length = 1 + random.below(1500);
        let bytes: Vec<u8> = (0..length).map(|_| random.byte()).collect();
        inputs.push(input(format!("random bytes {i}"), bytes));
    }
    for i in 0..40 {
        let length = 1 + random.below(200);
        let source: Vec<&str> = (0..length).map(|_| TOKENS[random.below(TOKENS.len())]).collect();
        inputs.push(input(format!("random tokens {i}"), source.join(" ")));
    }
    for i in 0..40 {
        let mut source = PROGRAM.as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            let at = random.below(source.len());
            match random.below(3) {
                0 => source[at] = random.byte(),
                1 => source.insert(at, random.byte()),
                _ => drop(source.remove(at)),
            }
        }
        inputs.push(input(format!("the program, mutated {i}"), source));
    }
    inputs
}

#[test]
fn random_bytes_and_tokens() {
    survive(&random_inputs());
}

/// `open` `depth` times, `middle`, `close` as often.
fn nest(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

/// A block statement in a block statement in a block statement.
fn nest_blocks(header: &str, footer: &str, depth: usize) -> String {
    let indent = |level: usize| " ".repeat(level);
    let mut source = String::new();
    for level in 0..depth {
        source += &format!("{}{header}\n", indent(level));
    }
    source += &format!("{}pass\n", indent(depth));
    if !footer.is_empty() {
        for level in (0..depth).rev() {
            source += &format!("{}{footer}\n{}pass\n", indent(level), indent(level + 1));
        }
    }
    source
}

fn nested_expressions() -> Vec<Input> {
    const DEPTH: usize = 20_000;
    let around = [
        ("(", "1", ")"),
        ("[", "1", "]"),
        ("{", "1", "}"),
        ("{1: ", "1", "}"),
        ("(", "1", ",)"),
        ("f(", "1", ")"),
        ("x[", "1", "]"),
        ("x[1:", "1", "]"),
        ("f(a=", "1", ")"),
        ("f(*", "1", ")"),
        ("[*", "x", "]"),
        ("[", "x", " for x in y]"),
        ("(", "x", " for x in y)"),
        ("{", "x", " for x in y}"),
        ("{x: ", "x", " for x in y}"),
        ("lambda: ", "1", ""),
        ("lambda x=", "1", ": 1"),
        ("not ", "1", ""),
        ("-", "1", ""),
        ("~", "1", ""),
        ("+", "1", ""),
        ("await ", "1", ""),
        ("1 if x else ", "1", ""),
        ("(x := ", "1", ")"),
        ("1 ** ", "1", ""),
        ("", "1", " + 1"),
        ("", "1", " * 1"),
        ("", "1", " < 1"),
        ("", "1", " and 1"),
        ("", "1", " or 1"),
        ("", "1", " in x"),
        ("", "1", " if 1 else 1"),
        ("", "x", ".a"),
        ("", "x", "()"),
        ("", "x", "[0]"),
        ("", "'a'", " 'b'"),
        ("", "1", ", 1"),
        ("x = ", "1", ""),
        ("yield ", "1", ""),
        ("(yield ", "1", ")"),
        ("f'{", "1", "}'"),
        ("f'{1:{", "1", "}}'"),
        ("@x\n", "class T: pass", ""),
        ("del (", "x", ")"),
        ("for (", "x", ") in y: pass"),
        ("import ", "a", ".a"),
        ("", "pass", "; pass"),
        ("", "x = 1", "\nx = 1"),
        ("if x: pass\n", "", ""),
    ];
    around
        .into_iter()
        .map(|(open, middle, close)| {
            let name = format!("{open}{middle}{close} {DEPTH} deep").replace('\n', "⏎");
            input(name, nest(open, middle, close, DEPTH))
        })
        .collect()
}

fn unclosed() -> Vec<Input> {
    ["(", "[", "{", "f(", "x[", "f'{", "f'{x:{", "lambda x=(", "'''", "\\\n", "[x for x in ", "\n(", "if x:\n("]
        .into_iter()
        .map(|open| {
            let name = format!("{open} opened 20000 times and never closed").replace('\n', "⏎");
            input(name, open.repeat(20_000))
        })
        .chain(
            [")", "]", "}", "else:", "\t", "\u{c}", "\0", "\u{feff}", "é", "🐍", "$", "\\"]
                .into_iter()
                .map(|token| input(format!("{token:?} 20000 times"), token.repeat(20_000))),
        )
        .collect()
}

fn nested_blocks() -> Vec<Input> {
    let kinds = [
        ("if 1:", ""),
        ("while x:", ""),
        ("for x in y:", ""),
        ("def f():", ""),
        ("class T:", ""),
        ("with x:", ""),
        ("try:", "finally:"),
        ("try:", "except E as e:"),
        ("if 1:", "else:"),
        ("async def f():", ""),
        ("match x:", ""),
    ];
    let mut inputs = Vec::new();
    for (header, footer) in kinds {
        // 99 levels are allowed, 100 are "too many levels of indentation".
        for depth in [15, 98, 101, 1000] {
            let name = format!("{header} {footer} {depth} deep");
            inputs.push(input(name, nest_blocks(header, footer, depth)));
        }
    }
    inputs.push(input("elif, 5000 times", format!("if x: pass\n{}", "elif x: pass\n".repeat(5000))));
    inputs.push(input("except, 5000 times", format!("try: pass\n{}", "except E: pass\n".repeat(5000))));
    inputs.push(input("with, 5000 items", format!("with {}x: pass", "x, ".repeat(5000))));
    inputs
}

#[test]
fn deeply_nested_expressions() {
    survive(&nested_expressions());
}

#[test]
fn brackets_that_never_close() {
    survive(&unclosed());
}

#[test]
fn deeply_nested_blocks() {
    survive(&nested_blocks());
}

fn huge_literals_and_values() -> Vec<Input> {
    let many = |item: &dyn Fn(usize) -> String| (0..30_000).map(item).collect::<String>();
    let mut inputs = vec![
        input("an integer of a million digits", "9".repeat(1_000_000)),
        input("a hexadecimal integer of a million digits", format!("x = 0x{}", "f".repeat(1_000_000))),
        input("a float with a huge exponent", "print(1e99999999999999999999)"),
        input("a float of a million digits", format!("print(0.{})", "3".repeat(1_000_000))),
        input("a string of five megabytes", format!("x = '{}'", "x".repeat(5_000_000))),
        input("a name of a megabyte", "n".repeat(1_000_000)),
        input("a line of a megabyte of spaces", format!("{}x", " ".repeat(1_000_000))),
        input("a comment of five megabytes", format!("#{}", "c".repeat(5_000_000))),
        input("30000 variables", many(&|i| format!("v{i} = {i}\n"))),
        input("30000 locals", format!("def f():\n{}f()", many(&|i| format!("    v{i} = {i}\n")))),
        input("30000 parameters", format!("def f({}): pass", many(&|i| format!("p{i}, ")))),
        input("30000 arguments", format!("print(*[{}])", many(&|i| format!("{i}, ")))),
        input("30000 keyword arguments", format!("dict({})", many(&|i| format!("k{i}={i}, ")))),
        input("30000 bases", format!("class T({}): pass", many(&|_| "object, ".to_owned()))),
        input("30000 constants", format!("x = [{}]", many(&|i| format!("{i}.5, ")))),
        input("30000 attributes", format!("class T: pass\nt = T()\n{}", many(&|i| format!("t.a{i} = {i}\n")))),
        input("30000 functions", many(&|i| format!("def f{i}(): return {i}\n"))),
    ];
    let values = [
        "'x' * 10**12",
        "[0] * 10**12",
        "(0,) * 10**13",
        "b'x' * 10**14",
        "1 << 10**12",
        "2 ** 10**12",
        "10 ** 10 ** 10",
        "bytes(10**13)",
        "bytearray(10**13)",
        "'%1000000000000d' % 1",
        "f'{1:1000000000000}'",
        "'a'.ljust(10**13)",
        "'a'.zfill(10**13)",
        "int('9' * 1000000)",
        "str(10**100000)",
        "[1][10**30]",
        "range(10**30)[10**29]",
        "list(range(10**13))",
        "'x' * -10**30",
        "'ab'[10**30:]",
        "' '.join(['x' * 10**6] * 10**7)",
        "('x' * 10**6).replace('x', 'y' * 10**8)",
        "'{:{}}'.format(1, 10**13)",
        "'a'.expandtabs(10**13)",
        "round(1, -10**10)",
        "pow(3, 10**12)",
        "(-1) ** 10**20",
        "(10**1000).to_bytes(10**13, 'big')",
        "float('1' * 10**6)",
        "chr(10**30)",
        "__import__('x' * 10**6)",
        "getattr(1, 'x' * 10**6)",
        "type('x' * 10**6, (), {})",
        "eval('(' * 10**5)",
        "compile('x', 'f' * 10**6, 'exec')",
    ];
    inputs.extend(values.into_iter().map(|value| input(value, format!("x = {value}"))));
    inputs
}

#[test]
fn huge_literals_and_huge_values() {
    survive(&huge_literals_and_values());
}

/// Defines what the pickles below are made of, and tries a list of them.
const PICKLE_PRELUDE: &str = r"
import pickle

class Point:
    def __init__(self):
        self.x, self.y = [1, 2.5, 'text', b'bytes', (), None], {'key': (1, 2, 3, 4), 'set': {1}}

class Node(list):
    pass

def value():
    node = Node([Point(), Point, len, 2 ** 100, frozenset([1]), bytearray(b'x')])
    node.append(node)
    return node

def attempt(data):
    try:
        pickle.loads(data)
    except Exception as error:
        str(error)
";

fn pickles() -> Vec<Input> {
    let mut inputs = Vec::new();
    for protocol in 0..=5 {
        let dump = format!("{PICKLE_PRELUDE}\ndata = pickle.dumps(value(), {protocol})\n");
        inputs.push(input(
            format!("a pickle of protocol {protocol}, cut everywhere"),
            format!("{dump}for end in range(len(data)):\n    attempt(data[:end])\n"),
        ));
        for (name, change) in [
            ("a byte changed", "data[:at] + bytes([new]) + data[at + 1:]"),
            ("a byte added", "data[:at] + bytes([new]) + data[at:]"),
            ("a byte removed", "data[:at] + data[at + 1:]"),
        ] {
            inputs.push(input(
                format!("a pickle of protocol {protocol}, {name}"),
                format!(
                    "{dump}seed = 12345\nfor at in range(len(data)):\n    seed = (seed * 1103515245 + 12345) % 2**31\n    new = seed // 65536 % 256\n    attempt({change})\n"
                ),
            ));
        }
    }
    let hostile = [
        r"b'r\xff\xff\xff\x7f.'",
        r"b'Nr\xff\xff\xff\xff.'",
        r"b'p99999999999999999999\n.'",
        r"b'Np999999999999\n.'",
        r"b'\x8d\xff\xff\xff\xff\xff\xff\xff\x7f.'",
        r"b'\x8e\xff\xff\xff\xff\xff\x00\x00\x00.'",
        r"b'\x96\xff\xff\xff\xff\xff\x00\x00\x00.'",
        r"b'X\xff\xff\xff\xff.'",
        r"b'B\xff\xff\xff\xff.'",
        r"b'\x8b\xff\xff\xff\x7f.'",
        r"b'\x95\xff\xff\xff\xff\xff\xff\xff\x7f.'",
        r"b'(' * 1000000",
        r"b']' * 1000000 + b'.'",
        r"b']' * 100000 + b'a' * 99999 + b'.'",
        r"b'(' * 100000 + b't' * 100000 + b'.'",
        r"b'N' + b'\x85' * 200000 + b'.'",
        r"b'I' + b'9' * 1000000 + b'\n.'",
        r"b'L' + b'9' * 1000000 + b'L\n.'",
        r"b'F' + b'9' * 1000000 + b'\n.'",
        r"b'c' + b'a.' * 100000 + b'\nx\n.'",
        r"b'c__main__\n' + b'a.' * 100000 + b'\n.'",
        r"b'\x80\x04\x8c\x08__main__\x8c\xff' + b'x.' * 127 + b'x\x93.'",
        r"b'2' * 1000",
        r"b'N' + b'2' * 1000000 + b'.'",
        r"b'N' * 1000000",
        r"b'0' * 1000000",
        r"b'}' + b'(' * 1000 + b'u' * 1000 + b'.'",
        r"bytes(range(256))",
        r"b'\x80' * 1000",
        r"b'c__builtin__\nint\n(I10\nV' + b'9' * 10000 + b'\ntR.'",
    ];
    inputs.extend(hostile.into_iter().map(|data| input(data, format!("{PICKLE_PRELUDE}\nattempt({data})\n"))));
    inputs
}

#[test]
fn cut_mutated_and_hostile_pickles() {
    survive(&pickles());
}

#[test]
fn there_are_enough_of_them() {
    let count = truncated_programs().len()
        + random_inputs().len()
        + nested_expressions().len()
        + unclosed().len()
        + nested_blocks().len()
        + huge_literals_and_values().len()
        + pickles().len();
    assert!(count >= 200, "{count} inputs");
}
