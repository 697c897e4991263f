//! What begins with a bracket: groups, flags, assertions, references by name, conditions, comments.

use super::fault::Outcome;
use super::flags::{self, Flags, TYPE, VERBOSE};
use super::node::Node;
use super::parse::Parser;
use super::tokens::{Name, Token, shown};

/// What kind of group it is.
#[derive(Clone, Copy)]
enum Kind {
    Capture,
    Plain { add: Flags, remove: Flags },
    Atomic,
}

impl Parser<'_> {
    /// What follows a `(`; None if nothing comes of it. Flags for the whole pattern may stand where `first` holds,
    /// and change `verbose`.
    pub fn group(&mut self, verbose: &mut bool, first: bool) -> Outcome<Option<Node>> {
        let start = self.tokens.tell() - 1;
        if !self.tokens.matches('?')? {
            return self.group_body(start, Kind::Capture, None, *verbose).map(Some);
        }
        let this = self.expect_token()?;
        match char::from_u32(this.c).filter(|_| !this.escaped) {
            Some('P') => self.python_extension(start, *verbose).map(Some),
            Some(':') => self.group_body(start, Kind::Plain { add: 0, remove: 0 }, None, *verbose).map(Some),
            Some('>') => self.group_body(start, Kind::Atomic, None, *verbose).map(Some),
            Some('#') => self.comment(start).map(|()| None),
            Some('=') => self.look(start, false, false, *verbose).map(Some),
            Some('!') => self.look(start, false, true, *verbose).map(Some),
            Some('<') => self.look_behind(start, *verbose).map(Some),
            Some('(') => self.conditional(start, *verbose).map(Some),
            Some(c) if c == '-' || flags::of_letter(this.c).is_some() => match self.inline_flags(this)? {
                Some((add, remove)) => self.group_body(start, Kind::Plain { add, remove }, None, *verbose).map(Some),
                None if first => {
                    *verbose = self.flags & VERBOSE != 0;
                    Ok(None)
                }
                None => {
                    let back = self.tokens.tell() - start;
                    Err(self.tokens.error("global flags not at the start of the expression", back))
                }
            },
            _ => Err(self.tokens.error(format!("unknown extension ?{}", this.text()), this.len() + 1)),
        }
    }

    fn expect_token(&mut self) -> Outcome<Token> {
        match self.tokens.get()? {
            Some(token) => Ok(token),
            None => Err(self.tokens.error("unexpected end of pattern", 0)),
        }
    }

    fn close(&mut self, start: usize) -> Outcome<()> {
        if self.tokens.matches(')')? {
            return Ok(());
        }
        Err(self.tokens.error("missing ), unterminated subpattern", self.tokens.tell() - start))
    }

    fn group_body(&mut self, start: usize, kind: Kind, name: Option<&Name>, verbose: bool) -> Outcome<Node> {
        let (index, add, remove) = match kind {
            Kind::Capture => (Some(self.open_group(name)?), 0, 0),
            Kind::Plain { add, remove } => (None, add, remove),
            Kind::Atomic => (None, 0, 0),
        };
        let verbose = (verbose || add & VERBOSE != 0) && remove & VERBOSE == 0;
        let body = self.alternatives(verbose, false)?;
        self.close(start)?;
        if let Some(index) = index {
            self.close_group(index, &body);
        }
        Ok(match kind {
            Kind::Atomic => Node::Atomic(body),
            Kind::Capture | Kind::Plain { .. } => Node::Group { index, add, remove, body },
        })
    }

    /// `(?P<name>…)`, `(?P=name)`
    fn python_extension(&mut self, start: usize, verbose: bool) -> Outcome<Node> {
        if self.tokens.matches('<')? {
            let name = self.tokens.get_until('>', "group name")?;
            self.tokens.check_group_name(&name, 1)?;
            return self.group_body(start, Kind::Capture, Some(&name), verbose);
        }
        if !self.tokens.matches('=')? {
            let this = self.expect_token()?;
            return Err(self.tokens.error(format!("unknown extension ?P{}", this.text()), this.len() + 2));
        }
        let name = self.tokens.get_until(')', "group name")?;
        self.tokens.check_group_name(&name, 1)?;
        let group = self.group_named(&name)?;
        if !self.is_closed(group) {
            return Err(self.tokens.error("cannot refer to an open group", name.len() + 1));
        }
        self.check_behind(group)?;
        Ok(Node::Backref(group))
    }

    fn group_named(&self, name: &Name) -> Outcome<u32> {
        match self.names.iter().find(|(n, _)| n == name) {
            Some(&(_, group)) => Ok(group),
            None => Err(self.tokens.error(format!("unknown group name {}", name.repr(true)), name.len() + 1)),
        }
    }

    fn comment(&mut self, start: usize) -> Outcome<()> {
        loop {
            if self.tokens.next.is_none() {
                return Err(self.tokens.error("missing ), unterminated comment", self.tokens.tell() - start));
            }
            if self.tokens.get()?.is_some_and(|t| t.is(')')) {
                return Ok(());
            }
        }
    }

    /// `(?<=…)`, `(?<!…)`
    fn look_behind(&mut self, start: usize, verbose: bool) -> Outcome<Node> {
        let this = self.expect_token()?;
        if !this.is('=') && !this.is('!') {
            return Err(self.tokens.error(format!("unknown extension ?<{}", this.text()), this.len() + 2));
        }
        let outer = self.behind_from;
        self.behind_from = outer.or(Some(self.widths.len() as u32));
        let node = self.look_body(true, this.is('!'), verbose)?;
        self.behind_from = outer;
        self.close(start)?;
        Ok(node)
    }

    fn look(&mut self, start: usize, behind: bool, negate: bool, verbose: bool) -> Outcome<Node> {
        let node = self.look_body(behind, negate, verbose)?;
        self.close(start)?;
        Ok(node)
    }

    fn look_body(&mut self, behind: bool, negate: bool, verbose: bool) -> Outcome<Node> {
        let body = self.alternatives(verbose, false)?;
        Ok(if negate && body.is_empty() { Node::Fail } else { Node::Look { behind, negate, body } })
    }

    /// `(?(1)yes|no)`
    fn conditional(&mut self, start: usize, verbose: bool) -> Outcome<Node> {
        let name = self.tokens.get_until(')', "group name")?;
        let group = match name.number() {
            Some(0) => return Err(self.tokens.error("bad group number", name.len() + 1)),
            Some(group) if group >= MAX_GROUPS => {
                return Err(self.tokens.error(format!("invalid group reference {}", name.text()), name.len() + 1));
            }
            Some(group) => {
                if !self.conditions.iter().any(|&(g, _)| g == group) {
                    self.conditions.push((group, self.tokens.tell() - name.len() - 1));
                }
                group
            }
            None => {
                self.tokens.check_group_name(&name, 1)?;
                self.group_named(&name)?
            }
        };
        self.check_behind(group)?;
        let yes = self.sequence(verbose, false)?;
        let mut no = None;
        if self.tokens.matches('|')? {
            no = Some(self.sequence(verbose, false)?);
            if self.tokens.next_if(|c| c == '|').is_some() {
                return Err(self.tokens.error("conditional backref with more than two branches", 0));
            }
        }
        self.close(start)?;
        Ok(Node::Conditional { group, yes, no })
    }

    /// `i-x:`: the flags of a group; None after `i)`, which sets flags of the whole pattern.
    fn inline_flags(&mut self, this: Token) -> Outcome<Option<(Flags, Flags)>> {
        let (mut add, mut end) = (0, this);
        if !this.is('-') {
            (add, end) = self.added_flags(this)?;
        }
        if end.is(')') {
            self.flags |= add;
            return Ok(None);
        }
        let mut remove = 0;
        if end.is('-') {
            remove = self.removed_flags()?;
        }
        if add & remove != 0 {
            return Err(self.tokens.error("bad inline flags: flag turned on and off", 1));
        }
        Ok(Some((add, remove)))
    }

    fn added_flags(&mut self, mut this: Token) -> Outcome<(Flags, Token)> {
        let mut add = 0;
        loop {
            let flag = flags::of_letter(this.c).unwrap_or(0);
            let wrong = match (self.tokens.is_text, flag) {
                (true, flags::LOCALE) => Some("cannot use 'L' flag with a str pattern"),
                (false, flags::UNICODE) => Some("cannot use 'u' flag with a bytes pattern"),
                _ => None,
            };
            if let Some(wrong) = wrong {
                return Err(self.tokens.error(format!("bad inline flags: {wrong}"), 0));
            }
            add |= flag;
            if flag & TYPE != 0 && add & TYPE != flag {
                let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.tokens.error(message, 0));
            }
            this = self.flag_or(&[')', '-', ':'], "missing -, : or )")?;
            if !is_flag(this) {
                return Ok((add, this));
            }
        }
    }

    fn removed_flags(&mut self) -> Outcome<Flags> {
        let mut this = self.flag_or(&[], "missing flag")?;
        let mut remove = 0;
        loop {
            let flag = flags::of_letter(this.c).unwrap_or(0);
            if flag & TYPE != 0 {
                let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                return Err(self.tokens.error(message, 0));
            }
            remove |= flag;
            this = self.flag_or(&[':'], "missing :")?;
            if this.is(':') {
                return Ok(remove);
            }
        }
    }

    /// The next token, which must be a flag or one of these.
    fn flag_or(&mut self, others: &[char], missing: &str) -> Outcome<Token> {
        let Some(this) = self.tokens.get()? else { return Err(self.tokens.error(missing, 0)) };
        if is_flag(this) || others.iter().any(|&c| this.is(c)) {
            return Ok(this);
        }
        let is_letter = !this.escaped && shown(this.c).is_alphabetic();
        Err(self.tokens.error(if is_letter { "unknown flag" } else { missing }, this.len()))
    }
}

/// The numbers of groups are less than this.
const MAX_GROUPS: u32 = (1 << 30) - 1;

fn is_flag(token: Token) -> bool {
    !token.escaped && flags::of_letter(token.c).is_some()
}
