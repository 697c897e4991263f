//! Pickle.
pub mod reduce;
