//! The command line, read as CPython reads it: single letters may be joined, and everything behind the program
//! (or `-c`, `-m`) belongs to the program.

/// What to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Program {
    /// `-c`
    Command(String),
    /// `-m`
    Module(String),
    /// A file.
    File(String),
    /// Standard input: named `-`, or because nothing else was.
    Input {
        /// It was named.
        named: bool,
    },
}

/// A command line that asks for a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What to run.
    pub program: Program,
    /// Arguments behind it.
    pub rest: Vec<String>,
    /// `-i`: go on with the prompt.
    pub interactive: bool,
    /// `-q`: no banner.
    pub quiet: bool,
    /// `-u`: write at once.
    pub unbuffered: bool,
    /// `-I`, `-P`: the folder of the program is not searched.
    pub safe_path: bool,
    /// `-W`: filters for warnings.
    pub warnings: Vec<String>,
    /// `-X`: options for the implementation.
    pub x_options: Vec<String>,
    /// `-O`: how often it was given.
    pub optimize: u8,
    /// Flags without an effect here that `sys.flags` shows: `b B d E s S v`.
    pub shown: Vec<char>,
    /// `-I`: apart from the environment and the folder.
    pub isolated: bool,
    /// All arguments, the command's name first.
    pub all: Vec<String>,
}

/// What a command line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Run something.
    Run(Request),
    /// `-h`
    Help,
    /// `-V`
    Version,
    /// `pickle`: explain one. What stands behind it.
    Pickle(Vec<String>),
    /// The message for a wrong one.
    Wrong(String),
}

/// Reads a command line; the first argument is the command's name.
pub fn parse(all: &[String]) -> Parsed {
    let mut request = Request {
        program: Program::Input { named: false },
        rest: Vec::new(),
        interactive: false,
        quiet: false,
        unbuffered: false,
        safe_path: false,
        warnings: Vec::new(),
        x_options: Vec::new(),
        optimize: 0,
        shown: Vec::new(),
        isolated: false,
        all: all.to_vec(),
    };
    if all.get(1).is_some_and(|first| first == "pickle") {
        return Parsed::Pickle(all[2..].to_vec());
    }
    let mut i = 1;
    while i < all.len() {
        let argument = &all[i];
        i += 1;
        match argument.as_str() {
            "-" => {
                request.program = Program::Input { named: true };
                request.rest = all[i..].to_vec();
                return Parsed::Run(request);
            }
            "--" => {
                if let Some(file) = all.get(i) {
                    request.program = Program::File(file.clone());
                    request.rest = all[i + 1..].to_vec();
                }
                return Parsed::Run(request);
            }
            "--help" => return Parsed::Help,
            "--version" => return Parsed::Version,
            long if long.starts_with("--") => return Parsed::Wrong(format!("unknown option {long}")),
            file if !file.starts_with('-') => {
                request.program = Program::File(file.to_owned());
                request.rest = all[i..].to_vec();
                return Parsed::Run(request);
            }
            letters => match read_letters(&letters[1..], all, i, &mut request) {
                Letters::Done(parsed) => return parsed,
                Letters::Read => {}
                Letters::ReadWithNext => i += 1,
            },
        }
    }
    Parsed::Run(request)
}

/// What reading joined letters came to.
enum Letters {
    /// The command line is read.
    Done(Parsed),
    /// They are read.
    Read,
    /// They are read, and the argument behind them is the value of the last.
    ReadWithNext,
}

