//! Numbers of automatic numbering in words (ECMA-376 part 1, 17.18.59, ST_NumberFormat).

use crate::syntax::numeral;

/// A number as a list shows it; formats of other languages give plain figures.
pub fn written(number: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letters(number),
        "lowerLetter" => letters(number).to_lowercase(),
        "numberInDash" => format!("- {number} -"),
        "decimalFullWidth" | "decimalFullWidth2" => digits(number, |digit| char::from_u32(0xFF10 + digit)),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            enclosed(number, &[(1, 20, '①'), (21, 35, '㉑'), (36, 50, '㊱')])
        }
        "decimalEnclosedParen" => enclosed(number, &[(1, 20, '⑴')]),
        "decimalEnclosedFullstop" => enclosed(number, &[(1, 20, '⒈')]),
        "ideographEnclosedCircle" => enclosed(number, &[(1, 10, '㊀')]),
        "chineseCountingThousand" | "taiwaneseCountingThousand" | "ideographTraditionalCounting" => counted(number),
        // Beyond 99 these say their digits.
        "chineseCounting" | "taiwaneseCounting" if number < 100 => counted(number),
        "chineseCounting" | "taiwaneseCounting" => digits(number, |digit| han(digit, '○')),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            digits(number, |digit| han(digit, '〇'))
        }
        // 百 for 一百.
        "japaneseCounting" => {
            counted(number).replace("一千", "千").replace("一百", "百").replace("一十", "十").replace('零', "")
        }
        "chineseLegalSimplified" => formal(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
        "ideographLegalTraditional" => formal(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
        "ideographTraditional" => one_of(number, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of(number, "子丑寅卯辰巳午未申酉戌亥"),
        _ => number.to_string(),
    }
}

fn counted(number: u32) -> String {
    match number {
        0 => "零".into(),
        1..=9999 => numeral::write(number),
        _ => number.to_string(),
    }
}

/// 壹拾贰: as the plain numeral, in formal characters and with every 壹.
fn formal(number: u32, digits: &str, units: &str) -> String {
    let plain = counted(number);
    let plain = if (10..20).contains(&number) { format!("一{plain}") } else { plain };
    let swap = |ch: char| {
        let at = |all: &str| all.chars().position(|known| known == ch);
        let formal = at("零一二三四五六七八九").and_then(|at| digits.chars().nth(at));
        formal.or_else(|| at("十百千").and_then(|at| units.chars().nth(at))).unwrap_or(ch)
    };
    plain.chars().map(swap).collect()
}

fn digits(number: u32, digit: impl Fn(u32) -> Option<char>) -> String {
    number.to_string().chars().filter_map(|ch| digit(ch.to_digit(10)?)).collect()
}

fn han(digit: u32, zero: char) -> Option<char> {
    if digit == 0 { Some(zero) } else { "一二三四五六七八九".chars().nth(digit as usize - 1) }
}

/// A character from one of the ranges (first number, last number, first character); figures beyond them.
fn enclosed(number: u32, ranges: &[(u32, u32, char)]) -> String {
    let range = ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
    let ch = range.and_then(|(first, _, ch)| char::from_u32(u32::from(*ch) + number - first));
    ch.map_or_else(|| number.to_string(), String::from)
}

/// A character of a series; figures beyond its end.
fn one_of(number: u32, all: &str) -> String {
    let at = (number as usize).checked_sub(1).and_then(|at| all.chars().nth(at));
    at.map_or_else(|| number.to_string(), String::from)
}

/// A, B … Z, AA, BB … as word processors count.
fn letters(number: u32) -> String {
    let Some(at) = number.checked_sub(1).filter(|at| *at < 26 * 8) else { return number.to_string() };
    let letter = char::from(b'A' + (at % 26) as u8);
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

fn roman(mut number: u32) -> String {
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    const PARTS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut out = String::new();
    for (value, word) in PARTS {
        while number >= value {
            out.push_str(word);
            number -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formats_of_chinese_documents() {
        for (format, number, expected) in [
            ("decimal", 12, "12"),
            ("chineseCounting", 12, "十二"),
            ("chineseCounting", 105, "一○五"),
            ("chineseCountingThousand", 21, "二十一"),
            ("chineseCountingThousand", 105, "一百零五"),
            ("japaneseCounting", 10, "十"),
            ("japaneseCounting", 115, "百十五"),
            ("ideographDigital", 10, "一〇"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "11"),
            ("ideographZodiac", 12, "亥"),
            ("decimalFullWidth", 10, "１０"),
            ("decimalEnclosedCircleChinese", 1, "①"),
            ("decimalEnclosedCircle", 20, "⑳"),
            ("decimalEnclosedCircleChinese", 21, "㉑"),
            ("decimalEnclosedCircleChinese", 51, "51"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("chineseLegalSimplified", 103, "壹佰零叁"),
            ("upperRoman", 14, "XIV"),
            ("lowerLetter", 28, "bb"),
            ("decimalZero", 3, "03"),
            ("none", 3, ""),
            ("hebrew1", 3, "3"),
        ] {
            assert_eq!(written(number, format), expected, "{format} {number}");
        }
    }
}
