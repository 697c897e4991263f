//! One level of a traceback: file, line, function, the source, and marks under what was running.

use super::anchors::{self, Anchors};
use super::source;
use crate::types::traceback::{Level, line_of_level};
use crate::vm::Vm;
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthChar;

/// What is shown of a frame.
pub struct FrameText {
    /// The file of its code.
    pub filename: String,
    /// The line it is at, in figures.
    pub line: String,
    /// The name of its code.
    pub name: String,
    /// The lines of the source it is at, without white space at their ends; none if the source isn't known.
    pub source: Vec<String>,
    /// Where in the first line it begins and in the last it ends what it does, in bytes.
    pub columns: Option<(u32, u32)>,
}

/// The lines of one level, each indented and ended by a newline.
pub fn format(vm: &mut Vm, level: &Level) -> String {
    let code = &vm.codes[level.entry.code];
    let filename = vm.heap.text(code.filename).into_owned();
    let name = vm.heap.text(code.name).into_owned();
    let position = code.entry_position(&level.entry);
    let line = line_of_level(vm, level);
    let same_line = i64::from(position.line) == line && position.end_line >= position.line;
    let last = if same_line { i64::from(position.end_line) } else { line };
    let source = source::of(vm, &filename).map(|source| source_lines(&source, line, last)).unwrap_or_default();
    let columns = (same_line && position.end_column > 0).then_some((position.column, position.end_column));
    text(&FrameText { filename, line: line.to_string(), name, source, columns })
}

/// As [`format()`], of the source only the line, without marks.
pub fn format_plainly(vm: &mut Vm, level: &Level) -> String {
    let code = &vm.codes[level.entry.code];
    let filename = vm.heap.text(code.filename).into_owned();
    let name = vm.heap.text(code.name).into_owned();
    let line = line_of_level(vm, level);
    let source = source::of(vm, &filename).and_then(|source| nth_line(&source, line)).unwrap_or_default();
    let place = text(&FrameText { filename, line: line.to_string(), name, source: Vec::new(), columns: None });
    if source.is_empty() { place } else { format!("{place}    {source}\n") }
}

/// A line (from 1) without what indents it.
fn nth_line(source: &str, number: i64) -> Option<String> {
    let index = usize::try_from(number - 1).ok()?;
    source.lines().nth(index).map(|line| line.trim_start_matches([' ', '\t', '\x0c']).to_owned())
}

/// The file, the line and the function, and below them the source with marks.
pub fn text(frame: &FrameText) -> String {
    let FrameText { filename, line, name, source, columns } = frame;
    let filename = if filename.starts_with("<stdin>-") { "<stdin>" } else { filename };
    let mut text = format!("  File \"{filename}\", line {line}, in {name}\n");
    let dedented = dedent(source);
    if dedented.iter().all(|l| l.trim().is_empty()) {
        return text;
    }
    match *columns {
        Some(columns) => text += &marked(source, &dedented, columns),
        None => text += &format!("    {}\n", dedented[0].trim()),
    }
    text
}

/// Lines `first..=last` (from 1), without white space at their ends; missing ones are empty.
pub fn source_lines(source: &str, first: i64, last: i64) -> Vec<String> {
    let skip = usize::try_from(first - 1).unwrap_or(usize::MAX);
    let count = usize::try_from(last - first + 1).unwrap_or(1);
    let lines = source.split('\n').skip(skip).take(count).map(|l| l.trim_end().to_owned());
    let mut lines: Vec<String> = lines.collect();
    lines.resize(count.min(lines.len() + 1).max(1), String::new());
    lines
}

/// The lines without the blanks that all of them begin with (`textwrap.dedent`).
fn dedent<S: AsRef<str>>(lines: &[S]) -> Vec<String> {
    let mut margin: Option<&str> = None;
    for line in lines.iter().map(AsRef::as_ref) {
        let content = line.trim_start_matches([' ', '\t']);
        if content.is_empty() {
            continue;
        }
        let indent = &line[..line.len() - content.len()];
        margin = Some(match margin {
            None => indent,
            Some(m) => {
                let same = m.bytes().zip(indent.bytes()).take_while(|(a, b)| a == b).count();
                &m[..same]
            }
        });
    }
    let margin = margin.unwrap_or_default().len();
    let strip = |l: &str| if l.trim_matches([' ', '\t']).is_empty() { String::new() } else { l[margin..].to_owned() };
    lines.iter().map(|l| strip(l.as_ref())).collect()
}

