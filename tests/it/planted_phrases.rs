//! Miswritings planted in published reports, where the folder is present: they are found where they were put. Known ones,
//! and slips of one character that nobody has listed.

use std::collections::BTreeMap;

use hegao::config::Settings;
use hegao::lexicon::{Class, Confidence, Entry, Lexicon};
use hegao::rules::Linter;
use hegao::text::{decode, han};

/// Reports that are tried; the whole folder would say the same and take minutes.
const REPORTS: usize = 40;

#[test]
fn planted_miswritings_are_found() {
    let Some(files) = super::corpus::reports("planted_miswritings_are_found") else { return };
    let mut random = Random(20_260_112);
    let (mut planted, mut missed) = (0, Vec::new());
    for file in files.iter().step_by(files.len() / REPORTS) {
        let text = decode(&std::fs::read(file).unwrap()).unwrap().text;
        for (right, wrong) in variants() {
            let Some((at, draft)) = plant(&text, right, wrong, &mut random) else { continue };
            let linter = Linter::new(&draft, Settings::default().into());
            planted += 1;
            let hit = |finding: &hegao::rules::Finding| {
                finding.rule.family() == "phrase" && finding.place.start <= at && at < finding.place.end
            };
            if !linter.findings_at(at..at + wrong.len()).iter().any(hit) {
                missed.push(format!("{}: {wrong} for {right}", file.display()));
            }
        }
    }
    println!("{planted} planted, {} missed", missed.len());
    assert!(planted > 100, "{planted}");
    assert!(missed.len() * 20 <= planted, "{} of {planted} missed:\n{}", missed.len(), missed.join("\n"));
}

/// Phrases of each report in which a slip is made.
const SLIPS: usize = 4;

/// What one slip does to a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    Replaced,
    Dropped,
    Added,
    Swapped,
}

#[test]
fn planted_slips_are_found() {
    let Some(files) = super::corpus::reports("planted_slips_are_found") else { return };
    let mut random = Random(20_261_122);
    let mut seen: BTreeMap<Slip, (usize, Vec<String>)> = BTreeMap::new();
    for file in files {
        let text = decode(&std::fs::read(&file).unwrap()).unwrap().text;
        let present: Vec<&str> = phrases().filter(|phrase| text.contains(phrase)).collect();
        for _ in 0..SLIPS.min(present.len()) {
            let phrase = present[random.below(present.len())];
            let slip = [Slip::Replaced, Slip::Dropped, Slip::Added, Slip::Swapped][random.below(4)];
            let Some(wrong) = slipped(phrase, slip, &mut random) else { continue };
            let Some((at, draft)) = plant(&text, phrase, &wrong, &mut random) else { continue };
            let (planted, missed) = seen.entry(slip).or_default();
            *planted += 1;
            if !found(&draft, at, wrong.len()) {
                missed.push(format!("{wrong} for {phrase}"));
            }
        }
    }
    let planted: usize = seen.values().map(|(planted, _)| planted).sum();
    let missed: usize = seen.values().map(|(_, missed)| missed.len()).sum();
    for (slip, (planted, missed)) in &seen {
        println!("{slip:?}: {planted} planted, {} missed\n{}", missed.len(), missed.join("\n"));
    }
    assert!(planted > 800, "{planted}");
    assert!(missed * 20 <= planted, "{missed} of {planted} missed");
}

/// Phrases of each report in which two members are swapped.
const SWAPS: usize = 8;

#[test]
fn members_planted_out_of_order_are_found() {
    let Some(files) = super::corpus::reports("members_planted_out_of_order_are_found") else { return };
    let mut random = Random(20_261_123);
    let (mut planted, mut missed) = (0, Vec::new());
    for file in files {
        let text = decode(&std::fs::read(&file).unwrap()).unwrap().text;
        let present: Vec<&str> = lists().filter(|phrase| text.contains(phrase)).collect();
        for _ in 0..SWAPS.min(present.len()) {
            let phrase = present[random.below(present.len())];
            let Some(wrong) = reordered(phrase, &mut random) else { continue };
            let Some((at, draft)) = plant(&text, phrase, &wrong, &mut random) else { continue };
            planted += 1;
            if !found(&draft, at, wrong.len()) {
                missed.push(format!("{}: {wrong}", file.display()));
            }
        }
    }
    println!("{planted} planted, {} missed\n{}", missed.len(), missed.join("\n"));
    assert!(planted > 300, "{planted}");
    assert!(missed.len() * 20 <= planted, "{} of {planted} missed:\n{}", missed.len(), missed.join("\n"));
}

/// The wordings whose parts between 、 and ， have a fixed order.
fn lists() -> impl Iterator<Item = &'static str> {
    let entries = Lexicon::builtin().entries().iter().filter(|entry| entry.ordered || !entry.order.is_empty());
    let wordings = entries.filter(|entry| entry.class != Class::B).map(|entry| entry.canonical.as_str());
    wordings.filter(|wording| wording.contains(['、', '，']))
}

