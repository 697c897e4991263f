//! Turns `grammar/python.lalrpop` into the parser's tables.
fn main() {
    println!("cargo::rerun-if-changed=grammar/python.lalrpop");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let done = lalrpop::Configuration::new()
        .set_in_dir("grammar")
        .set_out_dir(&out)
        .emit_whitespace(false)
        .force_build(true)
        .process();
    if let Err(error) = done {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
