//! Which part of an expression that raised is the operator, the brackets: found by parsing it again.

use crate::syntax::ast::{Ast, Body, ExprId, ExprKind, StmtKind};
use crate::syntax::{LineIndex, Mode, parse};

/// A place in a list of lines: both count from 0, columns in characters.
pub type Place = (usize, usize);

/// What is marked with `^` within a segment marked with `~`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// Where the marked part begins.
    pub left: Place,
    /// Behind its end.
    pub right: Place,
}

/// The lines of a segment as characters, for walking over them.
struct Lines(Vec<Vec<char>>);

impl Lines {
    /// This place, or the next on which there is a character.
    fn valid(&self, (mut line, mut column): Place) -> Option<Place> {
        while column >= self.0.get(line)?.len() {
            column = 0;
            line += 1;
        }
        Some((line, column))
    }

    /// The next character that `stop` accepts, comments and backslashes at the ends of lines left out.
    fn until(&self, mut at: Place, stop: impl Fn(char) -> bool) -> Option<Place> {
        loop {
            let c = *self.0.get(at.0)?.get(at.1)?;
            at = match c {
                '\\' | '#' => self.valid((at.0 + 1, 0))?,
                c if stop(c) => return Some(at),
                _ => self.valid((at.0, at.1 + 1))?,
            };
        }
    }
}

/// The anchors of a segment of source that is an expression: the operator of a binary operation, the brackets of a
/// subscript or call. None for anything else.
pub fn find(segment: &str) -> Option<Anchors> {
    // In parentheses any expression may go over lines; the line before it is taken off again below.
    let source = format!("(\n{segment}\n)");
    let parsed = parse(&source, Mode::File).ok()?;
    let ast = &parsed.ast;
    let Body::Module(body) = ast.body else { return None };
    let &[statement] = &ast[body] else { return None };
    let StmtKind::Expr { value } = ast[statement].kind else { return None };
    let lines = Lines(segment.lines().map(|l| l.chars().collect()).collect());
    let index = LineIndex::new(&source);
    let place = |offset: u32| {
        let l = index.location(offset);
        Some((l.line.checked_sub(2)? as usize, l.char_column as usize))
    };
    let end = |e: ExprId| place(ast[e].span.end);
    let bracket = |ast: &Ast, inner: ExprId, open: char| {
        let left = lines.until(lines.valid(place(ast[inner].span.end)?)?, |c| c == open)?;
        Some(Anchors { left, right: end(value)? })
    };
    match ast[value].kind {
        ExprKind::BinOp { left, right, .. } => {
            let at = lines.until(lines.valid(end(left)?)?, |c| !c.is_whitespace() && c != ')')?;
            let start_of_right = place(ast[right].span.start)?;
            let next = (at.0, at.1 + 1);
            // An operator of two characters, on one line, before the right operand.
            let second = lines.0.get(next.0)?.get(next.1).copied();
            let long = second.is_some_and(|c| !c.is_whitespace() && c != '\\' && c != '#') && next < start_of_right;
            Some(Anchors { left: at, right: (at.0, at.1 + 1 + usize::from(long)) })
        }
        ExprKind::Subscript { value: inner, .. } => bracket(ast, inner, '['),
        ExprKind::Call { func, .. } => bracket(ast, func, '('),
        _ => None,
    }
}

/// The lines are `return f(…)` or `x = f(…)` and nothing but that call was under way: then marks say nothing new.
pub fn is_whole_call(lines: &[&str], start: usize, end: usize) -> bool {
    let source = lines.join("\n");
    let Ok(parsed) = parse(&source, Mode::File) else { return false };
    let ast = &parsed.ast;
    let Body::Module(body) = ast.body else { return false };
    let Some(&statement) = ast[body].first() else { return false };
    let value = match ast[statement].kind {
        StmtKind::Return { value: Some(value) } => match ast[value].kind {
            ExprKind::Call { func, .. } if matches!(ast[func].kind, ExprKind::Name(_)) => value,
            _ => return false,
        },
        StmtKind::Assign { targets, value } => match (&ast[targets], ast[value].kind) {
            (&[target], ExprKind::Call { .. }) if matches!(ast[target].kind, ExprKind::Name(_)) => value,
            _ => return false,
        },
        _ => return false,
    };
    let index = LineIndex::new(&source);
    let (first, last) = (index.location(ast[value].span.start), index.location(ast[value].span.end));
    first.line == 1
        && last.line as usize == lines.len()
        && first.column as usize == start
        && last.column as usize == end
}
