//! The host: streams, module search path.

use crate::value::Value;

/// What the interpreter sees of the outside.
#[derive(Default)]
pub struct Host {}

impl Host {
    /// Adds the values the host holds.
    pub fn trace(&self, _work: &mut Vec<Value>) {}
}
