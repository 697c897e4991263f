//! `from __future__ import …`: where it may stand and what it may name.

use super::Result;
use super::source::Source;
use crate::syntax::ast::*;

const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Checks the future imports of a module. Whether `annotations` is among them.
pub(super) fn annotations(ast: &Ast, source: &Source) -> Result<bool> {
    let (Body::Module(body) | Body::Interactive(body)) = ast.body else {
        return Ok(false);
    };
    let mut found = false;
    let mut done = false;
    for (i, &stmt) in ast[body].iter().enumerate() {
        let Stmt { kind, span } = ast[stmt];
        match kind {
            StmtKind::ImportFrom { module: Some(module), names, level: 0 } if ast.name(module.name) == "__future__" => {
                if done {
                    let message = "from __future__ imports must occur at the beginning of the file";
                    return Err(source.error(span, message));
                }
                for alias in &ast[names] {
                    found |= feature(ast, source, alias, span)?;
                }
            }
            // A docstring may come before.
            StmtKind::Expr { value } if i == 0 && is_text(ast, value) => {}
            _ => done = true,
        }
    }
    Ok(found)
}

fn is_text(ast: &Ast, value: ExprId) -> bool {
    matches!(ast.constant(value), Some(Constant::Str(_)))
}

fn feature(ast: &Ast, source: &Source, alias: &Alias, span: Span) -> Result<bool> {
    let name = ast.name(alias.name.name);
    if name == "braces" {
        return Err(source.error_from(span, "not a chance"));
    }
    if !FEATURES.contains(&name) {
        return Err(source.error_from(span, format!("future feature {name} is not defined")));
    }
    Ok(name == "annotations")
}
