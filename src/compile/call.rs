//! Calls, attributes and subscripts, and chains of them.

use super::registers::Reg;
use super::scope::{Access, ScopeKind};
use super::{Compiler, Result};
use crate::code::op::Op;
use crate::code::unit::{Const, Place};
use crate::syntax::ast::*;

/// Calls with more arguments build a tuple and a dict.
const MANY: usize = 60;

/// The callee of a call: a plain one in `r[f]`, or a method with its `self` behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Callee {
    Plain,
    Method,
}

/// The arguments of a call.
#[derive(Clone, Copy)]
pub(super) struct Arguments<'a> {
    pub(super) args: &'a [ExprId],
    /// A register with one more positional argument, behind the others.
    pub(super) last: Option<Reg>,
    pub(super) keywords: &'a [Keyword],
}

impl Compiler<'_> {
    /// `a.b(c)[d].e…`: in a loop from the inside out, since such chains may be long.
    pub(super) fn trailer_chain(&mut self, id: ExprId, d: Reg) -> Result<()> {
        let ast = self.ast;
        let mut chain = vec![id];
        loop {
            let inner = match ast[chain[chain.len() - 1]].kind {
                ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => value,
                ExprKind::Call { func, .. } => func,
                _ => break,
            };
            if self.folded.contains_key(&inner) {
                break;
            }
            chain.push(inner);
        }
        if !self.is_trailer(chain[chain.len() - 1]) {
            chain.pop();
        }
        self.unit.reuse(d);
        let top = self.unit.top;
        let mut value = None;
        if let Some(&[call, attribute, _]) = chain.last_chunk::<3>()
            && self.is_method_call(attribute, call, top)
            && let Some(instance) = self.super_instance(chain[chain.len() - 1])
        {
            chain.truncate(chain.len() - 3);
            let to = self.next_place(&chain, d, top);
            self.super_call(call, attribute, instance, to)?;
            value = self.settle(to, top, chain.is_empty());
        }
        while let Some(step) = chain.pop() {
            let call = chain.last().copied().filter(|&call| self.is_method_call(step, call, top));
            if call.is_some() {
                chain.pop();
            }
            let to = self.next_place(&chain, d, top);
            match call {
                Some(call) => self.method_call(call, step, value, to)?,
                None => self.trailer(step, value, to)?,
            }
            value = self.settle(to, top, chain.is_empty());
        }
        Ok(())
    }

    fn is_trailer(&self, id: ExprId) -> bool {
        matches!(self.ast[id].kind, ExprKind::Attribute { .. } | ExprKind::Subscript { .. } | ExprKind::Call { .. })
    }

    /// Where a step of a chain leaves its value, with the steps still to come.
    fn next_place(&self, chain: &[ExprId], d: Reg, top: u16) -> Reg {
        match *chain {
            [] => d,
            // A method's `self` stands behind the callee.
            [.., call, attribute] if self.is_method_call(attribute, call, top) => top as Reg + 1,
            _ => top as Reg,
        }
    }

    fn settle(&mut self, to: Reg, top: u16, done: bool) -> Option<Reg> {
        self.unit.top = top;
        if !done {
            self.unit.alloc_run(usize::from(u16::from(to) - top) + 1);
        }
        Some(to)
    }

    /// Whether `call` calls `attribute` such that no bound method need be made.
    fn is_method_call(&self, attribute: ExprId, call: ExprId, top: u16) -> bool {
        match (self.ast[attribute].kind, self.ast[call].kind) {
            (ExprKind::Attribute { .. }, ExprKind::Call { args, keywords, .. }) => {
                let arguments = Arguments { args: &self.ast[args], last: None, keywords: &self.ast[keywords] };
                self.is_direct(arguments, top)
            }
            _ => false,
        }
    }

    /// Whether the arguments can be passed in registers.
    pub(super) fn is_direct(&self, Arguments { args, keywords, .. }: Arguments, top: u16) -> bool {
        let starred = |&arg: &ExprId| matches!(self.ast[arg].kind, ExprKind::Starred { .. });
        args.len() + keywords.len() <= MANY
            && usize::from(top) + args.len() + keywords.len() < 240
            && keywords.iter().all(|keyword| keyword.arg.is_some())
            && !args.iter().any(starred)
    }

    fn method_call(&mut self, call: ExprId, step: ExprId, value: Option<Reg>, d: Reg) -> Result<()> {
        let ast = self.ast;
        let (ExprKind::Attribute { value: of, attr }, ExprKind::Call { args, keywords, .. }) =
            (ast[step].kind, ast[call].kind)
        else {
            return Ok(());
        };
        let arguments = Arguments { args: &ast[args], last: None, keywords: &ast[keywords] };
        let f = match value {
            Some(object) => object - 1,
            None => {
                let f = self.unit.alloc();
                self.push(of)?;
                f
            }
        };
        let name = self.mangle(attr.name);
        let ic = self.site(name);
        let look_up = self.attribute_span(step, ast[step].span.end);
        let span = self.attribute_span(step, ast[call].span.end);
        if keywords.is_empty() && arguments.args.iter().all(|&arg| self.is_unobservable(arg)) {
            for &arg in arguments.args {
                self.push(arg)?;
            }
            let argc = arguments.args.len() as u8;
            if self.unit.reachable() {
                let at = self.unit.here();
                self.unit.unit.lookups.push((at, self.source.position(look_up)));
            }
            self.emit(Op::InvokeMethod { d, f, argc, ic }, span);
            return Ok(());
        }
        self.emit(Op::LoadMethod { f, ic }, look_up);
        self.call(Callee::Method, f, arguments, d, span)
    }

    /// Whether evaluating an argument can neither fail nor be noticed.
    fn is_unobservable(&mut self, id: ExprId) -> bool {
        if self.is_constant(id) {
            return true;
        }
        let register = self.variable_register(id);
        register.is_some_and(|register| self.unit.is_bound(register))
    }

    /// Calls `r[f]`, the topmost temporary.
    pub(super) fn plain_call(&mut self, f: Reg, arguments: Arguments, d: Reg, span: Span) -> Result<()> {
        if self.is_direct(arguments, self.unit.top) {
            return self.call(Callee::Plain, f, arguments, d, span);
        }
        self.no_repeated_keyword(arguments.keywords)?;
        self.call_unpacked(f, &[], arguments, d, span)
    }

    /// Calls with arguments in registers, behind the callee on top of the stack.
    fn call(&mut self, callee: Callee, f: Reg, arguments: Arguments, d: Reg, span: Span) -> Result<()> {
        let argc = self.push_positional(arguments)?;
        self.call_pushed(callee, f, argc, arguments.keywords, d, span)
    }

    /// Calls `r[f]` with `before` arguments that are behind it already, and more.
    pub(super) fn call_behind(&mut self, f: Reg, before: u8, arguments: Arguments, d: Reg, span: Span) -> Result<()> {
        let argc = self.push_positional(arguments)? + before;
        self.call_pushed(Callee::Plain, f, argc, arguments.keywords, d, span)
    }

    fn push_positional(&mut self, Arguments { args, last, keywords }: Arguments) -> Result<u8> {
        self.no_repeated_keyword(keywords)?;
        for &arg in args {
            self.push(arg)?;
        }
        if let Some(a) = last {
            let d = self.unit.alloc();
            self.unit.emit_silent(Op::Move { d, a });
        }
        Ok(args.len() as u8 + u8::from(last.is_some()))
    }

    fn call_pushed(
        &mut self,
        callee: Callee,
        f: Reg,
        positional: u8,
        keywords: &[Keyword],
        d: Reg,
        span: Span,
    ) -> Result<()> {
        let argc = positional + keywords.len() as u8;
        if keywords.is_empty() {
            let op = match callee {
                Callee::Plain => Op::Call { d, f, argc },
                Callee::Method => Op::CallMethod { d, f, argc },
            };
            self.emit(op, span);
            return Ok(());
        }
        let mut names = Vec::new();
        for keyword in keywords {
            if let Some(arg) = keyword.arg {
                let name = self.mangle(arg.name);
                names.push(Const::Str(self.names.text(name).into()));
            }
            self.push(keyword.value)?;
        }
        let k = self.unit.pool.constant(Const::Tuple(names.into()));
        let op = match callee {
            Callee::Plain => Op::CallKw { d, f, argc, k },
            Callee::Method => Op::CallMethodKw { d, f, argc, k },
        };
        self.emit(op, span);
        Ok(())
    }

    /// Calls `r[f]` with a list and a dict of arguments, built bit by bit. `first` are registers of
    /// arguments that come before all others.
    pub(super) fn call_unpacked(
        &mut self,
        f: Reg,
        first: &[Reg],
        Arguments { args, last, keywords }: Arguments,
        d: Reg,
        span: Span,
    ) -> Result<()> {
        let list = self.unit.alloc();
        let dict = self.unit.alloc();
        self.emit(Op::BuildList { d: list, first: dict, n: 0 }, span);
        for &v in first {
            self.emit(Op::ListAppend { l: list, v }, span);
        }
        for &arg in args {
            let top = self.unit.top;
            if let ExprKind::Starred { value } = self.ast[arg].kind {
                let v = self.operand(value)?;
                self.emit(Op::ArgsExtend { l: list, v, f }, span);
            } else {
                let v = self.operand(arg)?;
                self.emit(Op::ListAppend { l: list, v }, span);
            }
            self.unit.top = top;
        }
        if let Some(v) = last {
            self.emit(Op::ListAppend { l: list, v }, span);
        }
        if keywords.is_empty() {
            self.emit(Op::Unbind { a: dict }, span);
        } else {
            self.keyword_dict(f, dict, keywords, span)?;
        }
        self.emit(Op::CallEx { d, f }, span);
        Ok(())
    }

    /// The dict of a call's keywords. Names between two `**` are merged as one dict of their own, so that a
    /// duplicate is found.
    fn keyword_dict(&mut self, f: Reg, dict: Reg, keywords: &[Keyword], span: Span) -> Result<()> {
        self.emit(Op::BuildDict { d: dict, first: dict, n: 0 }, span);
        let groups = keywords.chunk_by(|a, b| a.arg.is_some() && b.arg.is_some());
        let mut first = true;
        for group in groups {
            let top = self.unit.top;
            if let [Keyword { arg: None, value, .. }] = *group {
                let v = self.operand(value)?;
                self.emit(Op::DictMerge { m: dict, v, f }, span);
            } else {
                let m = if first { dict } else { self.unit.alloc() };
                if !first {
                    self.emit(Op::BuildDict { d: m, first: m, n: 0 }, span);
                }
                for keyword in group {
                    let top = self.unit.top;
                    let k = self.unit.alloc();
                    if let Some(arg) = keyword.arg {
                        let name = self.mangle(arg.name);
                        let name = Const::Str(self.names.text(name).into());
                        self.load_const(k, name, span);
                    }
                    let v = self.operand(keyword.value)?;
                    self.emit(Op::DictSet { m, k, v }, span);
                    self.unit.top = top;
                }
                if !first {
                    self.emit(Op::DictMerge { m: dict, v: m, f }, span);
                }
            }
            self.unit.top = top;
            first = false;
        }
        Ok(())
    }

    pub(super) fn no_repeated_keyword(&self, keywords: &[Keyword]) -> Result<()> {
        let mut seen = std::collections::HashSet::new();
        for keyword in keywords {
            if let Some(arg) = keyword.arg
                && !seen.insert(arg.name)
            {
                let name = self.ast.name(arg.name);
                let message = format!("keyword argument repeated: {name}");
                return Err(self.source.error(keyword.span, message));
            }
        }
        Ok(())
    }

    /// If `id` is `super()` in a method: the place of the method's first parameter.
    fn super_instance(&mut self, id: ExprId) -> Option<Place> {
        let ExprKind::Call { func, args, keywords } = self.ast[id].kind else {
            return None;
        };
        let ExprKind::Name(name) = self.ast[func].kind else {
            return None;
        };
        if self.ast.name(name) != "super" || !args.is_empty() || !keywords.is_empty() {
            return None;
        }
        let name = self.mangle(name);
        let unit = self.scopes[self.unit.scope].unit;
        let unit = &self.scopes[unit];
        if self.access(name) != Access::Global
            || !matches!(unit.kind, ScopeKind::Function | ScopeKind::Lambda)
            || self.unit.unit.class_cell.is_none()
            || self.unit.unit.positional == 0
        {
            return None;
        }
        let place = self.unit.layout.places[0];
        match place {
            Place::Register(a) if !self.unit.is_bound(a) => None,
            Place::Register(_) | Place::Cell(_) => Some(place),
            Place::Free(_) | Place::Spill(..) => None,
        }
    }

    /// `super().attribute(…)`
    fn super_call(&mut self, call: ExprId, attribute: ExprId, instance: Place, d: Reg) -> Result<()> {
        let ast = self.ast;
        let (ExprKind::Attribute { attr, .. }, ExprKind::Call { args, keywords, .. }, Some(cell)) =
            (ast[attribute].kind, ast[call].kind, self.unit.unit.class_cell)
        else {
            return Ok(());
        };
        let f = self.unit.alloc_run(3);
        let look_up = self.attribute_span(attribute, ast[attribute].span.end);
        let own_name = self.unit.layout.locals.first().map(|local| local.name.clone());
        match instance {
            Place::Cell(a) => {
                let name = self.names.intern(own_name.as_deref().unwrap_or_default());
                let name = self.name_index(name);
                self.emit(Op::LoadCell { d: f + 1, a, name }, look_up);
            }
            Place::Register(a) | Place::Free(a) | Place::Spill(a, _) => {
                self.emit(Op::Move { d: f + 1, a }, look_up);
            }
        }
        let class = self.names.intern("__class__");
        let name = self.name_index(class);
        self.emit(Op::LoadCell { d: f + 2, a: cell, name }, look_up);
        let name = self.mangle(attr.name);
        let ic = self.site(name);
        self.emit(Op::LoadSuperMethod { f, c: f + 2, ic }, look_up);
        self.unit.top = u16::from(f) + 2;
        let arguments = Arguments { args: &ast[args], last: None, keywords: &ast[keywords] };
        let span = self.attribute_span(attribute, ast[call].span.end);
        self.call(Callee::Method, f, arguments, d, span)
    }

    /// The value that a trailer applies to: already in a register, or the innermost expression.
    fn inner(&mut self, value: Option<Reg>, id: ExprId, later: &[ExprId]) -> Result<Reg> {
        match value {
            Some(register) => Ok(register),
            None => self.operand_before(id, later),
        }
    }

    fn trailer(&mut self, id: ExprId, value: Option<Reg>, d: Reg) -> Result<()> {
        let ast = self.ast;
        let Expr { kind, span, .. } = ast[id];
        match kind {
            ExprKind::Attribute { value: of, attr } => {
                let o = self.inner(value, of, &[])?;
                self.get_attribute(d, o, attr, id);
                Ok(())
            }
            ExprKind::Subscript { value: of, slice } => {
                self.warn_subscript(of, slice);
                let o = self.inner(value, of, &[slice])?;
                if let Some(i) = self.small_int(slice) {
                    self.emit(Op::GetItemI { d, o, i }, span);
                    return Ok(());
                }
                let k = self.operand(slice)?;
                self.emit(Op::GetItem { d, o, k }, span);
                Ok(())
            }
            ExprKind::Call { func, args, keywords } => {
                self.warn_call(func);
                let f = match value {
                    // The value of the step before is the topmost temporary already.
                    Some(f) => f,
                    None => self.push(func)?,
                };
                let arguments = Arguments { args: &ast[args], last: None, keywords: &ast[keywords] };
                self.plain_call(f, arguments, d, span)
            }
            _ => Ok(()),
        }
    }

    /// `r[d] = r[o].attr`, for the expression `id`.
    pub(super) fn get_attribute(&mut self, d: Reg, o: Reg, attr: Ident, id: ExprId) {
        let name = self.mangle(attr.name);
        let ic = self.site(name);
        let span = self.attribute_span(id, self.ast[id].span.end);
        self.emit(Op::GetAttr { d, o, ic }, span);
    }

    /// Where tracebacks place what happens at an attribute (up to `end`, that of the attribute or of its
    /// call): of an expression over several lines, only the last.
    pub(super) fn attribute_span(&self, attribute: ExprId, end: u32) -> Span {
        let span = self.ast[attribute].span;
        let start = match self.ast[attribute].kind {
            ExprKind::Attribute { attr, .. } if self.source.line(span.start) != self.source.line(span.end) => {
                span.end - attr.span.end.saturating_sub(attr.span.start).min(span.end)
            }
            _ => span.start,
        };
        Span::new(start, end)
    }
}
