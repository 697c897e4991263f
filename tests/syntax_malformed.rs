//! Whatever the source, the front end answers: it never panics, and never runs out of stack.
use selfsame::syntax::{Mode, decode_source, parse};

/// A small generator of pseudo-random numbers (xorshift), so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

fn parse_all_ways(bytes: &[u8]) {
    if let Ok(text) = decode_source(bytes) {
        for mode in [Mode::File, Mode::Single, Mode::Eval] {
            let _ = parse(&text, mode);
        }
    }
    // Text that was not decoded from a file may have anything in it.
    let _ = parse(&String::from_utf8_lossy(bytes), Mode::File);
}

/// Sources to start from: the table of errors, and some of everything the grammar has.
fn seeds() -> Vec<String> {
    let table = include_str!("syntax/errors.tsv");
    let first = |line: &str| line.split('\t').next().unwrap_or("").replace("\\n", "\n").replace("\\\\", "\\");
    let mut seeds: Vec<String> = table.lines().map(first).collect();
    seeds.push(include_str!("syntax/everything.py").to_owned());
    seeds
}

#[test]
fn mutated_sources_never_panic() {
    let alphabet: Vec<&str> =
        "( ) [ ] { } : , ; . ... -> := = == ' \" ''' \"\"\" f' rf\" b' \\ \n \t # ! $ {{ }} {x! =} lambda if else for in \
         match case type await async \u{0} \u{feff} é “ 𝒳 0x 1_ 1e \r \\N{ \\x \\u12 @ * ** / ~ not print"
            .split(' ')
            .collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for seed in seeds() {
        let rounds = if seed.len() > 1000 { 60 } else { 4 };
        for _ in 0..rounds {
            let mut bytes = seed.clone().into_bytes();
            for _ in 0..=random.below(3) {
                let at = random.below(bytes.len() + 1);
                match random.below(5) {
                    0 => bytes.truncate(at),
                    1 => drop(bytes.drain(at..(at + random.below(6)).min(bytes.len()))),
                    2 => {
                        let piece = alphabet[random.below(alphabet.len())];
                        bytes.splice(at..at, piece.bytes());
                    }
                    3 => bytes.insert(at, random.below(256) as u8),
                    _ => {
                        let to = random.below(bytes.len() + 1);
                        let (from, to) = (at.min(to), at.max(to).min(at.min(to) + 40));
                        let piece = bytes[from..to].to_vec();
                        bytes.splice(from..from, piece);
                    }
                }
            }
            parse_all_ways(&bytes);
        }
    }
}

#[test]
fn random_bytes_never_panic() {
    let mut random = Random(42);
    for _ in 0..2000 {
        let length = random.below(60);
        let ascii = random.below(2) == 0;
        let bytes: Vec<u8> =
            (0..length).map(|_| if ascii { 9 + random.below(118) as u8 } else { random.below(256) as u8 }).collect();
        parse_all_ways(&bytes);
    }
}

#[test]
fn nesting_takes_no_stack() {
    let deep = 20_000;
    for (before, middle, after) in [
        ("not ", "x", ""),
        ("-", "x", ""),
        ("lambda: ", "x", ""),
        ("x**", "x", ""),
        ("x if x else ", "x", ""),
        ("", "x", ".a"),
        ("", "x", "()"),
        ("", "x", "[0]"),
        ("x + ", "x", ""),
        ("x = ", "x", ""),
        ("'a' ", "'b'", ""),
    ] {
        let source = before.repeat(deep) + middle + &after.repeat(deep) + "\n";
        let parsed = parse(&source, Mode::File);
        // CPython's tokenizer has no limit here, and neither has this one: who walks the tree asks `depth`.
        let parsed = parsed.unwrap_or_else(|error| panic!("{before}{middle}{after}: {error}"));
        drop(parsed);
        // With an error at the end the second reading has to give up, not overflow.
        let wrong = before.repeat(deep) + middle + &after.repeat(deep) + " $ $\n";
        assert!(parse(&wrong, Mode::File).is_err());
    }
    let arms = "if x: y\n".to_owned() + &"elif x: y\n".repeat(deep) + "else: z z\n";
    assert!(parse(&arms, Mode::File).is_err());
}

#[test]
fn brackets_and_blocks_have_limits() {
    let brackets = |n: usize| "(".repeat(n) + "x" + &")".repeat(n);
    assert!(parse(&brackets(199), Mode::File).is_ok());
    let error = parse(&brackets(201), Mode::File).err().map(|error| error.message);
    assert_eq!(error.as_deref(), Some("too many nested parentheses"));
    let blocks = |n: usize| (0..n).map(|i| " ".repeat(i) + "if x:\n").collect::<String>() + &" ".repeat(n) + "y\n";
    assert!(parse(&blocks(99), Mode::File).is_ok());
    let error = parse(&blocks(100), Mode::File).err().map(|error| error.message);
    assert_eq!(error.as_deref(), Some("too many levels of indentation"));
    // Errors within such nests, too.
    assert!(parse(&("(".repeat(150) + "x y" + &")".repeat(150)), Mode::File).is_err());
    assert!(parse(&("[(".repeat(99) + "x y"), Mode::File).is_err());
    assert!(parse(&("f(".repeat(190) + "a=1, b" + &")".repeat(190)), Mode::File).is_err());
}

#[test]
fn depth_is_known() {
    let parsed = parse("x = -(-(-y))\n", Mode::File).expect("valid");
    assert_eq!(parsed.ast.max_depth(), 4);
    let parsed = parse(&("not ".repeat(5000) + "x"), Mode::Eval).expect("valid");
    assert_eq!(parsed.ast.max_depth(), 5001);
}

/// The second reading tries alternatives; what it knows of a place it must not find out again and again.
#[test]
fn mistakes_deep_inside_are_found_in_time() {
    let n = 60;
    for (open, close) in [
        ("(", ")"),
        ("{", "}"),
        ("{a: ", "}"),
        ("f(a=", ")"),
        ("x[", "]"),
        ("[x for x in ", "]"),
        ("f(", " for x in y)"),
        ("(a if ", " else b)"),
        ("lambda x=(", "): 1"),
        ("(a := ", ")"),
        ("(*", ")"),
    ] {
        assert!(parse(&(open.repeat(n) + "x y" + &close.repeat(n)), Mode::File).is_err(), "{open}");
    }
    for (open, close) in [("(", ")"), ("A(", ")"), ("A(b=", ")"), ("{1: ", "}"), ("[a, ", "]"), ("(a | ", ")")] {
        let pattern = open.repeat(n) + "x y" + &close.repeat(n);
        assert!(parse(&format!("match x:\n case {pattern}: pass"), Mode::File).is_err(), "{open}");
    }
    for header in ["if a:", "for a in b:", "with a as b, c:", "class A:", "def f():", "try:"] {
        let blocks: String = (0..n).map(|i| " ".repeat(i) + header + "\n").collect();
        assert!(parse(&(blocks + &" ".repeat(n) + "x y\n"), Mode::File).is_err(), "{header}");
    }
}
