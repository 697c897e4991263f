//! Prints the syntax tree of a Python file: `cargo run --example syntax_tree -- FILE`.
//!
//! With `--parse`, only parses every file named and tells how long that took.
use std::fmt::Write;

use selfsame::syntax::ast::*;
use selfsame::syntax::{Mode, decode_source, parse};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((first, files)) if first == "--parse" => parse_all(files),
        Some((first, files)) if first == "--dump" => {
            for pair in files.chunks(2) {
                if let [input, output] = pair {
                    let _ = std::fs::write(output, dump(input));
                }
            }
        }
        Some((file, _)) => println!("{}", dump(file)),
        None => eprintln!("syntax_tree FILE"),
    }
}

fn parse_all(files: &[String]) {
    let (mut bytes, mut ok) = (0, 0);
    let mut time = std::time::Duration::ZERO;
    for file in files {
        let Ok(source) = std::fs::read(file) else {
            continue;
        };
        bytes += source.len();
        let start = std::time::Instant::now();
        let result = decode_source(&source).and_then(|text| parse(&text, Mode::File));
        time += start.elapsed();
        match result {
            Ok(_) => ok += 1,
            Err(error) => println!("{file}: {error} column {}", error.column),
        }
    }
    let rate = bytes as f64 / 1e6 / time.as_secs_f64();
    println!("{ok} of {} files, {bytes} bytes, {time:.2?}, {rate:.1} MB/s", files.len());
}

fn dump(file: &str) -> String {
    let source = std::fs::read(file).unwrap_or_default();
    match decode_source(&source).and_then(|text| parse(&text, Mode::File)) {
        Ok(parsed) => {
            let mut printer = Printer { ast: &parsed.ast, out: String::new() };
            match parsed.ast.body {
                Body::Module(body) | Body::Interactive(body) => printer.stmts(body),
                Body::Expression(id) => printer.expr(id),
            }
            printer.out
        }
        Err(error) => format!("{error:?}"),
    }
}

/// Writes nodes as `Kind@start:end(field field ..)`, a line for each statement.
struct Printer<'a> {
    ast: &'a Ast,
    out: String,
}

