//! 分项之和与总数不符：“项目96个，其中续建41个、新开工38个、前期储备19个”，三项之和是98。
//!
//! 查“其中”“包括”“分别为”后面紧跟着的同单位数字，先剥去括号；遇到同比、增长、累计、“……以上”等就停。带“约、近、余、多、
//! 以上”的数不算。按四舍五入的误差算，每项允许差最粗一位的一半。“其中”常常只举一部分，所以各项之和小于总数不报，除非各项
//! 必定穷尽（一般债务和专项债务、旧存和新收）；各项可能有重合的（女干部、年轻干部），大于总数也不报；一个数字写错解释不了的，只提示。税收收入和非税收入、三次产业增加值，中间隔着增长率、分在几句里也查。预算报告里“收入多少，
//! 加上级补助多少、调入资金多少，收入总计多少”，总计应等于前面各项之和；项目以“等”结尾的不查。说“收支平衡”的，收入总计应等于支出总计；
//! 当年结余应等于收支之差；“已完成多少、未完成多少”之和应等于总数。改成哪个数由人核实。
//!
//! 依据：同一句内总数等于各分项之和；分项举例的写法见公开的政府和预算报告。
//!
//! ```应报
//! 全年实施重点项目96个，其中续建41个、新开工38个、前期储备19个。
//! ```
//!
//! ```应报
//! 年末政府债务余额21.6亿元，其中：一般债务0.4亿元，专项债务20.8亿元。
//! ```
//!
//! ```应报
//! 全县一般公共预算收入完成14.2亿元，加上上级补助收入21.5亿元、调入资金3.1亿元，收入总计39.8亿元。
//! ```
//!
//! ```应报
//! 地方一般公共预算收入22.7亿元，增长3.4%。其中：税收收入13.9亿元，增长6.5%；非税收入8.2亿元，下降2.5%。
//! ```
//!
//! ```应报
//! 收入总计39.8亿元，支出总计38.9亿元，收支平衡。
//! ```
//!
//! ```不报
//! 全年实施重点项目96个，其中续建41个、新开工38个，完成投资62亿元。
//! ```
//!
//! ```不报
//! 一般公共预算支出46.9亿元，其中：教育33.5亿元，卫生13.43亿元。
//! ```

use super::breakdown::{Breakdown, Part, breakdowns};
use super::{addition, balance, instead, itemised, partition, remainder, result, total, write, written};
use crate::config::Severity;
use crate::draft::{Passage, Span};
use crate::rules::{Check, Finding, Report, Rule};
use crate::syntax::sentence::{clause_start, has};
use crate::syntax::{Decimal, Quantity};

/// 分项之和
pub static SUM: Rule = Rule {
    name: "figure/sum",
    title: "分项之和",
    severity: Severity::Warning,
    source: include_str!("sum.rs"),
    check: Check::Text(check),
};

/// Labels of two parts that are the whole. Only of debts and of cases is it sure.
const WHOLES: [(&str, &str); 3] = [("一般", "专项"), ("基本支出", "项目支出"), ("旧存", "新收")];

/// Words of a label that tell whom or what else a part has in common with others: 女干部120人、年轻干部180人.
const SHARED: [&str; 27] = [
    "女",
    "少数民族",
    "党员",
    "团员",
    "群众",
    "以下",
    "岁",
    "学历",
    "青年",
    "年轻",
    "老年",
    "残疾",
    "困难",
    "贫困",
    "高级",
    "博士",
    "硕士",
    "本科",
    "新任",
    "新当选",
    "小微",
    "民营",
    "绿色",
    "涉农",
    "普惠",
    "党纪",
    "政务",
];

fn check(passage: &Passage<'_>, report: &mut Report<Span>) {
    total::check(passage, report);
    let mut told = Vec::new();
    for found in breakdowns(passage).iter().filter(|found| found.parts.len() > 1) {
        let sum = sum_of(found);
        let over = sum > found.total.value;
        if adds_up(found) {
            report.hold(|| (places(passage, found), calculation(passage, found, sum)));
        } else if over && may_share(found) {
            continue;
        } else if over || is_whole(found) {
            let labelled = |part: &Part<'_>| has(part.label, &["债", "旧存"]);
            let slip = over && is_slip(found, sum);
            let sure = slip || found.parts.iter().any(labelled) || of_debt(passage, found);
            let finding = tell(passage, found, sum, report);
            if !sure {
                finding.severity(Severity::Hint);
            }
        } else {
            continue;
        }
        told.push(found.total.number);
    }
    itemised::check(passage, &mut told, report);
    partition::check(passage, &told, report);
    balance::check(passage, report);
    remainder::check(passage, &told, report);
}

