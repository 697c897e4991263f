//! Pickles, for the embedding program: what one would do.

use super::{Error, Interpreter};
use crate::pickle::explain::Explainer;
use crate::pickle::explain::step::Step;
use crate::vm::Vm;

impl Interpreter {
    /// What loading a pickle would do here and now, step by step, without doing it: nothing is imported, nothing is
    /// called, no attribute hook is asked.
    ///
    /// ```
    /// use selfsame::embed::Interpreter;
    /// use selfsame::pickle::explain::resolve::Outcome;
    ///
    /// let mut python = Interpreter::new();
    /// python.run("class T: pass", "<example>")?;
    /// let mut names = Vec::new();
    /// for step in python.explain_pickle(b"\x80\x04\x8c\x08__main__\x8c\x01T\x93.") {
    ///     names.extend(step?.resolution);
    /// }
    /// assert_eq!((names[0].module.as_str(), names[0].name.as_str()), ("__main__", "T"));
    /// assert!(matches!(names[0].outcome, Outcome::Here { .. }));
    /// # Ok::<(), selfsame::embed::Error>(())
    /// ```
    pub fn explain_pickle(&mut self, data: impl Into<Vec<u8>>) -> Explanation<'_> {
        Explanation { vm: &mut self.vm, explainer: Explainer::new(data.into()) }
    }
}

/// The steps of a pickle, one for each opcode. What is wrong with the pickle is in the last of them; an error means that
/// a limit of the interpreter was reached.
pub struct Explanation<'a> {
    vm: &'a mut Vm,
    explainer: Explainer,
}

impl Explanation<'_> {
    /// How many bytes have been read: the length of the pickle, when there are no more steps.
    pub fn position(&self) -> usize {
        self.explainer.position()
    }
}

impl Iterator for Explanation<'_> {
    type Item = Result<Step, Error>;

    fn next(&mut self) -> Option<Result<Step, Error>> {
        match self.explainer.next_step(self.vm) {
            Ok(step) => step.map(Ok),
            Err(_) => {
                self.explainer.end();
                Some(Err(Error::take(self.vm)))
            }
        }
    }
}

impl Drop for Explanation<'_> {
    fn drop(&mut self) {
        self.vm.heap.recent.clear();
    }
}
