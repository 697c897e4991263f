//! Parameters of functions and lambdas, and type parameters.
use super::super::ast::Span;
use super::super::token::Tok;
use super::{Diagnosis, is_colon, is_name};

/// Parameters of a `def`, in parentheses and with annotations, or those of a lambda, up to a colon.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Def,
    Lambda,
}

impl Of {
    /// Whether a token ends the list.
    fn ends(self, tok: Tok) -> bool {
        match self {
            Of::Def => tok == Tok::RPar,
            Of::Lambda => is_colon(tok),
        }
    }
}

/// Whether a parameter has to have, may have or must not have a default.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Default {
    Without,
    With,
    Maybe,
}

impl Diagnosis<'_> {
    /// `invalid_parameters | parameters` of a `def`; there may be none.
    pub(super) fn params(&mut self) -> Option<()> {
        self.mistake(|p| p.invalid_parameters(Of::Def));
        self.parameters(Of::Def)
    }

    pub(super) fn lambda_parameters(&mut self) -> Option<()> {
        self.mistake(|p| p.invalid_parameters(Of::Lambda));
        self.parameters(Of::Lambda)
    }

    fn parameters(&mut self, of: Of) -> Option<()> {
        let slash = self.opt(|p| p.slash(of, false))?.is_some();
        let slash_default = !slash && self.opt(|p| p.slash(of, true))?.is_some();
        let plain = match slash_default {
            true => 0,
            false => self.many(|p| p.param_with(of, Default::Without))?.len(),
        };
        let defaults = self.many(|p| p.param_with(of, Default::With))?.len();
        let star = self.opt(|p| p.star_etc(of))?.is_some();
        (slash || slash_default || plain + defaults > 0 || star).then_some(())
    }

    /// Parameters up to a `/`: without any default, or with some at the end.
    fn slash(&mut self, of: Of, default: bool) -> Option<()> {
        match default {
            false => self.some(|p| p.param_with(of, Default::Without)).map(|_| ())?,
            true => {
                self.many(|p| p.param_with(of, Default::Without))?;
                self.some(|p| p.param_with(of, Default::With))?;
            }
        }
        self.eat(Tok::Slash)?;
        self.comma_or_end(of)
    }

    /// `slash_no_default | slash_with_default`.
    fn any_slash(&mut self, of: Of) -> Option<()> {
        match self.alt(|p| p.slash(of, false)) {
            Some(()) => Some(()),
            None => self.alt(|p| p.slash(of, true)),
        }
    }

    fn comma_or_end(&mut self, of: Of) -> Option<()> {
        match self.eat(Tok::Comma) {
            Some(_) => Some(()),
            None => self.ahead(|tok| of.ends(tok)),
        }
    }

    fn param_with(&mut self, of: Of, default: Default) -> Option<Span> {
        let span = self.param(of)?;
        match default {
            Default::Without => {}
            Default::With => self.default()?,
            Default::Maybe => {
                self.opt(Self::default)?;
            }
        }
        self.comma_or_end(of)?;
        Some(span)
    }

    /// `NAME [annotation]`.
    fn param(&mut self, of: Of) -> Option<Span> {
        let from = self.mark;
        self.eat_if(is_name)?;
        if of == Of::Def {
            self.opt(|p| {
                p.eat(Tok::Colon)?;
                p.expression()
            })?;
        }
        Some(self.span_since(from))
    }

    fn default(&mut self) -> Option<()> {
        let value = self.alt(|p| {
            p.eat(Tok::Eq)?;
            p.expression()
        });
        if value.is_none() {
            self.mistake(|p| {
                let equals = p.eat(Tok::Eq)?;
                p.ahead(|tok| matches!(tok, Tok::RPar | Tok::Comma))?;
                p.raise(equals, "expected default value expression")
            });
        }
        value.map(|_| ())
    }

    fn star_etc(&mut self, of: Of) -> Option<()> {
        self.mistake(|p| p.invalid_star_etc(of));
        let named = self.alt(|p| {
            p.eat(Tok::Star)?;
            match p.alt(|p| p.param_with(of, Default::Without)) {
                Some(_) => {}
                None => p.starred_annotation(of)?,
            }
            p.many(|p| p.param_with(of, Default::Maybe))?;
            p.opt(|p| p.kwds(of))
        });
        if named.is_some() {
            return Some(());
        }
        let bare = self.alt(|p| {
            p.eat(Tok::Star)?;
            p.eat(Tok::Comma)?;
            p.some(|p| p.param_with(of, Default::Maybe))?;
            p.opt(|p| p.kwds(of))
        });
        match bare {
            Some(_) => Some(()),
            None => self.alt(|p| p.kwds(of)),
        }
    }

    /// `NAME ':' star_expression`, as in `*args: *Ts`.
    fn starred_annotation(&mut self, of: Of) -> Option<()> {
        if of == Of::Lambda {
            return None;
        }
        self.eat_if(is_name)?;
        self.eat(Tok::Colon)?;
        self.star_named_expression()?;
        self.comma_or_end(of)
    }

    fn kwds(&mut self, of: Of) -> Option<()> {
        self.mistake(|p| p.invalid_kwds(of));
        self.eat(Tok::DStar)?;
        self.param_with(of, Default::Without).map(|_| ())
    }

    fn invalid_star_etc(&mut self, of: Of) -> Option<()> {
        self.alt(|p| {
            let star = p.eat(Tok::Star)?;
            if p.ahead(|tok| of.ends(tok)).is_none() {
                p.eat(Tok::Comma)?;
                p.ahead(|tok| of.ends(tok) || tok == Tok::DStar)?;
            }
            p.mark += 1;
            let message = "named arguments must follow bare *";
            match of {
                Of::Def => p.raise::<()>(star, message),
                Of::Lambda => p.raise_last(message),
            }
        });
        self.alt(|p| {
            p.eat(Tok::Star)?;
            p.param(of)?;
            let equals = p.eat(Tok::Eq)?;
            p.raise::<()>(equals, "var-positional argument cannot have default value")
        });
        self.alt(|p| {
            p.eat(Tok::Star)?;
            p.param_or_comma(of)?;
            p.many(|p| p.param_with(of, Default::Maybe))?;
            let star = p.eat(Tok::Star)?;
            p.param_or_comma(of)?;
            p.raise(star, "* argument may appear only once")
        })
    }

    /// `param_no_default | ','`.
    fn param_or_comma(&mut self, of: Of) -> Option<()> {
        if self.alt(|p| p.param_with(of, Default::Without)).is_some() {
            return Some(());
        }
        self.eat(Tok::Comma).map(|_| ())
    }

    fn invalid_kwds(&mut self, of: Of) -> Option<()> {
        self.eat(Tok::DStar)?;
        self.param(of)?;
        if let Some(equals) = self.eat(Tok::Eq) {
            return self.raise(equals, "var-keyword argument cannot have default value");
        }
        self.eat(Tok::Comma)?;
        let next = match self.alt(|p| p.param(of)) {
            Some(param) => param,
            None => self.eat_if(|tok| matches!(tok, Tok::Star | Tok::DStar | Tok::Slash))?,
        };
        self.raise(next, "arguments cannot follow var-keyword argument")
    }

    fn invalid_parameters(&mut self, of: Of) -> Option<()> {
        self.alt(|p| {
            let slash = p.eat(Tok::Slash)?;
            p.eat(Tok::Comma)?;
            p.raise::<()>(slash, "at least one argument must precede /")
        });
        self.alt(|p| {
            p.any_slash(of)?;
            p.many(|p| p.param_with(of, Default::Maybe))?;
            let slash = p.eat(Tok::Slash)?;
            p.raise::<()>(slash, "/ may appear only once")
        });
        self.alt(|p| {
            p.opt(|p| p.slash(of, false))?;
            p.many(|p| p.param_with(of, Default::Without))?;
            if p.alt(|p| p.slash(of, true)).is_none() {
                p.some(|p| p.param_with(of, Default::With))?;
            }
            let param = p.param_with(of, Default::Without)?;
            p.raise::<()>(param, "parameter without a default follows parameter with a default")
        });
        self.alt(|p| {
            p.many(|p| p.param_with(of, Default::Without))?;
            let open = p.eat(Tok::LPar)?;
            let message = match of {
                Of::Def => {
                    p.some(|p| p.param_with(of, Default::Without))?;
                    "Function parameters cannot be parenthesized"
                }
                Of::Lambda => {
                    p.list(|p| p.param(of))?;
                    "Lambda expression parameters cannot be parenthesized"
                }
            };
            p.opt(|p| p.eat(Tok::Comma))?;
            let close = p.eat(Tok::RPar)?;
            p.raise::<()>(open.to(close), message)
        });
        self.alt(|p| {
            p.opt(|p| p.any_slash(of))?;
            p.many(|p| p.param_with(of, Default::Maybe))?;
            p.eat(Tok::Star)?;
            match p.eat(Tok::Comma) {
                Some(_) => {}
                None => {
                    p.param_with(of, Default::Without)?;
                }
            }
            p.many(|p| p.param_with(of, Default::Maybe))?;
            let slash = p.eat(Tok::Slash)?;
            p.raise::<()>(slash, "/ must be ahead of *")
        });
        self.alt(|p| {
            p.some(|p| p.param_with(of, Default::Maybe))?;
            p.eat(Tok::Slash)?;
            let star = p.eat(Tok::Star)?;
            p.raise(star, "expected comma between / and *")
        })
    }

    /// `'[' type_param (',' type_param)* [','] ']'`.
    pub(super) fn type_params(&mut self) -> Option<()> {
        self.mistake(|p| {
            p.eat(Tok::LSqb)?;
            let close = p.eat(Tok::RSqb)?;
            p.raise_from(close, "Type parameter list cannot be empty")
        });
        self.eat(Tok::LSqb)?;
        self.list(Self::type_param)?;
        self.opt(|p| p.eat(Tok::Comma))?;
        self.eat(Tok::RSqb).map(|_| ())
    }

    fn type_param(&mut self) -> Option<()> {
        let plain = self.alt(|p| {
            p.eat_if(is_name)?;
            p.opt(|p| {
                p.eat(Tok::Colon)?;
                p.expression()
            })?;
            p.opt(Self::type_default)
        });
        if plain.is_some() {
            return Some(());
        }
        self.mistake(|p| {
            let star = p.eat(Tok::Star).is_some();
            if !star {
                p.eat(Tok::DStar)?;
            }
            p.eat_if(is_name)?;
            let colon = p.eat(Tok::Colon)?;
            let bound = p.expression()?;
            let what = if p.what(bound) == "tuple" { "constraints" } else { "bound" };
            let kind = if star { "TypeVarTuple" } else { "ParamSpec" };
            p.raise(colon.to(p.span(bound)), format!("cannot use {what} with {kind}"))
        });
        self.eat_if(|tok| matches!(tok, Tok::Star | Tok::DStar))?;
        self.eat_if(is_name)?;
        self.opt(Self::type_default).map(|_| ())
    }

    fn type_default(&mut self) -> Option<()> {
        self.eat(Tok::Eq)?;
        self.star_named_expression().map(|_| ())
    }
}
