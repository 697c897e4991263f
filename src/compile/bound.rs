//! Definite assignment: which registers are certain to hold a value at a point of the code.

/// A set of registers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bound([u64; 4]);

impl Bound {
    pub(super) fn insert(&mut self, register: u8) {
        self.0[usize::from(register / 64)] |= 1 << (register % 64);
    }

    pub(super) fn remove(&mut self, register: u8) {
        self.0[usize::from(register / 64)] &= !(1 << (register % 64));
    }

    pub(super) fn contains(&self, register: u8) -> bool {
        self.0[usize::from(register / 64)] & (1 << (register % 64)) != 0
    }

    /// What is certain on both of two ways to the same place.
    pub(super) fn and(self, other: Bound) -> Bound {
        Bound(std::array::from_fn(|i| self.0[i] & other.0[i]))
    }

    pub(super) fn without(self, other: Bound) -> Bound {
        Bound(std::array::from_fn(|i| self.0[i] & !other.0[i]))
    }
}

#[cfg(test)]
mod tests {
    use super::Bound;

    #[test]
    fn sets_of_registers() {
        let mut a = Bound::default();
        for register in [0, 63, 64, 255] {
            a.insert(register);
            assert!(a.contains(register));
        }
        let mut b = a;
        b.remove(64);
        assert!(!b.contains(64) && a.contains(64));
        assert_eq!(a.and(b), b);
        assert!(a.without(b).contains(64));
        assert!(!a.without(b).contains(63));
    }
}
