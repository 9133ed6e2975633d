//! Chinese numerals of ordinals: 一 … 九千九百九十九, read and written.

/// Value of a digit, or `None` for a unit or anything else. Some PDFs give ⼀⼆⼋⼗, which are radicals, for 一二八十.
fn digit(ch: char) -> Option<u32> {
    Some(match ch {
        '〇' | '零' => 0,
        '一' | '⼀' => 1,
        '二' | '⼆' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' | '⼋' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(ch: char) -> Option<u32> {
    match ch {
        '十' | '⼗' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// Whether a character can be part of a Chinese numeral.
pub fn is_numeral(ch: char) -> bool {
    digit(ch).is_some() || unit(ch).is_some()
}

/// Value of a Chinese numeral as written in ordinals: 十二, 二十, 一百零三; `None` for anything that is not one
/// number in normal form (二三, 十十, 〇).
pub fn read(text: &str) -> Option<u32> {
    let (mut total, mut pending, mut last_unit) = (0u32, None, 10_000u32);
    let mut zero = false;
    for ch in text.chars() {
        if let Some(value) = digit(ch) {
            if pending.is_some() || (zero && value == 0) {
                return None;
            }
            if value == 0 {
                zero = true;
            } else {
                pending = Some(value);
            }
        } else {
            let unit = unit(ch)?;
            // 十二 is short for 一十二, but only at the start.
            let value = pending.take().or((unit == 10 && total == 0 && !zero).then_some(1))?;
            if unit >= last_unit {
                return None;
            }
            last_unit = unit;
            total += value * unit;
            zero = false;
        }
    }
    match pending {
        Some(value) if last_unit == 10_000 && text.chars().count() > 1 => {
            // 〇五 and the like are no ordinals.
            let _ = value;
            None
        }
        Some(value) => Some(total + value),
        None if zero || total == 0 => None,
        None => Some(total),
    }
}

/// The numeral of an ordinal, from 1 to 9999: 十二, 二十, 一百零三, 一百一十.
pub fn write(number: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let mut out = String::new();
    let mut gap = false;
    for (unit, name) in [(1000, Some('千')), (100, Some('百')), (10, Some('十')), (1, None)] {
        let value = number / unit % 10;
        if value == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(unit == 10 && value == 1 && out.is_empty()) {
            out.push(DIGITS[value as usize]);
        }
        out.extend(name);
    }
    out
}

/// Value of a digit, half-width or full-width.
pub fn arabic_digit(ch: char) -> Option<u32> {
    match ch {
        '0'..='9' => Some(u32::from(ch) - u32::from('0')),
        '０'..='９' => Some(u32::from(ch) - u32::from('０')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for number in 1..=9999 {
            assert_eq!(read(&write(number)), Some(number), "{}", write(number));
        }
    }

    #[test]
    fn the_usual_forms() {
        for (text, value) in [("一", 1), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("一百一十", 110)]
        {
            assert_eq!(read(text), Some(value));
            assert_eq!(write(value), text);
        }
        assert_eq!(read("一百〇三"), Some(103));
    }

    #[test]
    fn what_is_no_single_number_is_refused() {
        for text in ["", "二三", "十十", "〇", "〇五", "二〇二五", "一十百"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