/// A wording with two of its parts in each other's place; `None` where they are the same.
fn reordered(phrase: &str, random: &mut Random) -> Option<String> {
    let marks: Vec<char> = phrase.chars().filter(|ch| matches!(ch, '、' | '，')).collect();
    let mut parts: Vec<&str> = phrase.split(['、', '，']).collect();
    let tail = tail(&parts);
    let last = parts.last_mut()?;
    *last = &last[..last.len() - tail.len()];
    let (one, other) = (random.below(parts.len()), random.below(parts.len()));
    parts.swap(one, other);
    let mut wrong = String::new();
    for (part, mark) in parts.iter().zip(marks.iter().map(Some).chain([None])) {
        wrong.push_str(part);
        wrong.extend(mark);
    }
    wrong.push_str(tail);
    (wrong != phrase).then_some(wrong)
}

/// What all parts share behind the last: 蓝天、碧水、净土|保卫战.
fn tail<'a>(parts: &[&'a str]) -> &'a str {
    let Some((last, others)) = parts.split_last() else { return "" };
    let len = others[0].len();
    let shared = last.len() > len && others.iter().all(|part| part.len() == len);
    if shared { &last[len..] } else { "" }
}

/// Whether the phrase family reports something at a place of a draft. Only the paragraph is looked at, with the head of
/// the draft, from which the date and the genre are known.
fn found(draft: &str, at: usize, len: usize) -> bool {
    let head = draft.char_indices().nth(300).map_or(draft.len(), |(at, _)| at);
    let start = draft[..at].rfind('\n').map_or(0, |end| end + 1).max(head.min(at));
    let end = draft[at + len..].find('\n').map_or(draft.len(), |end| at + len + end);
    let head = draft[..head.min(start)].rfind('\n').map_or("", |end| &draft[..end + 1]);
    let linter = Linter::new(&format!("{head}{}\n", &draft[start..end]), Settings::default().into());
    let at = head.len() + at - start;
    let hit = linter.findings_at(at..at + len);
    hit.iter()
        .any(|finding| finding.rule.family() == "phrase" && finding.place.end > at && finding.place.start < at + len)
}

/// The wordings of at least four Han characters that are wrong when a character is, of any class but B. Of common words
/// only slips of a usual kind are told, which their own sentences show.
fn phrases() -> impl Iterator<Item = &'static str> {
    let fixed = |entry: &&Entry| entry.class != Class::B && entry.confidence != Confidence::L;
    let entries = Lexicon::builtin().entries().iter().filter(fixed);
    let long = |phrase: &&str| phrase.chars().filter(|ch| han::is_han(*ch)).count() >= 4;
    entries.map(|entry| entry.canonical.as_str()).filter(long)
}

/// A phrase with one slip at a Han character; `None` where it leaves the phrase as it is.
fn slipped(phrase: &str, slip: Slip, random: &mut Random) -> Option<String> {
    let mut chars: Vec<char> = phrase.chars().collect();
    let places: Vec<usize> = (0..chars.len()).filter(|at| han::is_han(chars[*at])).collect();
    let at = places[random.below(places.len())];
    let other = COMMON.chars().nth(random.below(COMMON.chars().count()))?;
    match slip {
        Slip::Replaced => chars[at] = other,
        Slip::Dropped => drop(chars.remove(at)),
        Slip::Added if at == places[0] => return None,
        Slip::Added => chars.insert(at, other),
        Slip::Swapped if places.contains(&(at + 1)) => chars.swap(at, at + 1),
        Slip::Swapped => return None,
    }
    let wrong: String = chars.into_iter().collect();
    (wrong != phrase).then_some(wrong)
}

/// The most common characters of modern Chinese, with which fingers replace others.
const COMMON: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而\
    方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外\
    天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想\
    已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强\
    放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采\
    转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研\
    界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府\
    称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

/// Every eleventh wording with one of its miswritings, of those that are miswritings wherever they stand.
fn variants() -> impl Iterator<Item = (&'static str, &'static str)> {
    let forms = |entry: &'static Entry| {
        entry.wrong.iter().chain(&entry.order).map(|variant| match variant.split_once('→') {
            Some((wrong, right)) => (right, wrong),
            None => (entry.canonical.as_str(), variant.as_str()),
        })
    };
    let everywhere = |entry: &&Entry| entry.only_before.is_empty();
    Lexicon::builtin().entries().iter().filter(everywhere).flat_map(forms).step_by(11)
}

/// A report in which one of the places of a wording is miswritten: that place, and the text.
fn plant(text: &str, right: &str, wrong: &str, random: &mut Random) -> Option<(usize, String)> {
    let places: Vec<usize> = text.match_indices(right).map(|(at, _)| at).collect();
    let at = *places.get(random.next() as usize % places.len().max(1))?;
    Some((at, [&text[..at], wrong, &text[at + right.len()..]].concat()))
}

/// Numbers that are the same in every run (splitmix64).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}
