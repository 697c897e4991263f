//! Where variables live, and the stack of temporaries above them.

use super::bound::Bound;
use super::names::{Names, Sym};
use super::scope::{Scope, VarId, VarKind};
use crate::code::unit::{Local, Place};
use std::collections::{HashMap, HashSet};

/// A register of the window.
pub(super) type Reg = u8;

/// Locals beyond this many go to the spill list.
const LOCALS: u16 = 120;

/// Once temporaries pass this register, an expression saves them and starts afresh.
pub(super) const CROWDED: u16 = 200;

/// Where an expression compiled afresh leaves its value; no temporary is allocated here.
pub(super) const RESULT: Reg = 254;

/// The most parameters a function may have.
pub(super) const PARAMS: usize = 240;

/// The places of a unit's variables.
#[derive(Default)]
pub(super) struct Layout {
    /// By variable.
    pub(super) places: Vec<Place>,
    /// Cells to make at entry.
    pub(super) cells: Vec<Reg>,
    /// The registers the closure is copied to, if there is one.
    pub(super) free: Option<(Reg, u8)>,
    /// The register of the spill list and its length.
    pub(super) spill: Option<(Reg, u32)>,
    /// Parameters that move to the spill list at entry.
    pub(super) spilled_params: Vec<(Reg, u32)>,
    /// If parameters move to the spill list: the register behind the last of them.
    pub(super) params_end: u16,
    /// Registers of variables that something unbinds.
    pub(super) unstable: Bound,
    /// Registers that are bound at entry: parameters.
    pub(super) bound: Bound,
    /// Behind the last local.
    pub(super) end: u16,
    /// For `locals()`: what to list, in order.
    pub(super) locals: Vec<Local>,
    /// There are more cells than fit.
    pub(super) overflow: bool,
}

struct Allocator<'s> {
    scope: &'s Scope,
    layout: Layout,
    /// Parameters or `r[0]` take the registers up to here.
    next: u16,
    spilled: u32,
    /// Variables of sibling comprehensions share a place when they share a name.
    shared: HashMap<(Sym, u16, bool), Place>,
}

impl Allocator<'_> {
    fn register(&mut self) -> Reg {
        let register = self.next;
        self.next += 1;
        self.layout.overflow |= register >= CROWDED;
        register.min(u16::from(RESULT)) as Reg
    }

    fn place(&mut self, id: usize) -> Place {
        let var = &self.scope.vars[id];
        let key = var.comprehension.map(|depth| (var.name, depth, var.kind == VarKind::Cell));
        if let Some(&place) = key.and_then(|key| self.shared.get(&key)) {
            return place;
        }
        let place = match var.kind {
            VarKind::Cell => {
                let register = self.register();
                if var.comprehension.is_none() {
                    self.layout.cells.push(register);
                }
                Place::Cell(register)
            }
            VarKind::Free => Place::Free(self.register()),
            VarKind::Local => self.local(),
        };
        if let Some(key) = key {
            self.shared.insert(key, place);
        }
        place
    }

    fn local(&mut self) -> Place {
        if self.next < LOCALS {
            return Place::Register(self.register());
        }
        let list = match self.layout.spill {
            Some((list, _)) => list,
            None => self.register(),
        };
        let index = self.spilled;
        self.spilled += 1;
        self.layout.spill = Some((list, self.spilled));
        Place::Spill(list, index)
    }
}

/// Gives every variable of a unit its place. `reserved` registers (the namespace) come first.
pub(super) fn lay_out(scope: &Scope, names: &Names, reserved: u16) -> Layout {
    let params = scope.vars.iter().take_while(|v| v.param).count();
    let mut allocator = Allocator {
        scope,
        layout: Layout { places: vec![Place::Register(0); scope.vars.len()], ..Layout::default() },
        next: reserved,
        spilled: 0,
        shared: HashMap::new(),
    };
    for id in 0..params {
        let register = (allocator.next).min(u16::from(RESULT)) as Reg;
        allocator.next += 1;
        allocator.layout.bound.insert(register);
        allocator.layout.places[id] = match scope.vars[id].kind {
            VarKind::Local if u16::from(register) >= LOCALS => {
                let index = allocator.spilled;
                allocator.spilled += 1;
                allocator.layout.spilled_params.push((register, index));
                Place::Spill(LOCALS as Reg, index)
            }
            VarKind::Local => Place::Register(register),
            VarKind::Cell | VarKind::Free => {
                allocator.layout.overflow |= u16::from(register) >= LOCALS;
                allocator.layout.cells.push(register);
                Place::Cell(register)
            }
        };
    }
    if allocator.spilled > 0 {
        // The list is made behind the parameters and moves down once they are in it.
        allocator.layout.spill = Some((LOCALS as Reg, allocator.spilled));
        allocator.layout.params_end = allocator.next;
        allocator.next = LOCALS + 1;
    }
    // The closure first, in its order and side by side: it is copied in one go.
    for (i, &(_, var)) in scope.free.iter().enumerate() {
        let place = allocator.place(var.0 as usize);
        if i == 0
            && let Place::Free(first) = place
        {
            let n = u8::try_from(scope.free.len()).unwrap_or(u8::MAX);
            allocator.layout.free = Some((first, n));
        }
        allocator.layout.places[var.0 as usize] = place;
    }
    for kind in [VarKind::Cell, VarKind::Local] {
        for id in params..scope.vars.len() {
            if scope.vars[id].kind == kind {
                allocator.layout.places[id] = allocator.place(id);
            }
        }
    }
    let mut layout = allocator.layout;
    layout.end = allocator.next;
    for (var, place) in scope.vars.iter().zip(&layout.places) {
        if let Place::Register(register) = *place
            && var.deleted
        {
            layout.unstable.insert(register);
        }
    }
    list_locals(scope, names, &mut layout);
    layout
}

/// `co_varnames`, `co_cellvars`, `co_freevars`: plain locals as they come, the others by name.
fn list_locals(scope: &Scope, names: &Names, layout: &mut Layout) {
    let rank = |id: usize| match scope.vars[id].kind {
        _ if scope.vars[id].param => 0,
        VarKind::Local => 0,
        VarKind::Cell => 1,
        VarKind::Free => 2,
    };
    let own = |id: usize| scope.vars[id].comprehension.is_none();
    let mut ids: Vec<usize> = (0..scope.vars.len()).collect();
    let mut seen: HashSet<Sym> = ids.iter().filter(|&&id| own(id)).map(|&id| scope.vars[id].name).collect();
    ids.retain(|&id| own(id) || seen.insert(scope.vars[id].name));
    ids.sort_by(|&a, &b| {
        let order = rank(a).cmp(&rank(b));
        order.then_with(|| match rank(a) {
            0 => a.cmp(&b),
            _ => {
                let (a, b) = (scope.vars[a].name, scope.vars[b].name);
                names.text(a).cmp(names.text(b))
            }
        })
    });
    layout.locals = ids
        .into_iter()
        .map(|id| Local { name: names.text(scope.vars[id].name).into(), place: layout.places[id] })
        .collect();
}

impl Layout {
    /// Where a variable lives.
    pub(super) fn place(&self, var: VarId) -> Place {
        self.places[var.0 as usize]
    }
}
