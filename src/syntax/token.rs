//! The tokens of Python, and the automaton that finds them (logos).
//!
//! What depends on more than the text at hand (indentation, brackets, f-strings, soft keywords) is
//! added by the layout pass.
use logos::{Lexer, Logos};

/// A kind of token. Its text, where it matters, is read from the source by its span.
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq)]
#[logos(skip r"[ \t\x0c]+")]
#[logos(skip(r"#[^\n]*", allow_greedy = true))]
#[logos(skip r"\\\n")]
#[rustfmt::skip]
pub(super) enum Tok {
    // Made by the layout pass only.
    StartFile, StartEval, StartSingle,
    Newline, Indent, Dedent, End,
    FMid, FEnd, FOpen, FClose, FColon,
    KwMatch, KwCase, KwType,

    #[token("\n")] Nl,
    // A token to CPython's tokenizer too, but to no rule of the grammar.
    #[token("$")] #[token("?")] #[token("`")] #[token("<>")] Unknown,
    // Non-ASCII is let through here and checked against XID in the pass: a far smaller automaton.
    #[regex(r"[A-Za-z_\u{80}-\u{10FFFF}][A-Za-z0-9_\u{80}-\u{10FFFF}]*")] Name,
    #[regex(r"0[xX](_?[0-9a-fA-F])+")]
    #[regex(r"0[oO](_?[0-7])+")]
    #[regex(r"0[bB](_?[01])+")]
    #[regex(r"[1-9](_?[0-9])*|0(_?0)*")]
    #[regex(r"[0-9](_?[0-9])*[jJ]")]
    #[regex(r"[0-9](_?[0-9])*\.([0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?[jJ]?")]
    #[regex(r"\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?[jJ]?")]
    #[regex(r"[0-9](_?[0-9])*[eE][+-]?[0-9](_?[0-9])*[jJ]?")]
    Num,
    #[regex(r#"([rR]|[uU])?('|"|'''|""")"#, string)] Str,
    #[regex(r#"([bB]|[bB][rR]|[rR][bB])('|"|'''|""")"#, string)] Bytes,
    #[regex(r#"([fF]|[fF][rR]|[rR][fF])('|"|'''|""")"#)] FStart,

    #[token("False")] False, #[token("None")] None, #[token("True")] True,
    #[token("and")] And, #[token("as")] As, #[token("assert")] Assert, #[token("async")] Async,
    #[token("await")] Await, #[token("break")] Break, #[token("class")] Class,
    #[token("continue")] Continue, #[token("def")] Def, #[token("del")] Del,
    #[token("elif")] Elif, #[token("else")] Else, #[token("except")] Except,
    #[token("finally")] Finally, #[token("for")] For, #[token("from")] From,
    #[token("global")] Global, #[token("if")] If, #[token("import")] Import, #[token("in")] In,
    #[token("is")] Is, #[token("lambda")] Lambda, #[token("nonlocal")] Nonlocal,
    #[token("not")] Not, #[token("or")] Or, #[token("pass")] Pass, #[token("raise")] Raise,
    #[token("return")] Return, #[token("try")] Try, #[token("while")] While,
    #[token("with")] With, #[token("yield")] Yield,

    #[token("(")] LPar, #[token(")")] RPar, #[token("[")] LSqb, #[token("]")] RSqb,
    #[token("{")] LBrace, #[token("}")] RBrace,
    #[token(":")] Colon, #[token(",")] Comma, #[token(";")] Semi, #[token(".")] Dot,
    #[token("...")] Ellipsis, #[token("->")] Arrow, #[token(":=")] Walrus, #[token("!")] Bang,
    #[token("=")] Eq, #[token("==")] EqEq, #[token("!=")] Ne, #[token("<")] Lt,
    #[token(">")] Gt, #[token("<=")] Le, #[token(">=")] Ge,
    #[token("+")] Plus, #[token("-")] Minus, #[token("*")] Star, #[token("/")] Slash,
    #[token("//")] DSlash, #[token("%")] Percent, #[token("@")] At, #[token("**")] DStar,
    #[token("&")] Amp, #[token("|")] Bar, #[token("^")] Hat, #[token("~")] Tilde,
    #[token("<<")] Shl, #[token(">>")] Shr,
    #[token("+=")] AddEq, #[token("-=")] SubEq, #[token("*=")] MulEq, #[token("/=")] DivEq,
    #[token("//=")] FloorEq, #[token("%=")] ModEq, #[token("@=")] MatEq, #[token("**=")] PowEq,
    #[token("&=")] AndEq, #[token("|=")] OrEq, #[token("^=")] XorEq, #[token("<<=")] ShlEq,
    #[token(">>=")] ShrEq,
}

/// A token with the byte offsets where it starts and ends.
pub(super) type Spanned = (u32, Tok, u32);

/// Runs from the opening quotes (just matched) to the closing ones; false if there are none.
fn string(lex: &mut Lexer<Tok>) -> bool {
    let opened = lex.slice().as_bytes();
    let quote = opened[opened.len() - 1];
    let triple = opened.len() >= 3 && opened[opened.len() - 3..] == [quote; 3];
    match string_end(lex.remainder().as_bytes(), quote, triple) {
        Some(len) => {
            lex.bump(len);
            true
        }
        None => false,
    }
}

/// The length of what is left of a string literal, closing quotes included.
fn string_end(rest: &[u8], quote: u8, triple: bool) -> Option<usize> {
    let mut i = 0;
    while i < rest.len() {
        match rest[i] {
            b'\\' => i += 1,
            b'\n' if !triple => return None,
            c if c == quote => {
                if !triple {
                    return Some(i + 1);
                }
                if rest[i..].starts_with(&[quote; 3]) {
                    return Some(i + 3);
                }
            }
            _ => {}
        }
        i += 1;
    }
    None
}
