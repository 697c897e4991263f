//! Arguments of calls and class headers.
use super::super::token::Tok;
use super::{Arguments, Diagnosis, Node, Rule, is_name};

impl Diagnosis<'_> {
    pub(super) fn arguments(&mut self) -> Option<Node> {
        self.memoized(Rule::Arguments, |p| {
            let from = p.mark;
            let plain = p.alt(|p| {
                p.args()?;
                p.opt(|p| p.eat(Tok::Comma))?;
                p.ahead(|tok| tok == Tok::RPar)
            });
            if plain.is_some() {
                return Some(p.since(from, "arguments", Vec::new()));
            }
            p.mistake(Self::invalid_arguments);
            None
        })
    }

    /// `starred_expression | (assignment_expression | expression !':=') !'='`, commas between.
    fn positional(&mut self) -> Option<Vec<Node>> {
        self.list(|p| {
            if let Some(starred) = p.alt(Self::starred_expression) {
                return Some(starred);
            }
            let node = p.argument_expression()?;
            p.not_ahead(|tok| tok == Tok::Eq)?;
            Some(node)
        })
    }

    fn args(&mut self) -> Option<Arguments> {
        let both = self.alt(|p| {
            let mut found = Arguments { positional: p.positional()?, unpacks: false };
            let keywords = p.opt(|p| {
                p.eat(Tok::Comma)?;
                p.kwargs()
            })?;
            if let Some(keywords) = keywords {
                found.positional.extend(keywords.positional);
                found.unpacks = keywords.unpacks;
            }
            Some(found)
        });
        match both {
            Some(found) => Some(found),
            None => self.alt(Self::kwargs),
        }
    }

    /// Keyword arguments and `*x` first, then keyword arguments and `**x`.
    fn kwargs(&mut self) -> Option<Arguments> {
        let mut found = Arguments::default();
        let first = self.alt(|p| p.list(Self::kwarg_or_starred));
        if let Some(all) = first {
            found.positional.extend(all.into_iter().flatten());
            let rest = self.alt(|p| {
                p.eat(Tok::Comma)?;
                p.list(Self::kwarg_or_double_starred)
            });
            found.unpacks = rest.is_some_and(|all| all.contains(&true));
            return Some(found).filter(|_| self.error.is_none());
        }
        let all = self.alt(|p| p.list(Self::kwarg_or_double_starred))?;
        found.unpacks = all.contains(&true);
        Some(found)
    }

    /// The positional argument if it is one.
    fn kwarg_or_starred(&mut self) -> Option<Option<Node>> {
        self.mistake(Self::invalid_kwarg);
        if self.alt(Self::named_argument).is_some() {
            return Some(None);
        }
        self.alt(Self::starred_expression).map(Some)
    }

    /// Whether it is `**x`.
    fn kwarg_or_double_starred(&mut self) -> Option<bool> {
        self.mistake(Self::invalid_kwarg);
        if self.alt(Self::named_argument).is_some() {
            return Some(false);
        }
        self.alt(|p| {
            p.eat(Tok::DStar)?;
            p.expression()
        })?;
        Some(true)
    }

    fn named_argument(&mut self) -> Option<()> {
        self.name()?;
        self.eat(Tok::Eq)?;
        self.expression().map(|_| ())
    }

    pub(super) fn starred_expression(&mut self) -> Option<Node> {
        self.mistake(|p| {
            let star = p.eat(Tok::Star)?;
            p.expression()?;
            p.eat(Tok::Eq)?;
            let value = p.expression()?;
            p.raise(star.to(p.span(value)), "cannot assign to iterable argument unpacking")
        });
        let from = self.mark;
        let plain = self.alt(|p| {
            p.eat(Tok::Star)?;
            p.expression()
        });
        if let Some(value) = plain {
            return Some(self.since(from, "starred", vec![value]));
        }
        // One of the few mistakes that CPython looks for in the first reading, too.
        self.eat(Tok::Star)?;
        self.raise_last("Invalid star expression")
    }

    fn invalid_kwarg(&mut self) -> Option<()> {
        self.alt(|p| {
            let constant = p.eat_if(|tok| matches!(tok, Tok::True | Tok::False | Tok::None))?;
            let equals = p.eat(Tok::Eq)?;
            let message = format!("cannot assign to {}", constant.text(p.src));
            p.raise::<()>(constant.to(equals), message)
        });
        self.alt(Self::keyword_comprehension);
        self.alt(|p| {
            p.not(|p| {
                p.name()?;
                p.eat(Tok::Eq)
            })?;
            let target = p.expression()?;
            let equals = p.eat(Tok::Eq)?;
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            p.raise::<()>(p.span(target).to(equals), message)
        });
        self.alt(|p| {
            let stars = p.eat(Tok::DStar)?;
            p.expression()?;
            p.eat(Tok::Eq)?;
            let value = p.expression()?;
            p.raise(stars.to(p.span(value)), "cannot assign to keyword argument unpacking")
        })
    }

    /// `f(a=b for c in d)`.
    fn keyword_comprehension(&mut self) -> Option<()> {
        let name = self.name()?;
        let equals = self.eat(Tok::Eq)?;
        self.expression()?;
        self.for_if_clauses()?;
        let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        self.raise(self.span(name).to(equals), message)
    }

    fn invalid_arguments(&mut self) -> Option<()> {
        let unparenthesized = "Generator expression must be parenthesized";
        self.alt(|p| {
            let both = p.alt(|p| {
                p.positional()?;
                p.eat(Tok::Comma)?;
                p.kwargs()
            });
            if both.is_none() {
                p.kwargs()?;
            }
            let comma = p.eat(Tok::Comma)?;
            p.list(|p| {
                p.starred_expression()?;
                p.not_ahead(|tok| tok == Tok::Eq)
            })?;
            p.raise_from::<()>(comma, "iterable argument unpacking follows keyword argument unpacking")
        });
        self.alt(|p| {
            let element = p.expression()?;
            let last = p.for_if_clauses()?;
            p.eat(Tok::Comma)?;
            p.opt(|p| match p.alt(Self::args) {
                Some(_) => Some(()),
                None => {
                    p.expression()?;
                    p.for_if_clauses().map(|_| ())
                }
            })?;
            p.raise::<()>(p.span(element).to(last), unparenthesized)
        });
        self.alt(Self::keyword_comprehension);
        self.alt(|p| {
            p.opt(|p| {
                p.args()?;
                p.eat(Tok::Comma)
            })?;
            let name = p.eat_if(is_name)?;
            let equals = p.eat(Tok::Eq)?;
            p.ahead(|tok| matches!(tok, Tok::Comma | Tok::RPar))?;
            p.raise::<()>(name.to(equals), "expected argument value expression")
        });
        self.alt(|p| {
            let args = p.args()?;
            let last = p.for_if_clauses()?;
            match args.positional.as_slice() {
                [_, .., element] => p.raise::<()>(p.span(*element).to(last), unparenthesized),
                _ => None,
            }
        });
        self.alt(|p| {
            p.args()?;
            p.eat(Tok::Comma)?;
            let element = p.expression()?;
            let last = p.for_if_clauses()?;
            p.raise::<()>(p.span(element).to(last), unparenthesized)
        });
        self.alt(|p| {
            let args = p.args()?;
            p.eat(Tok::Comma)?;
            p.args()?;
            p.raise_last(match args.unpacks {
                true => "positional argument follows keyword argument unpacking",
                false => "positional argument follows keyword argument",
            })
        })
    }
}
