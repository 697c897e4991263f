//! The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998): the generator under `random`.

/// Words of the state.
pub const N: usize = 624;
const M: usize = 397;

/// A generator.
#[derive(Clone, Debug)]
pub struct MersenneTwister {
    /// The words.
    pub state: Box<[u32; N]>,
    /// The next word to be given out; `N`: all were.
    pub index: usize,
}

impl MersenneTwister {
    /// `init_genrand`: from one word.
    fn from_word(seed: u32) -> MersenneTwister {
        let mut state = Box::new([0; N]);
        state[0] = seed;
        for i in 1..N {
            let before = state[i - 1];
            state[i] = 1_812_433_253u32.wrapping_mul(before ^ (before >> 30)).wrapping_add(i as u32);
        }
        MersenneTwister { state, index: N }
    }

    /// `init_by_array`: from a key of at least one word.
    pub fn from_key(key: &[u32]) -> MersenneTwister {
        let mut twister = MersenneTwister::from_word(19_650_218);
        let state = &mut twister.state;
        let mixed = |state: &[u32; N], i: usize, factor: u32| {
            let before = state[i - 1];
            state[i] ^ (before ^ (before >> 30)).wrapping_mul(factor)
        };
        let mut i = 1;
        let wrap = |state: &mut [u32; N], i: &mut usize| {
            *i += 1;
            if *i == N {
                state[0] = state[N - 1];
                *i = 1;
            }
        };
        for round in 0..N.max(key.len()) {
            let j = round % key.len();
            state[i] = mixed(state, i, 1_664_525).wrapping_add(key[j]).wrapping_add(j as u32);
            wrap(state, &mut i);
        }
        for _ in 1..N {
            state[i] = mixed(state, i, 1_566_083_941).wrapping_sub(i as u32);
            wrap(state, &mut i);
        }
        state[0] = 0x8000_0000;
        twister
    }

    /// The next 32 bits.
    pub fn next_word(&mut self) -> u32 {
        if self.index >= N {
            self.renew();
        }
        let mut y = self.state[self.index];
        self.index += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C_5680;
        y ^= (y << 15) & 0xEFC6_0000;
        y ^ (y >> 18)
    }

    fn renew(&mut self) {
        let state = &mut self.state;
        for i in 0..N {
            let y = (state[i] & 0x8000_0000) | (state[(i + 1) % N] & 0x7FFF_FFFF);
            let twist = if y & 1 == 0 { 0 } else { 0x9908_B0DF };
            state[i] = state[(i + M) % N] ^ (y >> 1) ^ twist;
        }
        self.index = 0;
    }

    /// A float in [0, 1) of 53 bits.
    pub fn next_float(&mut self) -> f64 {
        let (a, b) = (self.next_word() >> 5, self.next_word() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers its authors publish for this key.
    #[test]
    fn the_authors_sequence() {
        let mut twister = MersenneTwister::from_key(&[0x123, 0x234, 0x345, 0x456]);
        let first: Vec<u32> = (0..5).map(|_| twister.next_word()).collect();
        assert_eq!(first, [1_067_595_299, 955_945_823, 477_289_528, 4_107_218_783, 4_228_976_476]);
    }
}
