//! Years and days that rules calculate with. A row is here only if its source is public and beyond doubt.

use crate::draft::meeting::Date;

/// Events whose anniversaries are written right behind their names, and their years: 中国共产党成立105周年.
/// Source: 《中国共产党一百年大事记》, and the laws on the autonomous regions.
pub const EVENTS: [(&str, i32); 36] = [
    ("中国共产党成立", 1921),
    ("建党", 1921),
    ("中国人民解放军建军", 1927),
    ("中国人民解放军成立", 1927),
    ("建军", 1927),
    ("红军长征胜利", 1936),
    ("抗日战争暨世界反法西斯战争胜利", 1945),
    ("抗日战争胜利", 1945),
    ("抗战胜利", 1945),
    ("人民政协成立", 1949),
    ("中国人民政治协商会议成立", 1949),
    ("中华人民共和国成立", 1949),
    ("中华人民共和国建国", 1949),
    ("新中国成立", 1949),
    ("抗美援朝出国作战", 1950),
    ("全国人民代表大会成立", 1954),
    ("改革开放", 1978),
    ("深圳经济特区建立", 1980),
    ("香港回归", 1997),
    ("香港回归祖国", 1997),
    ("澳门回归", 1999),
    ("澳门回归祖国", 1999),
    ("内蒙古自治区成立", 1947),
    ("新疆维吾尔自治区成立", 1955),
    ("广西壮族自治区成立", 1958),
    ("宁夏回族自治区成立", 1958),
    ("西藏自治区成立", 1965),
    ("五四运动", 1919),
    ("中国共产主义青年团成立", 1922),
    ("中国共青团成立", 1922),
    ("建团", 1922),
    ("毛泽东同志诞辰", 1893),
    ("毛泽东诞辰", 1893),
    ("邓小平同志诞辰", 1904),
    ("邓小平诞辰", 1904),
    ("台湾光复", 1945),
];

/// Five-year plans and their first years. Source: the plan outlines that the National People's Congress approved.
pub const PLANS: [(&str, i32); 7] = [
    ("九五", 1996),
    ("十五", 2001),
    ("十一五", 2006),
    ("十二五", 2011),
    ("十三五", 2016),
    ("十四五", 2021),
    ("十五五", 2026),
];

/// Plenary sessions of the Central Committee: term, number, last day. Source: their communiqués.
pub const PLENUMS: [(&str, u32, Date); 25] = [
    ("十七", 1, day(2007, 10, 22)),
    ("十七", 2, day(2008, 2, 27)),
    ("十七", 3, day(2008, 10, 12)),
    ("十七", 4, day(2009, 9, 18)),
    ("十七", 5, day(2010, 10, 18)),
    ("十七", 6, day(2011, 10, 18)),
    ("十七", 7, day(2012, 11, 4)),
    ("十八", 1, day(2012, 11, 15)),
    ("十八", 2, day(2013, 2, 28)),
    ("十八", 3, day(2013, 11, 12)),
    ("十八", 4, day(2014, 10, 23)),
    ("十八", 5, day(2015, 10, 29)),
    ("十八", 6, day(2016, 10, 27)),
    ("十八", 7, day(2017, 10, 14)),
    ("十九", 1, day(2017, 10, 25)),
    ("十九", 2, day(2018, 1, 19)),
    ("十九", 3, day(2018, 2, 28)),
    ("十九", 4, day(2019, 10, 31)),
    ("十九", 5, day(2020, 10, 29)),
    ("十九", 6, day(2021, 11, 11)),
    ("十九", 7, day(2022, 10, 12)),
    ("二十", 1, day(2022, 10, 23)),
    ("二十", 2, day(2023, 2, 28)),
    ("二十", 3, day(2024, 7, 18)),
    ("二十", 4, day(2025, 10, 23)),
];

/// The day up to which [`PLENUMS`] is known to be complete.
pub const PLENUMS_UNTIL: Date = day(2026, 6, 30);

const fn day(year: i32, month: u32, day: u32) -> Date {
    Date { year, month, day }
}