/// Reads joined single-letter options; `next` is the index of the argument behind them.
fn read_letters(letters: &str, all: &[String], next: usize, request: &mut Request) -> Letters {
    for (at, letter) in letters.char_indices() {
        match letter {
            'c' | 'm' | 'W' | 'X' => {
                let joined = &letters[at + 1..];
                let (value, rest) = match (joined, all.get(next)) {
                    ("", Some(value)) => (value.clone(), next + 1),
                    ("", None) => {
                        let message = format!("Argument expected for the -{letter} option");
                        return Letters::Done(Parsed::Wrong(message));
                    }
                    (joined, _) => (joined.to_owned(), next),
                };
                match letter {
                    'W' => request.warnings.push(value),
                    'X' => request.x_options.push(value),
                    _ => {
                        request.program = if letter == 'c' { Program::Command(value) } else { Program::Module(value) };
                        request.rest = all.get(rest..).unwrap_or_default().to_vec();
                        return Letters::Done(Parsed::Run(request.clone()));
                    }
                }
                return if rest == next { Letters::Read } else { Letters::ReadWithNext };
            }
            'i' => request.interactive = true,
            'q' => request.quiet = true,
            'u' => request.unbuffered = true,
            'P' => request.safe_path = true,
            'I' => (request.safe_path, request.isolated) = (true, true),
            'O' => request.optimize += 1,
            'h' | '?' => return Letters::Done(Parsed::Help),
            'V' => return Letters::Done(Parsed::Version),
            'b' | 'B' | 'd' | 'E' | 's' | 'S' | 'v' => request.shown.push(letter),
            'x' => {}
            other => return Letters::Done(Parsed::Wrong(format!("Unknown option: -{other}"))),
        }
    }
    Letters::Read
}

/// The first line of the help.
pub fn usage(program: &str) -> String {
    format!("usage: {program} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n")
}

/// The help.
pub fn help(program: &str) -> String {
    usage(program)
        + &format!("   or: {program} pickle FILE\n")
        + "Options:\n\
-c cmd : program passed in as string (terminates option list)\n\
-h     : print this help message and exit (also -? or --help)\n\
-i     : inspect interactively after running script; forces a prompt even\n         \
if stdin does not appear to be a terminal\n\
-m mod : run library module as a script (terminates option list)\n\
-P     : don't prepend a potentially unsafe path to sys.path\n\
-q     : don't print version and copyright messages on interactive startup\n\
-u     : force the stdout and stderr streams to be unbuffered\n\
-V     : print the version number and exit (also --version)\n\
-W arg : warning control; arg is action:message:category:module:lineno\n         \
also PYTHONWARNINGS=arg\n\
file   : program read from script file\n\
-      : program read from stdin (default; interactive mode if a tty)\n\
arg ...: arguments passed to program in sys.argv[1:]\n\
pickle : tell what loading a pickle would do, without doing it\n         \
(pickle --help says more; a script of that name is ./pickle)\n\
\n\
Environment variables:\n\
SELFSAME_HISTORY       : the file in which the prompt keeps its history\n\
SELFSAME_STRESS        : 1: collect garbage at every opportunity (for tests)\n\
SELFSAME_INLINE_CACHES : off: look every name up anew (for tests)\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(arguments: &[&str]) -> Request {
        let all: Vec<String> = ["selfsame"].iter().chain(arguments).map(|s| (*s).to_owned()).collect();
        match parse(&all) {
            Parsed::Run(request) => request,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn everything_behind_the_program_is_its_own() {
        let r = request(&["-ic", "print(1)", "-c", "--help"]);
        assert_eq!(r.program, Program::Command("print(1)".to_owned()));
        assert!(r.interactive);
        assert_eq!(r.rest, ["-c", "--help"]);
        assert_eq!(request(&["-cpass", "x"]).rest, ["x"]);
        assert_eq!(request(&["-X", "dev", "f.py", "-V"]).program, Program::File("f.py".to_owned()));
        assert_eq!(request(&["-"]).program, Program::Input { named: true });
        assert_eq!(request(&[]).program, Program::Input { named: false });
    }

    #[test]
    fn wrong_ones_are_named() {
        let wrong = |a: &str| parse(&["selfsame".to_owned(), a.to_owned()]);
        assert_eq!(wrong("-z"), Parsed::Wrong("Unknown option: -z".to_owned()));
        assert_eq!(wrong("-c"), Parsed::Wrong("Argument expected for the -c option".to_owned()));
        assert_eq!(wrong("--nothing"), Parsed::Wrong("unknown option --nothing".to_owned()));
    }
}
