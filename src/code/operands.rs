//! What an op refers to: the registers it touches and where it jumps.

use super::op::Op;

/// A run of registers that an op reads or writes: the first, and how many.
pub type Run = (u8, u16);

impl Op {
    /// Calls `f` with every run of registers the op reads or writes.
    pub fn for_each_run(&self, mut f: impl FnMut(Run)) {
        use Op::*;
        match *self {
            LoadConst { d, .. }
            | LoadNone { d }
            | LoadInt { d, .. }
            | LoadGlobal { d, .. }
            | LoadName { d, .. }
            | MakeSpill { d, .. }
            | MakeFunction { d, .. }
            | LoadBuildClass { d }
            | LoadAssertionError { d } => f((d, 1)),
            Unbind { a }
            | CheckBound { a, .. }
            | MakeCell { a }
            | DelCell { a, .. }
            | JumpIfTrue { a, .. }
            | JumpIfFalse { a, .. }
            | JumpIfNone { a, .. }
            | JumpIfNotNone { a, .. }
            | MatchSequence { a, .. }
            | MatchMapping { a, .. }
            | JumpIfLtI { a, .. }
            | JumpIfLeI { a, .. }
            | JumpIfGtI { a, .. }
            | JumpIfGeI { a, .. }
            | JumpIfEqI { a, .. }
            | JumpIfNeI { a, .. }
            | Return { a }
            | Raise { a }
            | Reraise { a }
            | EndAsyncFor { e: a }
            | PopHandled { a }
            | PopHandledHere { a }
            | PrintExpr { a }
            | ImportStar { m: a }
            | DelAttr { o: a, .. }
            | StoreGlobal { v: a, .. }
            | StoreName { v: a, .. } => f((a, 1)),
            Move { d, a }
            | LoadCell { d, a, .. }
            | LoadClassCell { d, a, .. }
            | LoadSpill { d, a, .. }
            | AddI { d, a, .. }
            | SubI { d, a, .. }
            | MulI { d, a, .. }
            | FloorDivI { d, a, .. }
            | ModI { d, a, .. }
            | AndI { d, a, .. }
            | RShiftI { d, a, .. }
            | LShiftI { d, a, .. }
            | Unary { d, a, .. }
            | Not { d, a }
            | GetAttr { d, o: a, .. }
            | GetItemI { d, o: a, .. }
            | ListToTuple { d, a }
            | Format { d, a, .. }
            | GetIter { d, a }
            | GetLen { d, a }
            | ForIter { d, it: a, .. }
            | Yield { d, v: a }
            | GetYieldFromIter { d, a }
            | GetAwaitable { d, a, .. }
            | GetAsyncIter { d, a }
            | GenericBase { d, a }
            | LoadScopeName { d, ns: a, .. }
            | GetAsyncNext { d, it: a }
            | ImportFrom { d, m: a, .. } => {
                f((d, 1));
                f((a, 1));
            }
            StoreCell { a, v }
            | StoreSpill { a, v, .. }
            | SetAttr { o: a, v, .. }
            | DelItem { o: a, k: v }
            | ListAppend { l: a, v }
            | ListExtend { l: a, v }
            | SetAdd { s: a, v }
            | SetUpdate { s: a, v }
            | DictUpdate { m: a, v }
            | SetDefaults { f: a, v }
            | SetKwDefaults { f: a, v }
            | SetAnnotations { f: a, v }
            | SetTypeParams { f: a, v }
            | SetTypeDefault { p: a, f: v }
            | RaiseFrom { a, b: v }
            | PushHandled { d: a, e: v }
            | PushHandledHere { d: a, e: v }
            | JumpIfNotExc { e: a, t: v, .. }
            | JumpIfLt { a, b: v, .. }
            | JumpIfLe { a, b: v, .. }
            | JumpIfGt { a, b: v, .. }
            | JumpIfGe { a, b: v, .. }
            | JumpIfEq { a, b: v, .. }
            | JumpIfNe { a, b: v, .. }
            | JumpIfIs { a, b: v, .. } => {
                f((a, 1));
                f((v, 1));
            }
            Add { d, a, b, .. }
            | Sub { d, a, b, .. }
            | Mul { d, a, b, .. }
            | TrueDiv { d, a, b, .. }
            | FloorDiv { d, a, b, .. }
            | Mod { d, a, b, .. }
            | And { d, a, b, .. }
            | Or { d, a, b, .. }
            | Xor { d, a, b, .. }
            | LShift { d, a, b, .. }
            | RShift { d, a, b, .. }
            | Binary { d, a, b, .. }
            | Compare { d, a, b, .. }
            | Is { d, a, b, .. }
            | Contains { d, a, b, .. }
            | GetItem { d, o: a, k: b }
            | MappingRest { d, a, k: b }
            | SplitGroup { d, rest: a, t: b }
            | JoinGroups { d, e: a, l: b }
            | SetItem { o: d, k: a, v: b }
            | ArgsExtend { l: d, v: a, f: b }
            | DictSet { m: d, k: a, v: b }
            | DictMerge { m: d, v: a, f: b }
            | FormatSpec { d, a, spec: b, .. }
            | LoadScopeCell { d, ns: a, a: b, .. }
            | YieldFrom { d, it: a, v: b } => {
                f((d, 1));
                f((a, 1));
                f((b, 1));
            }
            CopyFree { first, n } => f((first, n.into())),
            SaveRegisters { d: a, first, n } | RestoreRegisters { a, first, n } => {
                f((a, 1));
                f((first, n.into()));
            }
            BuildTuple { d, first, n }
            | BuildList { d, first, n }
            | BuildSet { d, first, n }
            | BuildString { d, first, n } => {
                f((d, 1));
                f((first, n.into()));
            }
            SetClosure { f: d, first, n } => {
                f((d, 1));
                f((first, n.into()));
            }
            BuildDict { d, first, n } => {
                f((d, 1));
                f((first, 2 * u16::from(n)));
            }
            MakeTypeParam { d, first, .. } => {
                f((d, 1));
                f((first, 2));
            }
            BuildSlice { d, first } | MakeTypeAlias { d, first } => {
                f((d, 1));
                f((first, 3));
            }
            Unpack { a, first, n } => {
                f((a, 1));
                f((first, n.into()));
            }
            MatchKeys { a, first, n, .. } => {
                f((a, 1));
                f((first, n.into()));
            }
            MatchClass { a, first, n, .. } => {
                f((a, 1));
                f((first, u16::from(n).max(2)));
            }
            UnpackEx { a, first, before, after } => {
                f((a, 1));
                f((first, u16::from(before) + 1 + u16::from(after)));
            }
            LoadMethod { f: first, .. } => f((first, 2)),
            LoadSuperMethod { f: first, c, .. } => {
                f((first, 2));
                f((c, 1));
            }
            Call { d, f: first, argc } | CallKw { d, f: first, argc, .. } => {
                f((d, 1));
                f((first, 1 + u16::from(argc)));
            }
            CallMethod { d, f: first, argc }
            | CallMethodKw { d, f: first, argc, .. }
            | InvokeMethod { d, f: first, argc, .. } => {
                f((d, 1));
                f((first, 2 + u16::from(argc)));
            }
            CallEx { d, f: first } => {
                f((d, 1));
                f((first, 3));
            }
            BeforeWith { d, a } | BeforeAsyncWith { d, a } => {
                f((d, 2));
                f((a, 1));
            }
            ExcParts { d, e } => {
                f((d, 3));
                f((e, 1));
            }
            ImportName { d, a, .. } => {
                f((d, 1));
                f((a, 2));
            }
            Jump { .. } | DelGlobal { .. } | DelName { .. } | SetupAnnotations | RaiseAgain => {}
        }
    }

