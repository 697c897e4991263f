//! The grammar's actions that are more than making a node: targets, parameters, arguments, statements.
use super::ast::*;
use super::builder::{Block, Builder, Fail, Lines, Open, OpenArgs, OpenClass, OpenDict, OpenMapping, Role};

/// What names an expression in CPython's messages.
pub(super) fn description(ast: &Ast, id: ExprId) -> &'static str {
    match ast[id].kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred { .. } => "starred",
        ExprKind::Name(_) => "name",
        ExprKind::List { .. } => "list",
        ExprKind::Tuple { .. } => "tuple",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Call { .. } => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp { .. } => "generator expression",
        ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => "yield expression",
        ExprKind::Await { .. } => "await expression",
        ExprKind::ListComp { .. } => "list comprehension",
        ExprKind::SetComp { .. } => "set comprehension",
        ExprKind::DictComp { .. } => "dict comprehension",
        ExprKind::Dict { .. } => "dict literal",
        ExprKind::Set { .. } => "set display",
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "f-string expression",
        ExprKind::Constant(constant) => match ast[constant] {
            Constant::None => "None",
            Constant::False => "False",
            Constant::True => "True",
            Constant::Ellipsis => "ellipsis",
            _ => "literal",
        },
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice { .. } => "slice",
    }
}

