//! `match`, `case` and patterns.
use super::super::ast::Span;
use super::super::token::Tok;
use super::{Diagnosis, Rule, is_name};

impl Diagnosis<'_> {
    pub(super) fn match_statement(&mut self) -> Option<()> {
        let plain = self.alt(|p| {
            p.word("match")?;
            p.subject()?;
            p.eat(Tok::Colon)?;
            p.eat(Tok::Newline)?;
            p.eat(Tok::Indent)?;
            p.some(Self::case_block)?;
            p.eat(Tok::Dedent)
        });
        if plain.is_some() {
            return Some(());
        }
        self.mistake(|p| {
            let keyword = p.word("match")?;
            p.subject()?;
            p.colon_and_block("'match' statement", keyword)
        });
        None
    }

    fn subject(&mut self) -> Option<()> {
        let several = self.alt(|p| {
            p.star_named_expression()?;
            p.eat(Tok::Comma)?;
            p.opt(Self::star_named_expressions)
        });
        match several {
            Some(_) => Some(()),
            None => self.named_expression().map(|_| ()),
        }
    }

    fn case_block(&mut self) -> Option<()> {
        self.mistake(|p| {
            let keyword = p.word("case")?;
            p.patterns()?;
            p.opt(Self::guard)?;
            p.colon_and_block("'case' statement", keyword)
        });
        self.word("case")?;
        self.patterns()?;
        self.opt(Self::guard)?;
        self.eat(Tok::Colon)?;
        self.block()
    }

    fn guard(&mut self) -> Option<()> {
        self.eat(Tok::If)?;
        self.named_expression().map(|_| ())
    }

    fn patterns(&mut self) -> Option<()> {
        let sequence = self.alt(|p| {
            p.maybe_star_pattern()?;
            p.eat(Tok::Comma)?;
            p.opt(Self::maybe_sequence)
        });
        match sequence {
            Some(_) => Some(()),
            None => self.pattern().map(|_| ()),
        }
    }

    fn maybe_sequence(&mut self) -> Option<()> {
        self.list(Self::maybe_star_pattern)?;
        self.opt(|p| p.eat(Tok::Comma)).map(|_| ())
    }

    fn maybe_star_pattern(&mut self) -> Option<()> {
        if self.eat(Tok::Star).is_some() {
            return self.eat_if(is_name).map(|_| ());
        }
        self.pattern().map(|_| ())
    }

    fn pattern(&mut self) -> Option<Span> {
        let node = self.memoized(Rule::Pattern, |p| {
            let from = p.mark;
            let captured = p.alt(|p| {
                p.or_pattern()?;
                p.eat(Tok::As)?;
                p.capture_target()
            });
            if captured.is_none() {
                p.mistake(Self::invalid_as_pattern);
                p.alt(Self::or_pattern)?;
            }
            Some(p.since(from, "pattern", Vec::new()))
        })?;
        Some(self.span(node))
    }

    /// `!"_" NAME !('.' | '(' | '=')`.
    fn capture_target(&mut self) -> Option<()> {
        self.not(|p| p.at_word("_"))?;
        self.eat_if(is_name)?;
        self.not_ahead(|tok| matches!(tok, Tok::Dot | Tok::LPar | Tok::Eq))
    }

    fn invalid_as_pattern(&mut self) -> Option<()> {
        self.or_pattern()?;
        self.eat(Tok::As)?;
        if self.at_word("_").is_some() {
            return self.raise_token(self.mark, "cannot use '_' as a target");
        }
        self.not_ahead(is_name)?;
        let target = self.expression()?;
        self.raise(self.span(target), "invalid pattern target")
    }

    fn or_pattern(&mut self) -> Option<()> {
        self.closed_pattern()?;
        self.many(|p| {
            p.eat(Tok::Bar)?;
            p.closed_pattern()
        })
        .map(|_| ())
    }

    fn closed_pattern(&mut self) -> Option<()> {
        let node = self.memoized(Rule::ClosedPattern, |p| {
            let from = p.mark;
            p.any_closed_pattern()?;
            Some(p.since(from, "pattern", Vec::new()))
        });
        node.map(|_| ())
    }

    fn any_closed_pattern(&mut self) -> Option<()> {
        match self.at()? {
            Tok::Num | Tok::Minus | Tok::Str | Tok::Bytes | Tok::FStart => self.literal_pattern(),
            Tok::None | Tok::True | Tok::False => {
                self.mark += 1;
                Some(())
            }
            tok if is_name(tok) => self.path_pattern(),
            Tok::LPar => self.bracketed(Tok::LPar, Tok::RPar),
            Tok::LSqb => self.bracketed(Tok::LSqb, Tok::RSqb),
            Tok::LBrace => self.mapping_pattern(),
            _ => None,
        }
    }

    fn literal_pattern(&mut self) -> Option<()> {
        if self.ahead(|tok| matches!(tok, Tok::Num | Tok::Minus)).is_none() {
            return self.strings().map(|_| ());
        }
        self.opt(|p| p.eat(Tok::Minus))?;
        let real = self.eat(Tok::Num)?;
        let imaginary = self.opt(|p| {
            p.eat_if(|tok| matches!(tok, Tok::Plus | Tok::Minus))?;
            p.eat(Tok::Num)
        })?;
        let is_imaginary = |p: &Self, span: Span| span.text(p.src).ends_with(['j', 'J']);
        if let Some(imaginary) = imaginary {
            if is_imaginary(self, real) {
                return self.raise(real, "real number required in complex literal");
            }
            if !is_imaginary(self, imaginary) {
                return self.raise(imaginary, "imaginary number required in complex literal");
            }
        }
        Some(())
    }

    /// A name, a dotted name, or a class pattern.
    fn path_pattern(&mut self) -> Option<()> {
        let whole = self.alt(|p| {
            p.dotted()?;
            p.not_ahead(|tok| matches!(tok, Tok::Dot | Tok::LPar | Tok::Eq))
        });
        if whole.is_some() {
            return whole;
        }
        let class = self.alt(|p| {
            p.dotted()?;
            p.eat(Tok::LPar)?;
            p.opt(|p| {
                p.class_arguments()?;
                p.opt(|p| p.eat(Tok::Comma))
            })?;
            p.eat(Tok::RPar).map(|_| ())
        });
        if class.is_none() {
            self.mistake(Self::invalid_class_pattern);
        }
        class
    }

    fn dotted(&mut self) -> Option<()> {
        self.eat_if(is_name)?;
        self.many(|p| {
            p.eat(Tok::Dot)?;
            p.eat_if(is_name)
        })
        .map(|_| ())
    }

    fn keyword_pattern(&mut self) -> Option<()> {
        self.eat_if(is_name)?;
        self.eat(Tok::Eq)?;
        self.pattern().map(|_| ())
    }

    /// Positional patterns, then those with a keyword.
    fn class_arguments(&mut self) -> Option<()> {
        if self.alt(|p| p.list(Self::pattern)).is_none() {
            return self.list(Self::keyword_pattern).map(|_| ());
        }
        self.opt(|p| {
            p.eat(Tok::Comma)?;
            p.list(Self::keyword_pattern)
        })
        .map(|_| ())
    }

    fn invalid_class_pattern(&mut self) -> Option<()> {
        self.dotted()?;
        self.eat(Tok::LPar)?;
        self.opt(|p| {
            p.list(Self::pattern)?;
            p.eat(Tok::Comma)
        })?;
        self.list(Self::keyword_pattern)?;
        self.eat(Tok::Comma)?;
        let late = self.list(Self::pattern)?;
        let (first, last) = (late.first().copied()?, late.last().copied()?);
        self.raise(first.to(last), "positional patterns follow keyword patterns")
    }

    /// A group or sequence.
    fn bracketed(&mut self, open: Tok, close: Tok) -> Option<()> {
        self.eat(open)?;
        if open == Tok::LPar {
            let group = self.alt(|p| {
                p.pattern()?;
                p.eat(Tok::RPar)
            });
            if group.is_some() {
                return Some(());
            }
        }
        let lone_star = self.alt(|p| {
            p.eat(Tok::Star)?;
            p.eat_if(is_name)?;
            p.eat(Tok::RPar)
        });
        if lone_star.is_some() && open == Tok::LPar {
            return None;
        }
        self.opt(Self::maybe_sequence)?;
        self.eat(close).map(|_| ())
    }

    fn mapping_pattern(&mut self) -> Option<()> {
        self.eat(Tok::LBrace)?;
        self.opt(|p| {
            p.list(Self::key_value_pattern)?;
            p.opt(|p| {
                p.eat(Tok::Comma)?;
                p.double_star_pattern()
            })
        })?;
        self.opt(Self::double_star_pattern)?;
        self.opt(|p| p.eat(Tok::Comma))?;
        self.eat(Tok::RBrace).map(|_| ())
    }

    fn double_star_pattern(&mut self) -> Option<()> {
        self.eat(Tok::DStar)?;
        self.capture_target()
    }

    fn key_value_pattern(&mut self) -> Option<()> {
        match self.at()? {
            tok if is_name(tok) => {
                self.eat_if(is_name)?;
                self.some(|p| {
                    p.eat(Tok::Dot)?;
                    p.eat_if(is_name)
                })?;
            }
            Tok::None | Tok::True | Tok::False => self.mark += 1,
            _ => self.literal_pattern()?,
        }
        self.eat(Tok::Colon)?;
        self.pattern().map(|_| ())
    }
}
