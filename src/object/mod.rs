//! The object model: what a class is, how names are found on objects, what identity means.

pub mod attribute;
pub mod builtin_class;
pub mod cache;
pub mod class;
mod class_bases;
pub mod construct;
pub mod descriptor;
pub mod identity;
pub mod instance;
pub mod lookup;
pub mod mro;
pub mod namespace;
pub mod super_;
