//! Exact decimal numbers, and what a written number may stand for. No floating point: 0.4 + 20.8 is 21.2.

use std::fmt;

/// Digits behind the decimal point that are kept.
const PLACES: u32 = 8;
/// One.
const ONE: i128 = 100_000_000;
/// Most digits before and behind the point that are read. More overflow no calculation, but are no figure of a report.
const DIGITS: usize = 16;

/// A decimal number with eight places behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i128);

impl Decimal {
    pub const ZERO: Decimal = Decimal(0);
    pub const HUNDRED: Decimal = Decimal(100 * ONE);

    /// A whole number.
    pub fn from_int(value: i64) -> Self {
        Decimal(i128::from(value) * ONE)
    }

    /// Ten to a power from -8 to 20.
    pub fn power(exponent: i32) -> Self {
        let exponent = (exponent + PLACES as i32).clamp(0, 28);
        Decimal(10i128.pow(exponent as u32))
    }

    /// Reads ASCII digits with at most one point, and the number of places behind it.
    pub fn parse(digits: &str) -> Option<(Self, u32)> {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let fits = !whole.is_empty() && whole.len() <= DIGITS && part.len() <= PLACES as usize - 2;
        let plain = whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit());
        if !fits || !plain || (part.is_empty() && digits.contains('.')) {
            return None;
        }
        let mut value: i128 = whole.parse().ok()?;
        for place in 0..PLACES as usize {
            value = value * 10 + part.as_bytes().get(place).map_or(0, |digit| i128::from(digit - b'0'));
        }
        Some((Decimal(value), part.len() as u32))
    }

    /// The product; `None` if it is too large.
    pub fn times(self, other: Decimal) -> Option<Self> {
        Some(Decimal(self.0.checked_mul(other.0)? / ONE))
    }

    /// The quotient, cut at eight places; `None` for a divisor of zero.
    pub fn over(self, other: Decimal) -> Option<Self> {
        self.0.checked_mul(ONE)?.checked_div(other.0).map(Decimal)
    }

    /// The number rounded to places behind the point, halves away from zero.
    pub fn round(self, places: u32) -> Self {
        let unit = 10i128.pow(PLACES - places.min(PLACES));
        let half = if self.0 < 0 { -unit / 2 } else { unit / 2 };
        Decimal((self.0 + half) / unit * unit)
    }

    /// Half of it.
    pub fn half(self) -> Self {
        Decimal(self.0 / 2)
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Decimal(self.0.abs())
    }
}

impl std::ops::Add for Decimal {
    type Output = Decimal;
    fn add(self, other: Decimal) -> Decimal {
        Decimal(self.0 + other.0)
    }
}

impl std::ops::Sub for Decimal {
    type Output = Decimal;
    fn sub(self, other: Decimal) -> Decimal {
        Decimal(self.0 - other.0)
    }
}

impl std::iter::Sum for Decimal {
    fn sum<I: Iterator<Item = Decimal>>(iter: I) -> Decimal {
        iter.fold(Decimal::ZERO, |sum, value| sum + value)
    }
}

/// Without trailing zeros: 21.2. With a precision, that many places: 44.0 for `{:.1}`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(places) = f.precision().filter(|places| *places <= PLACES as usize) {
            let rounded = self.round(places as u32);
            let (whole, part) = (rounded.0.abs() / ONE, format!("{:08}", rounded.0.abs() % ONE));
            let (sign, point) = (if rounded.0 < 0 { "-" } else { "" }, if places > 0 { "." } else { "" });
            return write!(f, "{sign}{whole}{point}{}", &part[..places]);
        }
        let (whole, part) = (self.0.abs() / ONE, self.0.abs() % ONE);
        let sign = if self.0 < 0 { "-" } else { "" };
        let part = format!("{part:08}");
        match part.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            part => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

/// The numbers that a written one may stand for, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    pub low: Decimal,
    pub high: Decimal,
}

impl Interval {
    /// What a number stands for that was rounded at its last digit, which counts `step`.
    pub fn rounded(value: Decimal, step: Decimal) -> Self {
        Interval { low: value - step.half(), high: value + step.half() }
    }

    /// The same where digits may also have been cut off, or rounded up whatever they were.
    pub fn cut(value: Decimal, step: Decimal) -> Self {
        Interval { low: value - step, high: value + step }
    }

    /// Quotients of the two; `None` unless the divisor is above zero.
    pub fn over(self, other: Interval) -> Option<Interval> {
        (other.low > Decimal::ZERO).then_some(())?;
        Some(Interval { low: self.low.over(other.high)?, high: self.high.over(other.low)? })
    }

    /// The interval times a number that is not negative.
    pub fn times(self, factor: Decimal) -> Option<Interval> {
        Some(Interval { low: self.low.times(factor)?, high: self.high.times(factor)? })
    }

    /// Moved down by a number.
    pub fn less(self, by: Decimal) -> Interval {
        Interval { low: self.low - by, high: self.high - by }
    }

    /// Whether one number can be meant by both.
    pub fn meets(self, other: Interval) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Decimal {
        Decimal::parse(text).unwrap().0
    }

    #[test]
    fn decimals_are_exact() {
        assert_eq!((of("0.4") + of("20.8")).to_string(), "21.2");
        assert_eq!(of("1376.80").to_string(), "1376.8");
        assert_eq!((of("1") - of("1.25")).to_string(), "-0.25");
        assert_eq!(format!("{:.1} {:.0} {:.2}", of("44"), of("1") - of("2.5"), of("0.125")), "44.0 -2 0.13");
        assert_eq!(of("133").over(of("147")).unwrap().times(Decimal::HUNDRED).unwrap().round(1).to_string(), "90.5");
        assert_eq!(Decimal::parse("1.2.3"), None);
        assert_eq!(Decimal::parse("12345678901234567890"), None);
        assert_eq!(Decimal::power(12).to_string(), "1000000000000");
    }

    #[test]
    fn intervals_hold_what_a_number_may_stand_for() {
        let step = of("0.1");
        let (part, whole) = (Interval::rounded(of("0.4"), step), Interval::rounded(of("0.6"), step));
        let share = part.over(whole).unwrap().times(Decimal::HUNDRED).unwrap();
        assert!(share.meets(Interval::rounded(of("64.7"), step)));
        assert!(!share.meets(Interval::rounded(of("90"), step)));
    }
}
