//! Where a run of numbers stops counting on. One analysis for the rules gap, duplicate, order and inline-sequence, so
//! that one slip is one finding.

/// A number that is not the one before it and one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anomaly {
    /// Index of the number.
    pub index: usize,
    pub kind: Break,
    /// What the number should be if the ones before it are right.
    pub expected: u32,
    /// The next number agrees that this one should be `expected`: only one reading exists.
    pub pinned: bool,
}

/// How a run breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// 一、三、 and no 二 anywhere in the run.
    Gap,
    /// 二、二、
    Duplicate,
    /// 三、二、
    Order,
}

/// The breaks of a run.
pub(super) fn breaks(numbers: &[u32]) -> Vec<Anomaly> {
    let mut found = Vec::new();
    let Some((&first, rest)) = numbers.split_first() else { return found };
    let mut before = first;
    for (index, &number) in rest.iter().enumerate().map(|(index, number)| (index + 1, number)) {
        let expected = before + 1;
        if number == expected {
            before = number;
            continue;
        }
        let pinned = numbers.get(index + 1) == Some(&(expected + 1));
        let kind = match number.cmp(&before) {
            std::cmp::Ordering::Equal => Some(Break::Duplicate),
            std::cmp::Ordering::Less => Some(Break::Order),
            std::cmp::Ordering::Greater => {
                // 一、三、二、四: the missing one is there, and its own place is reported.
                let elsewhere = numbers.iter().any(|other| (expected..number).contains(other));
                (!elsewhere || pinned).then_some(Break::Gap)
            }
        };
        found.extend(kind.map(|kind| Anomaly { index, kind, expected, pinned }));
        before = if pinned { expected } else { number };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(numbers: &[u32]) -> Vec<(usize, Break, u32, bool)> {
        breaks(numbers).into_iter().map(|a| (a.index, a.kind, a.expected, a.pinned)).collect()
    }

    #[test]
    fn one_slip_is_one_break() {
        assert_eq!(kinds(&[1, 2, 3]), []);
        assert_eq!(kinds(&[1, 3]), [(1, Break::Gap, 2, false)]);
        assert_eq!(kinds(&[1, 2, 2, 4]), [(2, Break::Duplicate, 3, true)]);
        assert_eq!(kinds(&[1, 3, 3, 4]), [(1, Break::Gap, 2, true)]);
        assert_eq!(kinds(&[1, 2, 2, 3]), [(2, Break::Duplicate, 3, false)]);
        assert_eq!(kinds(&[1, 5, 3]), [(1, Break::Gap, 2, true)]);
        assert_eq!(kinds(&[1, 2, 4, 3, 5]), [(3, Break::Order, 5, false)]);
        assert_eq!(kinds(&[1, 2, 5, 6]), [(2, Break::Gap, 3, false)]);
        assert_eq!(kinds(&[3, 4]), []);
    }
}
