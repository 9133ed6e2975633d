//! The accounts of a budget, and the items that are told of them without their names.

/// The accounts of a budget.
pub const ACCOUNTS: [&str; 6] = ["公共预算", "基金预算", "经营预算", "保险基金", "社保基金", "政府性基金"];

/// Heads of what is told of an account in sentences that do not name it.
#[rustfmt::skip]
const ITEMS: &[&str] = &[
    "预算支出", "预算收入", "年终结", "年终滚", "上年结", "上年滚", "上年专", "年末结", "年末滚", "累计结", "滚存结", "收入共", "支出共", "收入合", "支出合", "收支", "当年结", "当年收支", "本年结", "结转", "结余", "上解", "调出", "调入", "上级补助", "补助下级", "转移性收入", "区域间", "债务转贷", "地方政府",
    "还本", "债务还本", "安排预算稳定", "补充预算稳定", "按规定补充", "收入总", "支出总", "总收入", "总支出", "总计", "动用预算稳定", "返还性", "可用财力", "预计可用财力", "支出预算", "收入预算", "安排支出", "年初支出预算", "支出年初预算", "下级上解", "向一般公共预算调出", "中央专项转移支付",
];

/// Whether some words are an item of an account: 上年结转.
pub fn is_item(own: &str) -> bool {
    ITEMS.iter().any(|item| own.starts_with(item))
}
