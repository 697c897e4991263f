//! Docstrings, with their indentation taken away as CPython 3.13 does.

use super::Compiler;
use crate::code::unit::Const;
use crate::syntax::ast::*;

impl Compiler<'_> {
    /// The docstring of a body and the statements behind it.
    pub(super) fn docstring<'b>(&self, body: &'b [StmtId]) -> Option<(Const, &'b [StmtId])> {
        let (&first, rest) = body.split_first()?;
        let StmtKind::Expr { value } = self.ast[first].kind else {
            return None;
        };
        if self.optimize > 1 {
            return None;
        }
        match self.ast.constant(value)? {
            Constant::Str(StrLit::Utf8(text)) => Some((Const::Str(clean(text).into()), rest)),
            Constant::Str(StrLit::Wide(text)) => Some((Const::WideStr(text.clone()), rest)),
            _ => None,
        }
    }
}

/// Expands tabs, takes the leading spaces of the first line away, and of the others as many as all lines
/// that aren't blank have.
fn clean(text: &str) -> String {
    let text = expand_tabs(text);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let others = text.split('\n').skip(1);
    let margin = others.filter(|line| indent(line) < line.len()).map(indent).min().unwrap_or(0);
    let mut lines = text.split('\n');
    let mut result = String::with_capacity(text.len());
    if let Some(first) = lines.next() {
        result.push_str(first.trim_start_matches(' '));
    }
    for line in lines {
        result.push('\n');
        result.push_str(&line[indent(line).min(margin)..]);
    }
    result
}

/// As `str.expandtabs` does with tab stops of 8.
fn expand_tabs(text: &str) -> String {
    if !text.contains('\t') {
        return text.to_owned();
    }
    let mut result = String::with_capacity(text.len() + 8);
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                let n = 8 - column % 8;
                result.extend(std::iter::repeat_n(' ', n));
                column += n;
            }
            '\n' | '\r' => {
                result.push(c);
                column = 0;
            }
            _ => {
                result.push(c);
                column += 1;
            }
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn indentation_goes() {
        assert_eq!(clean("  one\n    two\n      three\n    "), "one\ntwo\n  three\n");
        assert_eq!(clean("one\n\n    two\n"), "one\n\ntwo\n");
        assert_eq!(clean("a\n\tb\n        c"), "a\nb\nc");
        assert_eq!(clean("only"), "only");
        assert_eq!(clean(""), "");
    }
}