fn chars(s: &str) -> usize {
    s.chars().count()
}

/// The number of characters in the first `offset` bytes.
fn char_offset(line: &str, offset: u32) -> usize {
    String::from_utf8_lossy(&line.as_bytes()[..line.len().min(offset as usize)]).chars().count()
}

/// The columns the first `offset` characters take on a screen.
fn display_width(line: &str, offset: usize) -> usize {
    if line.is_ascii() {
        return offset;
    }
    line.chars().take(offset).map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// What is printed below "File …": the lines that matter, and the marks.
struct Marks<'a> {
    lines: &'a [String],
    anchors: Option<Anchors>,
    show: bool,
    /// Where the marks begin in the first line and end in the last, in screen columns.
    start: usize,
    end: usize,
    left: usize,
    right: usize,
}

/// The source lines with marks under the part between two columns.
fn marked(original: &[String], lines: &[String], (column, end_column): (u32, u32)) -> String {
    let (first, last) = (&original[0], &original[original.len() - 1]);
    let removed = chars(first) - chars(&lines[0]);
    let start = char_offset(first, column).saturating_sub(removed);
    let end = char_offset(last, end_column).saturating_sub(removed);
    let (top, bottom) = (&lines[0], &lines[lines.len() - 1]);

    let whole: Vec<char> = lines.join("\n").chars().collect();
    let cut = chars(bottom).saturating_sub(end);
    let segment: String = whole.get(start..whole.len() - cut).unwrap_or_default().iter().collect();
    let found = anchors::find(&segment);
    let line_refs: Vec<&str> = lines.iter().map(String::as_str).collect();
    let show = !anchors::is_whole_call(&line_refs, start, end)
        && (found.is_some()
            || !top.chars().take(start).all(char::is_whitespace)
            || !bottom.chars().skip(end).all(char::is_whitespace));

    let in_line = |(line, column): anchors::Place| {
        let column = if line == 0 { column + start } else { column };
        lines.get(line).map_or(column, |l| display_width(l, column))
    };
    let marks = Marks {
        lines,
        anchors: found,
        show,
        start: display_width(top, start),
        end: display_width(bottom, end),
        left: found.map_or(0, |a| in_line(a.left)),
        right: found.map_or(0, |a| in_line(a.right)),
    };
    let mut out = Vec::new();
    marks.print_all(&mut out);
    dedent(&out).iter().map(|l| format!("    {l}\n")).collect()
}

impl Marks<'_> {
    /// The first and last lines and those around the anchors; what lies between is counted.
    fn print_all(&self, out: &mut Vec<String>) {
        let n = self.lines.len();
        let mut shown = BTreeSet::from([0, n - 1]);
        if let Some(a) = self.anchors {
            for at in [a.left.0, a.right.0] {
                shown.extend(at.saturating_sub(1)..=(at + 1).min(n - 1));
            }
        }
        let mut previous = None;
        for line in shown {
            match previous.map_or(0, |p: usize| line - p) {
                2 => self.print(line - 1, out),
                gap if gap > 2 => out.push(format!("...<{} lines>...", gap - 1)),
                _ => {}
            }
            self.print(line, out);
            previous = Some(line);
        }
    }

    fn print(&self, line: usize, out: &mut Vec<String>) {
        let text = &self.lines[line];
        out.push(text.clone());
        if !self.show {
            return;
        }
        let blank = text.chars().take_while(|c| c.is_whitespace()).count();
        let width = if line + 1 == self.lines.len() { self.end } else { display_width(text, chars(text)) };
        out.push((0..width).map(|column| self.mark(line, column, blank)).collect());
    }

    fn mark(&self, line: usize, column: usize, blank: usize) -> char {
        if column < blank || (line == 0 && column < self.start) {
            return ' ';
        }
        let Some(a) = self.anchors else { return '^' };
        let behind_left = line > a.left.0 || (line == a.left.0 && column >= self.left);
        let before_right = line < a.right.0 || (line == a.right.0 && column < self.right);
        if behind_left && before_right { '^' } else { '~' }
    }
}