    /// One more than the highest register the op touches; 0 if it touches none.
    pub fn reach(&self) -> u16 {
        let mut reach = 0;
        self.for_each_run(|(first, n)| {
            if n > 0 {
                reach = reach.max(u16::from(first) + n);
            }
        });
        reach
    }

    /// The offset of a jump, counted from the op behind it.
    pub fn jump_offset(&self) -> Option<i32> {
        let mut copy = *self;
        copy.jump_offset_mut().map(|off| *off)
    }

    /// The offset of a jump, to be set.
    pub fn jump_offset_mut(&mut self) -> Option<&mut i32> {
        use Op::*;
        match self {
            Jump { off }
            | JumpIfTrue { off, .. }
            | JumpIfFalse { off, .. }
            | JumpIfNone { off, .. }
            | JumpIfNotNone { off, .. }
            | JumpIfLt { off, .. }
            | JumpIfLe { off, .. }
            | JumpIfGt { off, .. }
            | JumpIfGe { off, .. }
            | JumpIfEq { off, .. }
            | JumpIfNe { off, .. }
            | JumpIfLtI { off, .. }
            | JumpIfLeI { off, .. }
            | JumpIfGtI { off, .. }
            | JumpIfGeI { off, .. }
            | JumpIfEqI { off, .. }
            | JumpIfNeI { off, .. }
            | JumpIfIs { off, .. }
            | JumpIfNotExc { off, .. }
            | MatchSequence { off, .. }
            | MatchMapping { off, .. }
            | MatchKeys { off, .. }
            | MatchClass { off, .. }
            | ForIter { off, .. } => Some(off),
            _ => None,
        }
    }

    /// Whether control never goes on to the next op.
    pub fn is_end(&self) -> bool {
        matches!(
            self,
            Op::Jump { .. }
                | Op::Return { .. }
                | Op::RaiseAgain
                | Op::Raise { .. }
                | Op::RaiseFrom { .. }
                | Op::Reraise { .. }
        )
    }
}
