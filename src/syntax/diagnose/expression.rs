//! Expressions, from the conditional down to atoms.
use super::super::token::Tok;
use super::{Diagnosis, Node, Rule, is_colon, is_name};

impl Diagnosis<'_> {
    /// `expression (',' expression)* [',']`.
    pub(super) fn expressions(&mut self) -> Option<Node> {
        let from = self.mark;
        let all = self.list(Self::expression)?;
        self.tuple_or_one(from, all)
    }

    /// `star_expression (',' star_expression)* [',']`.
    pub(super) fn star_expressions(&mut self) -> Option<Node> {
        let from = self.mark;
        let all = self.list(Self::star_expression)?;
        self.tuple_or_one(from, all)
    }

    fn tuple_or_one(&mut self, from: usize, all: Vec<Node>) -> Option<Node> {
        let comma = self.opt(|p| p.eat(Tok::Comma))?.is_some();
        match all.as_slice() {
            [one] if !comma => Some(*one),
            _ => Some(self.since(from, "tuple", all)),
        }
    }

    fn star_expression(&mut self) -> Option<Node> {
        self.memoized(Rule::StarExpression, |p| match p.alt(Self::star_bitwise) {
            Some(node) => Some(node),
            None => p.expression(),
        })
    }

    /// `'*' bitwise_or`.
    fn star_bitwise(&mut self) -> Option<Node> {
        let from = self.mark;
        self.eat(Tok::Star)?;
        let value = self.bitwise_or()?;
        Some(self.since(from, "starred", vec![value]))
    }

    pub(super) fn star_named_expression(&mut self) -> Option<Node> {
        match self.alt(Self::star_bitwise) {
            Some(node) => Some(node),
            None => self.named_expression(),
        }
    }

    /// One or more, and perhaps a comma behind.
    pub(super) fn star_named_expressions(&mut self) -> Option<Vec<Node>> {
        let all = self.list(Self::star_named_expression)?;
        self.opt(|p| p.eat(Tok::Comma))?;
        Some(all)
    }

    /// `yield_expr | star_expressions`.
    pub(super) fn annotated_rhs(&mut self) -> Option<Node> {
        match self.alt(Self::yield_expression) {
            Some(node) => Some(node),
            None => self.alt(Self::star_expressions),
        }
    }

    pub(super) fn yield_expression(&mut self) -> Option<Node> {
        let from = self.mark;
        self.eat(Tok::Yield)?;
        let delegated = self.alt(|p| {
            p.eat(Tok::From)?;
            p.expression()
        });
        if delegated.is_none() {
            self.opt(Self::star_expressions)?;
        }
        Some(self.since(from, "yield expression", Vec::new()))
    }

    /// `NAME ':=' ~ expression`; the flag says whether it was cut.
    fn assignment_expression(&mut self) -> (Option<Node>, bool) {
        let from = self.mark;
        let mut cut = false;
        let found = self.alt(|p| {
            p.name()?;
            p.eat(Tok::Walrus)?;
            cut = true;
            p.expression()
        });
        (found.map(|_| self.since(from, "named expression", Vec::new())), cut)
    }

    pub(super) fn named_expression(&mut self) -> Option<Node> {
        let (found, cut) = self.assignment_expression();
        if found.is_some() || cut {
            return found;
        }
        self.mistake(Self::invalid_named_expression);
        self.expression_no_walrus()
    }

    /// `expression !':='`.
    fn expression_no_walrus(&mut self) -> Option<Node> {
        self.alt(|p| {
            let node = p.expression()?;
            p.not_ahead(|tok| tok == Tok::Walrus)?;
            Some(node)
        })
    }

    /// `assignment_expression | expression !':='`.
    pub(super) fn argument_expression(&mut self) -> Option<Node> {
        match self.assignment_expression() {
            (found, cut) if found.is_some() || cut => found,
            _ => self.expression_no_walrus(),
        }
    }

    fn invalid_named_expression(&mut self) -> Option<()> {
        self.memoized(Rule::InvalidNamed, |p| {
            p.alt(|p| {
                let target = p.expression()?;
                p.eat(Tok::Walrus)?;
                p.expression()?;
                let message = format!("cannot use assignment expressions with {}", p.what(target));
                p.raise::<Node>(p.span(target), message)
            });
            let ends = |tok| matches!(tok, Tok::Eq | Tok::Walrus);
            p.alt(|p| {
                let target = p.name()?;
                p.eat(Tok::Eq)?;
                let value = p.bitwise_or()?;
                p.not_ahead(ends)?;
                let span = p.span(target).to(p.span(value));
                p.raise::<Node>(span, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
            });
            p.alt(|p| {
                p.not(|p| p.display_or_constant())?;
                let target = p.bitwise_or()?;
                p.eat(Tok::Eq)?;
                p.bitwise_or()?;
                p.not_ahead(ends)?;
                let message = format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", p.what(target));
                p.raise(p.span(target), message)
            })
        });
        None
    }

    /// `list | tuple | genexp | 'True' | 'None' | 'False'`.
    fn display_or_constant(&mut self) -> Option<()> {
        if self.alt(Self::list_display).is_some() || self.alt(Self::tuple).is_some() || self.alt(Self::genexp).is_some()
        {
            return Some(());
        }
        self.eat_if(|tok| matches!(tok, Tok::True | Tok::None | Tok::False)).map(|_| ())
    }

    /// A negative look ahead. `None` also when there is an error.
    pub(super) fn not<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<()> {
        let mark = self.mark;
        let found = self.alt(rule).is_some();
        self.mark = mark;
        (!found && self.error.is_none()).then_some(())
    }

    pub(super) fn expression(&mut self) -> Option<Node> {
        self.memoized(Rule::Expression, |p| {
            p.mistake(Self::invalid_expression);
            p.mistake(Self::invalid_legacy_expression);
            p.plain_expression()
        })
    }

    /// Conditional, disjunction or lambda.
    fn plain_expression(&mut self) -> Option<Node> {
        let from = self.mark;
        if let Some(body) = self.alt(Self::disjunction) {
            let conditional = self.alt(|p| {
                p.eat(Tok::If)?;
                p.disjunction()?;
                p.eat(Tok::Else)?;
                p.expression()
            });
            return match conditional {
                Some(_) => Some(self.since(from, "conditional expression", Vec::new())),
                None => Some(body).filter(|_| self.error.is_none()),
            };
        }
        self.alt(Self::lambda)
    }

    fn expression_without_invalid(&mut self) -> Option<Node> {
        let before = std::mem::replace(&mut self.invalid, false);
        let found = self.alt(Self::plain_expression);
        self.invalid = before;
        found
    }

    fn invalid_expression(&mut self) -> Option<()> {
        self.alt(|p| {
            // `kf"text"` and the like get no such advice, nor do soft keywords.
            p.not(|p| {
                p.name()?;
                p.eat(Tok::Str).or_else(|| p.eat(Tok::Bytes))
            })?;
            p.not(Self::soft_keyword)?;
            let first = p.disjunction()?;
            let second = p.expression_without_invalid()?;
            if p.is_legacy(first) || p.levels[p.mark - 1] == 0 {
                return None;
            }
            p.raise::<()>(p.span(first).to(p.span(second)), "invalid syntax. Perhaps you forgot a comma?")
        });
        self.alt(|p| {
            let body = p.disjunction()?;
            p.eat(Tok::If)?;
            let test = p.disjunction()?;
            p.not_ahead(|tok| tok == Tok::Else || is_colon(tok))?;
            p.raise::<()>(p.span(body).to(p.span(test)), "expected 'else' after 'if' expression")
        });
        self.alt(|p| {
            let keyword = p.eat(Tok::Lambda)?;
            p.opt(Self::lambda_parameters)?;
            let colon = p.eat_if(is_colon)?;
            // A format without text is text as well.
            p.ahead(|tok| matches!(tok, Tok::FMid | Tok::FClose))?;
            let message = "f-string: lambda expressions are not allowed without parentheses";
            p.raise(keyword.to(colon), message)
        })
    }

    /// A soft keyword; as in CPython 3.13, what one begins with will do.
    fn soft_keyword(&mut self) -> Option<()> {
        let name = self.name()?;
        let text = self.text(name);
        ["_", "case", "match", "type"].iter().any(|word| word.starts_with(text)).then_some(())
    }

    fn is_legacy(&self, node: Node) -> bool {
        self.what(node) == "name" && matches!(self.text(node), "print" | "exec")
    }

    fn invalid_legacy_expression(&mut self) -> Option<()> {
        self.alt(|p| {
            let name = p.name()?;
            p.not_ahead(|tok| tok == Tok::LPar)?;
            let rest = p.star_expressions()?;
            if !p.is_legacy(name) {
                return None;
            }
            let word = p.text(name);
            let message = format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?");
            p.raise(p.span(name).to(p.span(rest)), message)
        })
    }

    pub(super) fn disjunction(&mut self) -> Option<Node> {
        self.memoized(Rule::Disjunction, |p| p.chain(|tok| tok == Tok::Or, Self::conjunction))
    }

    fn conjunction(&mut self) -> Option<Node> {
        self.memoized(Rule::Conjunction, |p| p.chain(|tok| tok == Tok::And, Self::inversion))
    }

    fn inversion(&mut self) -> Option<Node> {
        self.memoized(Rule::Inversion, |p| {
            let from = p.mark;
            let inverted = p.alt(|p| {
                p.eat(Tok::Not)?;
                p.inversion()
            });
            match inverted {
                Some(_) => Some(p.since(from, "expression", Vec::new())),
                None => p.comparison(),
            }
        })
    }

    fn comparison(&mut self) -> Option<Node> {
        let from = self.mark;
        let left = self.bitwise_or()?;
        let first = self.at()?;
        let more = self.many(|p| {
            p.comparison_operator()?;
            p.bitwise_or()
        })?;
        if more.is_empty() {
            return Some(left);
        }
        // Targets of `for` look at what stands before an `in`.
        let what = if first == Tok::In { "comparison in" } else { "comparison" };
        Some(self.since(from, what, vec![left]))
    }

    fn comparison_operator(&mut self) -> Option<()> {
        if self.eat(Tok::Not).is_some() {
            return self.eat(Tok::In).map(|_| ());
        }
        if self.eat(Tok::Is).is_some() {
            return self.opt(|p| p.eat(Tok::Not)).map(|_| ());
        }
        let fits = |tok| matches!(tok, Tok::EqEq | Tok::Ne | Tok::Lt | Tok::Gt | Tok::Le | Tok::Ge | Tok::In);
        self.eat_if(fits).map(|_| ())
    }

    /// All binary operators from `|` down to `*`: that they bind differently makes no difference to
    /// what matches, but two mistakes are looked for at some levels only.
    pub(super) fn bitwise_or(&mut self) -> Option<Node> {
        self.memoized(Rule::Bitwise, |p| {
            let from = p.mark;
            let first = p.arithmetic()?;
            let more = p.many(|p| {
                p.eat_if(|tok| matches!(tok, Tok::Bar | Tok::Hat | Tok::Amp | Tok::Shl | Tok::Shr))?;
                p.arithmetic()
            })?;
            match more.is_empty() {
                true => Some(first),
                false => Some(p.since(from, "expression", Vec::new())),
            }
        })
    }

    /// A sum, behind a look at whether `not` follows it.
    fn arithmetic(&mut self) -> Option<Node> {
        self.mistake(|p| {
            p.sum()?;
            p.eat_if(|tok| is_additive(tok) || is_multiplicative(tok))?;
            let not = p.eat(Tok::Not)?;
            let operand = p.inversion()?;
            p.raise(not.to(p.span(operand)), NOT_AFTER_OPERATOR)
        });
        self.sum()
    }

    fn sum(&mut self) -> Option<Node> {
        self.chain(is_additive, |p| {
            p.mistake(|p| {
                p.eat_if(is_sign)?;
                let not = p.eat(Tok::Not)?;
                let operand = p.factor()?;
                p.raise(not.to(p.span(operand)), NOT_AFTER_OPERATOR)
            });
            p.chain(is_multiplicative, Self::factor)
        })
    }

    /// Operands with operators between.
    fn chain(&mut self, op: fn(Tok) -> bool, operand: fn(&mut Self) -> Option<Node>) -> Option<Node> {
        let from = self.mark;
        let first = operand(self)?;
        let more = self.many(|p| {
            p.eat_if(op)?;
            operand(p)
        })?;
        match more.is_empty() {
            true => Some(first),
            false => Some(self.since(from, "expression", Vec::new())),
        }
    }

    fn factor(&mut self) -> Option<Node> {
        self.memoized(Rule::Factor, |p| {
            let from = p.mark;
            let signed = p.alt(|p| {
                p.eat_if(is_sign)?;
                p.factor()
            });
            if signed.is_some() {
                return Some(p.since(from, "expression", Vec::new()));
            }
            let base = p.await_primary()?;
            let power = p.alt(|p| {
                p.eat(Tok::DStar)?;
                p.factor()
            });
            match power {
                Some(_) => Some(p.since(from, "expression", Vec::new())),
                None => Some(base),
            }
        })
    }

    fn await_primary(&mut self) -> Option<Node> {
        self.memoized(Rule::Await, |p| {
            let from = p.mark;
            let awaited = p.alt(|p| {
                p.eat(Tok::Await)?;
                p.primary()
            });
            match awaited {
                Some(_) => Some(p.since(from, "await expression", Vec::new())),
                None => p.primary(),
            }
        })
    }

    fn primary(&mut self) -> Option<Node> {
        self.memoized(Rule::Primary, |p| {
            let from = p.mark;
            let mut node = p.atom()?;
            while let Some(what) = p.alt(Self::trailer) {
                node = p.since(from, what, Vec::new());
            }
            Some(node)
        })
    }

    /// What may follow a primary: gives what the whole is then.
    pub(super) fn trailer(&mut self) -> Option<&'static str> {
        match self.at()? {
            Tok::Dot => {
                self.eat(Tok::Dot)?;
                self.name()?;
                Some("attribute")
            }
            Tok::LPar => {
                if self.alt(Self::genexp).is_some() {
                    return Some("function call");
                }
                self.eat(Tok::LPar)?;
                self.opt(Self::arguments)?;
                self.eat(Tok::RPar)?;
                Some("function call")
            }
            // CPython looks for a generator expression here, and its mistakes begin with any bracket.
            Tok::LBrace => {
                self.mistake(Self::invalid_comprehension);
                None
            }
            Tok::LSqb => {
                self.mistake(Self::invalid_comprehension);
                self.eat(Tok::LSqb)?;
                self.slices()?;
                self.eat(Tok::RSqb)?;
                Some("subscript")
            }
            _ => None,
        }
    }

    pub(super) fn slices(&mut self) -> Option<()> {
        self.list(|p| match p.alt(Self::slice) {
            Some(()) => Some(()),
            None => p.starred_expression().map(|_| ()),
        })?;
        self.opt(|p| p.eat(Tok::Comma))?;
        Some(())
    }

    fn slice(&mut self) -> Option<()> {
        let sliced = self.alt(|p| {
            p.opt(Self::expression)?;
            p.eat(Tok::Colon)?;
            p.opt(Self::expression)?;
            p.opt(|p| {
                p.eat(Tok::Colon)?;
                p.opt(Self::expression)
            })
        });
        match sliced {
            Some(_) => Some(()),
            None => self.named_expression().map(|_| ()),
        }
    }

    pub(super) fn atom(&mut self) -> Option<Node> {
        let from = self.mark;
        let what = match self.at()? {
            tok if is_name(tok) => "name",
            Tok::True => "True",
            Tok::False => "False",
            Tok::None => "None",
            Tok::Num => "literal",
            Tok::Ellipsis => "ellipsis",
            Tok::Str | Tok::Bytes | Tok::FStart => return self.strings(),
            Tok::LPar => {
                return match self.alt(Self::tuple) {
                    Some(node) => Some(node),
                    None => match self.alt(Self::group) {
                        Some(node) => Some(node),
                        None => self.genexp(),
                    },
                };
            }
            Tok::LSqb => {
                return match self.alt(Self::list_display) {
                    Some(node) => Some(node),
                    None => self.list_comprehension(),
                };
            }
            Tok::LBrace => return self.braces(),
            _ => return None,
        };
        self.mark += 1;
        Some(self.since(from, what, Vec::new()))
    }

    fn lambda(&mut self) -> Option<Node> {
        let from = self.mark;
        self.eat(Tok::Lambda)?;
        self.opt(Self::lambda_parameters)?;
        if self.eat(Tok::FColon).is_some() {
            self.set_behind_format()?;
        } else {
            self.eat(Tok::Colon)?;
            self.expression()?;
        }
        Some(self.since(from, "lambda", Vec::new()))
    }

    /// The braces behind a `:` that CPython takes both for the beginning of a format and for that of a lambda's body.
    fn set_behind_format(&mut self) -> Option<()> {
        self.eat(Tok::FOpen)?;
        self.opt(|p| {
            let elements = p.star_named_expressions()?;
            if elements.len() == 1 {
                p.opt(Self::for_if_clauses)?;
            }
            Some(())
        })?;
        self.eat(Tok::FClose).map(|_| ())
    }
}

const NOT_AFTER_OPERATOR: &str = "'not' after an operator must be parenthesized";

fn is_sign(tok: Tok) -> bool {
    matches!(tok, Tok::Plus | Tok::Minus | Tok::Tilde)
}

fn is_additive(tok: Tok) -> bool {
    matches!(tok, Tok::Plus | Tok::Minus)
}

fn is_multiplicative(tok: Tok) -> bool {
    matches!(tok, Tok::Star | Tok::Slash | Tok::DSlash | Tok::Percent | Tok::At)
}
