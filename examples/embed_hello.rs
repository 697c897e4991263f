//! Embedding: a program in Rust that runs Python, hands it values and functions, and reads its answers.
//!
//! Run it with `cargo run --example embed_hello`.

use selfsame::embed::{Error, Interpreter, Object};

fn main() -> Result<(), Error> {
    let mut python = Interpreter::builder().capture_output().memory(64 << 20).build();

    // Values and functions of the host are globals of the program.
    python.set_global("greeting", "hello");
    python.register_fn("shout", |arguments| match arguments {
        [Object::Str(text)] => Ok(Object::Str(text.to_uppercase())),
        _ => Err(Error::new("TypeError", "shout() takes one str")),
    });

    python.run(
        "class T:\n    version = '1.0'\n\ndef describe(name):\n    print(shout(greeting), name)\n    return len(name)\n",
        "<hello>",
    )?;

    // A function written in Python, called from Rust.
    let length: i64 = python.call("describe", &[Object::Str("world".to_owned())])?;
    assert_eq!(length, 5);
    assert_eq!(python.take_stdout(), "HELLO world\n");

    // A class pickles as a name, and the name leads back to the very same class.
    let same: bool = python.eval("(lambda pickle: pickle.loads(pickle.dumps(T)) is T)(__import__('pickle'))")?;
    assert!(same);

    // What nobody catches arrives as an error, with the traceback Python would print.
    let error = python.run("shout(42)", "<hello>").expect_err("42 is no text");
    assert_eq!(error.class, "TypeError");
    println!("{error}");

    // Bounds: this program would never end.
    python.set_fuel(Some(100_000));
    assert!(python.run("while True: pass", "<loop>").is_err());
    Ok(())
}
