//! Statements with blocks.
use super::super::ast::Span;
use super::super::token::Tok;
use super::target::Targets;
use super::{Diagnosis, Node, Rule, is_name};

impl Diagnosis<'_> {
    pub(super) fn compound_statement(&mut self) -> Option<()> {
        match self.at()? {
            Tok::Def => self.function_def(),
            Tok::At => self.decorated(),
            Tok::Async => {
                if self.alt(Self::function_def).is_some() || self.alt(Self::with_statement).is_some() {
                    return Some(());
                }
                self.for_statement()
            }
            Tok::If => self.if_statement(Tok::If, "'if' statement"),
            Tok::Class => self.class_def(),
            Tok::With => self.with_statement(),
            Tok::For => self.for_statement(),
            Tok::Try => self.try_statement(),
            Tok::While => self.while_statement(),
            tok if is_name(tok) => self.match_statement(),
            _ => None,
        }
    }

    pub(super) fn block(&mut self) -> Option<()> {
        self.memoized(Rule::Block, |p| {
            let from = p.mark;
            let indented = p.alt(|p| {
                p.eat(Tok::Newline)?;
                p.eat(Tok::Indent)?;
                p.statements()?;
                p.eat(Tok::Dedent)
            });
            if indented.is_some() || p.alt(Self::simple_statements).is_some() {
                return Some(p.since(from, "block", Vec::new()));
            }
            p.mistake(|p| {
                p.eat(Tok::Newline)?;
                p.not_ahead(|tok| tok == Tok::Indent)?;
                p.raise_indentation("expected an indented block".to_owned())
            });
            None
        })
        .map(|_: Node| ())
    }

    /// The mistakes behind a compound statement's header: no colon, or no block behind it.
    pub(super) fn colon_and_block(&mut self, what: &str, keyword: Span) -> Option<()> {
        if self.eat(Tok::Newline).is_some() {
            return self.raise_last("expected ':'");
        }
        self.no_block(what, keyword)
    }

    /// A colon with no block behind it.
    fn no_block(&mut self, what: &str, keyword: Span) -> Option<()> {
        self.eat(Tok::Colon)?;
        self.eat(Tok::Newline)?;
        self.not_ahead(|tok| tok == Tok::Indent)?;
        self.raise_no_block(what, keyword)
    }

    fn colon_block(&mut self) -> Option<()> {
        self.eat(Tok::Colon)?;
        self.block()
    }

    fn decorated(&mut self) -> Option<()> {
        self.some(|p| {
            p.eat(Tok::At)?;
            p.named_expression()?;
            p.eat(Tok::Newline)
        })?;
        match self.at()? {
            Tok::Class => self.class_def(),
            _ => self.function_def(),
        }
    }

    fn class_def(&mut self) -> Option<()> {
        self.mistake(|p| {
            let keyword = p.eat(Tok::Class)?;
            p.class_header()?;
            p.colon_and_block("class definition", keyword)
        });
        self.eat(Tok::Class)?;
        self.class_header()?;
        self.colon_block()
    }

    fn class_header(&mut self) -> Option<()> {
        self.eat_if(is_name)?;
        self.opt(Self::type_params)?;
        self.opt(|p| {
            p.eat(Tok::LPar)?;
            p.opt(Self::arguments)?;
            p.eat(Tok::RPar)
        })
        .map(|_| ())
    }

    fn function_def(&mut self) -> Option<()> {
        self.mistake(|p| {
            p.opt(|p| p.eat(Tok::Async))?;
            let keyword = p.eat(Tok::Def)?;
            p.eat_if(is_name)?;
            p.opt(Self::type_params)?;
            p.eat(Tok::LPar)?;
            p.opt(Self::params)?;
            p.eat(Tok::RPar)?;
            p.opt(Self::returns)?;
            p.no_block("function definition", keyword)
        });
        self.opt(|p| p.eat(Tok::Async))?;
        self.eat(Tok::Def)?;
        self.eat_if(is_name)?;
        self.opt(Self::type_params)?;
        self.force(Tok::LPar, "(")?;
        self.opt(Self::params)?;
        self.eat(Tok::RPar)?;
        self.opt(Self::returns)?;
        self.force(Tok::Colon, ":")?;
        self.block()
    }

    fn returns(&mut self) -> Option<()> {
        self.eat(Tok::Arrow)?;
        self.expression().map(|_| ())
    }

    /// `if` or `elif`, with what follows.
    fn if_statement(&mut self, keyword: Tok, what: &str) -> Option<()> {
        self.mistake(|p| {
            let span = p.eat(keyword)?;
            p.named_expression()?;
            p.colon_and_block(what, span)
        });
        self.eat(keyword)?;
        self.named_expression()?;
        self.colon_block()?;
        // A long chain of `elif`s is read in a loop, not by recursion.
        while self.at()? == Tok::Elif {
            let branch = self.alt(|p| {
                p.mistake(|p| {
                    let span = p.eat(Tok::Elif)?;
                    p.named_expression()?;
                    p.colon_and_block("'elif' statement", span)
                });
                p.eat(Tok::Elif)?;
                p.named_expression()?;
                p.colon_block()
            });
            if branch.is_none() {
                return Some(()).filter(|()| self.error.is_none());
            }
        }
        self.opt(Self::else_block).map(|_| ())
    }

    fn else_block(&mut self) -> Option<()> {
        self.mistake(|p| {
            let keyword = p.eat(Tok::Else)?;
            p.no_block("'else' statement", keyword)
        });
        self.eat(Tok::Else)?;
        self.force(Tok::Colon, ":")?;
        self.block()
    }

    fn while_statement(&mut self) -> Option<()> {
        self.mistake(|p| {
            let keyword = p.eat(Tok::While)?;
            p.named_expression()?;
            p.colon_and_block("'while' statement", keyword)
        });
        self.eat(Tok::While)?;
        self.named_expression()?;
        self.colon_block()?;
        self.opt(Self::else_block).map(|_| ())
    }

    fn for_statement(&mut self) -> Option<()> {
        self.mistake(|p| {
            p.opt(|p| p.eat(Tok::Async))?;
            let keyword = p.eat(Tok::For)?;
            p.star_targets()?;
            p.eat(Tok::In)?;
            p.star_expressions()?;
            p.colon_and_block("'for' statement", keyword)
        });
        let mut cut = false;
        let plain = self.alt(|p| {
            p.opt(|p| p.eat(Tok::Async))?;
            p.eat(Tok::For)?;
            p.star_targets()?;
            p.eat(Tok::In)?;
            cut = true;
            p.star_expressions()?;
            p.colon_block()?;
            p.opt(Self::else_block)
        });
        if plain.is_none() && !cut {
            self.mistake(Self::invalid_for_target);
        }
        plain.map(|_| ())
    }

    fn with_statement(&mut self) -> Option<()> {
        self.mistake(|p| p.invalid_with(true));
        let grouped = self.alt(|p| {
            p.opt(|p| p.eat(Tok::Async))?;
            p.eat(Tok::With)?;
            p.eat(Tok::LPar)?;
            p.list(Self::with_item)?;
            p.opt(|p| p.eat(Tok::Comma))?;
            p.eat(Tok::RPar)?;
            p.colon_block()
        });
        if grouped.is_some() {
            return grouped;
        }
        let plain = self.alt(|p| {
            p.opt(|p| p.eat(Tok::Async))?;
            p.eat(Tok::With)?;
            p.list(Self::with_item)?;
            p.colon_block()
        });
        if plain.is_none() {
            self.mistake(|p| p.invalid_with(false));
        }
        plain
    }

    fn with_item(&mut self) -> Option<()> {
        let ends = |tok| matches!(tok, Tok::Comma | Tok::RPar | Tok::Colon);
        let bound = self.alt(|p| {
            p.expression()?;
            p.eat(Tok::As)?;
            p.star_target()?;
            p.ahead(ends)
        });
        if bound.is_some() {
            return bound;
        }
        self.mistake(|p| {
            p.expression()?;
            p.eat(Tok::As)?;
            let target = p.expression()?;
            p.ahead(ends)?;
            p.raise_invalid_target(Targets::Star, target)
        });
        self.expression().map(|_| ())
    }

    /// A `with` without a block (`colon`), or without a colon.
    fn invalid_with(&mut self, colon: bool) -> Option<()> {
        for grouped in [false, true] {
            self.alt(|p| {
                p.opt(|p| p.eat(Tok::Async))?;
                let keyword = p.eat(Tok::With)?;
                if grouped {
                    p.eat(Tok::LPar)?;
                }
                p.list(|p| {
                    if grouped {
                        p.expressions()?;
                    } else {
                        p.expression()?;
                    }
                    p.opt(|p| {
                        p.eat(Tok::As)?;
                        p.star_target()
                    })
                })?;
                if grouped {
                    p.opt(|p| p.eat(Tok::Comma))?;
                    p.eat(Tok::RPar)?;
                }
                if colon {
                    return p.no_block("'with' statement", keyword);
                }
                p.eat(Tok::Newline)?;
                p.raise_last("expected ':'")
            });
        }
        None
    }

    fn try_statement(&mut self) -> Option<()> {
        self.mistake(Self::invalid_try);
        let head = |p: &mut Self| {
            p.eat(Tok::Try)?;
            p.force(Tok::Colon, ":")?;
            p.block()
        };
        let finally = self.alt(|p| {
            head(p)?;
            p.finally_block()
        });
        if finally.is_some() {
            return finally;
        }
        for star in [false, true] {
            let handled = self.alt(|p| {
                head(p)?;
                p.some(|p| p.except_block(star))?;
                p.opt(Self::else_block)?;
                p.opt(Self::finally_block)
            });
            if handled.is_some() {
                return Some(());
            }
        }
        None
    }

    fn finally_block(&mut self) -> Option<()> {
        self.mistake(|p| {
            let keyword = p.eat(Tok::Finally)?;
            p.no_block("'finally' statement", keyword)
        });
        self.eat(Tok::Finally)?;
        self.force(Tok::Colon, ":")?;
        self.block()
    }

    fn except_block(&mut self, star: bool) -> Option<()> {
        self.mistake(|p| {
            let keyword = p.eat(Tok::Except)?;
            if star {
                p.eat(Tok::Star)?;
            }
            p.opt_kind(star)?;
            p.no_block(if star { "'except*' statement" } else { "'except' statement" }, keyword)
        });
        let plain = self.alt(|p| {
            p.eat(Tok::Except)?;
            if star {
                p.eat(Tok::Star)?;
            }
            p.opt_kind(star)?;
            p.colon_block()
        });
        if plain.is_none() {
            self.mistake(Self::invalid_except);
        }
        plain
    }

    /// `[expression ['as' NAME]]`, which has to be there for `except*`.
    fn opt_kind(&mut self, required: bool) -> Option<()> {
        let kind = self.opt(|p| {
            p.expression()?;
            p.opt_as()
        })?;
        (kind.is_some() || !required).then_some(())
    }

    fn invalid_except(&mut self) -> Option<()> {
        self.alt(|p| {
            p.eat(Tok::Except)?;
            p.opt(|p| p.eat(Tok::Star))?;
            let first = p.expression()?;
            p.eat(Tok::Comma)?;
            p.expressions()?;
            p.opt_as()?;
            p.eat(Tok::Colon)?;
            p.raise_from::<()>(p.span(first), "multiple exception types must be parenthesized")
        });
        self.alt(|p| {
            p.eat(Tok::Except)?;
            p.opt(|p| p.eat(Tok::Star))?;
            p.expression()?;
            p.opt_as()?;
            p.eat(Tok::Newline)?;
            p.raise_last::<()>("expected ':'")
        });
        self.alt(|p| {
            p.eat(Tok::Except)?;
            p.eat(Tok::Newline)?;
            p.raise_last::<()>("expected ':'")
        });
        self.alt(|p| {
            p.eat(Tok::Except)?;
            p.eat(Tok::Star)?;
            p.eat_if(|tok| matches!(tok, Tok::Newline | Tok::Colon))?;
            p.raise_last("expected one or more exception types")
        })
    }

    fn invalid_try(&mut self) -> Option<()> {
        self.alt(|p| {
            let keyword = p.eat(Tok::Try)?;
            p.no_block("'try' statement", keyword)
        });
        self.alt(|p| {
            p.eat(Tok::Try)?;
            p.colon_block()?;
            p.not_ahead(|tok| matches!(tok, Tok::Except | Tok::Finally))?;
            p.raise_last::<()>("expected 'except' or 'finally' block")
        });
        let message = "cannot have both 'except' and 'except*' on the same 'try'";
        self.alt(|p| {
            p.eat(Tok::Try)?;
            p.eat(Tok::Colon)?;
            p.many(Self::block)?;
            p.some(|p| p.except_block(false))?;
            let keyword = p.eat(Tok::Except)?;
            let star = p.eat(Tok::Star)?;
            p.opt_kind(true)?;
            p.eat(Tok::Colon)?;
            p.raise::<()>(keyword.to(star), message)
        });
        self.alt(|p| {
            p.eat(Tok::Try)?;
            p.eat(Tok::Colon)?;
            p.many(Self::block)?;
            p.some(|p| p.except_block(true))?;
            let keyword = p.eat(Tok::Except)?;
            p.opt_kind(false)?;
            p.eat(Tok::Colon)?;
            p.raise(keyword, message)
        })
    }
}