/// Whether the parts of a whole may be parts of one another.
fn may_share(found: &Breakdown<'_>) -> bool {
    let all = found.parts.iter().any(|part| part.quantity.value == found.total.value);
    all || found.parts.iter().any(|part| has(part.label, &SHARED))
}

/// Whether one wrong digit explains a sum: what is told of two things at once seldom differs by just that.
fn is_slip(found: &Breakdown<'_>, sum: Decimal) -> bool {
    let parts: Vec<&Quantity> = found.parts.iter().map(|part| &part.quantity).collect();
    let step = parts.iter().map(|part| part.step).min().unwrap_or(found.total.step).min(found.total.step);
    itemised::is_digit(sum - found.total.value, addition::slack(found.total, &parts), step)
}

/// The calculation of a total that its parts make up.
pub(super) fn agreement(passage: &Passage<'_>, found: &Breakdown<'_>) -> Option<String> {
    (found.parts.len() > 1 && adds_up(found)).then(|| calculation(passage, found, sum_of(found)))
}

fn sum_of(found: &Breakdown<'_>) -> Decimal {
    found.parts.iter().map(|part| part.quantity.value).sum()
}

/// Whether the parts make up the total.
fn adds_up(found: &Breakdown<'_>) -> bool {
    let parts: Vec<&Quantity> = found.parts.iter().map(|part| &part.quantity).collect();
    (sum_of(found) - found.total.value).abs() <= addition::slack(found.total, &parts)
}

fn is_whole(found: &Breakdown<'_>) -> bool {
    let [one, two] = found.parts.as_slice() else { return false };
    if found.goes_on {
        return false;
    }
    let both = |first: &str, second: &str| one.label.contains(first) && two.label.contains(second);
    WHOLES.iter().any(|(first, second)| both(first, second) || both(second, first))
}

/// 政府债务余额21.3亿元，其中：一般0.4亿元，专项20.8亿元。
fn of_debt(passage: &Passage<'_>, found: &Breakdown<'_>) -> bool {
    let at = found.total.number.start;
    passage.text()[clause_start(passage.text(), at)..at].contains('债')
}

fn tell<'r>(
    passage: &Passage<'_>,
    found: &Breakdown<'_>,
    sum: Decimal,
    report: &'r mut Report<Span>,
) -> &'r mut Finding<Span> {
    let total = found.total;
    let parts: Vec<&Quantity> = found.parts.iter().map(|part| &part.quantity).collect();
    let same = parts.iter().all(|part| part.factor == total.factor);
    let words = &passage.text()[if same { total.number } else { total.span }.range()];
    let calculation = calculation(passage, found, sum);
    let message = format!("分项之和：“{}”各项之和 {calculation}，与总数 {words} 不符", found.marker);
    let finding = report.add(passage.span(total.number), message);
    for part in &found.parts {
        finding.related(passage.span(part.quantity.number), format!("分项“{}”", part.label));
    }
    let others = parts.iter().filter_map(|part| instead(passage, part, total.value - (sum - part.value)));
    finding.alternatives(others);
    finding.fix(write(passage, total.number, sum.over(total.factor).unwrap_or(sum).to_string()))
}

/// 41+38+17=96, with the digits of the draft.
fn calculation(passage: &Passage<'_>, found: &Breakdown<'_>, sum: Decimal) -> String {
    let parts = found.parts.iter().map(|part| &part.quantity);
    let all: Vec<&Quantity> = parts.chain([found.total]).collect();
    let terms = written(passage, &all);
    format!("{}={}", terms[..terms.len() - 1].join("+"), result(sum, found.total, &all[..all.len() - 1]))
}

fn places(passage: &Passage<'_>, found: &Breakdown<'_>) -> Vec<Span> {
    let parts = found.parts.iter().map(|part| part.quantity.number);
    std::iter::once(found.total.number).chain(parts).map(|span| passage.span(span)).collect()
}
