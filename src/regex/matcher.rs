//! The matcher: runs a program over a text, with a stack of what else to try.
//!
//! Everything a run changes (groups, loops) is noted on the stack beside the choices, so that going back to a choice
//! undoes what came after it. A run pauses every so many steps: nothing is borrowed in between.

use super::case::Fold;
use super::node::{Greed, UNBOUNDED};
use super::program::{Inst, Label, One, Place, Program};
use super::set::{is_ascii_word, is_unicode_word};
use super::text::{before, next, previous, step_back};

/// No place: a group that took no part.
pub const NOWHERE: usize = usize::MAX;

/// Where a match may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Anywhere from the start on.
    Search,
    /// At the start.
    Match,
    /// From the start to the end.
    Full,
}

/// What a run came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A match: see [`Matcher::slots`].
    Match,
    /// None.
    NoMatch,
    /// To be run again.
    Paused,
}

/// Steps until a run pauses.
pub const PAUSE: u32 = 1 << 16;

/// Something on the stack: a choice, or what a change is undone with.
#[derive(Clone, Copy, Debug)]
enum Entry {
    /// Go on there.
    Branch { label: Label, at: usize },
    /// A repetition took characters up to `at`; it may give back those from `low` on.
    Shorter { label: Label, at: usize, low: usize },
    /// A repetition stopped at `at`; it may take so many more.
    Longer { label: Label, left: u32, at: usize },
    /// A lazy loop may run once more.
    Again { label: Label, at: usize },
    /// A group's beginning was here.
    Start { slot: u32, old: usize },
    /// A group's end was here, and this was the last group that ended.
    End { slot: u32, last: u32, old: usize },
    /// A loop's state was this.
    Loop { register: u32, count: u32, last: usize },
}

#[derive(Clone, Copy, Debug, Default)]
struct LoopState {
    count: u32,
    /// Where the last round began.
    last: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    height: usize,
    at: usize,
}

/// The state of a search.
#[derive(Debug)]
pub struct Matcher {
    /// Beginning and end of the match, then of each group, in bytes; [`NOWHERE`] for groups that took no part.
    pub slots: Vec<usize>,
    /// The group that ended last, 0 for none.
    pub last_group: u32,
    mode: Mode,
    /// Where the attempt begins.
    start: usize,
    /// The match must not be empty at the start of the search.
    must_advance: bool,
    /// An attempt is under way.
    running: bool,
    label: Label,
    at: usize,
    stack: Vec<Entry>,
    loops: Vec<LoopState>,
    marks: Vec<Mark>,
}

impl Matcher {
    /// For a search from byte `start`.
    pub fn new(program: &Program, mode: Mode, start: usize, must_advance: bool) -> Matcher {
        Matcher {
            slots: vec![NOWHERE; program.groups * 2 + 2],
            last_group: 0,
            mode,
            start,
            must_advance,
            running: false,
            label: 0,
            at: start,
            stack: Vec::new(),
            loops: vec![LoopState::default(); program.loops],
            marks: vec![Mark::default(); program.marks],
        }
    }

    /// Prepares for the next search in the same text, after a match.
    pub fn restart(&mut self, start: usize, must_advance: bool) {
        self.slots.fill(NOWHERE);
        self.last_group = 0;
        self.stack.clear();
        (self.start, self.must_advance, self.running) = (start, must_advance, false);
    }

    /// Where the next search may find its match.
    pub fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
    }

    /// Bytes the stack takes.
    pub fn memory(&self) -> usize {
        self.stack.capacity() * size_of::<Entry>()
    }

    /// Runs on; `W`: the text is UTF-8 rather than one byte a character. It ends where the match may end.
    pub fn run<const W: bool>(&mut self, program: &Program, text: &[u8]) -> Outcome {
        let mut run = Run::<W> { m: self, program, text, steps: PAUSE };
        run.search()
    }
}

struct Run<'a, const W: bool> {
    m: &'a mut Matcher,
    program: &'a Program,
    text: &'a [u8],
    steps: u32,
}

