//! The compiler's names: those of the tree, and those the compiler makes (mangled ones, `__module__`).

use crate::syntax::ast::{Ast, NameId};
use std::collections::HashMap;

/// A name, the same for equal texts within one compilation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Sym(u32);

/// All names of one compilation. The tree's come first, so a [`NameId`] becomes a [`Sym`] for nothing.
pub(super) struct Names<'a> {
    ast: &'a Ast,
    made: Vec<Box<str>>,
    index: HashMap<Box<str>, Sym>,
}

impl<'a> Names<'a> {
    pub(super) fn new(ast: &'a Ast) -> Self {
        Names { ast, made: Vec::new(), index: HashMap::new() }
    }

    /// The name an identifier of the tree stands for, without mangling.
    pub(super) fn plain(&self, name: NameId) -> Sym {
        Sym(name.index() as u32)
    }

    /// The name with this text.
    pub(super) fn intern(&mut self, text: &str) -> Sym {
        if let Some(name) = self.ast.find_name(text) {
            return Sym(name.index() as u32);
        }
        if let Some(&sym) = self.index.get(text) {
            return sym;
        }
        let sym = Sym((self.ast.name_count() + self.made.len()) as u32);
        self.made.push(text.into());
        self.index.insert(text.into(), sym);
        sym
    }

    /// The name an identifier stands for in a class `class`: `__x` is `_C__x` there.
    /// <https://docs.python.org/3.13/reference/expressions.html#private-name-mangling>
    pub(super) fn mangled(&mut self, class: Option<Sym>, name: NameId) -> Sym {
        let text = self.ast.name(name);
        let Some(class) = class else {
            return self.plain(name);
        };
        if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
            return self.plain(name);
        }
        let stripped = self.text(class).trim_start_matches('_');
        if stripped.is_empty() {
            return self.plain(name);
        }
        let mangled = format!("_{stripped}{text}");
        self.intern(&mangled)
    }

    pub(super) fn text(&self, sym: Sym) -> &str {
        let index = sym.0 as usize;
        match index.checked_sub(self.ast.name_count()) {
            Some(made) => &self.made[made],
            None => self.ast.name_at(index),
        }
    }
}
