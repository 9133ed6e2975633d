//! What a paragraph is: title, salutation, heading, body and the rest, from its own text.
//!
//! Forms and their frequency are those of the genre study (elements of a report, domain study §7.1).

use std::sync::LazyLock;

use super::line::{self, markdown_level};
use super::pattern::Form;
use super::sentence::without_brackets;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No text.
    Blank,
    /// Page, newspaper or web furniture.
    Furniture,
    /// …工作报告, …的报告
    Title,
    /// ——2026年1月20日在…会议上
    Subtitle,
    /// （2026年1月20日）
    Date,
    /// 县长　某某某
    Speaker,
    /// 各位委员：
    Salutation,
    /// 现在，我代表…，请予审议。
    Opening,
    /// 2025年工作回顾, and Markdown headings without a number
    Part,
    /// 一、… （一）… 1.…
    Heading,
    /// A paragraph that begins with a lead sentence, which is its heading without a number.
    Lead,
    /// ——…
    Dash,
    /// 名词解释, 附件
    Appendix,
    /// Any other text.
    Body,
}

/// Longest part heading, title and other lines of the kind, in bytes: 40 Han characters.
const SHORT: usize = 120;

/// Longest opening formula, in bytes.
const FORMULA: usize = 900;

/// The kind of a paragraph without an ordinal at its start. `text` is its logical text, Markdown marks included.
pub fn kind(text: &str) -> Kind {
    if text.is_empty() {
        return Kind::Blank;
    }
    if text.len() > SHORT {
        return if text.starts_with("——") { Kind::Dash } else { long_kind(text) };
    }
    if line::facts(text).furniture {
        return Kind::Furniture;
    }
    let markdown = markdown_level(text);
    let bare = text.trim_start_matches('#').trim().trim_matches('*').trim();
    short_kind(bare).unwrap_or(match markdown {
        Some(_) => Kind::Part,
        None if bare.starts_with("——") => Kind::Dash,
        None => long_kind(text),
    })
}

fn short_kind(text: &str) -> Option<Kind> {
    static SUBTITLE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^[（(]?[—－―-]{0,4}\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)?\s*在.{4,40}(会议|大会|全会)上(的报告|的工作报告)?[）)]?$",
        )
    });
    static DATE: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^[（(]?\s*[\d〇○零一二三四五六七八九OＯ]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*(.{0,8}|.{4,40}通过)[)）]?$",
        )
    });
    static SALUTATION: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"^(尊敬的|主任|主席|主席团)?.{0,12}(各位|同志们|代表们|委员们).{0,16}[：:！!，,]$")
    });
    static SPEAKER: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^.{0,24}(主席|县长|市长|省长|区长|州长|旗长|盟长|主任|院长|检察长|局长|总理|书记|厅长)[\s　]+\p{Han}[\p{Han}\s　·]{1,10}$",
        )
    });
    let dashed = text.starts_with(['—', '－', '―', '-']);
    if text.ends_with(['上', '）', ')', '告']) && SUBTITLE.is_match(text) || dashed && text.contains("会议上") {
        return Some(Kind::Subtitle);
    }
    if text.contains('日') && DATE.is_match(text) {
        return Some(Kind::Date);
    }
    if text.ends_with(['：', ':', '！', '!', '，', ',']) && SALUTATION.is_match(text) {
        return Some(Kind::Salutation);
    }
    if line::is_appendix(text) {
        return Some(Kind::Appendix);
    }
    if is_title(text) {
        return Some(Kind::Title);
    }
    if line::is_part(text) {
        return Some(Kind::Part);
    }
    // Nearly no heading has white space in it.
    (text.contains(char::is_whitespace) && SPEAKER.is_match(text)).then_some(Kind::Speaker)
}

/// …工作报告, …的报告, with （摘要） and the like behind or （草案） within.
fn is_title(text: &str) -> bool {
    // 首页 > 政务公开 > 政府工作报告 is the way to a page.
    text.contains("报告") && !text.contains(['>', '＞', '»']) && {
        let plain = without_brackets(text);
        let body = plain.trim_end();
        body.ends_with("工作报告") || body.ends_with("的报告")
    }
}

fn long_kind(text: &str) -> Kind {
    if text.len() <= FORMULA && opens_report(text) {
        return Kind::Opening;
    }
    if text.starts_with("——") {
        return Kind::Dash;
    }
    if lead(text).is_some() { Kind::Lead } else { Kind::Body }
}

/// Characters in which an opening says for whom it speaks.
const HEAD: usize = 60;

