//! A sum of floats without rounding: as many floats as it takes, none of which overlap.
//!
//! The method is Shewchuk's (Adaptive Precision Floating-Point Arithmetic, 1997): adding two floats leaves an error
//! that is itself a float, so that a list of floats of growing size holds any sum exactly.

/// `x + y`, and what rounding took from it.
pub fn two_sum(x: f64, y: f64) -> (f64, f64) {
    let sum = x + y;
    let from_y = sum - x;
    let from_x = sum - from_y;
    (sum, (x - from_x) + (y - from_y))
}

/// `x * y`, and what rounding took from it.
pub fn two_product(x: f64, y: f64) -> (f64, f64) {
    let product = x * y;
    (product, x.mul_add(y, -product))
}

/// An exact sum of finite floats.
#[derive(Clone, Debug, Default)]
pub struct ExactSum {
    /// They add up to the sum, from small to large, and no two have a bit in common.
    parts: Vec<f64>,
}

impl ExactSum {
    /// Adds a finite float. False if the sum is beyond the range of floats: it is spoilt then.
    pub fn add(&mut self, x: f64) -> bool {
        let mut carry = x;
        let mut kept = 0;
        for i in 0..self.parts.len() {
            let (sum, error) = two_sum(carry, self.parts[i]);
            carry = sum;
            if error != 0.0 {
                self.parts[kept] = error;
                kept += 1;
            }
        }
        self.parts.truncate(kept);
        if carry != 0.0 {
            self.parts.push(carry);
        }
        carry.is_finite()
    }

    /// The sum, roughly.
    pub fn largest(&self) -> f64 {
        self.parts.last().copied().unwrap_or(0.0)
    }

    /// The sum, rounded once.
    pub fn round(&self) -> f64 {
        let mut rest = self.parts.iter().rev();
        let Some(&largest) = rest.next() else { return 0.0 };
        let (mut total, mut error) = (largest, 0.0);
        for &part in rest.by_ref() {
            (total, error) = two_sum(total, part);
            if error != 0.0 {
                break;
            }
        }
        // Half a unit was rounded to even, but what is left says to which side it belongs.
        if let Some(&next) = rest.next()
            && error != 0.0
            && (error < 0.0) == (next < 0.0)
        {
            let twice = error * 2.0;
            let other = total + twice;
            if other - total == twice {
                return other;
            }
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost() {
        let sum = |numbers: &[f64]| {
            let mut total = ExactSum::default();
            assert!(numbers.iter().all(|&x| total.add(x)));
            total.round()
        };
        assert_eq!(sum(&[]), 0.0);
        assert_eq!(sum(&[1e100, 1.0, -1e100, 1.0]), 2.0);
        assert_eq!(sum(&[0.1; 10]), 1.0);
        assert_eq!(sum(&[1e16, 1.0, 1e-16]), 10_000_000_000_000_002.0);
    }
}
