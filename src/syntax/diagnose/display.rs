//! What stands in brackets: groups, tuples, lists, sets, dicts, comprehensions.
use super::super::ast::Span;
use super::super::error::{Fault, FaultEnd};
use super::super::token::Tok;
use super::{Diagnosis, Node};

impl Diagnosis<'_> {
    pub(super) fn tuple(&mut self) -> Option<Node> {
        let from = self.mark;
        self.eat(Tok::LPar)?;
        let elements = self.opt(|p| {
            let mut all = vec![p.star_named_expression()?];
            p.eat(Tok::Comma)?;
            all.extend(p.opt(Self::star_named_expressions)?.unwrap_or_default());
            Some(all)
        })?;
        self.eat(Tok::RPar)?;
        Some(self.since(from, "tuple", elements.unwrap_or_default()))
    }

    pub(super) fn group(&mut self) -> Option<Node> {
        let plain = self.alt(|p| {
            p.eat(Tok::LPar)?;
            let inner = match p.alt(Self::yield_expression) {
                Some(node) => node,
                None => p.named_expression()?,
            };
            p.eat(Tok::RPar)?;
            Some(inner)
        });
        if plain.is_none() {
            self.mistake(Self::invalid_group);
        }
        plain
    }

    fn invalid_group(&mut self) -> Option<()> {
        self.alt(|p| {
            p.eat(Tok::LPar)?;
            let starred = p.starred_expression()?;
            p.eat(Tok::RPar)?;
            p.raise::<()>(p.span(starred), "cannot use starred expression here")
        });
        self.alt(|p| {
            p.eat(Tok::LPar)?;
            let stars = p.eat(Tok::DStar)?;
            p.expression()?;
            p.eat(Tok::RPar)?;
            p.raise(stars, "cannot use double starred expression here")
        })
    }

    pub(super) fn genexp(&mut self) -> Option<Node> {
        let from = self.mark;
        let plain = self.alt(|p| {
            p.eat(Tok::LPar)?;
            p.argument_expression()?;
            p.for_if_clauses()?;
            p.eat(Tok::RPar)
        });
        if plain.is_some() {
            return Some(self.since(from, "generator expression", Vec::new()));
        }
        self.mistake(Self::invalid_comprehension);
        None
    }

    pub(super) fn list_display(&mut self) -> Option<Node> {
        let from = self.mark;
        self.eat(Tok::LSqb)?;
        let elements = self.opt(Self::star_named_expressions)?;
        self.eat(Tok::RSqb)?;
        Some(self.since(from, "list", elements.unwrap_or_default()))
    }

    pub(super) fn list_comprehension(&mut self) -> Option<Node> {
        let from = self.mark;
        let plain = self.alt(|p| {
            p.eat(Tok::LSqb)?;
            p.named_expression()?;
            p.for_if_clauses()?;
            p.eat(Tok::RSqb)
        });
        if plain.is_some() {
            return Some(self.since(from, "list comprehension", Vec::new()));
        }
        self.mistake(Self::invalid_comprehension);
        None
    }

    pub(super) fn invalid_comprehension(&mut self) -> Option<()> {
        self.alt(|p| {
            p.eat_if(|tok| matches!(tok, Tok::LPar | Tok::LSqb | Tok::LBrace))?;
            let starred = p.starred_expression()?;
            p.for_if_clauses()?;
            p.raise::<()>(p.span(starred), "iterable unpacking cannot be used in comprehension")
        });
        let message = "did you forget parentheses around the comprehension target?";
        self.alt(|p| {
            p.eat_if(|tok| matches!(tok, Tok::LSqb | Tok::LBrace))?;
            let first = p.star_named_expression()?;
            p.eat(Tok::Comma)?;
            let rest = p.star_named_expressions()?;
            p.for_if_clauses()?;
            let last = rest.last().copied().unwrap_or(first);
            p.raise::<()>(p.span(first).to(p.span(last)), message)
        });
        self.alt(|p| {
            p.eat_if(|tok| matches!(tok, Tok::LSqb | Tok::LBrace))?;
            let first = p.star_named_expression()?;
            let comma = p.eat(Tok::Comma)?;
            p.for_if_clauses()?;
            p.raise(p.span(first).to(comma), message)
        })
    }

    /// Dict, set and their comprehensions, in CPython's order.
    pub(super) fn braces(&mut self) -> Option<Node> {
        let from = self.mark;
        if self.alt(Self::dict).is_some() {
            return Some(self.since(from, "dict literal", Vec::new()));
        }
        let set = self.alt(|p| {
            p.eat(Tok::LBrace)?;
            p.star_named_expressions()?;
            p.eat(Tok::RBrace)
        });
        if set.is_some() {
            return Some(self.since(from, "set display", Vec::new()));
        }
        let dict = self.alt(|p| {
            p.eat(Tok::LBrace)?;
            p.key_value()?;
            p.for_if_clauses()?;
            p.eat(Tok::RBrace)
        });
        if dict.is_some() {
            return Some(self.since(from, "dict comprehension", Vec::new()));
        }
        self.mistake(Self::invalid_dict_comprehension);
        let set = self.alt(|p| {
            p.eat(Tok::LBrace)?;
            p.named_expression()?;
            p.for_if_clauses()?;
            p.eat(Tok::RBrace)
        });
        if set.is_some() {
            return Some(self.since(from, "set comprehension", Vec::new()));
        }
        self.mistake(Self::invalid_comprehension);
        None
    }

    fn invalid_dict_comprehension(&mut self) -> Option<()> {
        self.eat(Tok::LBrace)?;
        let stars = self.eat(Tok::DStar)?;
        self.bitwise_or()?;
        self.for_if_clauses()?;
        self.eat(Tok::RBrace)?;
        self.raise(stars, "dict unpacking cannot be used in dict comprehension")
    }

    fn dict(&mut self) -> Option<()> {
        let plain = self.alt(|p| {
            p.eat(Tok::LBrace)?;
            p.opt(|p| {
                p.list(Self::double_starred_kvpair)?;
                p.opt(|p| p.eat(Tok::Comma))
            })?;
            p.eat(Tok::RBrace)
        });
        if plain.is_some() {
            return Some(());
        }
        // The one mistake that CPython looks for in the first reading, too.
        self.eat(Tok::LBrace)?;
        self.invalid_double_starred_kvpairs()
    }

    fn double_starred_kvpair(&mut self) -> Option<()> {
        let unpacked = self.alt(|p| {
            p.eat(Tok::DStar)?;
            p.bitwise_or()
        });
        match unpacked {
            Some(_) => Some(()),
            None => self.alt(Self::key_value),
        }
    }

    fn key_value(&mut self) -> Option<()> {
        self.expression()?;
        self.eat(Tok::Colon)?;
        self.expression().map(|_| ())
    }

    fn invalid_double_starred_kvpairs(&mut self) -> Option<()> {
        self.alt(|p| {
            p.list(Self::double_starred_kvpair)?;
            p.eat(Tok::Comma)?;
            p.alt(|p| {
                let key = p.expression()?;
                p.not_ahead(|tok| tok == Tok::Colon)?;
                p.missing_colon(key)
            });
            p.invalid_value()
        });
        self.invalid_value()
    }

    fn missing_colon(&mut self, key: Node) -> Option<()> {
        let Span { start, end } = self.span(key);
        let mut fault = Fault::syntax(Span::new(end - 1, end), "':' expected after dictionary key");
        // CPython takes the line from where the key starts, the column from where it ends.
        let (first, last) = (self.line_start(start), self.line_start(end));
        let length = self.src[first as usize..].find('\n').unwrap_or(self.src.len() - first as usize);
        fault.at = first + (end - 1 - last).min(length as u32);
        fault.end = FaultEnd::UnknownOn(end);
        self.error.get_or_insert(fault);
        None
    }

    fn line_start(&self, at: u32) -> u32 {
        self.src[..at as usize].rfind('\n').map_or(0, |newline| newline as u32 + 1)
    }

    fn invalid_value(&mut self) -> Option<()> {
        self.alt(|p| {
            p.expression()?;
            p.eat(Tok::Colon)?;
            let star = p.eat(Tok::Star)?;
            p.bitwise_or()?;
            p.raise_from::<()>(star, "cannot use a starred expression in a dictionary value")
        });
        self.alt(|p| {
            p.expression()?;
            let colon = p.eat(Tok::Colon)?;
            p.ahead(|tok| matches!(tok, Tok::RBrace | Tok::Comma))?;
            p.raise(colon, "expression expected after dictionary key and ':'")
        })
    }

    /// One or more `for .. in .. if ..`; gives where the last one's last part is.
    pub(super) fn for_if_clauses(&mut self) -> Option<Span> {
        self.some(Self::for_if_clause)?.last().copied()
    }

    fn for_if_clause(&mut self) -> Option<Span> {
        for is_async in [true, false] {
            let mut cut = false;
            let clause = self.alt(|p| {
                if is_async {
                    p.eat(Tok::Async)?;
                }
                p.eat(Tok::For)?;
                p.star_targets()?;
                p.eat(Tok::In)?;
                cut = true;
                let mut last = p.disjunction()?;
                let conditions = p.many(|p| {
                    p.eat(Tok::If)?;
                    p.disjunction()
                })?;
                last = conditions.last().copied().unwrap_or(last);
                Some(p.span(last))
            });
            if clause.is_some() || cut {
                return clause;
            }
        }
        self.mistake(|p| {
            p.opt(|p| p.eat(Tok::Async))?;
            p.eat(Tok::For)?;
            p.some_targets()?;
            p.not_ahead(|tok| tok == Tok::In)?;
            p.raise_last("'in' expected after for-loop variables")
        });
        self.mistake(Self::invalid_for_target);
        None
    }

    /// `(bitwise_or (',' bitwise_or)* [','])`, as what a loop's variables may look like.
    fn some_targets(&mut self) -> Option<()> {
        self.list(Self::bitwise_or)?;
        self.opt(|p| p.eat(Tok::Comma))?;
        Some(())
    }
}
