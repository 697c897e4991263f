//! Statements of one line.
use super::super::token::Tok;
use super::target::Targets;
use super::{Diagnosis, Node, is_name};

impl Diagnosis<'_> {
    /// One or more statements.
    pub(super) fn statements(&mut self) -> Option<()> {
        self.some(|p| match p.alt(Self::compound_statement) {
            Some(()) => Some(()),
            None => p.simple_statements(),
        })
        .map(|_| ())
    }

    pub(super) fn simple_statements(&mut self) -> Option<()> {
        loop {
            self.alt(Self::simple_statement)?;
            let semicolon = self.eat(Tok::Semi).is_some();
            if self.eat(Tok::Newline).is_some() {
                return Some(());
            }
            if !semicolon {
                return None;
            }
        }
    }

    fn simple_statement(&mut self) -> Option<()> {
        if self.alt(Self::assignment).is_some() {
            return Some(());
        }
        if self.at_word("type").is_some() && self.alt(Self::type_alias).is_some() {
            return Some(());
        }
        if self.alt(Self::star_expressions).is_some() {
            return Some(());
        }
        match self.at()? {
            Tok::Return => {
                self.mark += 1;
                self.opt(Self::star_expressions).map(|_| ())
            }
            Tok::Import | Tok::From => self.import(),
            Tok::Raise => self.raise_statement(),
            Tok::Pass | Tok::Break | Tok::Continue => {
                self.mark += 1;
                Some(())
            }
            Tok::Del => self.del(),
            Tok::Yield => self.yield_expression().map(|_| ()),
            Tok::Assert => {
                self.mark += 1;
                self.expression()?;
                self.opt(|p| {
                    p.eat(Tok::Comma)?;
                    p.expression()
                })
                .map(|_| ())
            }
            Tok::Global | Tok::Nonlocal => {
                self.mark += 1;
                self.list(|p| p.eat_if(is_name)).map(|_| ())
            }
            _ => None,
        }
    }

    fn assignment(&mut self) -> Option<()> {
        let annotated = self.alt(|p| {
            p.name()?;
            p.annotation_and_value()
        });
        if annotated.is_some() {
            return annotated;
        }
        let annotated = self.alt(|p| {
            p.annotated_target()?;
            p.annotation_and_value()
        });
        if annotated.is_some() {
            return annotated;
        }
        let plain = self.alt(|p| {
            p.some(Self::targets_and_equals)?;
            p.annotated_rhs()?;
            p.not_ahead(|tok| tok == Tok::Eq)
        });
        if plain.is_some() {
            return plain;
        }
        let mut cut = false;
        let augmented = self.alt(|p| {
            p.single_target()?;
            p.eat_if(is_augmented)?;
            cut = true;
            p.annotated_rhs().map(|_| ())
        });
        if augmented.is_some() || cut {
            return augmented;
        }
        self.mistake(Self::invalid_assignment);
        None
    }

    /// `':' expression ['=' annotated_rhs]`.
    fn annotation_and_value(&mut self) -> Option<()> {
        self.eat(Tok::Colon)?;
        self.expression()?;
        self.opt(|p| {
            p.eat(Tok::Eq)?;
            p.annotated_rhs()
        })
        .map(|_| ())
    }

    fn targets_and_equals(&mut self) -> Option<()> {
        self.star_targets()?;
        self.eat(Tok::Eq).map(|_| ())
    }

    fn invalid_assignment(&mut self) -> Option<()> {
        self.alt(|p| {
            let target = p.invalid_annotated_target()?;
            p.eat(Tok::Colon)?;
            p.expression()?;
            let message = format!("only single target (not {}) can be annotated", p.what(target));
            p.raise::<()>(p.span(target), message)
        });
        self.alt(|p| {
            let first = p.star_named_expression()?;
            p.eat(Tok::Comma)?;
            p.many(Self::star_named_expressions)?;
            p.eat(Tok::Colon)?;
            p.expression()?;
            p.raise::<()>(p.span(first), "only single target (not tuple) can be annotated")
        });
        self.alt(|p| {
            let target = p.expression()?;
            p.eat(Tok::Colon)?;
            p.expression()?;
            p.raise::<()>(p.span(target), "illegal target for annotation")
        });
        self.alt(|p| {
            p.many(Self::targets_and_equals)?;
            let target = p.star_expressions()?;
            p.eat(Tok::Eq)?;
            p.raise_invalid_target::<()>(Targets::Star, target)
        });
        self.alt(|p| {
            p.many(Self::targets_and_equals)?;
            let target = p.yield_expression()?;
            p.eat(Tok::Eq)?;
            p.raise::<()>(p.span(target), "assignment to yield expression not possible")
        });
        self.alt(|p| {
            let target = p.star_expressions()?;
            p.eat_if(is_augmented)?;
            p.annotated_rhs()?;
            let what = p.what(target).trim_end_matches(" in");
            p.raise(p.span(target), format!("'{what}' is an illegal expression for augmented assignment"))
        })
    }

    /// `list | tuple | '(' invalid_ann_assign_target ')'`.
    fn invalid_annotated_target(&mut self) -> Option<Node> {
        if let Some(node) = self.alt(Self::list_display) {
            return Some(node);
        }
        if let Some(node) = self.alt(Self::tuple) {
            return Some(node);
        }
        self.nested(|p| {
            p.alt(|p| {
                p.eat(Tok::LPar)?;
                let node = p.invalid_annotated_target()?;
                p.eat(Tok::RPar)?;
                Some(node)
            })
        })
    }

    fn type_alias(&mut self) -> Option<()> {
        self.word("type")?;
        self.name()?;
        self.opt(Self::type_params)?;
        self.eat(Tok::Eq)?;
        self.expression().map(|_| ())
    }

    fn raise_statement(&mut self) -> Option<()> {
        self.eat(Tok::Raise)?;
        self.opt(|p| {
            p.expression()?;
            p.opt(|p| {
                p.eat(Tok::From)?;
                p.expression()
            })
        })
        .map(|_| ())
    }

    fn del(&mut self) -> Option<()> {
        let plain = self.alt(|p| {
            p.eat(Tok::Del)?;
            p.del_targets()?;
            p.ahead(|tok| matches!(tok, Tok::Semi | Tok::Newline))
        });
        if plain.is_none() {
            self.mistake(|p| {
                p.eat(Tok::Del)?;
                let targets = p.star_expressions()?;
                p.raise_invalid_target(Targets::Del, targets)
            });
        }
        plain
    }

    fn import(&mut self) -> Option<()> {
        self.mistake(Self::invalid_import);
        let plain = self.alt(|p| {
            p.eat(Tok::Import)?;
            p.list(|p| {
                p.dotted_name()?;
                p.opt_as()
            })
        });
        if plain.is_some() {
            return Some(());
        }
        self.eat(Tok::From)?;
        let dots = self.many(|p| p.eat_if(|tok| matches!(tok, Tok::Dot | Tok::Ellipsis)))?;
        if self.opt(Self::dotted_name)?.is_none() && dots.is_empty() {
            return None;
        }
        self.eat(Tok::Import)?;
        self.import_from_targets()
    }

    fn invalid_import(&mut self) -> Option<()> {
        let keyword = self.eat(Tok::Import)?;
        if self.at()? == Tok::Newline {
            return self.raise_from(self.next_span(), "Expected one or more names after 'import'");
        }
        self.list(Self::dotted_name)?;
        self.eat(Tok::From)?;
        self.dotted_name()?;
        self.raise_from(keyword, "Did you mean to use 'from ... import ...' instead?")
    }

    fn dotted_name(&mut self) -> Option<()> {
        self.eat_if(is_name)?;
        self.many(|p| {
            p.eat(Tok::Dot)?;
            p.eat_if(is_name)
        })
        .map(|_| ())
    }

    /// `['as' NAME]`.
    pub(super) fn opt_as(&mut self) -> Option<()> {
        self.opt(|p| {
            p.eat(Tok::As)?;
            p.eat_if(is_name)
        })
        .map(|_| ())
    }

    fn import_from_targets(&mut self) -> Option<()> {
        let names = |p: &mut Self| {
            p.list(|p| {
                p.eat_if(is_name)?;
                p.opt_as()
            })
        };
        let grouped = self.alt(|p| {
            p.eat(Tok::LPar)?;
            names(p)?;
            p.opt(|p| p.eat(Tok::Comma))?;
            p.eat(Tok::RPar)
        });
        if grouped.is_some() {
            return Some(());
        }
        let plain = self.alt(|p| {
            names(p)?;
            p.not_ahead(|tok| tok == Tok::Comma)
        });
        if plain.is_some() || self.eat(Tok::Star).is_some() {
            return Some(());
        }
        self.mistake(|p| {
            if p.at()? == Tok::Newline {
                return p.raise_from(p.next_span(), "Expected one or more names after 'import'");
            }
            names(p)?;
            p.eat(Tok::Comma)?;
            p.eat(Tok::Newline)?;
            p.raise_last("trailing comma not allowed without surrounding parentheses")
        });
        None
    }
}

fn is_augmented(tok: Tok) -> bool {
    matches!(
        tok,
        Tok::AddEq
            | Tok::SubEq
            | Tok::MulEq
            | Tok::DivEq
            | Tok::FloorEq
            | Tok::ModEq
            | Tok::MatEq
            | Tok::PowEq
            | Tok::AndEq
            | Tok::OrEq
            | Tok::XorEq
            | Tok::ShlEq
            | Tok::ShrEq
    )
}
