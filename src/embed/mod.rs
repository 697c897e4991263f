//! Embedding: the only door.
pub mod host;
