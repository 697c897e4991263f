fn main() {
    let path = std::env::args().nth(1).unwrap();
    let src = std::fs::read_to_string(&path).unwrap();
    let p = selfsame::syntax::parse(&src, selfsame::syntax::Mode::File).unwrap();
    let c = selfsame::compile::compile(&p.ast, &src, selfsame::compile::CompileOptions::file("x")).unwrap();
    println!("{}", selfsame::code::disassemble::disassemble(&c.unit));
}
