//! Completion at the prompt: names in reach, attributes, keywords; Tab in leading white space indents.

use crate::embed::Interpreter;
use rustyline::completion::{Completer, Pair};
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The names that can be completed, learnt anew before each input.
#[derive(Default)]
pub struct Names {
    /// Dotted: `x`, `x.attribute`.
    known: Vec<String>,
}

impl Names {
    /// Asks the interpreter which names there are.
    pub fn learn(&mut self, python: &mut Interpreter) {
        self.known = python.completions();
        self.known.extend(KEYWORDS.iter().map(|k| (*k).to_owned()));
        self.known.sort();
        self.known.dedup();
    }
}

impl Completer for Names {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _ctx: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = &line[..pos];
        if before.trim().is_empty() {
            return Ok((pos, vec![Pair { display: String::new(), replacement: "    ".to_owned() }]));
        }
        let start = before
            .rfind(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
            .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
        let word = &before[start..];
        if word.is_empty() {
            return Ok((pos, Vec::new()));
        }
        let dots = word.matches('.').count();
        let found = self.known.iter().filter(|n| n.starts_with(word) && n.matches('.').count() == dots);
        Ok((start, found.map(|n| Pair { display: n.clone(), replacement: n.clone() }).collect()))
    }
}

impl Hinter for Names {
    type Hint = String;
}

impl Highlighter for Names {}

impl Validator for Names {}

impl Helper for Names {}
