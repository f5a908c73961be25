//! A small generator of numbers that gives the same ones on every machine and in every version.
//!
//! SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). Good enough to vary
//! sample data, not for anything secret.

pub(crate) struct Random(u64);

impl Random {
    /// The numbers of one item of one run: item 7 is the same whether 10 or 3,000 are made.
    pub(crate) fn new(seed: u64, item: u64, attempt: u64) -> Self {
        let mut random = Self(seed ^ item.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ attempt.rotate_left(40));
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to below `n`; 0 when `n` is 0.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// A number from `low` to `high`, both counted in.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high + 1 - low)
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, which must not be empty.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// `n` of `items` in random order, or all of them when there are fewer.
    pub(crate) fn some<T: Clone>(&mut self, items: &[T], n: usize) -> Vec<T> {
        let mut all = items.to_vec();
        for at in 0..n.min(all.len()) {
            let other = self.between(at, all.len() - 1);
            all.swap(at, other);
        }
        all.truncate(n);
        all
    }
}
