//! selfsame.
