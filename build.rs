//! Turns `grammar/python.lalrpop` into the parser's tables, and says how the command is linked.
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
    link_at_fixed_address();
}

/// Links the command to lie at a fixed address where the linker is known to be able to. The tables of built-in types
/// hold some ten thousand addresses: relocating them is a sixth of what an empty script takes.
fn link_at_fixed_address() {
    let target = |what: &str| std::env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" && target("ARCH") == "x86_64" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