impl Builder<'_> {
    /// `(x)`: keeps the node and marks it; a lone `(*x)` is not an expression.
    pub fn group(&mut self, id: ExprId) -> Result<ExprId, Fail> {
        if let ExprKind::Starred { .. } = self.ast[id].kind {
            return self.fail(self.span(id), "cannot use starred expression here");
        }
        self.ast[id].parenthesized = true;
        Ok(id)
    }

    /// `(a, b)`: a tuple with its parentheses.
    pub fn tuple(&mut self, elts: List<ExprId>, start: u32, end: u32) -> ExprId {
        let id = self.expr(ExprKind::Tuple { elts }, start, end);
        self.ast[id].parenthesized = true;
        id
    }

    /// Adds a value to a `Starred` check: it may not stand alone here.
    pub fn no_star(&self, id: ExprId) -> Result<ExprId, Fail> {
        match self.ast[id].kind {
            ExprKind::Starred { .. } => self.fail(self.span(id), "invalid syntax"),
            _ => Ok(id),
        }
    }

    /// A target of assignment: name, attribute, subscript, or a tuple or list of targets. These nest
    /// no deeper than brackets may.
    pub fn store(&mut self, id: ExprId) -> Result<(), Fail> {
        if let ExprKind::Starred { value } = self.ast[id].kind {
            // That it stands alone is for the compiler to say.
            return self.store_element(value);
        }
        self.store_element(id)
    }

    fn store_element(&mut self, id: ExprId) -> Result<(), Fail> {
        match self.ast[id].kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => Ok(()),
            ExprKind::Tuple { elts } | ExprKind::List { elts } => {
                for i in 0..elts.len() {
                    let element = self.ast[elts][i];
                    match self.ast[element].kind {
                        ExprKind::Starred { value } => self.store_element(value)?,
                        _ => self.store_element(element)?,
                    }
                }
                Ok(())
            }
            _ => self.fail(self.span(id), format!("cannot assign to {}", description(&self.ast, id))),
        }
    }

    /// The one target of an augmented or annotated assignment.
    pub fn single(&self, id: ExprId, message: &'static str) -> Result<(), Fail> {
        match self.ast[id].kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => Ok(()),
            _ => self.fail(self.span(id), message),
        }
    }

    fn delete(&self, id: ExprId) -> Result<(), Fail> {
        match self.ast[id].kind {
            ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => Ok(()),
            ExprKind::Tuple { elts } | ExprKind::List { elts } => {
                self.ast[elts].iter().try_for_each(|&element| self.delete(element))
            }
            _ => self.fail(self.span(id), format!("cannot delete {}", description(&self.ast, id))),
        }
    }

    /// `del a, b`: a bare tuple is a list of targets.
    pub fn del(&mut self, target: ExprId, start: u32, end: u32) -> Result<StmtId, Fail> {
        self.delete(target)?;
        let targets = match self.ast[target] {
            Expr { kind: ExprKind::Tuple { elts }, parenthesized: false, .. } => elts,
            _ => self.only(target),
        };
        Ok(self.stmt(StmtKind::Delete { targets }, start, end))
    }

    /// `target: annotation = value`.
    pub fn annotated(
        &mut self,
        target: ExprId,
        annotation: ExprId,
        value: Option<ExprId>,
        start: u32,
        end: u32,
    ) -> Result<StmtId, Fail> {
        self.single(target, "illegal target for annotation")?;
        let Expr { kind, parenthesized, .. } = self.ast[target];
        let simple = matches!(kind, ExprKind::Name(_)) && !parenthesized;
        Ok(self.stmt(StmtKind::AnnAssign { target, annotation, value, simple }, start, end))
    }

    /// Finishes a suite.
    pub fn block(&mut self, lines: Lines) -> Block {
        Block { body: self.close(lines.open), end: lines.end }
    }

    /// Turns `def`, `for` or `with` into its `async` kind, which starts at `start`.
    pub fn make_async(&mut self, id: StmtId, start: u32) -> StmtId {
        let stmt = &mut self.ast[id];
        stmt.span.start = start;
        stmt.kind = match stmt.kind {
            StmtKind::FunctionDef(function) => StmtKind::AsyncFunctionDef(function),
            StmtKind::For { target, iter, body, orelse } => StmtKind::AsyncFor { target, iter, body, orelse },
            StmtKind::With { items, body } => StmtKind::AsyncWith { items, body },
            other => other,
        };
        id
    }

    /// Gives a `def` or `class` its decorators.
    pub fn decorate(&mut self, id: StmtId, decorators: List<ExprId>) -> StmtId {
        match self.ast[id].kind {
            StmtKind::FunctionDef(function) | StmtKind::AsyncFunctionDef(function) => {
                self.ast[function].decorators = decorators;
            }
            StmtKind::ClassDef(class) => self.ast[class].decorators = decorators,
            _ => {}
        }
        id
    }

    /// A `def`.
    pub fn function(&mut self, function: Function, start: u32, end: u32) -> StmtId {
        let id = FunctionId::new(self.ast.functions.len());
        self.ast.functions.push(function);
        self.stmt(StmtKind::FunctionDef(id), start, end)
    }

    /// A `class`.
    pub fn class(&mut self, class: Class, start: u32, end: u32) -> StmtId {
        let id = ClassId::new(self.ast.classes.len());
        self.ast.classes.push(class);
        self.stmt(StmtKind::ClassDef(id), start, end)
    }

    /// An `if` with its branches, of which there is at least one.
    pub fn if_stmt(&mut self, branches: Open<Branch>, orelse: Block, start: u32) -> StmtId {
        let end = self.so_far(branches).last().map_or(orelse.end, |last| last.span.end);
        let branches = self.close(branches);
        self.stmt(StmtKind::If { branches, orelse: orelse.body }, start, end.max(orelse.end))
    }

    /// A `try` with handlers, of which there is at least one.
    pub fn try_stmt(
        &mut self,
        body: Block,
        handlers: Open<ExceptHandler>,
        orelse: Block,
        finalbody: Block,
        star: bool,
        start: u32,
    ) -> StmtId {
        let last = self.so_far(handlers).last().map_or(body.end, |last| last.span.end);
        let (body, handlers) = (body.body, self.close(handlers));
        let end = last.max(orelse.end).max(finalbody.end);
        let (orelse, finalbody) = (orelse.body, finalbody.body);
        let kind = match star {
            true => StmtKind::TryStar { body, handlers, orelse, finalbody },
            false => StmtKind::Try { body, handlers, orelse, finalbody },
        };
        self.stmt(kind, start, end)
    }

    /// `with items: body`. Without any `as`, `(a, b)` was parsed as a tuple and is taken apart here.
    pub fn with_stmt(&mut self, items: Open<WithItem>, block: Block, start: u32) -> StmtId {
        let mut list = self.close(items);
        if let [WithItem { context_expr, optional_vars: None }] = self.ast[list]
            && let Expr { kind: ExprKind::Tuple { elts }, parenthesized: true, .. } = self.ast[context_expr]
            && !elts.is_empty()
            && self.ast[elts].iter().all(|&element| self.is_item(element))
        {
            let open = self.none();
            for i in 0..elts.len() {
                let context_expr = self.ast[elts][i];
                self.push(open, WithItem { context_expr, optional_vars: None });
            }
            list = self.close(open);
        }
        self.stmt(StmtKind::With { items: list, body: block.body }, start, block.end)
    }

    fn is_item(&self, id: ExprId) -> bool {
        match self.ast[id] {
            Expr { kind: ExprKind::Starred { .. }, .. } => false,
            Expr { kind: ExprKind::NamedExpr { .. }, parenthesized, .. } => parenthesized,
            _ => true,
        }
    }

    /// The plain items that came before the first `as` in `with (...)`.
    pub fn plain_items(&mut self, elements: Open<ExprId>) -> Result<Open<WithItem>, Fail> {
        let elements = self.close(elements);
        let open = self.none();
        for i in 0..elements.len() {
            let context_expr = self.ast[elements][i];
            if !self.is_item(context_expr) {
                return self.fail(self.span(context_expr), "invalid syntax");
            }
            self.push(open, WithItem { context_expr, optional_vars: None });
        }
        Ok(open)
    }

    // Calls.

    /// An argument list without arguments as yet.
    pub fn no_args(&self) -> OpenArgs {
        OpenArgs { args: self.none(), keywords: self.none() }
    }

    /// Adds a positional argument, starred or not.
    pub fn arg(&mut self, open: OpenArgs, value: ExprId) -> Result<OpenArgs, Fail> {
        let keywords = self.so_far(open.keywords);
        let double = keywords.iter().any(|keyword| keyword.arg.is_none());
        let message = match self.ast[value].kind {
            ExprKind::Starred { .. } if double => "iterable argument unpacking follows keyword argument unpacking",
            ExprKind::Starred { .. } => "",
            _ if double => "positional argument follows keyword argument unpacking",
            _ if !keywords.is_empty() => "positional argument follows keyword argument",
            _ => "",
        };
        if !message.is_empty() {
            return self.fail(self.span(value), message);
        }
        self.push(open.args, value);
        Ok(open)
    }

    /// Adds a keyword argument.
    pub fn keyword(&mut self, open: OpenArgs, keyword: Keyword) -> OpenArgs {
        self.push(open.keywords, keyword);
        open
    }

    /// Adds `key: value`, or `**value` without a key.
    pub fn pair(&mut self, open: OpenDict, key: Option<ExprId>, value: ExprId) -> OpenDict {
        self.push(open.keys, key);
        self.push(open.values, value);
        open
    }

    /// A dict display.
    pub fn dict(&mut self, open: OpenDict, start: u32, end: u32) -> ExprId {
        let (keys, values) = (self.close(open.keys), self.close(open.values));
        self.expr(ExprKind::Dict { keys, values }, start, end)
    }

    // Parameters.

    /// Adds a parameter or mark; gives the position of the list's first.
    pub fn param(&mut self, role: Role, param: Param) -> u32 {
        self.raw_params.push((role, param));
        self.raw_params.len() as u32 - 1
    }

    /// Adds a `/` or `*` that stands alone.
    pub fn mark(&mut self, role: Role, start: u32, end: u32) -> u32 {
        let name = self.ident(start, end);
        self.param(role, Param { name, annotation: None, default: None, span: name.span })
    }

    /// Sorts the parameters from `from` on by kind, and checks their order.
    pub fn parameters(&mut self, from: u32) -> Result<ParametersId, Fail> {
        let all = self.raw_params.split_off(from as usize);
        let mut sorted = Parameters::default();
        let (mut seen_star, mut default) = (None, false);
        let open: Open<Param> = self.none();
        for (i, &(role, param)) in all.iter().enumerate() {
            if sorted.kwarg.is_some() {
                return self.fail(param.span, "arguments cannot follow var-keyword argument");
            }
            match role {
                Role::Plain => {
                    if seen_star.is_none() && default && param.default.is_none() {
                        let message = "parameter without a default follows parameter with a default";
                        return self.fail(param.span, message);
                    }
                    default |= param.default.is_some() && seen_star.is_none();
                    self.push(open, param);
                }
                Role::SlashMark => {
                    if i == 0 {
                        return self.fail(param.span, "at least one argument must precede /");
                    }
                    if seen_star.is_some() {
                        return self.fail(param.span, "/ must be ahead of *");
                    }
                    if !sorted.posonly.is_empty() {
                        return self.fail(param.span, "/ may appear only once");
                    }
                    sorted.posonly = self.close(open);
                }
                Role::StarMark | Role::Star => {
                    if seen_star.is_some() {
                        return self.fail(param.span, "* argument may appear only once");
                    }
                    seen_star = Some(param.span);
                    sorted.args = self.close(open);
                    if role == Role::Star {
                        sorted.vararg = Some(param);
                    } else if !matches!(all.get(i + 1), Some((Role::Plain, _))) {
                        return self.fail(param.span, "named arguments must follow bare *");
                    }
                }
                Role::DoubleStar => sorted.kwarg = Some(param),
            }
        }
        let rest = self.close(open);
        match seen_star {
            Some(_) => sorted.kwonly = rest,
            None => sorted.args = rest,
        }
        let id = ParametersId::new(self.ast.parameters.len());
        self.ast.parameters.push(sorted);
        Ok(id)
    }

    // Patterns.

    /// The name behind `as` or `*` in a pattern: `_` captures nothing.
    pub fn capture(&self, name: Ident) -> Option<Ident> {
        (self.ast.name(name.name) != "_").then_some(name)
    }

    /// `pattern as name`.
    pub fn as_pattern(&mut self, pattern: PatternId, name: Ident, start: u32, end: u32) -> Result<PatternId, Fail> {
        if self.capture(name).is_none() {
            return self.fail(name.span, "cannot use '_' as a target");
        }
        Ok(self.pattern(PatternKind::MatchAs { pattern: Some(pattern), name: Some(name) }, start, end))
    }

    /// A name or dotted name on its own: a capture, the wildcard, or a value.
    pub fn path_pattern(&mut self, value: ExprId) -> PatternId {
        let Expr { kind, span, .. } = self.ast[value];
        let kind = match kind {
            ExprKind::Name(name) => {
                let name = self.capture(Ident { name, span });
                PatternKind::MatchAs { pattern: None, name }
            }
            _ => PatternKind::MatchValue { value },
        };
        self.pattern(kind, span.start, span.end)
    }

    /// A literal as a pattern. f-strings are none, which the compiler finds.
    pub fn literal_pattern(&mut self, value: ExprId) -> PatternId {
        let Expr { kind, span, .. } = self.ast[value];
        let singleton = match kind {
            ExprKind::Constant(id) => match self.ast[id] {
                Constant::None | Constant::True | Constant::False => Some(id),
                _ => None,
            },
            _ => None,
        };
        let kind = match singleton {
            Some(value) => PatternKind::MatchSingleton { value },
            None => PatternKind::MatchValue { value },
        };
        self.pattern(kind, span.start, span.end)
    }

    /// `1 + 2j` in a pattern.
    pub fn complex(&mut self, real: ExprId, op: Operator, imaginary: ExprId) -> Result<ExprId, Fail> {
        let mut plain = real;
        if let ExprKind::UnaryOp { operand, .. } = self.ast[real].kind {
            plain = operand;
        }
        if let Some(Constant::Imag(_)) = self.ast.constant(plain) {
            return self.fail(self.span(plain), "real number required in complex literal");
        }
        if !matches!(self.ast.constant(imaginary), Some(Constant::Imag(_))) {
            return self.fail(self.span(imaginary), "imaginary number required in complex literal");
        }
        let (start, end) = (self.span(real).start, self.span(imaginary).end);
        Ok(self.expr(ExprKind::BinOp { left: real, op, right: imaginary }, start, end))
    }

    /// An item of a mapping pattern: `key: pattern`.
    pub fn mapping_item(&mut self, open: OpenMapping, key: ExprId, pattern: PatternId) -> Result<OpenMapping, Fail> {
        if let Some(rest) = self.so_far(open.rest).first() {
            return self.fail(rest.span, "invalid syntax");
        }
        self.push(open.keys, key);
        self.push(open.patterns, pattern);
        Ok(open)
    }

    /// `**rest` in a mapping pattern.
    pub fn mapping_rest(&mut self, open: OpenMapping, name: Ident) -> Result<OpenMapping, Fail> {
        if !self.so_far(open.rest).is_empty() || self.capture(name).is_none() {
            return self.fail(name.span, "invalid syntax");
        }
        self.push(open.rest, name);
        Ok(open)
    }

    /// A mapping pattern without items as yet.
    pub fn no_items(&self) -> OpenMapping {
        OpenMapping { keys: self.none(), patterns: self.none(), rest: self.none() }
    }

    /// A mapping pattern.
    pub fn mapping(&mut self, open: OpenMapping, start: u32, end: u32) -> PatternId {
        let rest = self.so_far(open.rest).first().copied();
        self.close(open.rest);
        let (keys, patterns) = (self.close(open.keys), self.close(open.patterns));
        self.pattern(PatternKind::MatchMapping { keys, patterns, rest }, start, end)
    }

    /// Adds a positional pattern to a class pattern.
    pub fn class_item(&mut self, open: OpenClass, pattern: PatternId) -> Result<OpenClass, Fail> {
        if !self.so_far(open.keywords).is_empty() {
            let span = self.ast[pattern].span;
            return self.fail(span, "positional patterns follow keyword patterns");
        }
        self.push(open.patterns, pattern);
        Ok(open)
    }

    /// Adds `attr=pattern` to a class pattern.
    pub fn class_keyword(&mut self, open: OpenClass, attr: Ident, pattern: PatternId) -> OpenClass {
        self.push(open.keywords, KeywordPattern { attr, pattern });
        open
    }

    /// A class pattern without items as yet.
    pub fn no_class_items(&self) -> OpenClass {
        OpenClass { patterns: self.none(), keywords: self.none() }
    }

    /// A class pattern.
    pub fn class_pattern(&mut self, cls: ExprId, open: OpenClass, start: u32, end: u32) -> PatternId {
        let (patterns, keywords) = (self.close(open.patterns), self.close(open.keywords));
        self.pattern(PatternKind::MatchClass { cls, patterns, keywords }, start, end)
    }
}