impl<const W: bool> Run<'_, W> {
    fn search(&mut self) -> Outcome {
        loop {
            if !self.m.running {
                match self.candidate(self.m.start) {
                    Some(start) => {
                        self.m.must_advance &= start == self.m.start;
                        self.m.start = start;
                    }
                    None => return Outcome::NoMatch,
                }
                (self.m.running, self.m.label, self.m.at) = (true, 0, self.m.start);
            }
            match self.attempt() {
                Outcome::NoMatch if self.m.mode == Mode::Search => {
                    self.m.running = false;
                    self.m.must_advance = false;
                    match next::<W>(self.text, self.m.start) {
                        Some((_, after)) => self.m.start = after,
                        None => return Outcome::NoMatch,
                    }
                }
                outcome => return outcome,
            }
        }
    }

    /// The first place from `start` on where a match may begin.
    fn candidate(&self, start: usize) -> Option<usize> {
        if start > self.text.len() {
            return None;
        }
        let rest = &self.text[start..];
        if self.m.mode != Mode::Search {
            return Some(start);
        }
        if let Some(prefix) = &self.program.prefix {
            return prefix.find(rest).map(|i| start + i);
        }
        match &self.program.first {
            Some(first) => {
                rest.iter().position(|&b| first[usize::from(b)] && !(W && b & 0xC0 == 0x80)).map(|i| start + i)
            }
            None => Some(start),
        }
    }

    /// Runs until there is a match, or nothing left to try.
    fn attempt(&mut self) -> Outcome {
        let program = self.program;
        loop {
            if self.steps == 0 {
                return Outcome::Paused;
            }
            self.steps -= 1;
            let went_on = match &program.code[self.m.label as usize] {
                Inst::Literal(bytes) => self.literal(bytes),
                Inst::One(one) => self.one(*one),
                Inst::Repeat { one, min, max, greed, then } => self.repeat(*one, *min, *max, *greed, *then),
                Inst::Place(place) => self.is_place(*place) && self.go_on(),
                Inst::Save(slot) => self.save(*slot),
                Inst::Branch(label) => {
                    self.m.stack.push(Entry::Branch { label: *label, at: self.m.at });
                    self.go_on()
                }
                Inst::Jump(label) => self.go_to(*label),
                Inst::LoopStart(register) => {
                    self.set_loop(*register, LoopState { count: 0, last: NOWHERE });
                    self.go_on()
                }
                Inst::Loop { register, min, max, lazy, body } => self.turn(*register, *min, *max, *lazy, *body),
                Inst::CutStart(register) => {
                    self.mark(*register);
                    self.go_on()
                }
                Inst::CutEnd(register) => {
                    self.cut(self.m.marks[*register as usize].height);
                    self.go_on()
                }
                Inst::LookStart { register, behind, unless } => self.look(*register, *behind, *unless),
                Inst::LookEnd { register, negate } => self.end_look(*register, *negate),
                Inst::Backref(group, fold) => self.backref(*group, *fold),
                Inst::UnlessGroup(group, label) => match self.group(*group) {
                    Some(_) => self.go_on(),
                    None => self.go_to(*label),
                },
                Inst::Fail => false,
                Inst::Match => {
                    if self.accepts() {
                        (self.m.slots[0], self.m.slots[1]) = (self.m.start, self.m.at);
                        return Outcome::Match;
                    }
                    false
                }
            };
            if !went_on && !self.back() {
                return Outcome::NoMatch;
            }
        }
    }

    #[inline]
    fn go_on(&mut self) -> bool {
        self.m.label += 1;
        true
    }

    #[inline]
    fn go_to(&mut self, label: Label) -> bool {
        self.m.label = label;
        true
    }

    fn accepts(&self) -> bool {
        let short = self.m.mode == Mode::Full && self.m.at != self.text.len();
        !short && (!self.m.must_advance || self.m.at != self.m.start)
    }

    #[inline]
    fn literal(&mut self, bytes: &[u8]) -> bool {
        if !self.text[self.m.at..].starts_with(bytes) {
            return false;
        }
        self.m.at += bytes.len();
        self.go_on()
    }

    #[inline]
    fn passes(&self, one: One, c: u32) -> bool {
        match one {
            One::Any => true,
            One::NotNewline => c != 10,
            One::Char(wanted) => c == wanted,
            One::Folded(fold, wanted) => fold.lower(c) == wanted,
            One::Set(i) => self.program.sets[i as usize].contains(c),
        }
    }

    #[inline]
    fn one(&mut self, one: One) -> bool {
        match next::<W>(self.text, self.m.at) {
            Some((c, after)) if self.passes(one, c) => {
                self.m.at = after;
                self.go_on()
            }
            _ => false,
        }
    }

    /// Takes up to `max` characters that pass from `at` on: how many, and where that ends.
    fn take(&self, one: One, at: usize, max: u32) -> (u32, usize) {
        let (mut count, mut at) = (0, at);
        if !W && matches!(one, One::Any) {
            let n = (self.text.len() - at).min(max as usize);
            return (n as u32, at + n);
        }
        while count < max
            && let Some((c, after)) = next::<W>(self.text, at)
            && self.passes(one, c)
        {
            at = after;
            count += 1;
        }
        (count, at)
    }

    fn repeat(&mut self, one: One, min: u32, max: u32, greed: Greed, then: Option<u8>) -> bool {
        let (count, low) = self.take(one, self.m.at, min);
        if count < min {
            return false;
        }
        let label = self.m.label;
        match greed {
            Greed::Lazy => {
                if min < max {
                    self.m.stack.push(Entry::Longer { label, left: max - min, at: low });
                }
                self.m.at = low;
                self.go_on()
            }
            Greed::Greedy => {
                let (_, high) = self.take(one, low, max - min);
                self.shorten(label, high, low, then)
            }
            Greed::Possessive => {
                (_, self.m.at) = self.take(one, low, max - min);
                self.go_on()
            }
        }
    }

    /// Goes on behind the repetition at `label` from `at`, or from the first place before it, down to `low`, where the
    /// byte that must come next does.
    fn shorten(&mut self, label: Label, mut at: usize, low: usize, then: Option<u8>) -> bool {
        while then.is_some_and(|b| self.text.get(at) != Some(&b)) {
            match before::<W>(self.text, at) {
                Some(shorter) if at > low => at = shorter,
                _ => return false,
            }
        }
        if at > low {
            self.m.stack.push(Entry::Shorter { label, at, low });
        }
        self.m.at = at;
        self.go_to(label + 1)
    }

    fn is_place(&self, place: Place) -> bool {
        let (text, at) = (self.text, self.m.at);
        match place {
            Place::TextStart => at == 0,
            Place::LineStart => at == 0 || text[at - 1] == b'\n',
            Place::End => at == text.len() || text[at..] == *b"\n",
            Place::LineEnd => text.get(at).is_none_or(|&b| b == b'\n'),
            Place::TextEnd => at == text.len(),
            Place::Boundary { unicode, negate } => {
                let is_word = |c: u32| match unicode {
                    true => is_unicode_word(c),
                    false => u8::try_from(c).is_ok_and(is_ascii_word),
                };
                let left = previous::<W>(text, at).is_some_and(is_word);
                let right = next::<W>(text, at).is_some_and(|(c, _)| is_word(c));
                // An empty text has no boundary, and no place that is none.
                !text.is_empty() && (left != right) != negate
            }
        }
    }

    fn save(&mut self, slot: u32) -> bool {
        let old = std::mem::replace(&mut self.m.slots[slot as usize], self.m.at);
        if slot.is_multiple_of(2) {
            self.m.stack.push(Entry::Start { slot, old });
        } else {
            self.m.stack.push(Entry::End { slot, last: self.m.last_group, old });
            self.m.last_group = slot / 2;
        }
        self.go_on()
    }

    fn set_loop(&mut self, register: u32, state: LoopState) {
        let old = std::mem::replace(&mut self.m.loops[register as usize], state);
        self.m.stack.push(Entry::Loop { register, count: old.count, last: old.last });
    }

    /// At the end of a loop's body, or before its first round.
    fn turn(&mut self, register: u32, min: u32, max: u32, lazy: bool, body: Label) -> bool {
        let LoopState { count, last } = self.m.loops[register as usize];
        let at = self.m.at;
        if count < min {
            self.set_loop(register, LoopState { count: count + 1, last });
            return self.go_to(body);
        }
        let label = self.m.label;
        if lazy {
            self.m.stack.push(Entry::Again { label, at });
            return self.go_on();
        }
        // A round that began here and moved nothing would go on for ever.
        if (max != UNBOUNDED && count >= max) || at == last {
            return self.go_on();
        }
        self.m.stack.push(Entry::Branch { label: label + 1, at });
        self.set_loop(register, LoopState { count: count.saturating_add(1), last: at });
        self.go_to(body)
    }

    /// One more round of a lazy loop.
    fn again(&mut self, label: Label, at: usize) -> bool {
        let Inst::Loop { register, max, body, .. } = self.program.code[label as usize] else { return false };
        let LoopState { count, last } = self.m.loops[register as usize];
        if (max != UNBOUNDED && count >= max) || at == last {
            return false;
        }
        self.m.at = at;
        self.set_loop(register, LoopState { count: count.saturating_add(1), last: at });
        self.go_to(body)
    }

    fn mark(&mut self, register: u32) {
        self.m.marks[register as usize] = Mark { height: self.m.stack.len(), at: self.m.at };
    }

    /// Forgets the choices above a height; what is to be undone stays.
    fn cut(&mut self, height: usize) {
        let mut kept = height;
        for i in height..self.m.stack.len() {
            let entry = self.m.stack[i];
            if matches!(entry, Entry::Start { .. } | Entry::End { .. } | Entry::Loop { .. }) {
                self.m.stack[kept] = entry;
                kept += 1;
            }
        }
        self.m.stack.truncate(kept);
    }

    fn look(&mut self, register: u32, behind: Option<u32>, unless: Option<Label>) -> bool {
        self.mark(register);
        if let Some(label) = unless {
            self.m.stack.push(Entry::Branch { label, at: self.m.at });
        }
        if let Some(n) = behind {
            match step_back::<W>(self.text, self.m.at, n) {
                Some(at) => self.m.at = at,
                None => return false,
            }
        }
        self.go_on()
    }

    fn end_look(&mut self, register: u32, negate: bool) -> bool {
        let Mark { height, at } = self.m.marks[register as usize];
        if negate {
            while self.m.stack.len() > height
                && let Some(entry) = self.m.stack.pop()
            {
                self.undo(entry);
            }
            return false;
        }
        self.cut(height);
        self.m.at = at;
        self.go_on()
    }

    /// Where a group lies, if it took part.
    fn group(&self, group: u32) -> Option<(usize, usize)> {
        let i = group as usize * 2;
        let (start, end) = (self.m.slots[i], self.m.slots[i + 1]);
        (start != NOWHERE && end != NOWHERE && start <= end).then_some((start, end))
    }

    fn backref(&mut self, group: u32, fold: Fold) -> bool {
        let Some((start, end)) = self.group(group) else { return false };
        let text = self.text;
        if fold == Fold::None {
            if !text[self.m.at..].starts_with(&text[start..end]) {
                return false;
            }
            self.m.at += end - start;
            return self.go_on();
        }
        let (mut from, mut at) = (start, self.m.at);
        while from < end {
            let (Some((wanted, after)), Some((c, behind))) = (next::<W>(text, from), next::<W>(text, at)) else {
                return false;
            };
            if fold.lower(wanted) != fold.lower(c) {
                return false;
            }
            (from, at) = (after, behind);
        }
        self.m.at = at;
        self.go_on()
    }

    /// Undoes a change; nothing for choices.
    #[inline]
    fn undo(&mut self, entry: Entry) {
        match entry {
            Entry::Start { slot, old } => self.m.slots[slot as usize] = old,
            Entry::End { slot, last, old } => {
                self.m.slots[slot as usize] = old;
                self.m.last_group = last;
            }
            Entry::Loop { register, count, last } => self.m.loops[register as usize] = LoopState { count, last },
            Entry::Branch { .. } | Entry::Shorter { .. } | Entry::Longer { .. } | Entry::Again { .. } => {}
        }
    }

    /// Goes back to the last choice; false if there is none left.
    fn back(&mut self) -> bool {
        while let Some(entry) = self.m.stack.pop() {
            let went_on = match entry {
                Entry::Branch { label, at } => {
                    self.m.at = at;
                    self.go_to(label)
                }
                Entry::Shorter { label, at, low } => self.shorter(label, at, low),
                Entry::Longer { label, left, at } => self.longer(label, left, at),
                Entry::Again { label, at } => self.again(label, at),
                Entry::Start { .. } | Entry::End { .. } | Entry::Loop { .. } => {
                    self.undo(entry);
                    false
                }
            };
            if went_on {
                return true;
            }
        }
        false
    }

    fn shorter(&mut self, label: Label, at: usize, low: usize) -> bool {
        let Inst::Repeat { then, .. } = self.program.code[label as usize] else { return false };
        match before::<W>(self.text, at) {
            Some(at) => self.shorten(label, at, low, then),
            None => false,
        }
    }

    fn longer(&mut self, label: Label, left: u32, at: usize) -> bool {
        let Inst::Repeat { one, then, .. } = self.program.code[label as usize] else { return false };
        let (mut left, mut at) = (left, at);
        while left > 0
            && let Some((c, after)) = next::<W>(self.text, at)
            && self.passes(one, c)
        {
            (left, at) = (left - 1, after);
            if then.is_none_or(|b| self.text.get(at) == Some(&b)) {
                if left > 0 {
                    self.m.stack.push(Entry::Longer { label, left, at });
                }
                self.m.at = at;
                return self.go_to(label + 1);
            }
        }
        false
    }
}
