//! Targets of assignment, deletion and loops, and what is said of things that are none.
use super::super::token::Tok;
use super::{Diagnosis, Node, Rule};

/// Which statement the targets belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Targets {
    Star,
    For,
    Del,
}

impl Diagnosis<'_> {
    /// Raises the error about the first part of an expression that cannot be a target; does not match
    /// if there is none.
    pub(super) fn raise_invalid_target<T>(&mut self, kind: Targets, node: Node) -> Option<T> {
        let wrong = self.invalid_target(kind, node)?;
        let verb = if kind == Targets::Del { "delete" } else { "assign to" };
        let what = self.what(wrong).split(' ').next().filter(|&first| first == "comparison");
        let what = what.unwrap_or(self.what(wrong));
        self.raise(self.span(wrong), format!("cannot {verb} {what}"))
    }

    /// Brackets bound how deeply targets nest.
    fn invalid_target(&self, kind: Targets, node: Node) -> Option<Node> {
        let read = &self.reads[node as usize];
        match read.what {
            "list" | "tuple" => read.children.iter().find_map(|&child| self.invalid_target(kind, child)),
            "starred" if kind != Targets::Del => self.invalid_target(kind, *read.children.first()?),
            // The `a in b` of `for a in b` was read as a comparison.
            "comparison in" if kind == Targets::For => self.invalid_target(kind, *read.children.first()?),
            "comparison" if kind == Targets::For => None,
            "name" | "subscript" | "attribute" => None,
            _ => Some(node),
        }
    }

    pub(super) fn star_targets(&mut self) -> Option<()> {
        self.list(Self::star_target)?;
        self.opt(|p| p.eat(Tok::Comma))?;
        Some(())
    }

    pub(super) fn star_target(&mut self) -> Option<Node> {
        self.memoized(Rule::StarTarget, |p| {
            let starred = p.alt(|p| {
                p.eat(Tok::Star)?;
                p.not_ahead(|tok| tok == Tok::Star)?;
                p.star_target()
            });
            match starred {
                Some(node) => Some(node),
                None => p.target_with_star_atom(),
            }
        })
    }

    fn target_with_star_atom(&mut self) -> Option<Node> {
        self.memoized(Rule::TargetWithStarAtom, |p| match p.alt(Self::attribute_or_subscript) {
            Some(node) => Some(node),
            None => p.star_atom(),
        })
    }

    /// `t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead`.
    fn attribute_or_subscript(&mut self) -> Option<Node> {
        let primary = self.t_primary()?;
        self.ahead(|tok| matches!(tok, Tok::Dot | Tok::LSqb))?;
        self.trailer()?;
        self.not_ahead(is_trailer)?;
        Some(primary)
    }

    /// A primary with another trailer behind it.
    fn t_primary(&mut self) -> Option<Node> {
        self.memoized(Rule::TPrimary, |p| {
            let from = p.mark;
            p.atom()?;
            p.ahead(is_trailer)?;
            loop {
                let next = p.alt(|p| {
                    p.trailer()?;
                    p.ahead(is_trailer)
                });
                if next.is_none() {
                    break;
                }
            }
            Some(p.since(from, "primary", Vec::new()))
        })
    }

    fn star_atom(&mut self) -> Option<Node> {
        if let Some(name) = self.name() {
            return Some(name);
        }
        let from = self.mark;
        let close = match self.at()? {
            Tok::LPar => Tok::RPar,
            Tok::LSqb => Tok::RSqb,
            _ => return None,
        };
        self.alt(|p| {
            p.eat_if(|tok| matches!(tok, Tok::LPar | Tok::LSqb))?;
            p.opt(Self::star_targets)?;
            p.eat(close)
        })?;
        Some(self.since(from, "target", Vec::new()))
    }

    /// `NAME | attribute | subscript | '(' single_target ')'`.
    pub(super) fn single_target(&mut self) -> Option<()> {
        if self.alt(Self::attribute_or_subscript).is_some() || self.name().is_some() {
            return Some(());
        }
        self.nested(|p| {
            p.alt(|p| {
                p.eat(Tok::LPar)?;
                p.single_target()?;
                p.eat(Tok::RPar).map(|_| ())
            })
        })
    }

    /// `'(' single_target ')' | single_subscript_attribute_target`, as before an annotation.
    pub(super) fn annotated_target(&mut self) -> Option<()> {
        let grouped = self.alt(|p| {
            p.eat(Tok::LPar)?;
            p.single_target()?;
            p.eat(Tok::RPar)
        });
        if grouped.is_some() {
            return Some(());
        }
        self.alt(Self::attribute_or_subscript).map(|_| ())
    }

    pub(super) fn del_targets(&mut self) -> Option<()> {
        self.list(Self::del_target)?;
        self.opt(|p| p.eat(Tok::Comma))?;
        Some(())
    }

    fn del_target(&mut self) -> Option<Node> {
        self.memoized(Rule::DelTarget, |p| {
            if let Some(node) = p.alt(Self::attribute_or_subscript) {
                return Some(node);
            }
            if let Some(name) = p.name() {
                return Some(name);
            }
            let from = p.mark;
            let close = match p.at()? {
                Tok::LPar => Tok::RPar,
                Tok::LSqb => Tok::RSqb,
                _ => return None,
            };
            p.eat_if(|tok| matches!(tok, Tok::LPar | Tok::LSqb))?;
            p.opt(Self::del_targets)?;
            p.eat(close)?;
            Some(p.since(from, "target", Vec::new()))
        })
    }

    pub(super) fn invalid_for_target(&mut self) -> Option<()> {
        self.opt(|p| p.eat(Tok::Async))?;
        self.eat(Tok::For)?;
        let targets = self.star_expressions()?;
        self.raise_invalid_target(Targets::For, targets)
    }
}

/// What may follow a primary.
fn is_trailer(tok: Tok) -> bool {
    matches!(tok, Tok::LPar | Tok::LSqb | Tok::Dot)
}