impl Printer<'_> {
    fn put(&mut self, text: impl std::fmt::Display) {
        let _ = write!(self.out, "{text}");
    }

    fn head(&mut self, name: &str, span: Span) {
        let _ = write!(self.out, "{name}@{}:{}(", span.start, span.end);
    }

    fn name(&mut self, id: NameId) {
        let text = self.ast.name(id).to_owned();
        self.put(text + " ");
    }

    fn ident(&mut self, ident: Ident) {
        self.name(ident.name);
    }

    fn maybe(&mut self, id: Option<ExprId>) {
        match id {
            Some(id) => self.expr(id),
            None => self.put("- "),
        }
    }

    fn maybe_ident(&mut self, ident: Option<Ident>) {
        match ident {
            Some(ident) => self.ident(ident),
            None => self.put("- "),
        }
    }

    fn exprs(&mut self, list: List<ExprId>) {
        self.put("[");
        self.ast[list].iter().for_each(|&id| self.expr(id));
        self.put("]");
    }

    fn stmts(&mut self, list: List<StmtId>) {
        self.put("[\n");
        self.ast[list].iter().for_each(|&id| self.stmt(id));
        self.put("]");
    }

    fn keywords(&mut self, list: List<Keyword>) {
        self.put("[");
        for keyword in &self.ast[list] {
            self.head("keyword", keyword.span);
            self.maybe_ident(keyword.arg);
            self.expr(keyword.value);
            self.put(")");
        }
        self.put("]");
    }

    fn loops(&mut self, list: List<Comprehension>) {
        self.put("[");
        for part in &self.ast[list] {
            self.put("comprehension(");
            self.expr(part.target);
            self.expr(part.iter);
            self.exprs(part.ifs);
            self.put(u8::from(part.is_async));
            self.put(")");
        }
        self.put("]");
    }

    fn constant(&mut self, id: ConstantId) {
        let text = match &self.ast[id] {
            Constant::None => "None".to_owned(),
            Constant::True => "True".to_owned(),
            Constant::False => "False".to_owned(),
            Constant::Ellipsis => "Ellipsis".to_owned(),
            Constant::Int(value) => format!("int {value:x}"),
            Constant::BigInt(value) => format!("int {value:x}"),
            Constant::Float(value) => format!("float {:x}", value.to_bits()),
            Constant::Imag(value) => format!("imag {:x}", value.to_bits()),
            Constant::Str(StrLit::Utf8(text)) => {
                format!("str {}", codes(text.chars().map(u32::from)))
            }
            Constant::Str(StrLit::Wide(wide)) => format!("str {}", codes(wide.iter().copied())),
            Constant::Bytes(bytes) => {
                format!("bytes {}", codes(bytes.iter().map(|&b| u32::from(b))))
            }
        };
        self.put(text);
    }

    fn params(&mut self, id: ParametersId) {
        let p = self.ast[id];
        for list in [p.posonly, p.args] {
            self.param_list(&self.ast[list]);
        }
        self.param_list(p.vararg.as_slice());
        self.param_list(&self.ast[p.kwonly]);
        self.param_list(p.kwarg.as_slice());
    }

    fn param_list(&mut self, list: &[Param]) {
        self.put("[");
        for param in list {
            self.head("arg", param.span);
            self.ident(param.name);
            self.maybe(param.annotation);
            self.maybe(param.default);
            self.put(")");
        }
        self.put("]");
    }

    fn type_params(&mut self, list: List<TypeParam>) {
        self.put("[");
        for param in &self.ast[list] {
            match param.kind {
                TypeParamKind::TypeVar { bound } => {
                    self.head("TypeVar", param.span);
                    self.ident(param.name);
                    self.maybe(bound);
                }
                TypeParamKind::TypeVarTuple => {
                    self.head("TypeVarTuple", param.span);
                    self.ident(param.name);
                }
                TypeParamKind::ParamSpec => {
                    self.head("ParamSpec", param.span);
                    self.ident(param.name);
                }
            }
            self.maybe(param.default);
            self.put(")");
        }
        self.put("]");
    }

    fn aliases(&mut self, list: List<Alias>) {
        self.put("[");
        for alias in &self.ast[list] {
            self.head("alias", alias.span);
            self.ident(alias.name);
            self.maybe_ident(alias.asname);
            self.put(")");
        }
        self.put("]");
    }

    fn expr(&mut self, id: ExprId) {
        let Expr { kind, span, .. } = self.ast[id];
        let debug = format!("{kind:?}");
        let name = debug.split([' ', '(']).next().unwrap_or_default().to_owned();
        self.head(&name, span);
        match kind {
            ExprKind::BoolOp { op, values } => {
                self.put(format!("{op:?}"));
                self.exprs(values);
            }
            ExprKind::NamedExpr { target, value } => self.all(&[target, value]),
            ExprKind::BinOp { left, op, right } => {
                self.expr(left);
                self.put(format!("{op:?}"));
                self.expr(right);
            }
            ExprKind::UnaryOp { op, operand } => {
                self.put(format!("{op:?}"));
                self.expr(operand);
            }
            ExprKind::Lambda { parameters, body } => {
                self.params(parameters);
                self.expr(body);
            }
            ExprKind::IfExp { test, body, orelse } => self.all(&[test, body, orelse]),
            ExprKind::Dict { keys, values } => {
                self.put("[");
                self.ast[keys].iter().for_each(|&key| self.maybe(key));
                self.put("]");
                self.exprs(values);
            }
            ExprKind::Set { elts: list }
            | ExprKind::List { elts: list }
            | ExprKind::Tuple { elts: list }
            | ExprKind::JoinedStr { values: list } => self.exprs(list),
            ExprKind::ListComp { elt, generators }
            | ExprKind::SetComp { elt, generators }
            | ExprKind::GeneratorExp { elt, generators } => {
                self.expr(elt);
                self.loops(generators);
            }
            ExprKind::DictComp { key, value, generators } => {
                self.all(&[key, value]);
                self.loops(generators);
            }
            ExprKind::Await { value } | ExprKind::YieldFrom { value } | ExprKind::Starred { value } => {
                self.expr(value);
            }
            ExprKind::Yield { value } => self.maybe(value),
            ExprKind::Compare { left, rest } => {
                self.expr(left);
                for part in &self.ast[rest] {
                    self.put(format!("{:?}", part.op));
                    self.expr(part.right);
                }
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func);
                self.exprs(args);
                self.keywords(keywords);
            }
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.expr(value);
                self.put(format!("{conversion:?} "));
                self.maybe(format_spec);
            }
            ExprKind::Constant(constant) => self.constant(constant),
            ExprKind::Attribute { value, attr } => {
                self.expr(value);
                self.ident(attr);
            }
            ExprKind::Subscript { value, slice } => self.all(&[value, slice]),
            ExprKind::Name(name) => self.name(name),
            ExprKind::Slice { lower, upper, step } => {
                self.maybe(lower);
                self.maybe(upper);
                self.maybe(step);
            }
        }
        self.put(")");
    }

    fn all(&mut self, ids: &[ExprId]) {
        ids.iter().for_each(|&id| self.expr(id));
    }

    fn stmt(&mut self, id: StmtId) {
        let Stmt { kind, span } = self.ast[id];
        let debug = format!("{kind:?}");
        let name = debug.split([' ', '(']).next().unwrap_or_default().to_owned();
        self.head(&name, span);
        match kind {
            StmtKind::FunctionDef(id) | StmtKind::AsyncFunctionDef(id) => {
                let def = self.ast[id];
                self.ident(def.name);
                self.params(def.parameters);
                self.stmts(def.body);
                self.exprs(def.decorators);
                self.maybe(def.returns);
                self.type_params(def.type_params);
            }
            StmtKind::ClassDef(id) => {
                let class = self.ast[id];
                self.ident(class.name);
                self.exprs(class.bases);
                self.keywords(class.keywords);
                self.stmts(class.body);
                self.exprs(class.decorators);
                self.type_params(class.type_params);
            }
            StmtKind::Return { value } => self.maybe(value),
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets);
                self.expr(value);
            }
            StmtKind::TypeAlias { name, type_params, value } => {
                self.expr(name);
                self.type_params(type_params);
                self.expr(value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.expr(target);
                self.put(format!("{op:?}"));
                self.expr(value);
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.all(&[target, annotation]);
                self.maybe(value);
                self.put(u8::from(simple));
            }
            StmtKind::For { target, iter, body, orelse } | StmtKind::AsyncFor { target, iter, body, orelse } => {
                self.all(&[target, iter]);
                self.stmts(body);
                self.stmts(orelse);
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test);
                self.stmts(body);
                self.stmts(orelse);
            }
            StmtKind::If { branches, orelse } => {
                for branch in &self.ast[branches] {
                    self.expr(branch.test);
                    self.stmts(branch.body);
                }
                self.stmts(orelse);
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                for item in &self.ast[items] {
                    self.expr(item.context_expr);
                    self.maybe(item.optional_vars);
                }
                self.stmts(body);
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject);
                for case in &self.ast[cases] {
                    self.pattern(case.pattern);
                    self.maybe(case.guard);
                    self.stmts(case.body);
                }
            }
            StmtKind::Raise { exc, cause } => {
                self.maybe(exc);
                self.maybe(cause);
            }
            StmtKind::Try { body, handlers, orelse, finalbody }
            | StmtKind::TryStar { body, handlers, orelse, finalbody } => {
                self.stmts(body);
                for handler in &self.ast[handlers] {
                    self.head("ExceptHandler", handler.span);
                    self.maybe(handler.kind);
                    self.maybe_ident(handler.name);
                    self.stmts(handler.body);
                    self.put(")");
                }
                self.stmts(orelse);
                self.stmts(finalbody);
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test);
                self.maybe(msg);
            }
            StmtKind::Import { names } => self.aliases(names),
            StmtKind::ImportFrom { module, names, level } => {
                self.maybe_ident(module);
                self.aliases(names);
                self.put(level);
            }
            StmtKind::Global { names } | StmtKind::Nonlocal { names } => {
                self.ast[names].iter().for_each(|&name| self.ident(name));
            }
            StmtKind::Expr { value } => self.expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {}
        }
        self.put(")\n");
    }

    fn pattern(&mut self, id: PatternId) {
        let Pattern { kind, span, .. } = self.ast[id];
        let debug = format!("{kind:?}");
        let name = debug.split([' ', '(']).next().unwrap_or_default().to_owned();
        self.head(&name, span);
        match kind {
            PatternKind::MatchValue { value } => self.expr(value),
            PatternKind::MatchSingleton { value } => self.constant(value),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.exprs(keys);
                self.patterns(patterns);
                self.maybe_ident(rest);
            }
            PatternKind::MatchClass { cls, patterns, keywords } => {
                self.expr(cls);
                self.patterns(patterns);
                for keyword in &self.ast[keywords] {
                    self.ident(keyword.attr);
                    self.pattern(keyword.pattern);
                }
            }
            PatternKind::MatchStar { name } => self.maybe_ident(name),
            PatternKind::MatchAs { pattern, name } => {
                match pattern {
                    Some(pattern) => self.pattern(pattern),
                    None => self.put("- "),
                }
                self.maybe_ident(name);
            }
        }
        self.put(")");
    }

    fn patterns(&mut self, list: List<PatternId>) {
        self.put("[");
        self.ast[list].iter().for_each(|&id| self.pattern(id));
        self.put("]");
    }
}

fn codes(all: impl Iterator<Item = u32>) -> String {
    let shown = all.map(|code| match char::from_u32(code) {
        Some(c @ ' '..='~') if c != '\\' => c.to_string(),
        _ => format!("\\{code:x};"),
    });
    shown.collect()
}
