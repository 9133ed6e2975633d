//! A month, the finest measure that the life of a wording needs.

use serde::Deserialize;

/// A year and a month, 1 to 12. Written `2021-11`; a day behind it is read over, and a year alone is its January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct Month {
    pub year: u16,
    pub month: u8,
}

impl Month {
    /// The month a number of months later.
    pub fn plus(self, months: u16) -> Self {
        let count = self.year * 12 + u16::from(self.month) - 1 + months;
        Month { year: count / 12, month: (count % 12) as u8 + 1 }
    }

    /// Reads `2021`, `2021-11` or `2021-11-08`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next()?.parse().ok().filter(|year| (1900..2100).contains(year))?;
        let month = parts.next().map_or(Ok(1), str::parse).ok().filter(|month| (1..=12).contains(month))?;
        let day = parts.next().map_or(Ok(1), str::parse::<u8>).ok()?;
        ((1..=31).contains(&day) && parts.next().is_none()).then_some(Month { year, month })
    }
}

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Month::parse(&text).ok_or_else(|| format!("“{text}”不是日期，应写作 2021-11 或 2021-11-08"))
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}年{}月", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_and_counted() {
        let month = |year, month| Month { year, month };
        assert_eq!(Month::parse("2021-11-08"), Some(month(2021, 11)));
        assert_eq!(Month::parse("2021"), Some(month(2021, 1)));
        assert_eq!((Month::parse("2021-13"), Month::parse("-"), Month::parse("2021-1-1-1")), (None, None, None));
        assert_eq!(month(2021, 11).plus(2), month(2022, 1));
    }
}
