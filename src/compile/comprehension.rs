//! Comprehensions, which run inline with variables of their own, and generator expressions, which are
//! functions that take their first iterable as `.0`.

use super::emit::Label;
use super::registers::Reg;
use super::scope::{Access, Block, Scope, ScopeId, VarId};
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::{BlockKind, Place};
use crate::syntax::ast::*;

/// What a comprehension does with each element.
#[derive(Clone, Copy)]
enum Element {
    List(ExprId),
    Set(ExprId),
    Dict(ExprId, ExprId),
    Yield(ExprId),
}

impl Compiler<'_> {
    /// A list, set or dict comprehension. <https://peps.python.org/pep-0709/>
    pub(super) fn comprehension(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        let (element, generators) = match kind {
            ExprKind::ListComp { elt, generators } => (Element::List(elt), generators),
            ExprKind::SetComp { elt, generators } => (Element::Set(elt), generators),
            ExprKind::DictComp { key, value, generators } => (Element::Dict(key, value), generators),
            _ => return Ok(()),
        };
        let generators = &ast[generators];
        let result = self.workplace(d);
        let it = self.unit.alloc();
        if let Some(first) = generators.first() {
            self.iterator_of(first, it)?;
        }
        let around = self.unit.scope;
        let scope = self.scopes.of(Block::Expr(id));
        self.unit.scope = scope;
        let own = self.own_variables(scope);
        self.fresh_cells(&own, span);
        let first = result;
        let build = match element {
            Element::List(_) | Element::Yield(_) => Op::BuildList { d: result, first, n: 0 },
            Element::Set(_) => Op::BuildSet { d: result, first, n: 0 },
            Element::Dict(..) => Op::BuildDict { d: result, first, n: 0 },
        };
        self.emit(build, span);
        self.generators(generators, it, result, element, span)?;
        self.forget_variables(&own, span);
        self.unit.scope = around;
        self.move_to(d, result, span);
        Ok(())
    }

    /// The places of a comprehension's own variables.
    fn own_variables(&self, scope: ScopeId) -> Vec<Place> {
        let scope: &Scope = &self.scopes[scope];
        let vars = &self.scopes[scope.unit].vars;
        let mut places = Vec::new();
        for entry in &scope.names {
            if let Access::Var(VarId(var)) = scope.access(entry.name)
                && entry.uses.has(super::scope::Uses::ITERATION)
                && vars[var as usize].comprehension == Some(scope.depth)
            {
                places.push(self.unit.layout.place(VarId(var)));
            }
        }
        places
    }

    /// Captured variables get a new cell each time the comprehension runs.
    fn fresh_cells(&mut self, own: &[Place], span: Span) {
        for place in own {
            match *place {
                Place::Cell(a) => {
                    self.emit(Op::Unbind { a }, span);
                    self.emit(Op::MakeCell { a }, span);
                }
                Place::Register(a) => self.unit.set_bound(a, false),
                Place::Free(_) | Place::Spill(..) => {}
            }
        }
    }

    fn forget_variables(&mut self, own: &[Place], span: Span) {
        for place in own {
            match *place {
                Place::Register(a) | Place::Cell(a) => {
                    self.emit(Op::Unbind { a }, span);
                    self.unit.set_bound(a, false);
                }
                Place::Free(_) | Place::Spill(..) => {}
            }
        }
    }

    /// The iterator of a comprehension's clause, asynchronous if that is.
    fn iterator_of(&mut self, generator: &Comprehension, it: Reg) -> Result<()> {
        if generator.is_async { self.async_iterator(generator.iter, it) } else { self.iterator(generator.iter, it) }
    }

    /// `r[it] = iter(expr)`
    pub(super) fn iterator(&mut self, iter: ExprId, it: Reg) -> Result<()> {
        let span = self.ast[iter].span;
        let top = self.unit.top;
        let a = match self.constant_collection(iter) {
            Some(value) => {
                self.load_const(it, value, span);
                it
            }
            None => match self.variable_register(iter) {
                Some(_) => self.operand(iter)?,
                None => {
                    self.expr(iter, it)?;
                    it
                }
            },
        };
        self.emit(Op::GetIter { d: it, a }, span);
        self.unit.top = top;
        Ok(())
    }

    fn generators(
        &mut self,
        generators: &[Comprehension],
        it: Reg,
        result: Reg,
        element: Element,
        span: Span,
    ) -> Result<()> {
        let Some((generator, rest)) = generators.split_first() else {
            return self.element(result, element, span);
        };
        let Comprehension { target, iter, ifs, is_async, .. } = *generator;
        let loop_span = self.ast[iter].span;
        if is_async {
            return self.async_loop(target, it, loop_span, |this, next| {
                this.clause(ifs, rest, it, result, element, next, span)
            });
        }
        let (body, next) = (self.unit.label(), self.unit.label());
        let v = self.loop_variable(target);
        self.jump(Op::Jump { off: 0 }, next, loop_span);
        self.enter_loop(body, target, v, next)?;
        self.clause(ifs, rest, it, result, element, next, span)?;
        self.unit.place(next);
        self.jump(Op::ForIter { d: v, it, off: 0 }, body, loop_span);
        Ok(())
    }

    /// The inside of a clause's loop: its conditions, then the clauses behind it.
    #[allow(clippy::too_many_arguments)] // the state of one walk
    fn clause(
        &mut self,
        ifs: List<ExprId>,
        rest: &[Comprehension],
        it: Reg,
        result: Reg,
        element: Element,
        next: Label,
        span: Span,
    ) -> Result<()> {
        for &condition in &self.ast[ifs] {
            self.jump_if(condition, false, next)?;
        }
        let top = self.unit.top;
        let inner = if let Some(generator) = rest.first() {
            let inner = self.unit.alloc();
            self.iterator_of(generator, inner)?;
            inner
        } else {
            it
        };
        self.deeper(|this| this.generators(rest, inner, result, element, span))?;
        self.unit.top = top;
        Ok(())
    }

    fn element(&mut self, result: Reg, element: Element, _span: Span) -> Result<()> {
        let top = self.unit.top;
        match element {
            Element::List(elt) => {
                let v = self.operand(elt)?;
                self.emit(Op::ListAppend { l: result, v }, self.ast[elt].span);
            }
            Element::Set(elt) => {
                let v = self.operand(elt)?;
                self.emit(Op::SetAdd { s: result, v }, self.ast[elt].span);
            }
            Element::Dict(key, value) => {
                let k = self.operand_before(key, &[value])?;
                let v = self.operand(value)?;
                let span = self.ast[key].span.to(self.ast[value].span);
                self.emit(Op::DictSet { m: result, k, v }, span);
            }
            Element::Yield(elt) => {
                let v = self.operand(elt)?;
                let d = self.unit.alloc();
                self.emit(Op::Yield { d, v }, self.ast[elt].span);
            }
        }
        self.unit.top = top;
        Ok(())
    }

    /// `(elt for …)`: calls a generator function with the first iterator.
    pub(super) fn generator_expression(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        let ExprKind::GeneratorExp { elt, generators } = kind else {
            return Ok(());
        };
        let scope = self.scopes.of(Block::Expr(id));
        let name = self.names.intern("<genexpr>");
        let line = self.source.line(span.start);
        self.enter_unit(scope, name, BlockKind::Function, line);
        self.unit.unit.positional = 1;
        self.unit.unit.params = vec![".0".into()];
        self.prologue();
        self.generators(&ast[generators], 0, 0, Element::Yield(elt), span)?;
        self.return_none(span);
        let code = self.leave_unit()?;
        self.unit.reuse(d);
        let f = self.unit.alloc();
        self.make_function(f, code, span);
        let argument = self.unit.alloc();
        if let Some(first) = ast[generators].first() {
            self.iterator_of(first, argument)?;
        }
        self.emit(Op::Call { d, f, argc: 1 }, span);
        Ok(())
    }
}
