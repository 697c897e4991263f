//! `import` and `from … import`.

use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::Const;
use crate::syntax::ast::*;

impl Compiler<'_> {
    pub(super) fn import(&mut self, names: &[Alias], span: Span) -> Result<()> {
        for alias in names {
            let top = self.unit.top;
            let path = self.ast.name(alias.name.name);
            let a = self.unit.alloc_run(2);
            self.emit(Op::LoadNone { d: a }, span);
            self.emit(Op::LoadInt { d: a + 1, i: 0 }, span);
            let module = self.names.plain(alias.name.name);
            let name = self.name_index(module);
            self.emit(Op::ImportName { d: a, a, name }, span);
            match alias.asname {
                None => {
                    let first = path.split('.').next().unwrap_or(path);
                    let first = if first == path { self.mangle(alias.name.name) } else { self.names.intern(first) };
                    self.store_name(first, a, span);
                }
                Some(asname) => {
                    for part in path.split('.').skip(1) {
                        let part = self.names.intern(part);
                        let name = self.name_index(part);
                        self.emit(Op::ImportFrom { d: a, m: a, name }, span);
                    }
                    let asname = self.mangle(asname.name);
                    self.store_name(asname, a, span);
                }
            }
            self.unit.top = top;
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, module: Option<Ident>, names: &[Alias], level: u32, span: Span) -> Result<()> {
        let m = self.unit.alloc_run(2);
        let text = |alias: &Alias| self.ast.name(alias.name.name);
        let fromlist = names.iter().map(|alias| Const::Str(text(alias).into()));
        let fromlist = Const::Tuple(fromlist.collect());
        self.load_const(m, fromlist, span);
        self.load_const(m + 1, Const::Int(level.into()), span);
        let module = match module {
            Some(module) => self.names.plain(module.name),
            None => self.names.intern(""),
        };
        let name = self.name_index(module);
        self.emit(Op::ImportName { d: m, a: m, name }, span);
        self.unit.top = u16::from(m) + 1;
        for alias in names {
            if self.ast.name(alias.name.name) == "*" {
                self.emit(Op::ImportStar { m }, span);
                continue;
            }
            let top = self.unit.top;
            let d = self.unit.alloc();
            let imported = self.names.plain(alias.name.name);
            let name = self.name_index(imported);
            self.emit(Op::ImportFrom { d, m, name }, span);
            let target = self.mangle(alias.asname.unwrap_or(alias.name).name);
            self.store_name(target, d, span);
            self.unit.top = top;
        }
        Ok(())
    }
}