/// 现在，我代表…，请予审议。 受…委托，现将…提请…审查。
fn opens_report(text: &str) -> bool {
    const ASKS: [&str; 6] = ["请予审", "报告工作", "报告政府工作", "请审议", "提请", "作报告"];
    let head = text.char_indices().nth(HEAD).map_or(text, |(at, _)| &text[..at]);
    // 人大代表视察后 is no speaker.
    let speaks = |(at, _): (usize, &str)| head[..at].ends_with(['我', '谨', '仅', '在', '现', '，', ',']);
    (head.match_indices("代表").any(speaks) || head.contains("委托")) && ASKS.iter().any(|word| text.contains(word))
}

/// Bytes of the lead sentence at the head of a paragraph: bold in Markdown, or a short sentence of one clause
/// before longer text.
pub fn lead(text: &str) -> Option<std::ops::Range<usize>> {
    if let Some(rest) = text.strip_prefix("**") {
        let end = rest.find("**")?;
        let (words, inside) = (rest[..end].trim_end_matches(['。', '：', ':']), &rest[..end]);
        let fits = !words.is_empty() && words.chars().count() <= 40 && !inside.contains('\n');
        return (fits && rest.len() > end + 2).then(|| 2..2 + words.len());
    }
    let end = text.find(['。', '，', '；', '：', '！', '？'])?;
    if !text[end..].starts_with('。') || text.len() < end + 30 * 3 {
        return None;
    }
    let words = &text[..end];
    let count = words.chars().count();
    let plain = words.chars().all(|ch| crate::text::han::is_han(ch) || matches!(ch, '、' | '“' | '”' | '‘' | '’'));
    let told = ["是", "年", "我们", "各位"].iter().any(|word| words.contains(word));
    ((4..=24).contains(&count) && plain && !told).then_some(0..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_elements_of_a_report_are_told_apart() {
        for (text, expected) in [
            ("政府工作报告", Kind::Title),
            ("# 中国人民政治协商会议清溪县委员会常务委员会工作报告（摘要）", Kind::Title),
            ("关于云岭市2025年预算执行情况和2026年预算草案的报告", Kind::Title),
            ("关于云岭县2025年财政预算执行情况和2026年财政预算（草案）的报告", Kind::Title),
            ("——2026年1月20日在云岭市第六届人民代表大会第五次会议上", Kind::Subtitle),
            ("## ——在政协第十一届清溪县委员会第五次会议上", Kind::Subtitle),
            ("2026年2月3日在云岭市第六届人民代表大会第五次会议上", Kind::Subtitle),
            ("（2026年1月20日）", Kind::Date),
            ("二〇二六年一月二十日", Kind::Date),
            ("（2026年1月20日中共清溪县第十四届纪律检查委员会第六次全体会议通过）", Kind::Date),
            ("市长　李 某", Kind::Speaker),
            ("各位委员：", Kind::Salutation),
            ("各位代表，同志们！", Kind::Salutation),
            (
                "现在，我代表市人民政府，向大会报告政府工作，请予审议，并请市政协委员和其他列席人员提出意见。",
                Kind::Opening,
            ),
            ("受市人民政府委托，现将2025年预算执行情况提请大会审查。", Kind::Opening),
            ("2025年工作回顾", Kind::Part),
            ("过去五年工作回顾", Kind::Part),
            ("“十五五”时期的目标任务", Kind::Part),
            ("## 结语", Kind::Part),
            ("——坚持稳字当头。全年实现增长。", Kind::Dash),
            ("名词解释", Kind::Appendix),
            ("附件：", Kind::Appendix),
            ("附件1", Kind::Appendix),
            ("需要说明的是：", Kind::Body),
            ("附近群众普遍反映", Kind::Body),
            ("《政府工作报告》有关用语说明", Kind::Appendix),
            ("- 7 -", Kind::Furniture),
            ("2025年是“十四五”规划收官之年，全市经济稳中有进。", Kind::Body),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn a_lead_sentence_is_short_and_stands_before_longer_text() {
        let rest = "始终把政治建设摆在首位，贯穿工作全过程各方面，引导委员不断增强政治认同和思想认同。";
        assert_eq!(lead(&format!("强化政治建设。{rest}")), Some(0..18));
        assert_eq!(lead(&format!("**强化政治建设。**{rest}")), Some(2..20));
        assert_eq!(lead("强化政治建设。"), None);
        assert_eq!(lead(&format!("一年来，我们强化政治建设。{rest}")), None);
        assert_eq!(lead(&format!("今年是关键之年。{rest}")), None);
    }
}
